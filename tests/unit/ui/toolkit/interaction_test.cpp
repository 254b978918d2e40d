// Hit testing, focus order, keys, scrolling: what a person does to the controls.
#include "tests/unit/ui/toolkit/surface.h"
#include "ui/toolkit/rich_text.h"
#include "ui/toolkit/text_edit.h"
#include "ui/toolkit/widgets.h"

namespace etalon::ui::toolkit {
namespace {

struct Log {
  int saved = 0, blocked = 0, closed = 0;
  std::vector<std::size_t> chosen;
  std::size_t selected = 1;
  std::string text;
  std::vector<std::string> facts;
};

void draw_form(Ui& ui, Log& log) {
  const auto scope = ui.scope("form");
  if (button(ui, "save", "Save")) ++log.saved;
  ButtonStyle off;
  off.enabled = false;
  if (button(ui, "blocked", "Blocked", off)) ++log.blocked;
  const std::vector<Chip> all = {{"a", "First", "1", log.selected == 0, true, ""},
                                 {"b", "Second", "2", log.selected == 1, true, ""},
                                 {"c", "Third", "3", log.selected == 2, true, ""}};
  if (const auto hit = chips(ui, "facet", all)) log.chosen.push_back(*hit);
  if (const auto changed = text_area(ui, "why", log.text)) log.text = *changed;
  if (button(ui, "close", "Close")) ++log.closed;
}

struct Form : testing::Test {
  Log log;
  Surface surface{[this](Ui& ui) { draw_form(ui, log); }};
  Ui& ui() { return surface.ui(); }
};

TEST_F(Form, a_click_on_a_stable_id_is_one_activation) {
  surface.click("form/save");
  surface.frame();
  EXPECT_EQ(log.saved, 1);
}

TEST_F(Form, pressing_here_and_letting_go_there_is_no_click) {
  const Point save = surface.rect("form/save").centre(), close = surface.rect("form/close").centre();
  surface.frame({MouseButton{true, save, 1}});
  surface.frame({MouseButton{false, close, 1}});
  EXPECT_EQ(log.saved + log.closed, 0);
}

TEST_F(Form, down_and_up_within_one_frame_is_a_click) {
  const Point at = surface.rect("form/save").centre();
  surface.frame({MouseButton{true, at, 1}, MouseButton{false, at, 1}});
  EXPECT_EQ(log.saved, 1);
}

TEST_F(Form, a_disabled_control_neither_acts_nor_takes_the_focus) {
  surface.click("form/blocked");
  EXPECT_EQ(log.blocked, 0);
  EXPECT_EQ(ui().focused(), "");
  EXPECT_FALSE(ui().find("form/blocked")->enabled);
}

TEST_F(Form, tab_goes_through_in_the_order_drawn_and_stops_once_at_a_group) {
  std::vector<std::string> order;
  for (int i = 0; i < 5; ++i) {
    surface.press(Key::Tab);
    order.push_back(ui().focused());
  }
  EXPECT_EQ(order, (std::vector<std::string>{"form/save", "form/facet/b", "form/why", "form/close", "form/save"}));
  surface.press(Key::Tab, kShift);
  EXPECT_EQ(ui().focused(), "form/close");
}

TEST_F(Form, arrows_move_within_a_group_and_space_chooses) {
  ui().set_focus("form/facet");
  surface.frame();
  EXPECT_EQ(ui().focused(), "form/facet/b") << "the chosen one first";
  surface.press(Key::Right);
  EXPECT_EQ(ui().focused(), "form/facet/c");
  surface.press(Key::Right);
  EXPECT_EQ(ui().focused(), "form/facet/c") << "no way round";
  EXPECT_TRUE(log.chosen.empty()) << "moving chooses nothing";
  surface.press(Key::Space);
  EXPECT_EQ(log.chosen, std::vector<std::size_t>{2});
}

TEST_F(Form, enter_activates_a_button_and_is_left_alone_by_a_chip) {
  ui().set_focus("form/save");
  surface.frame();
  EXPECT_TRUE(ui().wants({Key::Enter, {}, 0, false}));
  surface.press(Key::Enter);
  EXPECT_EQ(log.saved, 1);
  ui().set_focus("form/facet/a");
  surface.frame();
  EXPECT_FALSE(ui().wants({Key::Enter, {}, 0, false}));
  surface.press(Key::Enter);
  EXPECT_TRUE(log.chosen.empty());
}

TEST_F(Form, space_belongs_to_the_key_map_after_a_click) {
  surface.click("form/facet/a");
  EXPECT_EQ(ui().focused(), "form/facet/a");
  EXPECT_FALSE(ui().wants({Key::Space, {}, 0, false}));
  surface.press(Key::Space);
  EXPECT_EQ(log.chosen.size(), 1U) << "the click only";
}

TEST_F(Form, a_key_that_repeats_activates_once) {
  ui().set_focus("form/save");
  surface.frame();
  surface.press(Key::Space);
  surface.frame({KeyEvent{Key::Space, {}, 0, true}});
  EXPECT_EQ(log.saved, 1);
}

TEST_F(Form, typing_goes_into_the_field_that_has_the_focus) {
  surface.type(U"lost");
  EXPECT_EQ(log.text, "");
  surface.click("form/why");
  EXPECT_TRUE(ui().typing());
  EXPECT_TRUE(ui().wants({Key::Digit1, {}, 0, false}));
  EXPECT_TRUE(ui().wants({Key::Space, {}, 0, false}));
  EXPECT_FALSE(ui().wants({Key::Enter, kCtrl, 0, false}));
  surface.type(U"Où ? 1");
  surface.press(Key::Enter);
  surface.type(U"2");
  EXPECT_EQ(log.text, "Où ? 1\n2");
}

TEST_F(Form, escape_leaves_the_field) {
  surface.click("form/why");
  surface.press(Key::Escape);
  EXPECT_FALSE(ui().typing());
  EXPECT_FALSE(ui().wants({Key::Escape, {}, 0, false})) << "the next one is the key map's";
}

TEST_F(Form, up_and_down_keep_their_column_over_wrapped_lines) {
  log.text = "one\ntwo\nthree";
  surface.frame();
  surface.click("form/why");
  surface.press(Key::Home, kCtrl);
  surface.press(Key::Down);
  surface.press(Key::Down);
  surface.type(U"X");
  EXPECT_EQ(log.text, "one\ntwo\nXthree");
}

TEST_F(Form, copies_cuts_and_pastes_through_the_clipboard) {
  std::string clipboard;
  ui().set_clipboard([&] { return clipboard; }, [&](const std::string& text) { clipboard = text; });
  log.text = "word";
  surface.frame();
  surface.click("form/why");
  surface.press(Key::A, kCtrl);
  surface.press(Key::X, kCtrl);
  EXPECT_EQ(clipboard, "word");
  EXPECT_EQ(log.text, "");
  surface.press(Key::V, kCtrl);
  surface.press(Key::V, kCtrl);
  EXPECT_EQ(log.text, "wordword");
}

TEST_F(Form, a_resting_window_needs_no_frame) {
  surface.frame();
  EXPECT_FALSE(ui().redraw_after().has_value());
  surface.click("form/why");
  surface.frame();
  EXPECT_FALSE(ui().redraw_after().has_value()) << "the caret does not blink";
}

TEST_F(Form, the_probe_says_what_stands_where_and_how) {
  const ProbeItem* chip = ui().find("form/facet/b");
  ASSERT_NE(chip, nullptr);
  EXPECT_EQ(chip->role, Role::Chip);
  EXPECT_EQ(chip->label, "Second");
  EXPECT_TRUE(chip->selected);
  EXPECT_FALSE(ui().find("form/facet/a")->selected);
  EXPECT_FALSE(chip->rect.empty());
}

TEST(Probe, rectangles_are_pixels_at_any_scale) {
  Log log;
  Surface at_100([&](Ui& ui) { draw_form(ui, log); });
  Surface at_200([&](Ui& ui) { draw_form(ui, log); }, 200, {1600, 1200});
  const Rect small = at_100.rect("form/save"), large = at_200.rect("form/save");
  EXPECT_NEAR(large.h, 2 * small.h, 1);
  at_200.click("form/save");
  EXPECT_EQ(log.saved, 1);
}

TEST(Scale, a_change_while_running_moves_everything) {
  Log log;
  Surface surface([&](Ui& ui) { draw_form(ui, log); });
  const Rect before = surface.rect("form/close");
  surface.ui().set_percent(150);
  EXPECT_EQ(surface.ui().redraw_after(), 0.0);
  surface.frame();
  surface.frame();
  EXPECT_GT(surface.rect("form/close").y, before.y * 1.4F);
  surface.click("form/close");
  EXPECT_EQ(log.closed, 1);
}

struct Facts : testing::Test {
  std::vector<toolkit::Run> runs = {
      {"A reader says ", "", false, false},
      {"that the group is open to everybody who asks for it at the door of the house", "F1", true, false},
      {" and ", "", false, false},
      {"nobody objects.", "F2", false, false}};
  std::vector<std::string> hits;
  Surface surface{[this](Ui& ui) {
                    if (const auto hit = rich_text(ui, "text", runs)) hits.push_back(runs[*hit].fact);
                  },
                  100,
                  {360, 400}};
};

TEST_F(Facts, every_line_of_a_span_can_be_hit) {
  ASSERT_NE(surface.ui().find("text/F1"), nullptr);
  std::size_t parts = 0;
  for (const ProbeItem& item : std::vector<ProbeItem>(surface.ui().probe())) {
    if (!item.id.starts_with("text/F1")) continue;
    ++parts;
    surface.click(item.rect.centre());
  }
  EXPECT_GE(parts, 2U);
  EXPECT_EQ(hits, std::vector<std::string>(parts, "F1"));
}

TEST_F(Facts, plain_text_between_spans_is_no_control) {
  surface.click({20, 10});
  EXPECT_TRUE(hits.empty());
}

TEST_F(Facts, are_one_stop_with_arrows_inside_and_space_marks) {
  surface.press(Key::Tab);
  EXPECT_EQ(surface.ui().focused(), "text/F1");
  surface.press(Key::Right);
  EXPECT_EQ(surface.ui().focused(), "text/F2");
  surface.press(Key::Space);
  EXPECT_EQ(hits, std::vector<std::string>{"F2"});
  EXPECT_TRUE(surface.ui().find("text/F1")->selected);
}

struct LongPage : testing::Test {
  int last = 0, under = 0;
  bool sheet = false;
  Surface surface{[this](Ui& ui) {
    PanelStyle style;
    style.main = true;
    {
      const auto panel = ui.panel("page", ui.screen(), style);
      for (int i = 0; i < 60; ++i) {
        if (button(ui, "b" + std::to_string(i), "Button")) (i == 59 ? last : under) += 1;
        ui.space(8);
      }
    }
    if (!sheet) return;
    const std::vector<KeyHelpGroup> groups = {{"Anywhere", {{{"?"}, "all keys"}}}};
    if (key_help(ui, "help", "Keys", groups, "Close")) sheet = false;
  }};
};

TEST_F(LongPage, what_is_scrolled_away_cannot_be_hit) {
  EXPECT_TRUE(surface.ui().find("page/b59")->visible.empty());
  surface.click(Point{surface.rect("page/b59").centre().x, 599});
  EXPECT_EQ(last, 0);
}

TEST_F(LongPage, the_focus_brings_its_control_into_view) {
  surface.ui().set_focus("page/b59");
  for (int i = 0; i < 3; ++i) surface.frame();
  EXPECT_EQ(surface.ui().find("page/b59")->visible, surface.rect("page/b59"));
  surface.press(Key::Space);
  EXPECT_EQ(last, 1);
}

TEST_F(LongPage, the_wheel_and_the_keys_scroll_to_the_end_and_no_further) {
  const float start = surface.rect("page/b0").y;
  surface.frame({MouseMove{{100, 100}}, MouseWheel{0, -2}});
  EXPECT_LT(surface.rect("page/b0").y, start);
  surface.press(Key::End);
  surface.frame();
  EXPECT_FALSE(surface.ui().find("page/b59")->visible.empty());
  const float end = surface.rect("page/b0").y;
  surface.press(Key::PageDown);
  surface.frame();
  EXPECT_EQ(surface.rect("page/b0").y, end);
  surface.press(Key::Home);
  surface.frame();
  EXPECT_EQ(surface.rect("page/b0").y, start);
}

TEST_F(LongPage, a_sheet_keeps_pointer_and_keyboard_to_itself) {
  sheet = true;
  for (int i = 0; i < 3; ++i) surface.frame();
  surface.click(Point{5, 30});
  surface.click(surface.rect("page/b1").centre());
  EXPECT_EQ(under, 0);
  surface.press(Key::Tab);
  EXPECT_EQ(surface.ui().focused(), "help/close");
  surface.press(Key::Enter);
  EXPECT_FALSE(sheet);
}

}  // namespace
}  // namespace etalon::ui::toolkit
