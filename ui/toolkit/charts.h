// Charts: plain values in, drawn with the theme. All words come ready from the caller; a value that is not defined
// is shown by its reason, never by a number.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/toolkit/ui.h"

namespace etalon::ui::toolkit {

struct VotePart {
  std::string label;  // "Manifestly illegal 5"
  int count = 0;
  Tone tone = Tone::Neutral;  // Accent, Neutral, Muted: strong, soft, faint; the others as they mean
};
// One bar across the width, parts in proportion; a label that does not fit goes into a legend line below, so none
// overlaps another. `label` stands at the left over `label_width` units (0: none).
struct VoteBar {
  std::string label;
  float label_width = 0;
  std::vector<VotePart> parts;
};
void vote_bar(Ui& ui, std::string_view id, const VoteBar& bar);

struct IntervalRow {
  std::string label;
  bool defined = true;
  double value = 0, low = 0, high = 0;  // in the chart's range; low <= value <= high
  std::string words;                    // "0,97", or the reason where it is not defined
  std::string note;                     // small, behind the label ("n = 12")
};
struct IntervalChart {
  std::vector<IntervalRow> rows;
  double from = 0, to = 1;
  std::optional<double> reference;  // dashed upright line
  std::string reference_words;      // below the line
  float label_width = 0;            // 0: a third of the width
};
void interval_chart(Ui& ui, std::string_view id, const IntervalChart& chart);

struct BandPoint {
  double x = 0, value = 0, low = 0, high = 0;
};
struct LineChart {
  std::vector<BandPoint> points;  // x ascending
  double from = 0, to = 1;        // of the values
  std::optional<double> reference;
  std::string reference_words;
  std::string empty_words;  // shown when there are fewer than two points
  float height = 160;
};
void line_chart(Ui& ui, std::string_view id, const LineChart& chart);

}  // namespace etalon::ui::toolkit
