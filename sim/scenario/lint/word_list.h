// Lists of words that must not be readable where they are kept: of each entry only a salted, truncated hash. The format,
// and how far the protection goes, is written up in docs/word-lists.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sim/base/result.h"
#include "sim/scenario/lint/fold.h"

namespace etalon::scenario::lint {

struct WordList {
  std::string rule;        // "L11"
  bool blocking = true;    // false: its findings are warnings
  bool childhood = false;  // only in scenarios of that pillar
  std::string source;      // where the words come from
  std::string salt;        // 32 hexadecimal digits
  std::size_t words = 1;   // of the longest entry
  std::size_t entries = 0;
  // By hash; `whole` false: entries of several words begin so.
  struct Line {
    std::uint64_t hash = 0;
    bool whole = true;
    friend bool operator==(const Line&, const Line&) = default;
  };
  std::vector<Line> lines;  // ascending, each (hash, whole) once
};

inline constexpr std::size_t kMostWords = 4;  // in an entry

// From plain text: one entry a line, # begins a comment. (Input) for an entry that is no UTF-8, without a word or with more
// than kMostWords; (Usage) for a header that read_words() would refuse.
Result<WordList> build_words(WordList header, std::string_view plain, const std::string& file);
std::string write_words(const WordList& list);
// (Input) with file and line for anything that write_words() would not have written.
Result<WordList> read_words(std::string_view bytes, const std::string& file);

// An entry that was found in a text.
struct WordHit {
  Span span;  // in the folded text
  std::string rule;
  bool blocking = true;
};

// Several lists, looked up at once.
class WordLists {
 public:
  void add(const WordList& list);
  // The entries in a text; those of `childhood` lists only if asked for.
  std::vector<WordHit> find(const Folded& folded, bool childhood) const;
  std::size_t entries(std::string_view rule) const;

 private:
  struct Listed {
    std::size_t list = 0;
    bool whole = true;
  };
  struct Group {  // lists of one salt: one hash serves them all
    std::string salt;
    std::size_t words = 1;
    std::unordered_multimap<std::uint64_t, Listed> by_hash;
  };
  friend class WordSearch;

  std::vector<WordList> headers_;  // without their lines
  std::vector<Group> groups_;
};

// The lists that the program is built with, from assets/wordlists.
const WordLists& bundled_words();

}  // namespace etalon::scenario::lint
