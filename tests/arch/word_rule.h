// Words that stand nowhere in the project.
#pragma once

#include "tests/arch/source_tree.h"

namespace etalon::arch {

struct Word {
  std::string text;  // lower case; looked for in the lower-cased text
  std::string why;
};

// What the Luxembourg Guidelines (2nd edition, 2025) ask not to say, as it says too little of who did what to whom.
const std::vector<Word>& luxembourg_words();
// Paths of one machine, marks of work left undone, addresses of package mirrors.
const std::vector<Word>& careless_words();

// Each word's first occurrence on each line. Capitals do not matter, in French letters neither.
Findings check_words(const SourceFile& file, const std::vector<Word>& words);

}  // namespace etalon::arch
