#include "ui/toolkit/edit_buffer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sim/base/text.h"

namespace etalon::ui::toolkit {
namespace {

struct Edit {
  std::string text;
  EditState state;
  std::size_t limit = 100;
  bool multi = true;

  explicit Edit(std::string start = {}) : text(std::move(start)) { state.caret = state.anchor = text.size(); }
  EditBuffer buffer() { return {text, state, limit, multi}; }
  void key(Key key, Mods mods = {}) {
    EditBuffer b = buffer();
    apply_key(b, {key, mods, 0, false});
  }
  void type(std::u32string_view letters) {
    EditBuffer b = buffer();
    for (const char32_t c : letters) apply_key(b, {Key::None, {}, c, false});
  }
  void paste(std::string_view utf8) {
    EditBuffer b = buffer();
    insert(b, utf8);
  }
};

constexpr Mods kCtrl{false, true, false, false};
constexpr Mods kShift{true, false, false, false};
constexpr Mods kBoth{true, true, false, false};

TEST(EditBuffer, types_and_erases_whole_characters) {
  Edit edit;
  edit.type(U"été");
  EXPECT_EQ(edit.text, "été");
  edit.key(Key::Backspace);
  EXPECT_EQ(edit.text, "ét");
  edit.key(Key::Left);
  edit.key(Key::Delete);
  EXPECT_EQ(edit.text, "é");
}

TEST(EditBuffer, replaces_what_is_selected) {
  Edit edit("one two");
  edit.key(Key::Left, kBoth);
  edit.type(U"2");
  EXPECT_EQ(edit.text, "one 2");
}

TEST(EditBuffer, moves_by_words_over_accents_and_punctuation) {
  Edit edit("l’été, enfin");
  edit.key(Key::Left, kCtrl);
  EXPECT_EQ(edit.text.substr(edit.state.caret), "enfin");
  edit.key(Key::Left, kCtrl);
  EXPECT_EQ(edit.state.caret, 0U);
  edit.key(Key::Right, kCtrl);
  EXPECT_EQ(edit.text.substr(edit.state.caret), ", enfin");
}

TEST(EditBuffer, erases_words) {
  Edit edit("one two");
  edit.key(Key::Backspace, kCtrl);
  EXPECT_EQ(edit.text, "one ");
}

TEST(EditBuffer, undoes_a_word_typed_as_one_step_and_does_it_again) {
  Edit edit;
  edit.type(U"one two");
  edit.key(Key::Z, kCtrl);
  EXPECT_EQ(edit.text, "one ");
  edit.key(Key::Y, kCtrl);
  EXPECT_EQ(edit.text, "one two");
  edit.key(Key::Z, kCtrl);
  edit.key(Key::Z, kCtrl);
  edit.key(Key::Z, kCtrl);
  EXPECT_EQ(edit.text, "");
  edit.key(Key::Z, kBoth);
  EXPECT_EQ(edit.text, "one");
}

TEST(EditBuffer, takes_in_no_more_than_the_limit_in_characters) {
  Edit edit("abc");
  edit.limit = 5;
  edit.paste("éàü");
  EXPECT_EQ(edit.text, "abcéà");
  edit.type(U"x");
  EXPECT_EQ(edit.text, "abcéà");
  edit.key(Key::A, kCtrl);
  edit.paste("123456789");
  EXPECT_EQ(edit.text, "12345");
}

TEST(EditBuffer, leaves_out_control_characters_and_broken_utf8) {
  Edit edit;
  edit.paste("a\x1B[2Jb\xC3(\r\nc\u202E");
  EXPECT_EQ(edit.text, "a[2Jb(\nc");
}

TEST(EditBuffer, a_field_of_one_line_has_no_line_feed) {
  Edit edit;
  edit.multi = false;
  edit.paste("a\nb\tc");
  EXPECT_EQ(edit.text, "a b c");
}

TEST(EditBuffer, ends_a_selection_at_its_side) {
  Edit edit("abc");
  edit.key(Key::A, kCtrl);
  edit.key(Key::Left);
  EXPECT_EQ(edit.state.caret, 0U);
  edit.key(Key::End, kShift);
  edit.key(Key::Right);
  EXPECT_EQ(edit.state.caret, 3U);
}

TEST(EditBuffer, comes_back_inside_a_text_that_was_changed_from_outside) {
  EditState state;
  state.caret = 9;
  state.anchor = 2;
  keep_inside(state, "aé");
  EXPECT_EQ(state.caret, 3U);
  EXPECT_EQ(state.anchor, 1U) << "not within a character";
}

TEST(EditBuffer, encodes_all_lengths_of_utf8_and_refuses_what_is_none) {
  EXPECT_EQ(encode_utf8(U'a') + encode_utf8(U'é') + encode_utf8(U'€') + encode_utf8(U'😀'), "aé€😀");
  EXPECT_EQ(encode_utf8(0xD800), "");
  EXPECT_EQ(encode_utf8(0x110000), "");
}

RC_GTEST_PROP(EditBuffer, any_keys_leave_valid_text_and_a_caret_inside, ()) {
  Edit edit("Été à la mer");
  edit.limit = 30;
  const auto keys = *rc::gen::container<std::vector<std::pair<Key, std::pair<bool, bool>>>>(
      rc::gen::pair(rc::gen::element(Key::Left, Key::Right, Key::Home, Key::End, Key::Backspace, Key::Delete, Key::Enter,
                                     Key::A, Key::Z, Key::Y),
                    rc::gen::pair(rc::gen::arbitrary<bool>(), rc::gen::arbitrary<bool>())));
  for (const auto& [key, mods] : keys) {
    edit.key(key, {mods.first, mods.second, false, false});
    if (mods.first) edit.type(U"é");
    RC_ASSERT(is_utf8(edit.text));
    RC_ASSERT(count_code_points(edit.text) <= 30U);
    EditState mended = edit.state;
    keep_inside(mended, edit.text);
    RC_ASSERT(mended.caret == edit.state.caret && mended.anchor == edit.state.anchor);
  }
}

}  // namespace
}  // namespace etalon::ui::toolkit
