// What is not a journal, cannot be used, or is in somebody else's hands: each says its own thing.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <thread>

#include "sim/journal/journal.h"
#include "tests/journal/scripted.h"

namespace etalon::journal {
namespace {

using scripted::TemporaryFolder;
using testing::HasSubstr;

class OpenTest : public testing::Test {
 protected:
  void write(const std::string& bytes) { std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes; }
  std::string bytes() {
    if (!std::filesystem::is_regular_file(path)) return {};
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void expect_refused(ErrorKind kind, const char* what, OpenMode mode = OpenMode::ReadWrite) {
    const std::string before = bytes();
    const auto opened = Journal::open(path, mode);
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().kind, kind);
    EXPECT_THAT(english(opened.error()), HasSubstr(what));
    EXPECT_FALSE(opened.error().mend.text.empty());
    EXPECT_EQ(bytes(), before);
  }

  const TemporaryFolder folder;
  const std::filesystem::path path = folder / "etalon.db";
};

// Runs `work` in a child that is not root, for whom permissions count; whether it returned true.
bool as_ordinary_user(const std::function<bool()>& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::getuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(2);
    ::_exit(work() ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool refuses(const std::filesystem::path& path, const char* what) {
  const auto opened = Journal::open(path);
  return !opened && opened.error().kind == ErrorKind::Environment && english(opened.error()).find(what) != std::string::npos;
}

TEST_F(OpenTest, a_text_is_not_a_journal) {
  write("unit,rater,value\n1,A,yes\n" + std::string(200, 'x'));
  expect_refused(ErrorKind::Input, "not a journal");
}

TEST_F(OpenTest, an_empty_file_is_not_a_journal) {
  write("");
  expect_refused(ErrorKind::Input, "not a journal");
}

TEST_F(OpenTest, a_torn_header_is_not_a_journal) {
  write("SQLite format 3");
  expect_refused(ErrorKind::Input, "not a journal");
}

TEST_F(OpenTest, a_database_of_another_program_is_not_a_journal) {
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE record(x)");
  expect_refused(ErrorKind::Input, "not a journal");
}

TEST_F(OpenTest, a_folder_is_not_a_journal) {
  std::filesystem::create_directory(path);
  expect_refused(ErrorKind::Input, "is a folder");
}

TEST_F(OpenTest, a_device_is_not_a_journal) { EXPECT_EQ(Journal::open("/dev/null").error().kind, ErrorKind::Input); }

TEST_F(OpenTest, a_missing_journal_is_not_made_for_reading) {
  expect_refused(ErrorKind::Input, "no such journal", OpenMode::ReadOnly);
  EXPECT_FALSE(std::filesystem::exists(path));
  EXPECT_EQ(verify(path).error().kind, ErrorKind::Input);
  EXPECT_EQ(rebuild(path).error().kind, ErrorKind::Input);
  EXPECT_EQ(backup(path, folder / "copy.db").error().kind, ErrorKind::Input);
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_F(OpenTest, a_journal_of_a_newer_etalon_is_refused_with_the_reason) {
  Journal::open(path)->reset();
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
  expect_refused(ErrorKind::Input, "newer Étalon (layout 99");
  EXPECT_EQ(verify(path).error().kind, ErrorKind::Input);
}

TEST_F(OpenTest, a_journal_with_other_tables_is_damaged) {
  Journal::open(path)->reset();
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec("DROP TABLE decision");
  expect_refused(ErrorKind::Environment, "damaged journal");
}

TEST_F(OpenTest, a_journal_that_is_cut_off_is_damaged) {
  Journal::open(path)->reset();
  std::filesystem::resize_file(path, 8192);
  expect_refused(ErrorKind::Environment, "damaged journal");
}

TEST_F(OpenTest, a_journal_is_not_begun_over_the_log_of_a_lost_one) {
  std::ofstream(folder / "etalon.db-wal") << "frames of a journal that is gone";
  expect_refused(ErrorKind::Environment, "left over");
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST_F(OpenTest, names_that_mean_something_to_sqlite_are_only_names) {
  const auto old = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  EXPECT_TRUE(Journal::open("file:odd?mode=memory#%41.db").has_value());
  EXPECT_TRUE(Journal::open(":memory:").has_value());
  std::filesystem::current_path(old);
  EXPECT_TRUE(std::filesystem::exists(folder / "file:odd?mode=memory#%41.db"));
  EXPECT_TRUE(std::filesystem::exists(folder / ":memory:"));
}

TEST_F(OpenTest, a_read_only_file_says_so_and_can_still_be_read) {
  Journal::open(path)->reset();
  std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
  std::filesystem::permissions(path, std::filesystem::perms(0444));
  EXPECT_TRUE(as_ordinary_user([&] { return refuses(path, "a journal that you may not write to"); }));
  EXPECT_TRUE(as_ordinary_user([&] { return Journal::open(path, OpenMode::ReadOnly).has_value(); }));
}

TEST_F(OpenTest, a_read_only_folder_says_so_and_can_still_be_read) {
  Journal::open(path)->reset();
  std::filesystem::permissions(path, std::filesystem::perms(0666));
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
  EXPECT_TRUE(as_ordinary_user([&] { return refuses(path, "a folder that you may not write to"); }));
  EXPECT_TRUE(as_ordinary_user([&] { return Journal::open(path, OpenMode::ReadOnly)->get()->head().has_value(); }));
  EXPECT_TRUE(as_ordinary_user([&] { return verify(path).has_value(); }));
  EXPECT_TRUE(as_ordinary_user([&] { return refuses(folder / "new.db", "cannot be created"); }));
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
}

TEST_F(OpenTest, a_file_that_may_not_be_read_says_so) {
  Journal::open(path)->reset();
  std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
  std::filesystem::permissions(path, std::filesystem::perms::none);
  EXPECT_TRUE(as_ordinary_user([&] { return refuses(path, "cannot be read"); }));
}

class Lock {
 public:
  explicit Lock(const std::filesystem::path& path)
      : database_(path.string(), SQLite::OPEN_READWRITE), held_(database_, SQLite::TransactionBehavior::IMMEDIATE) {}

 private:
  SQLite::Database database_;
  SQLite::Transaction held_;
};

TEST_F(OpenTest, a_second_program_waits_for_the_first) {
  auto journal = Journal::open(path);
  SessionState state = scripted::session("A");
  auto lock = std::make_unique<Lock>(path);
  std::thread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    lock.reset();
  });
  EXPECT_TRUE(scripted::play(**journal, state, scripted::pack(), 1).has_value());
  other.join();
}

TEST_F(OpenTest, a_second_program_that_has_waited_long_enough_says_so_and_can_go_on_later) {
  auto journal = Journal::open(path);
  SessionState state = scripted::session("A");
  {
    const Lock lock(path);
    const auto waited = scripted::play(**journal, state, scripted::pack(), 1);
    ASSERT_FALSE(waited.has_value());
    EXPECT_EQ(waited.error().kind, ErrorKind::Environment);
    EXPECT_THAT(english(waited.error()), HasSubstr("another program is writing to this journal"));
    EXPECT_TRUE((*journal)->head().has_value()) << "reading needs no turn";
  }
  EXPECT_TRUE(scripted::play(**journal, state, scripted::pack(), 1).has_value());
}

}  // namespace
}  // namespace etalon::journal
