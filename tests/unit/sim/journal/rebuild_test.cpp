#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <atomic>
#include <thread>

#include "sim/journal/journal.h"
#include "tests/journal/scripted.h"
#include "tests/unit/sim/journal/tamper.h"

namespace etalon::journal {
namespace {

using scripted::TemporaryFolder;

// Plays whatever the rules allow, in random order and in random batches, and remembers what must come of it.
class RandomPlay {
 public:
  explicit RandomPlay(Store& store) : store_(store) {}

  void step() {
    if (*rc::gen::inRange(0, 12) == 0) {
      calibration_step();
    } else {
      session_step();
    }
    if (*rc::gen::inRange(0, 3) == 0) write();
  }
  void write() {
    RC_ASSERT(store_.append(batch_).has_value());
    batch_.clear();
  }
  const std::map<std::string, SessionState>& sessions() const { return sessions_; }

 private:
  template <class State, class Command>
  void carry_out(State& state, const Command& command) {
    auto bodies = decide(state, command, pack_);
    if (!bodies) return;  // the rules refuse it: nothing happens
    StreamAppend part{stream_of(state.id), state.version, {}};
    for (EventBody& body : *bodies) {
      part.events.push_back({Instant{*rc::gen::inRange<std::int64_t>(0, 2'000'000'000'000)}, std::move(body)});
      apply(state, part.events.back());
    }
    batch_.push_back(std::move(part));
  }

  void session_step() {
    const std::string id = *rc::gen::element<std::string>("A", "B", "C", "D");
    SessionState& state = sessions_.try_emplace(id, scripted::session(id.c_str())).first->second;
    if (state.version == 0 && *rc::gen::arbitrary<bool>()) {
      SessionStarted start = scripted::start(pack_, "LYRA", Mode::Calibration);
      start.calibration = CalibrationId("C1");
      return carry_out(state, SessionCommand(StartSession{start}));
    }
    const bool stop = *rc::gen::inRange(0, 20) == 0;
    carry_out(state, stop ? SessionCommand(CloseSession{}) : scripted::next_command(state, pack_));
  }

  void calibration_step() {
    calibration_.id = CalibrationId("C1");
    const AnalystId who(*rc::gen::element<std::string>("NOVA", "LYRA"));
    const CalibrationOpened opening{
        "Avril",   AnalystId("LEAD"),   {AnalystId("NOVA"), AnalystId("LYRA")}, {pack_.scenarios[0].id},
        pack_.ref, pack_.scheme.version};
    carry_out(calibration_, *rc::gen::element<CalibrationCommand>(OpenCalibration{opening},
                                                                  CompleteVote{who, SessionId("A")}, CloseRound{}));
  }

  Store& store_;
  const Pack pack_ = scripted::pack(2);
  std::vector<StreamAppend> batch_;
  std::map<std::string, SessionState> sessions_;
  CalibrationState calibration_;
};

TEST(Rebuild, read_tables_rebuilt_from_any_history_are_byte_for_byte_the_live_ones) {
  EXPECT_TRUE(rc::check([] {
    const TemporaryFolder folder;
    const auto path = folder / "etalon.db";
    {
      auto journal = Journal::open(path);
      RandomPlay play(**journal);
      const int steps = *rc::gen::inRange(0, 120);
      for (int i = 0; i < steps; ++i) play.step();
      play.write();
      for (const auto& [id, state] : play.sessions()) {
        const bool same = scripted::resume(**journal, SessionId(id)) == state;
        RC_ASSERT(same);
      }
    }
    const auto report = verify(path);
    RC_ASSERT(report.has_value() && !report->broken);
    const Hash live = *read_tables_digest(path);
    RC_ASSERT(rebuild(path).has_value());
    RC_ASSERT(hex(*read_tables_digest(path)) == hex(live));
  }));
}

TEST(Rebuild, mends_read_tables_that_were_emptied) {
  const TemporaryFolder folder;
  const auto path = folder / "etalon.db";
  SessionState state = scripted::session("A");
  ASSERT_TRUE(scripted::play(**Journal::open(path), state, scripted::pack(), 1000).has_value());
  const auto live = read_tables_digest(path);
  tamper(path, "DELETE FROM decision; DELETE FROM session");
  ASSERT_NE(read_tables_digest(path), live);
  ASSERT_TRUE(rebuild(path).has_value());
  EXPECT_EQ(read_tables_digest(path), live);
}

class BackupTest : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = Journal::open(path);
    ASSERT_TRUE(opened.has_value());
    journal = std::move(*opened);
    ASSERT_TRUE(scripted::play(*journal, state, pack, 1000).has_value());
  }

  const TemporaryFolder folder;
  const std::filesystem::path path = folder / "etalon.db";
  const std::filesystem::path copy = folder / "copy.db";
  const Pack pack = scripted::pack();
  SessionState state = scripted::session("A");
  std::unique_ptr<Journal> journal;
};

TEST_F(BackupTest, a_copy_of_an_open_journal_is_a_journal_with_the_same_head) {
  ASSERT_TRUE(backup(path, copy).has_value());
  const auto report = verify(copy);
  ASSERT_TRUE(report.has_value() && !report->broken);
  EXPECT_EQ(report->head.hash, journal->head()->hash);
  EXPECT_EQ(read_tables_digest(copy), read_tables_digest(path));
  auto opened = Journal::open(copy);
  ASSERT_TRUE(opened.has_value());
  SessionState next = scripted::session("B");
  EXPECT_TRUE(scripted::play(**opened, next, pack, 3).has_value());
}

TEST_F(BackupTest, an_existing_file_is_not_overwritten) {
  ASSERT_TRUE(backup(path, copy).has_value());
  const auto again = backup(path, copy);
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().kind, ErrorKind::Usage);
  EXPECT_EQ(backup(path, path).error().kind, ErrorKind::Usage);
}

TEST_F(BackupTest, a_folder_that_is_not_there_is_an_error_of_the_environment) {
  EXPECT_EQ(backup(path, folder / "none" / "copy.db").error().kind, ErrorKind::Environment);
}

TEST_F(BackupTest, copies_made_while_another_writes_are_each_whole) {
  std::atomic<bool> stop{false};
  std::thread writer([&] {
    auto other = Journal::open(path);
    for (int number = 0; !stop; ++number) {
      SessionState next = scripted::session(("W" + std::to_string(number)).c_str());
      ETALON_ASSERT(scripted::play(**other, next, pack, 1000).has_value());
    }
  });
  std::uint64_t before = 0;
  for (int i = 0; i < 10; ++i) {
    const auto target = folder / ("copy" + std::to_string(i)).c_str();
    ASSERT_TRUE(backup(path, target).has_value());
    const auto report = verify(target);
    ASSERT_TRUE(report.has_value() && !report->broken);
    EXPECT_GE(report->head.sequence, before);
    before = report->head.sequence;
  }
  stop = true;
  writer.join();
}

}  // namespace
}  // namespace etalon::journal
