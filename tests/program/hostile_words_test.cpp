// `etalon words build` with plain words that are none.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/program/program.h"
#include "tests/unit/sim/scenario/temp_pack.h"

namespace etalon {
namespace {

using scenario::TempPack;

class HostileWordsInTheProgram : public testing::Test {
 protected:
  void write(std::string_view bytes) const { folder_.write("plain.txt", bytes); }
  support::Ended build(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"words", "build", "L11", path("plain.txt"), "--out", path("L11.words")});
    return run_etalon(std::move(more));
  }
  std::string path(const char* name) const { return (folder_.folder() / name).string(); }
  void expect_refused(int status, const std::string& said, const std::vector<std::string>& more = {}) const {
    const support::Ended ended = build(more);
    EXPECT_EQ(ended.status, status);
    EXPECT_THAT(ended.err, testing::HasSubstr(said));
    EXPECT_FALSE(std::filesystem::exists(path("L11.words")));
  }

  const TempPack folder_;  // any folder will do
};

TEST_F(HostileWordsInTheProgram, that_are_no_text_are_refused_with_their_line) {
  write("blorvine\ncaf\xE9\n");
  expect_refused(3, "plain.txt:2: is not UTF-8 text");
  write({"blorvine\n\0\0\0", 12});
  expect_refused(3, "plain.txt:2: an entry has 1 to 4 words");
}

TEST_F(HostileWordsInTheProgram, without_an_end_are_refused) {
  write("");
  std::filesystem::resize_file(path("plain.txt"), 100'000'000);
  expect_refused(3, "plain.txt: is 100000000 bytes long");
  std::filesystem::resize_file(path("plain.txt"), 8'000'000);
  expect_refused(3, "plain.txt:1: an entry has 1 to 4 words");
}

TEST_F(HostileWordsInTheProgram, in_a_pipe_or_a_folder_are_refused) {
  ASSERT_EQ(::mkfifo(path("plain.txt").c_str(), 0600), 0);
  expect_refused(3, "plain.txt: is not a regular file");
  std::filesystem::remove(path("plain.txt"));
  std::filesystem::create_directory(path("plain.txt"));
  expect_refused(3, "plain.txt: is not a regular file");
}

TEST_F(HostileWordsInTheProgram, get_no_source_of_two_lines) {
  write("blorvine\n");
  expect_refused(2, "the source of a list is one line of text", {"--source", "invented\nentries: 9"});
}

TEST_F(HostileWordsInTheProgram, as_many_as_are_read_take_little_memory) {
  std::ofstream out(path("plain.txt"), std::ios::binary);
  for (int i = 100'000; i < 1'100'000; ++i) out << i << '\n';
  out.close();
  const support::Ended ended = build();
  EXPECT_EQ(ended.status, 0) << ended.err;
}

}  // namespace
}  // namespace etalon
