// Where things end up: columns, rows, cards, tables and bars, at several widths.
#include "tests/unit/ui/toolkit/surface.h"
#include "ui/toolkit/charts.h"
#include "ui/toolkit/table.h"
#include "ui/toolkit/widgets.h"

namespace etalon::ui::toolkit {
namespace {

TEST(Columns, share_the_width_and_stack_when_too_narrow) {
  const auto draw = [](Ui& ui) {
    const auto columns = ui.columns({{1, 0, 200}, {1, 0, 200}}, 20);
    button(ui, "left", "Left");
    ui.next_column();
    button(ui, "right", "Right");
  };
  Surface wide(draw, 100, {800, 600}), narrow(draw, 100, {380, 600});
  EXPECT_EQ(wide.rect("right").y, wide.rect("left").y);
  EXPECT_EQ(wide.rect("right").x, 410);
  EXPECT_EQ(narrow.rect("right").x, narrow.rect("left").x);
  EXPECT_GE(narrow.rect("right").y, narrow.rect("left").bottom());
}

TEST(Row, a_spring_pushes_what_follows_to_the_right_end) {
  int hits = 0;
  Surface surface([&](Ui& ui) {
    const auto row = ui.row();
    button(ui, "left", "Left");
    ui.spring();
    if (button(ui, "right", "Right")) ++hits;
  });
  EXPECT_NEAR(surface.rect("right").right(), 800, 1);
  surface.click("right");
  EXPECT_EQ(hits, 1);
}

TEST(Chips, wrap_and_never_overlap) {
  std::vector<Chip> all;
  for (int i = 0; i < 14; ++i)
    all.push_back({"c" + std::to_string(i), "A choice with some words " + std::to_string(i), "", i == 3, true, ""});
  all.push_back({"long", "A choice with so many words that no line of this width could ever hold all of them at once", "",
                 false, true, ""});
  Surface surface([&](Ui& ui) { chips(ui, "facet", all); }, 100, {400, 900});
  const auto& items = surface.ui().probe();
  for (const ProbeItem& a : items) {
    EXPECT_LE(a.rect.right(), 400.5F) << a.id;
    for (const ProbeItem& b : items) EXPECT_FALSE(&a != &b && a.rect.overlaps(b.rect)) << a.id << " " << b.id;
  }
  EXPECT_GT(surface.rect("facet/long").h, surface.rect("facet/c0").h);
}

TEST(Chips, choosing_moves_nothing) {
  std::vector<Chip> all = {{"a", "Manifestly illegal", "1", false, true, ""}, {"b", "Lawful", "2", false, true, ""}};
  Surface surface([&](Ui& ui) { chips(ui, "facet", all); });
  const Rect before = surface.rect("facet/b");
  all[0].selected = true;
  surface.frame();
  EXPECT_EQ(surface.rect("facet/b"), before);
}

TEST(Segments, go_on_in_a_line_below_where_the_width_ends) {
  std::vector<Segment> all;
  for (int i = 0; i < 6; ++i) all.push_back({"s" + std::to_string(i), "A long state", Tone::Accent, i == 0});
  std::vector<std::size_t> hits;
  Surface surface(
      [&](Ui& ui) {
        if (const auto hit = segmented(ui, "states", all)) hits.push_back(*hit);
      },
      100, {300, 400});
  for (const ProbeItem& item : surface.ui().probe()) EXPECT_LE(item.rect.right(), 300) << item.id;
  surface.click("states/s5");
  surface.frame();
  EXPECT_EQ(hits, std::vector<std::size_t>{5});
  surface.ui().set_focus("states");
  surface.frame();
  for (int i = 0; i < 5; ++i) surface.press(Key::Right);
  EXPECT_EQ(surface.ui().focused(), "states/s5");
}

TEST(Table, rows_grow_with_what_wraps_and_become_blocks_when_narrow) {
  const std::vector<TableColumn> columns = {{"Facet", 1, 0, false}, {"You", 1, 0, false}, {"", 0, 110, false}};
  const std::string words = "A value of many words that cannot stand in one line of a column";
  const std::vector<TableRow> rows = {{"r1",
                                       {{"Remit", Sign::None, {}, Tone::Neutral, false},
                                        {"Yes", Sign::None, {}, Tone::Neutral, false},
                                        {"agrees", Sign::Agree, {}, Tone::Neutral, false}},
                                       false},
                                      {"r2",
                                       {{"Hosting", Sign::None, {}, Tone::Neutral, false},
                                        {words, Sign::None, {"F1"}, Tone::Neutral, false},
                                        {"differs", Sign::Differ, {}, Tone::Neutral, false}},
                                       false}};
  const auto draw = [&](Ui& ui) {
    TableStyle style;
    style.min_width = 420;
    table(ui, "t", columns, rows, style);
  };
  Surface wide(draw, 100, {600, 600}), narrow(draw, 100, {360, 600});
  EXPECT_GT(wide.rect("t/r2").h, wide.rect("t/r1").h);
  EXPECT_EQ(wide.rect("t/r1/1").y, wide.rect("t/r1/0").y);
  EXPECT_GT(narrow.rect("t/r1/1").y, narrow.rect("t/r1/0").y);
  EXPECT_GE(narrow.rect("t/r2").y, narrow.rect("t/r1").bottom());
}

TEST(VoteBar, labels_that_do_not_fit_take_room_below) {
  const auto draw = [](Ui& ui) {
    vote_bar(ui, "fits", {"", 0, {{"met 5", 5, Tone::Agree}, {"not met 4", 4, Tone::Differ}}});
    button(ui, "between", "Between");
    vote_bar(ui, "tight", {"", 0, {{"met 30", 30, Tone::Agree}, {"a label far too long for its part 1", 1, Tone::Differ}}});
    button(ui, "after", "After");
  };
  Surface surface(draw);
  const float plain = surface.rect("between").y - surface.rect("fits").bottom();
  const float legend = surface.rect("after").y - surface.rect("tight").bottom();
  EXPECT_GT(legend, plain + 10);
}

TEST(Charts, survive_values_that_are_none) {
  Surface surface([](Ui& ui) {
    vote_bar(ui, "v", {"", 0, {}});
    interval_chart(ui, "i", {{{"a", false, 0, 0, 0, "no variance", ""}}, 1, 1, 0.5, "0.5", 0});
    line_chart(ui, "l", {{}, 0, 1, std::nullopt, "", "Nothing yet", 100});
    line_chart(ui, "m", {{{1, 5, -9, 9}, {1, 2, 0, 1}}, 0, 0, 0.5, "0.5", "", 100});
  });
  EXPECT_EQ(surface.ui().find("l")->label, "Nothing yet");
  EXPECT_EQ(surface.ui().find("i/0")->label, "a no variance");
}

TEST(Bars, hold_their_controls_in_the_middle) {
  Surface surface([](Ui& ui) {
    Rect all = ui.screen();
    Bar bar(ui, "top", all.cut_top(kTopBar), true);
    logo(ui, "Étalon");
    ui.spring();
    button(ui, "stop", "Stop now");
  });
  EXPECT_NEAR(surface.rect("top/stop").centre().y, kTopBar / 2, 1);
  EXPECT_NEAR(surface.rect("top/stop").right(), 800 - 24, 1);
}

TEST(Text, is_shortened_with_dots_where_it_may_not_wrap) {
  Surface surface([](Ui& ui) {
    TextStyle style;
    style.id = "cut";
    style.wrap = false;
    style.max_width = 100;
    text(ui, "A sentence that is far too long for this", style);
  });
  EXPECT_LE(surface.rect("cut").w, 101);
  EXPECT_EQ(surface.ui().find("cut")->label, "A sentence that is far too long for this");
}

}  // namespace
}  // namespace etalon::ui::toolkit
