// The words of a text in the form in which lists keep them. For the sources of sim/scenario/lint only.
#pragma once

#include "sim/scenario/lint/fold.h"

namespace etalon::scenario::lint {

// Digits and signs written for letters are read as letters (0 for o, 1 for l, @ for a), i counts as l, a doubled letter
// as one.
struct ListWord {
  Span span;  // in the folded text
  std::string key;
};

// Words as written.
std::vector<ListWord> list_words(const Folded& folded);
// What stands there if a word was taken apart: letters with one mark or blank between (f.o.r.m), two parts of a word
// with a mark between (for-mat).
std::vector<ListWord> joined_words(const Folded& folded, const std::vector<ListWord>& words);

// The first 8 bytes, most significant first, of BLAKE2b-256 over salt and key, each with its length before it.
std::uint64_t word_hash(std::string_view salt, std::string_view key);

}  // namespace etalon::scenario::lint
