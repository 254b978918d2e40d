// The sentences of a scenario with their lines, and the words in them: what the content rules look at.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/rules.h"

namespace etalon::scenario {

struct Sentence {
  std::string text;
  int line = 0;
};

// Every text that stands in two languages, and the names of authors: all that a person may read.
std::vector<Sentence> all_sentences(const Subject& subject);
// What is shown before the decision: the title and the steps, without the markup.
std::vector<Sentence> shown_sentences(const Subject& subject);

// The parts between white space (no-break spaces included), | and /, without punctuation at both ends ( ( ) [ ] { } , ; : !
// ? . “ ” « » " ).
std::vector<std::string_view> words(std::string_view text);

bool is_ascii_digit(char c);
bool is_ascii_letter(char c);
std::string lower_ascii(std::string_view text);

}  // namespace etalon::scenario
