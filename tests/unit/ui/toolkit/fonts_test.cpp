#include "ui/toolkit/fonts.h"

#include <gtest/gtest.h>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string_view>

#include "ui/toolkit/font_file.h"
#include "ui/toolkit/line_break.h"

namespace etalon::ui::toolkit {
namespace {

const std::filesystem::path kShare = std::filesystem::path(ETALON_BINARY_DIR) / "share/etalon";

const std::vector<Face> kAll = {Face::Tiny,        Face::Small, Face::SmallSemi,  Face::Control,
                                Face::ControlSemi, Face::Body,  Face::BodyMedium, Face::BodySemi,
                                Face::Lead,        Face::Title, Face::Big};

char32_t decoded(std::string_view c) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(c[i])); };
  if (c.size() == 1) return byte(0);
  if (c.size() == 2) return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
  if (c.size() == 3) return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
}

void collect(const std::filesystem::path& file, std::set<char32_t>& out) {
  std::ifstream in(file);
  std::stringstream all;
  all << in.rdbuf();
  const std::string text = all.str();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = next_character(text, at);
    const char32_t c = decoded(std::string_view(text).substr(at, next - at));
    if (c >= 0x20) out.insert(c);
    at = next;
  }
}

class AllFonts : public testing::Test {
 protected:
  static void SetUpTestSuite() { fonts_ = new Fonts(Fonts::build(kShare, 100).value()); }
  static void TearDownTestSuite() { delete fonts_; }
  static Fonts* fonts_;
};
Fonts* AllFonts::fonts_ = nullptr;

TEST_F(AllFonts, have_a_glyph_for_every_character_of_catalogues_and_scenarios) {
  const std::filesystem::path source = ETALON_SOURCE_DIR;
  std::set<char32_t> used;
  collect(source / "assets/translations/fr.po", used);
  collect(source / "assets/translations/en.po", used);
  ASSERT_GT(used.size(), 80U);
  if (std::filesystem::exists(source / "scenarios"))
    for (const auto& entry : std::filesystem::recursive_directory_iterator(source / "scenarios"))
      if (entry.path().extension() == ".yaml") collect(entry.path(), used);
  for (const char32_t c : used)
    for (const Face face : kAll) EXPECT_TRUE(fonts_->has_glyph(face, c)) << "U+" << std::hex << static_cast<unsigned>(c);
}

TEST_F(AllFonts, have_the_signs_of_the_charts_and_tables) {
  for (const char32_t c : std::u32string_view(U"≥≤→←↑↓✓✗≈½°–—…«»“”’×−ακ•·☑☐€%"))
    for (const Face face : kAll) EXPECT_TRUE(fonts_->has_glyph(face, c)) << std::hex << static_cast<unsigned>(c);
}

TEST_F(AllFonts, no_break_spaces_have_a_width_and_the_narrow_one_is_narrow) {
  for (const Face face : kAll) {
    const float space = fonts_->width(face, " "), narrow = fonts_->width(face, "\u202F"),
                full = fonts_->width(face, "\u00A0");
    EXPECT_GT(narrow, 0.5F);
    EXPECT_LT(narrow, full);
    EXPECT_NEAR(full, space, 1.5F);
  }
}

TEST_F(AllFonts, invisible_characters_take_no_room) {
  for (const std::string_view c : {"\u00AD", "\u200B", "\u200D", "\u2060"}) EXPECT_EQ(fonts_->width(Face::Body, c), 0) << c;
}

TEST_F(AllFonts, widths_hardly_depend_on_the_scale) {
  const Fonts large = Fonts::build(kShare, 200).value();
  const std::string_view words = "Provocation à la discrimination";
  EXPECT_NEAR(large.width(Face::Body, words), fonts_->width(Face::Body, words), 3);
  EXPECT_EQ(large.scale(), 2);
}

TEST(FontFile, refuses_what_is_no_font) {
  EXPECT_FALSE(em_to_pixel_height(""));
  EXPECT_FALSE(em_to_pixel_height("OTTO"));
  EXPECT_FALSE(em_to_pixel_height(std::string(64, '\xFF')));
  EXPECT_FALSE(em_to_pixel_height(std::string(64, '\0')));
}

TEST(Fonts, say_which_file_is_missing) {
  const auto fonts = Fonts::build("/nonexistent", 100);
  ASSERT_FALSE(fonts);
  EXPECT_NE(fonts.error().where.file.find("Inter"), std::string::npos);
}

}  // namespace
}  // namespace etalon::ui::toolkit
