// Laying out runs of text into lines. Pure but for measuring. Internal to the toolkit.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "ui/toolkit/line_break.h"
#include "ui/toolkit/rich_text.h"

namespace etalon::ui::toolkit {

// A stretch of one run on one line.
struct RichPiece {
  std::size_t run = 0;
  std::string text;
  float x = 0, width = 0;  // without its fact number
  float number = 0;        // width of the fact number behind it; 0: none (not the end of the run)
  std::size_t line = 0;
};

struct RichLayout {
  std::vector<RichPiece> pieces;
  std::size_t lines = 1;
};

struct RichMeasure {
  LineBreaker::Measure text;
  LineBreaker::Measure number;  // width of a fact number, its gap included
};

RichLayout lay_out(LineBreaker& breaker, std::span<const Run> runs, float width, const RichMeasure& measure);

}  // namespace etalon::ui::toolkit
