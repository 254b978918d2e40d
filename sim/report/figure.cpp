#include "sim/report/figure.h"

namespace etalon::report {

Figure forest(std::string title, Axis x, const std::vector<FigureRow>& rows) {
  Figure figure{std::move(title), std::move(x), {}, {}, {}};
  figure.y.low = 0;
  figure.y.high = rows.empty() ? 1 : static_cast<double>(rows.size());
  Series series;
  double y = 0.5;
  for (const FigureRow& row : rows) {
    figure.y.ticks.push_back({y, row.label, row.note});
    if (row.value) series.marks.push_back({*row.value, y, row.low, row.high, MarkShape::Dot, row.tone, row.hint});
    y += 1;
  }
  figure.series.push_back(std::move(series));
  return figure;
}

}  // namespace etalon::report
