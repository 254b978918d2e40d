// A text as a reader sees it, so that a disguise does not hide what stands there: lower case, without accents and without
// what cannot be seen, digits of every script as 0 to 9, look-alike letters as the Latin ones they imitate.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace etalon::scenario::lint {

// A range of bytes, end excluded.
struct Span {
  std::size_t begin = 0, end = 0;

  bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  bool holds(const Span& other) const { return begin <= other.begin && other.end <= end; }
  friend bool operator==(const Span&, const Span&) = default;
};

struct Folded {
  std::string text;
  // Of each byte of `text`: the character of the original that it comes from, and whether that was a capital.
  std::vector<Span> from;
  std::vector<bool> capital;

  void add(std::string_view folded, Span original, bool is_capital);
  // The part of the original behind a part of `text` that is not empty.
  Span original(Span folded) const { return {from[folded.begin].begin, from[folded.end - 1].end}; }
};

// Broken UTF-8 folds to U+FFFD.
Folded fold(std::string_view utf8);

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) { return c >= 'a' && c <= 'z'; }  // of folded text
inline bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }
// Letters of other scripts count: they are part of a word.
inline bool is_word(char c) { return is_digit(c) || is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }
// The character at `at`; a blank outside.
inline char at(std::string_view text, std::size_t index) { return index < text.size() ? text[index] : ' '; }

// A word: letters and digits without anything between.
struct Token {
  Span span;
  std::string_view text;
  bool capital = false;       // its first letter
  bool all_capitals = false;  // two letters or more
};
std::vector<Token> tokens(const Folded& folded);  // views into `folded`

}  // namespace etalon::scenario::lint
