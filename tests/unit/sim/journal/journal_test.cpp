#include "sim/journal/journal.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "tests/journal/scripted.h"

namespace etalon::journal {
namespace {

using scripted::TemporaryFolder;

class JournalTest : public testing::Test {
 protected:
  void SetUp() override { reopen(); }
  void reopen(OpenMode mode = OpenMode::ReadWrite) {
    journal.reset();
    auto opened = Journal::open(path, mode);
    ASSERT_TRUE(opened.has_value()) << english(opened.error());
    journal = std::move(*opened);
  }
  SessionState play(const char* id, int commands = 1000) {
    SessionState state = scripted::session(id);
    EXPECT_TRUE(scripted::play(*journal, state, pack, commands).has_value());
    return state;
  }
  StreamAppend start(const char* id, const char* analyst, std::optional<CalibrationId> calibration = {}) {
    SessionStarted started = scripted::start(pack, analyst, calibration ? Mode::Calibration : Mode::Practice);
    started.calibration = std::move(calibration);
    return scripted::append_of(scripted::session(id), SessionCommand(StartSession{started}), pack, Instant{at++});
  }

  const Pack pack = scripted::pack();
  const TemporaryFolder folder;
  const std::filesystem::path path = folder / "data" / "etalon.db";
  std::unique_ptr<Journal> journal;
  std::int64_t at = 100;
};

TEST_F(JournalTest, a_new_journal_is_empty_and_its_folder_is_made) {
  EXPECT_EQ(journal->head()->sequence, 0u);
  EXPECT_EQ(journal->head()->hash, Hash{});
  EXPECT_TRUE(journal->sessions(std::nullopt)->empty());
  EXPECT_TRUE(journal->load(StreamId("session/none"))->empty());
}

TEST_F(JournalTest, only_its_owner_may_read_a_new_journal) {
  struct stat info {};
  ASSERT_EQ(::stat(path.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600u);
}

TEST_F(JournalTest, load_gives_back_what_append_was_given) {
  const SessionState played = play("A");
  reopen();
  EXPECT_EQ(scripted::resume(*journal, played.id), played);
  const auto events = journal->load(stream_of(played.id));
  ASSERT_EQ(events->size(), played.version);
  for (std::size_t i = 0; i < events->size(); ++i) {
    EXPECT_EQ((*events)[i].version, i + 1);
    EXPECT_EQ((*events)[i].sequence, i + 1);
  }
}

TEST_F(JournalTest, the_head_moves_with_every_append) {
  const auto first = journal->append({start("A", "NOVA")});
  const auto second = journal->append({start("B", "NOVA")});
  EXPECT_EQ(first->sequence, 1u);
  EXPECT_EQ(second->sequence, 2u);
  EXPECT_NE(first->hash, second->hash);
  EXPECT_EQ(journal->head()->hash, second->hash);
}

TEST_F(JournalTest, the_same_events_give_the_same_hashes_anywhere) {
  const TemporaryFolder elsewhere;
  auto other = Journal::open(elsewhere / "other.db");
  SessionState state = scripted::session("A");
  ASSERT_TRUE(scripted::play(**other, state, pack, 1000).has_value());
  play("A");
  EXPECT_EQ(journal->head()->hash, (*other)->head()->hash);
}

TEST_F(JournalTest, append_refuses_a_stale_sequence_and_records_nothing) {
  const SessionState state = play("A", 2);
  const auto stale = journal->append({start("B", "NOVA"), {stream_of(state.id), 1, {{Instant{1}, SessionClosed{}}}}});
  ASSERT_FALSE(stale.has_value());
  EXPECT_EQ(stale.error().kind, ErrorKind::Usage);
  EXPECT_EQ(journal->head()->sequence, 2u);
  EXPECT_TRUE(journal->load(StreamId("session/B"))->empty());
}

TEST_F(JournalTest, append_refuses_a_version_that_is_not_there_yet) {
  EXPECT_EQ(journal->append({{StreamId("session/A"), 1, {{Instant{1}, SessionClosed{}}}}}).error().kind, ErrorKind::Usage);
}

TEST_F(JournalTest, append_refuses_a_decision_of_a_session_that_never_started) {
  const auto refused = journal->append({{StreamId("session/A"), 0, {{Instant{1}, DecisionRecorded{}}}}});
  EXPECT_EQ(refused.error().kind, ErrorKind::Usage);
  EXPECT_EQ(journal->head()->sequence, 0u);
}

TEST_F(JournalTest, append_refuses_an_event_in_a_stream_of_another_kind) {
  const auto refused = journal->append({{StreamId("session/A"), 0, {{Instant{1}, CalibrationOpened{}}}}});
  EXPECT_EQ(refused.error().kind, ErrorKind::Usage);
}

TEST_F(JournalTest, one_batch_may_write_to_several_streams_and_twice_to_one) {
  StreamAppend first = start("A", "NOVA");
  const StreamAppend again{first.stream, 1, {{Instant{1}, SessionClosed{false}}}};
  ASSERT_TRUE(journal->append({first, start("B", "LYRA"), again}).has_value());
  EXPECT_EQ(journal->load(first.stream)->size(), 2u);
  EXPECT_EQ(journal->load(first.stream)->back().sequence, 3u);
}

TEST_F(JournalTest, an_empty_append_changes_nothing) {
  play("A", 3);
  EXPECT_EQ(journal->append({})->sequence, 3u);
}

TEST_F(JournalTest, sessions_are_listed_newest_first_with_their_progress) {
  play("A");
  play("B", 1);
  const auto rows = *journal->sessions(std::nullopt);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].id, SessionId("B"));
  EXPECT_FALSE(rows[0].closed);
  EXPECT_EQ(rows[1].decided, 4);
  EXPECT_EQ(rows[1].scenarios, 4);
  EXPECT_TRUE(rows[1].closed);
  EXPECT_EQ(rows[1].pack, pack.ref);
}

TEST_F(JournalTest, sessions_of_one_analyst_and_all_analysts) {
  ASSERT_TRUE(journal->append({start("A", "NOVA"), start("B", "LYRA"), start("C", "NOVA")}).has_value());
  const auto rows = *journal->sessions(AnalystId("NOVA"));
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].id, SessionId("C"));
  EXPECT_THAT(*journal->analysts(), testing::ElementsAre(AnalystId("LYRA"), AnalystId("NOVA")));
}

TEST_F(JournalTest, decisions_come_back_as_they_were_recorded) {
  const SessionState state = play("A");
  const auto rows = *journal->decisions({});
  ASSERT_EQ(rows.size(), 4u);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].decision, *state.progress[i].decision);
    EXPECT_EQ(rows[i].session, state.id);
    EXPECT_EQ(rows[i].analyst, AnalystId("NOVA"));
  }
}

TEST_F(JournalTest, decisions_are_filtered_by_session_time_and_number) {
  play("A");
  play("B");
  DecisionFilter filter;
  filter.session = SessionId("B");
  const auto of_b = *journal->decisions(filter);
  ASSERT_EQ(of_b.size(), 4u);
  filter.from = of_b[1].at;
  filter.to = of_b[3].at;  // not included
  EXPECT_EQ(journal->decisions(filter)->size(), 2u);
  filter = {};
  filter.last = 3;
  const auto newest = *journal->decisions(filter);
  ASSERT_EQ(newest.size(), 3u);
  EXPECT_EQ(newest.front().sequence, of_b[1].sequence);
  filter.last = 0;
  EXPECT_TRUE(journal->decisions(filter)->empty());
  filter = {};
  filter.analyst = AnalystId("NOBODY");
  EXPECT_TRUE(journal->decisions(filter)->empty());
}

TEST_F(JournalTest, a_text_that_looks_like_sql_is_only_a_text) {
  const char* evil = "'; DROP TABLE record; --";
  ASSERT_TRUE(journal->append({start(evil, evil)}).has_value());
  EXPECT_EQ(journal->sessions(AnalystId(evil))->front().id, SessionId(evil));
  EXPECT_EQ(journal->load(stream_of(SessionId(evil)))->size(), 1u);
}

TEST_F(JournalTest, a_calibration_moves_with_its_votes) {
  const CalibrationId id("C1");
  CalibrationState state;
  state.id = id;
  const auto carry_out = [&](const CalibrationCommand& command) {
    const StreamAppend part = scripted::append_of(state, command, pack, Instant{at++});
    for (const Event& event : part.events) apply(state, event);
    return part;
  };
  CalibrationOpened opening{"Avril",  AnalystId("LEAD"),  {AnalystId("NOVA"), AnalystId("LYRA")}, {pack.scenarios[0].id},
                            pack.ref, pack.scheme.version};
  ASSERT_TRUE(journal->append({carry_out(OpenCalibration{opening})}).has_value());
  ASSERT_TRUE(
      journal->append({start("A", "NOVA", id), carry_out(CompleteVote{AnalystId("NOVA"), SessionId("A")})}).has_value());
  EXPECT_EQ(journal->calibrations()->front().votes, 1);
  EXPECT_FALSE(journal->calibrations()->front().closed);
  ASSERT_TRUE(journal->append({carry_out(CompleteVote{AnalystId("LYRA"), SessionId("B")})}).has_value());
  const CalibrationRow row = journal->calibrations()->front();
  EXPECT_EQ(row.votes, 2);
  EXPECT_EQ(row.analysts, 2);
  EXPECT_TRUE(row.closed);
  EXPECT_EQ(row.title, "Avril");
  EXPECT_EQ(journal->sessions(std::nullopt)->front().calibration, id);
}

TEST_F(JournalTest, decisions_are_filtered_by_calibration) {
  play("A");
  ASSERT_TRUE(journal->append({start("B", "LYRA", CalibrationId("C1"))}).has_value());
  SessionState state = scripted::resume(*journal, SessionId("B"));
  ASSERT_TRUE(scripted::play(*journal, state, pack, 1000).has_value());
  DecisionFilter filter;
  filter.calibration = CalibrationId("C1");
  const auto rows = *journal->decisions(filter);
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows.front().mode, Mode::Calibration);
  EXPECT_EQ(rows.front().calibration, CalibrationId("C1"));
}

TEST_F(JournalTest, a_journal_open_for_reading_follows_another_program_but_does_not_write) {
  auto reader = Journal::open(path, OpenMode::ReadOnly);
  ASSERT_TRUE(reader.has_value());
  play("A", 3);
  EXPECT_EQ((*reader)->head()->sequence, 3u);
  EXPECT_EQ((*reader)->append({start("B", "NOVA")}).error().kind, ErrorKind::Usage);
}

TEST_F(JournalTest, two_programs_take_turns) {
  auto other = Journal::open(path);
  ASSERT_TRUE(other.has_value());
  SessionState mine = scripted::session("A"), theirs = scripted::session("B");
  while (!mine.closed) {
    ASSERT_TRUE(scripted::play(*journal, mine, pack, 1).has_value());
    ASSERT_TRUE(scripted::play(**other, theirs, pack, 1).has_value());
  }
  EXPECT_FALSE(verify(path)->broken.has_value());
}

TEST_F(JournalTest, two_programs_on_one_session_do_not_both_win) {
  auto other = Journal::open(path);
  SessionState mine = play("A", 4);
  SessionState theirs = mine;
  ASSERT_TRUE(scripted::play(*journal, mine, pack, 1).has_value());
  EXPECT_EQ(scripted::play(**other, theirs, pack, 1).error().kind, ErrorKind::Usage);
}

}  // namespace
}  // namespace etalon::journal
