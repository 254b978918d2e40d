// The journal against SQLite with nothing around it, in one run: ratios, and whether each keeps its limit.
// etalon_bench_journal [decisions of the long journal, default 1000000]
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "sim/journal/journal.h"
#include "tests/bench/bare_sqlite.h"
#include "tests/journal/scripted.h"

namespace etalon::bench {
namespace {

using scripted::TemporaryFolder;

constexpr int kScenariosPerSession = 16;

double seconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

bool report(const char* what, double measured, double limit, const char* unit) {
  const bool kept = measured <= limit;
  std::printf("%-62s %9.3f %s (at most %g)  %s\n", what, measured, unit, limit, kept ? "ok" : "MISSED");
  return kept;
}

std::unique_ptr<journal::Journal> open_or_die(const std::filesystem::path& path) {
  auto opened = journal::Journal::open(path);
  if (!opened) std::fprintf(stderr, "%s\n", english(opened.error()).c_str());
  ETALON_ASSERT(opened.has_value());
  return std::move(*opened);
}

SQLite::Database look_into(const std::filesystem::path& path) { return {path.string(), SQLite::OPEN_READONLY}; }

void then(StreamAppend& part, SessionState& state, const Pack& pack, const SessionCommand& command, Instant at) {
  for (Event& event : scripted::append_of(state, command, pack, at).events) {
    apply(state, event);
    part.events.push_back(std::move(event));
  }
}

// The commands of a whole session: start, then open and decide each scenario, then close.
using Script = std::vector<SessionCommand>;

RecordDecision decision_on(const Pack& pack, const ScenarioId& scenario, std::size_t seed) {
  return {scenario, scripted::answers(pack, seed), {FactId("f0")}, "Le fait f0 l’emporte sur le contexte.", {41'000, 2'000}};
}

std::vector<Script> scripts(const Pack& pack) {
  std::vector<Script> all;
  for (std::size_t number = 0; number < 40; ++number) {
    Script script{StartSession{scripted::start(pack, ("A" + std::to_string(number)).c_str())}};
    for (const Scenario& scenario : pack.scenarios) {
      script.push_back(OpenScenario{scenario.id});
      script.push_back(decision_on(pack, scenario.id, number));
    }
    script.push_back(CloseSession{});
    all.push_back(std::move(script));
  }
  return all;
}

// A whole session as one append.
StreamAppend whole_session(const Pack& pack, const Script& script, int number) {
  const std::string id = hex(hash_of(std::to_string(number))).substr(0, 16);
  SessionState state = scripted::session(id.c_str());
  StreamAppend part{stream_of(state.id), 0, {}};
  const Instant at{1'760'000'000'000 + number * 1000};
  for (const SessionCommand& command : script) then(part, state, pack, command, at);
  return part;
}

void record_sessions(journal::Journal& journal, const Pack& pack, int sessions, int sessions_a_batch) {
  const std::vector<Script> all = scripts(pack);
  for (int done = 0; done < sessions;) {
    std::vector<StreamAppend> batch;
    for (int i = 0; i < sessions_a_batch && done < sessions; ++i, ++done)
      batch.push_back(whole_session(pack, all[static_cast<std::size_t>(done) % all.size()], done));
    ETALON_ASSERT(journal.append(batch).has_value());
  }
}

// One decision, durable: decide, encode, chain, record and read tables against one bare row of the same bytes.
bool one_durable_decision() {
  constexpr int kRounds = 40, kPerRound = 25;
  const TemporaryFolder folder;
  const Pack pack = scripted::pack(kRounds * kPerRound);
  auto journal = open_or_die(folder / "etalon.db");
  SessionState state = scripted::session("BENCH");
  StreamAppend opening{stream_of(state.id), 0, {}};
  then(opening, state, pack, StartSession{scripted::start(pack)}, {});
  for (const Scenario& scenario : pack.scenarios) then(opening, state, pack, OpenScenario{scenario.id}, {});
  ETALON_ASSERT(journal->append({opening}).has_value());
  std::size_t number = 0;
  const auto decide_one = [&] {
    const RecordDecision command = decision_on(pack, pack.scenarios[number].id, number);
    const StreamAppend part =
        scripted::append_of(state, SessionCommand(command), pack, Instant{static_cast<std::int64_t>(number)});
    ETALON_ASSERT(journal->append({part}).has_value());
    for (const Event& event : part.events) apply(state, event);
    ++number;
  };
  decide_one();
  SQLite::Database look = look_into(folder / "etalon.db");
  const Row row = read_table(look, "record", "WHERE type = 'decision_recorded' LIMIT 1").rows.front();
  SQLite::Database bare(folder / "bare.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  bare.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;"
      "CREATE TABLE bare(sequence INTEGER PRIMARY KEY, a, b, c, d, e, f, g, h)");
  SQLite::Statement insert_bare(bare, "INSERT INTO bare VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  bare.exec("BEGIN IMMEDIATE");  // so that both files, and both logs, have had their first growth
  for (const Row& earlier : read_table(look, "record").rows) insert(insert_bare, earlier);
  bare.exec("COMMIT");
  Row copy = row;
  copy[0].number = 1'000'000;
  std::vector<double> ours, theirs;
  for (int round = 1; round < kRounds; ++round) {
    for (int i = 0; i < kPerRound; ++i) ours.push_back(seconds(decide_one));
    for (int i = 0; i < kPerRound; ++i) {
      ++copy[0].number;
      theirs.push_back(seconds([&] {
        bare.exec("BEGIN IMMEDIATE");
        insert(insert_bare, copy);
        bare.exec("COMMIT");
      }));
    }
  }
  std::printf("one durable decision: median %.0f µs, bare SQLite %.0f µs\n", 1e6 * median(ours), 1e6 * median(theirs));
  const auto mean = [](const std::vector<double>& v) {
    double sum = 0;
    for (const double x : v) sum += x;
    return sum / static_cast<double>(v.size());
  };
  std::printf("one durable decision: mean   %.0f µs, bare SQLite %.0f µs, ratio %.3f\n", 1e6 * mean(ours),
              1e6 * mean(theirs), mean(ours) / mean(theirs));
  return report("one durable decision / bare insert and commit", median(ours) / median(theirs), 1.5, "times");
}

// The same rows and bytes into tables of the same shape, in as many transactions.
double insert_bare(const std::filesystem::path& path, SQLite::Database& look, std::size_t batches) {
  Table tables[] = {read_table(look, "record"), read_table(look, "session"), read_table(look, "decision")};
  BareSqlite bare(path, look);
  return seconds([&] {
    std::vector<SQLite::Statement> inserts;
    for (const Table& table : tables) inserts.push_back(bare.insert_into(table));
    for (std::size_t batch = 0; batch < batches; ++batch) {
      bare.begin();
      for (std::size_t t = 0; t < 3; ++t) {
        const std::vector<Row>& rows = tables[t].rows;
        for (std::size_t i = rows.size() * batch / batches; i < rows.size() * (batch + 1) / batches; ++i)
          insert(inserts[t], rows[i]);
      }
      bare.commit();
    }
  });
}

bool hundred_thousand_decisions() {
  constexpr int kSessions = 6250, kBatch = 125;
  const Pack pack = scripted::pack(kScenariosPerSession);
  std::vector<double> ours, theirs;
  for (int round = 0; round < 3; ++round) {
    const TemporaryFolder folder;
    auto journal = open_or_die(folder / "etalon.db");
    ours.push_back(seconds([&] { record_sessions(*journal, pack, kSessions, kBatch); }));
    SQLite::Database look = look_into(folder / "etalon.db");
    theirs.push_back(insert_bare(folder / "bare.db", look, kSessions / kBatch));
  }
  const double decisions = kSessions * kScenariosPerSession;
  std::printf("100,000 scripted decisions: %.0f a second, bare SQLite %.0f a second\n", decisions / median(ours),
              decisions / median(theirs));
  return report("100,000 scripted decisions / bare inserts of the same bytes", median(ours) / median(theirs), 2.0, "times");
}

// Out of the page cache, as far as the system lets us: a journal is opened cold in real life.
void forget(const std::filesystem::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  ETALON_ASSERT(fd >= 0 && ::fsync(fd) == 0 && ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED) == 0);
  ::close(fd);
}

// Until everything the first frame shows has been read.
double opening(const std::filesystem::path& path) {
  std::vector<double> times;
  for (int i = 0; i < 5; ++i) {
    forget(path);
    times.push_back(seconds([&] {
      auto journal = open_or_die(path);
      ETALON_ASSERT(journal->head() && journal->analysts() && journal->calibrations());
      ETALON_ASSERT(journal->sessions(AnalystId("A7")).has_value());
      DecisionFilter newest;
      newest.analyst = AnalystId("A7");
      newest.last = 50;
      ETALON_ASSERT(journal->decisions(newest).has_value());
    }));
  }
  return median(times);
}

bool opening_a_long_journal(int decisions) {
  const TemporaryFolder folder;
  const Pack pack = scripted::pack(kScenariosPerSession);
  open_or_die(folder / "empty.db").reset();
  const double built =
      seconds([&] { record_sessions(*open_or_die(folder / "long.db"), pack, decisions / kScenariosPerSession, 1000); });
  std::printf("journal of %d decisions: built in %.1f s, %.0f MB\n", decisions, built,
              static_cast<double>(std::filesystem::file_size(folder / "long.db")) / 1e6);
  const double empty = opening(folder / "empty.db"), full = opening(folder / "long.db");
  std::printf("opening and reading the first frame's rows: %.1f ms, empty journal %.1f ms\n", 1e3 * full, 1e3 * empty);
  const double all = seconds([&] { ETALON_ASSERT(open_or_die(folder / "long.db")->sessions(std::nullopt).has_value()); });
  std::printf("opening and reading every session: %.1f ms\n", 1e3 * all);
  return report("opening a journal of 1,000,000 decisions: more than an empty one", 1e3 * (full - empty), 300, "ms");
}

}  // namespace
}  // namespace etalon::bench

int main(int argc, char** argv) {
  const int decisions = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
  if (decisions < 1600) {
    std::fprintf(stderr, "usage: etalon_bench_journal [decisions of the long journal, at least 1600]\n");
    return 2;
  }
  const bool one = etalon::bench::one_durable_decision();
  const bool many = etalon::bench::hundred_thousand_decisions();
  const bool opening = etalon::bench::opening_a_long_journal(decisions);
  return one && many && opening ? 0 : 1;
}
