#include "ui/model/settings.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

namespace etalon::ui {
namespace {

TEST(Settings, come_back_as_they_were_written) {
  const Settings written{Language::English, Theme::HighContrast, 1.7, 1024, 768, "ANALYST-07"};
  const ReadSettings read = settings_from_json(to_json(written));
  EXPECT_EQ(read.settings, written);
  EXPECT_FALSE(read.problem);
}

TEST(Settings, are_written_with_keys_in_a_fixed_order) {
  EXPECT_EQ(to_json(Settings{}),
            "{\"language\":\"fr\",\"theme\":\"light\",\"font_scale\":1,\"window_width\":1440,\"window_height\":900,"
            "\"analyst\":\"\"}\n");
}

TEST(Settings, every_scale_survives_the_file) {
  for (int step = 0; step <= 10; ++step) {
    Settings settings;
    settings.font_scale = clamp_scale(kSmallestScale + step * kScaleStep);
    EXPECT_EQ(settings_from_json(to_json(settings)).settings, settings);
  }
}

TEST(Settings, a_file_that_is_not_ours_gives_the_defaults_and_says_so) {
  for (const char* text : {"", "not json", "[1,2]", "\"text\"", "{\"language\":", "{\"language\":\"\xff\xfe\"}"}) {
    const ReadSettings read = settings_from_json(text);
    EXPECT_EQ(read.settings, Settings{}) << text;
    EXPECT_TRUE(read.problem) << text;
  }
}

TEST(Settings, a_file_of_a_megabyte_is_not_even_parsed) {
  EXPECT_TRUE(settings_from_json("{\"analyst\":\"" + std::string(1 << 20, 'A') + "\"}").problem);
}

TEST(Settings, a_file_nested_without_end_is_refused) { EXPECT_TRUE(settings_from_json(std::string(60'000, '[')).problem); }

TEST(Settings, a_value_out_of_range_takes_its_default_and_the_others_stay) {
  const ReadSettings read = settings_from_json(
      "{\"language\":\"xx\",\"theme\":7,\"font_scale\":\"big\",\"window_width\":-3,\"window_height\":99999999999,"
      "\"analyst\":\"ANALYST-07\",\"more\":null}");
  Settings expected;
  expected.analyst = "ANALYST-07";
  EXPECT_EQ(read.settings, expected);
  EXPECT_FALSE(read.problem);
}

TEST(Settings, a_pseudonym_with_control_characters_is_not_taken) {
  EXPECT_EQ(settings_from_json("{\"analyst\":\"A\\u001b[31m\"}").settings.analyst, "");
}

TEST(Settings, the_scale_is_held_to_its_range_and_steps) {
  EXPECT_EQ(clamp_scale(0.2), 1.0);
  EXPECT_EQ(clamp_scale(9), 2.0);
  EXPECT_EQ(clamp_scale(1.2345), 1.2);
  EXPECT_EQ(clamp_scale(std::numeric_limits<double>::quiet_NaN()), 1.0);
}

RC_GTEST_PROP(Settings, any_bytes_give_settings_in_range, (const std::string& bytes)) {
  const Settings read = settings_from_json(bytes).settings;
  RC_ASSERT(read.font_scale >= kSmallestScale && read.font_scale <= kLargestScale);
  RC_ASSERT(read.window_width >= 640 && read.window_height >= 480);
}

}  // namespace
}  // namespace etalon::ui
