#include "sim/base/file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "sim/base/json_writer.h"

namespace etalon {
namespace {

namespace fs = std::filesystem;

class file : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              ("etalon_file_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(folder_)) out.push_back(entry.path().filename().string());
    std::sort(out.begin(), out.end());
    return out;
  }

  fs::path folder_;
};

TEST_F(file, gives_back_what_was_written) {
  ASSERT_TRUE(write_file(folder_ / "a", std::string("x\0y", 3)));
  EXPECT_EQ(*read_file(folder_ / "a", 10), std::string("x\0y", 3));
  EXPECT_EQ(names(), std::vector<std::string>{"a"}) << "nothing is left beside it";
}

TEST_F(file, is_read_in_pieces_and_says_where_it_ends) {
  ASSERT_TRUE(write_file(folder_ / "a", "0123456789"));
  const auto open = OpenFile::open(folder_ / "a", 10);
  ASSERT_TRUE(open);
  EXPECT_EQ(open->size(), 10U);
  std::string piece(4, '.');
  EXPECT_EQ(*open->read(3, piece), 4U);
  EXPECT_EQ(piece, "3456");
  EXPECT_EQ(*open->read(8, piece), 2U);
  EXPECT_EQ(piece.substr(0, 2), "89");
  EXPECT_EQ(*open->read(20, piece), 0U);
}

TEST_F(file, refuses_more_than_the_limit_before_reading_it) {
  ASSERT_TRUE(write_file(folder_ / "a", "12345"));
  const auto read = read_file(folder_ / "a", 4);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().kind, ErrorKind::Input);
  EXPECT_NE(english(read.error()).find("5 bytes long, at most 4"), std::string::npos);
}

TEST_F(file, refuses_a_folder_and_a_missing_file) {
  EXPECT_FALSE(read_file(folder_, 10));
  EXPECT_FALSE(read_file(folder_ / "none", 10));
}

TEST_F(file, leaves_the_old_file_when_the_new_one_cannot_be_written) {
  const auto wrote = write_file(folder_ / "none" / "a", "x");
  ASSERT_FALSE(wrote);
  EXPECT_EQ(wrote.error().kind, ErrorKind::Environment);
  fs::create_directory(folder_ / "taken");
  EXPECT_FALSE(write_file(folder_ / "taken", "x"));
  EXPECT_EQ(names(), std::vector<std::string>{"taken"}) << "nothing is left beside it";
}

TEST_F(file, is_written_past_the_links_that_wait_in_a_hostile_folder) {
  ASSERT_TRUE(write_file(folder_ / "victim", "precious"));
  for (const char* planted : {"a", "a.part"}) fs::create_symlink(folder_ / "victim", folder_ / planted);
  ASSERT_TRUE(write_file(folder_ / "a", "x"));
  EXPECT_EQ(*read_file(folder_ / "victim", 100), "precious");
  EXPECT_EQ(*read_file(folder_ / "a", 100), "x");
  EXPECT_FALSE(fs::is_symlink(folder_ / "a"));
}

TEST(json_writer, escapes_what_json_cannot_hold) {
  JsonWriter json;
  json.begin_object().field("a\"", "b\\\n\x01é").field("n", 0.1).field("t", true).key("l").begin_array();
  json.value(1).value(2).end_array().end_object();
  EXPECT_EQ(json.text(), "{\"a\\\"\":\"b\\\\\\n\\u0001é\",\"n\":0.1,\"t\":true,\"l\":[1,2]}");
}

}  // namespace
}  // namespace etalon
