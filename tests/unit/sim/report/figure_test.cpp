#include "sim/report/figure.h"

#include <gtest/gtest.h>

namespace etalon::report {
namespace {

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(Figure, forest_has_a_row_for_everything_and_a_mark_for_what_has_a_value) {
  const Figure figure =
      forest("t", Axis{}, {{"a", "", "", 0.5, 0.2, 0.8, Tone::Accent}, {"b", "not defined", "", {}, {}, {}, Tone::Accent}});
  EXPECT_EQ(figure.y.ticks.size(), 2U);
  ASSERT_EQ(figure.series.size(), 1U);
  EXPECT_EQ(figure.series[0].marks.size(), 1U);
  EXPECT_LT(figure.y.ticks[0].at, figure.y.ticks[1].at);
}

TEST(FigureSvg, draws_an_interval_only_where_there_is_one) {
  EXPECT_EQ(count(to_svg(forest("t", Axis{}, {{"a", "", "", 0.5, 0.2, 0.8, Tone::Accent}})), "whisker"), 3U);
  EXPECT_EQ(count(to_svg(forest("t", Axis{}, {{"a", "", "", 0.5, {}, {}, Tone::Accent}})), "whisker"), 0U);
}

TEST(FigureSvg, never_draws_outside_its_axis) {
  const Axis axis{0, 1, {}, {}};
  EXPECT_EQ(to_svg(forest("t", axis, {{"a", "", "", 7.0, {}, {}, Tone::Accent}})),
            to_svg(forest("t", axis, {{"a", "", "", 1.0, {}, {}, Tone::Accent}})));
}

TEST(FigureSvg, cuts_a_long_row_label_between_characters) {
  std::string label;
  for (int i = 0; i < 60; ++i) label += "é";
  const std::string svg = to_svg(forest("t", Axis{}, {{label, "", "", {}, {}, {}, Tone::Accent}}));
  EXPECT_EQ(count(svg, "é"), 23U);
  EXPECT_EQ(count(svg, "é…</text>"), 1U);
}

TEST(FigureSvg, escapes_labels) {
  const std::string svg = to_svg(forest("\"><script>", Axis{}, {{"<b>", "<i>", "<u>", 0.5, {}, {}, Tone::Accent}}));
  EXPECT_EQ(count(svg, "<script"), 0U);
  EXPECT_EQ(count(svg, "<b>") + count(svg, "<i>") + count(svg, "<u>"), 0U);
}

}  // namespace
}  // namespace etalon::report
