#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>

#include "sim/base/file.h"
#include "ui/shell/chord.h"
#include "ui/shell/image.h"
#include "ui/shell/jobs.h"
#include "ui/shell/paths.h"
#include "ui/shell/problem.h"
#include "ui/shell/workshop.h"

namespace etalon::ui {
namespace {

Environment environment(std::map<std::string, std::string> values) {
  return [values = std::move(values)](const std::string& name) -> std::optional<std::string> {
    const auto found = values.find(name);
    if (found == values.end()) return std::nullopt;
    return found->second;
  };
}

TEST(Paths, xdg_folders_are_used_where_they_are_set) {
  const auto paths = find_paths(environment({{"XDG_DATA_HOME", "/d"}, {"XDG_CONFIG_HOME", "/c"}}), "/opt/bin/etalon");
  EXPECT_EQ(paths.journal, "/d/etalon/etalon.db");
  EXPECT_EQ(paths.settings, "/c/etalon/settings.json");
  EXPECT_EQ(paths.share, "/opt/share/etalon");
}

TEST(Paths, home_is_used_where_xdg_is_missing_or_relative) {
  const auto paths = find_paths(environment({{"HOME", "/somewhere/a"}, {"XDG_DATA_HOME", "rel"}}), "/usr/bin/etalon");
  EXPECT_EQ(paths.journal, "/somewhere/a/.local/share/etalon/etalon.db");
  EXPECT_EQ(paths.settings, "/somewhere/a/.config/etalon/settings.json");
}

TEST(Paths, share_can_be_named) {
  EXPECT_EQ(find_paths(environment({{"ETALON_SHARE", "/s"}}), "/usr/bin/etalon").share, "/s");
}

TEST(Image, a_png_file_is_written_whole) {
  const auto file = std::filesystem::temp_directory_path() / "etalon-image-test.png";
  ASSERT_TRUE(write_png(file, {2, 1, {255, 0, 0, 0, 255, 0}}));
  const auto bytes = read_file(file, 1 << 20);
  ASSERT_TRUE(bytes);
  EXPECT_EQ(bytes->substr(1, 3), "PNG");
  EXPECT_EQ(bytes->substr(bytes->size() - 8, 4), "IEND");
  std::filesystem::remove(file);
}

TEST(Jobs, outcomes_arrive_on_the_thread_that_settles) {
  std::atomic<int> woken = 0;
  Jobs jobs([&] { ++woken; });
  std::thread::id worked, finished;
  jobs.start([&]() -> Jobs::Finish {
    worked = std::this_thread::get_id();
    return [&] { finished = std::this_thread::get_id(); };
  });
  jobs.settle_all();
  EXPECT_EQ(finished, std::this_thread::get_id());
  EXPECT_NE(worked, finished);
  EXPECT_EQ(woken, 1);
}

TEST(Chord, letters_digits_and_signs_are_named) {
  EXPECT_EQ(chord_of({toolkit::Key::P, {}, 0, false}), (KeyChord{Key::Character, 'P', false, false}));
  EXPECT_EQ(chord_of({toolkit::Key::Digit0, {.ctrl = true}, 0, false}), (KeyChord{Key::Character, '0', true, false}));
  EXPECT_EQ(chord_of({toolkit::Key::Question, {}, U'?', false}), (KeyChord{Key::Character, '?', false, false}));
  EXPECT_EQ(chord_of({toolkit::Key::Tab, {.shift = true}, 0, false}), (KeyChord{Key::Tab, 0, false, true}));
}

TEST(Chord, keys_held_with_alt_are_the_systems) {
  EXPECT_EQ(chord_of({toolkit::Key::P, {.alt = true}, 0, false}), std::nullopt);
}

TEST(Problem, says_what_is_wrong_and_offers_to_try_again) {
  Problem problem({ErrorKind::Input, msg("The pack is broken"), msg("Mend line 3"), {"pack.yaml", 3}}, Catalogue{}, {});
  const auto body = std::get<CalibrationListScreen>(problem.screen().body);
  EXPECT_NE(body.subtitle.find("The pack is broken"), std::string::npos);
  EXPECT_EQ(body.empty_text, "Mend line 3");
  problem.handle(*problem.intent_of({Key::Enter, 0, false, false}), {});
  EXPECT_TRUE(problem.wants_retry());
}

TEST(Workshop, a_file_that_is_no_journal_is_refused_and_left_alone) {
  const auto file = std::filesystem::temp_directory_path() / "etalon-not-a-journal.db";
  ASSERT_TRUE(write_file(file, "not a journal"));
  const ManualClock clock;
  SeededRng rng(1);
  const auto shop = Workshop::open({std::filesystem::path(ETALON_BINARY_DIR) / "share" / "etalon",
                                    std::filesystem::path(ETALON_SOURCE_DIR) / "scenarios" / "starter",
                                    file,
                                    {},
                                    {},
                                    0},
                                   clock, rng, [] {});
  ASSERT_FALSE(shop);
  EXPECT_EQ(*read_file(file, 100), "not a journal");
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace etalon::ui
