// The rules on texts: L01 to L12 of the content policy, as far as a machine can tell (docs/scenario-pack.md). Pure: a text
// goes in, findings come out. Used on packs and on what trainees write.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"
#include "sim/scenario/lint/word_list.h"

namespace etalon::scenario::lint {

enum class TextKind {
  Shown,  // before the decision, titles and steps: every rule
  Told,   // the rest of a scenario: may name the day of a law and quote it, so not L06 and of L05 only the addresses
  Free,   // what a trainee writes: L01 to L04
};

struct TextFinding {
  std::string rule;    // "L01" …
  Span span;           // bytes of the text
  Message what, mend;  // what was found there, and what to write instead
  bool blocking = true;
};

// The findings by place; at most one of a rule for the same place. `childhood`: the text is of that pillar, where only
// the controlled vocabulary may speak of bodies and acts.
std::vector<TextFinding> lint_text(std::string_view utf8, TextKind kind, bool childhood = false,
                                   const WordLists& words = bundled_words());

// (Usage) with the first finding: what a trainee writes must pass L01 to L04.
Result<void> check_free_text(std::string_view utf8);

// L03 alone, for what is no text but may hold hidden characters: the first character without a place in a pack.
std::optional<char32_t> foreign_character(std::string_view utf8);

}  // namespace etalon::scenario::lint
