// A picture of numbers as a plain value, so that every painter draws the same one. This header knows no painter but
// the one that writes SVG.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace etalon::report {

enum class Tone { Muted, Accent, Agree, Differ, Critical };
enum class MarkShape { Dot, Diamond };

struct Tick {
  double at = 0;
  std::string label;
  std::string note;  // of a row: at the far end, e.g. the number in words; empty: none
};

struct Axis {
  double low = 0, high = 1;  // low < high, finite
  std::vector<Tick> ticks;
  std::string title;
};

// A stretch of the horizontal axis behind everything, or (from = to) one line.
struct Band {
  double from = 0, to = 0;
  Tone tone = Tone::Muted;
};

struct Mark {
  double x = 0, y = 0;
  std::optional<double> low, high;  // interval along x
  MarkShape shape = MarkShape::Dot;
  Tone tone = Tone::Accent;
  std::string hint;  // for a pointer that rests on it, and for whoever listens instead of looking
};

struct Series {
  std::string name;
  std::vector<Mark> marks;
};

struct Figure {
  std::string title;  // said to whoever does not see it
  Axis x;
  Axis y;  // runs downwards: its ticks are rows
  std::vector<Band> bands;
  std::vector<Series> series;
};

struct FigureRow {
  std::string label, note, hint;
  std::optional<double> value, low, high;
  Tone tone = Tone::Accent;
};

// Rows under each other, a mark and its interval on a shared axis: a forest plot.
Figure forest(std::string title, Axis x, const std::vector<FigureRow>& rows);

// SVG for the inside of an HTML page. Colours come from the page by class: "tone-accent" and so on.
std::string to_svg(const Figure& figure);

}  // namespace etalon::report
