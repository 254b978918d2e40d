// Where a line may end: Unicode line breaking (UAX 14, by ICU), with what a French typesetter adds: nothing that
// opens a quotation ends a line, nothing that closes one or punctuates begins one, even behind a plain space.
// Depends on no locale of the process.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"

namespace etalon::ui::toolkit {

struct BreakPoint {
  std::size_t at = 0;      // byte offset: the next line would start here
  bool mandatory = false;  // behind a line feed
  friend bool operator==(const BreakPoint&, const BreakPoint&) = default;
};

// A line of wrapped text: the bytes [begin, end) without the spaces and the line feed it ends with.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t next = 0;  // where the following line begins
  float width = 0;
  friend bool operator==(const Line&, const Line&) = default;
};

class LineBreaker {
 public:
  using Measure = std::function<float(std::string_view)>;

  LineBreaker();
  ~LineBreaker();
  LineBreaker(const LineBreaker&) = delete;
  LineBreaker& operator=(const LineBreaker&) = delete;

  // All the places in `utf8`, the end included; ascending.
  std::vector<BreakPoint> breaks(std::string_view utf8);
  // Fills lines up to `width`. A word wider than a line is split between characters. At least one line, even for "".
  // A text that ends with a line feed has an empty last line.
  std::vector<Line> wrap(std::string_view utf8, float width, const Measure& measure);

 private:
  struct Icu;
  std::unique_ptr<Icu> icu_;
};

// Byte offset of the character (grapheme cluster's base is enough for us: code point) before / after `at`.
std::size_t previous_character(std::string_view utf8, std::size_t at);
std::size_t next_character(std::string_view utf8, std::size_t at);

}  // namespace etalon::ui::toolkit
