// Who is a minor in a text. For the sources of sim/scenario/lint only.
#pragma once

#include "sim/scenario/lint/detect.h"

namespace etalon::scenario::lint {

bool is_minor_word(std::string_view folded);

// The sentences of a text, and in which of them stands a word for a minor. Made once a text: a text may be one sentence.
class MinorSentences {
 public:
  explicit MinorSentences(const Reading& reading);
  // In the sentence of the word that begins at `at`.
  bool hold(std::size_t at) const { return with_minor_[sentence_of(at)]; }

 private:
  std::size_t sentence_of(std::size_t at) const;

  std::vector<std::size_t> ends_;  // where sentences end, ascending
  std::vector<bool> with_minor_;   // by sentence
};

}  // namespace etalon::scenario::lint
