#include "sim/scenario/folder_watch.h"

#include <gtest/gtest.h>

#include "tests/unit/sim/scenario/temp_pack.h"

namespace etalon::scenario {
namespace {

namespace fs = std::filesystem;

// Does at each look what `at` says for its number (from 1), and stops after `last`.
struct Script {
  std::function<void(int)> at;
  int last = 10;
  int looks = 0;
  std::function<bool()> pause() {
    return [this] {
      if (++looks > last) return false;
      if (at) at(looks);
      return true;
    };
  }
};

TEST(FolderWatch, stops_when_it_is_told_to_and_nothing_changed) {
  const TempPack temp;
  FolderWatch watch({temp.folder()});
  Script script{{}, 3};
  EXPECT_FALSE(watch.wait(script.pause()));
  EXPECT_EQ(script.looks, 4);
}

TEST(FolderWatch, waits_until_the_files_are_at_rest) {
  const TempPack temp;
  FolderWatch watch({temp.folder()});
  Script script{[&](int look) {
    if (look >= 2 && look <= 5) temp.write("scenarios/S1.yaml", std::string(static_cast<std::size_t>(look), '#'));
  }};
  EXPECT_TRUE(watch.wait(script.pause()));
  EXPECT_EQ(script.looks, 6);
}

TEST(FolderWatch, notices_what_changed_while_nobody_waited) {
  const TempPack temp;
  FolderWatch watch({temp.folder()});
  temp.write("pack.yaml", "format: 1\n");
  EXPECT_TRUE(watch.wait(Script{}.pause()));
  EXPECT_FALSE(watch.wait(Script{}.pause()));
}

TEST(FolderWatch, notices_a_change_that_keeps_the_size_a_new_file_and_a_removed_one) {
  const TempPack temp;
  FolderWatch watch({temp.folder()});
  const fs::path file = temp.folder() / "pack.yaml";
  fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(1));
  EXPECT_TRUE(watch.wait(Script{}.pause()));
  temp.write("scenarios/new.yaml", "");
  EXPECT_TRUE(watch.wait(Script{}.pause()));
  fs::remove(temp.folder() / "scenarios/new.yaml");
  EXPECT_TRUE(watch.wait(Script{}.pause()));
  EXPECT_FALSE(watch.wait(Script{}.pause()));
}

TEST(FolderWatch, watches_a_single_file_and_survives_a_folder_that_vanishes) {
  const TempPack temp;
  FolderWatch watch({temp.folder() / "pack.yaml", temp.folder() / "scenarios"});
  temp.write("scheme.yaml", "");
  EXPECT_FALSE(watch.wait(Script{}.pause()));
  temp.write("pack.yaml", "");
  EXPECT_TRUE(watch.wait(Script{}.pause()));
  fs::remove_all(temp.folder() / "scenarios");
  EXPECT_TRUE(watch.wait(Script{}.pause()));
}

}  // namespace
}  // namespace etalon::scenario
