// What the application needs of a journal. sim/journal implements it on SQLite.
#pragma once

#include <optional>
#include <vector>

#include "sim/domain/calibration.h"
#include "sim/domain/session.h"

namespace etalon {

struct StoredEvent {
  std::uint64_t sequence = 0;  // 1, 2, 3 … over the whole journal
  StreamId stream;
  std::uint64_t version = 0;  // 1, 2, 3 … within the stream
  Event event;
};

// Events for one stream, made against its state at `expected_version`.
struct StreamAppend {
  StreamId stream;
  std::uint64_t expected_version = 0;
  std::vector<Event> events;
};

struct Head {
  std::uint64_t sequence = 0;
  Hash hash{};  // of the last record; all zero in an empty journal
};

// Rows of the read tables.
struct SessionRow {
  SessionId id;
  AnalystId analyst;
  Mode mode = Mode::Practice;
  PackRef pack;
  std::string scheme_version;
  std::optional<CalibrationId> calibration;
  Instant started_at;
  PackStatus pack_status = PackStatus::NotSaid;
  int scenarios = 0;
  int decided = 0;
  bool closed = false;
};

struct DecisionRow {
  std::uint64_t sequence = 0;
  SessionId session;
  AnalystId analyst;
  Mode mode = Mode::Practice;
  std::optional<CalibrationId> calibration;
  Instant at;
  DecisionRecorded decision;
};

struct CalibrationRow {
  CalibrationId id;
  std::string title;
  AnalystId lead;
  Instant opened_at;
  int analysts = 0;
  int votes = 0;
  bool closed = false;
};

struct DecisionFilter {
  std::optional<AnalystId> analyst;
  std::optional<SessionId> session;
  std::optional<CalibrationId> calibration;
  std::optional<Instant> from, to;  // from <= at < to
  std::optional<std::size_t> last;  // only the newest so many
};

class Store {
 public:
  virtual ~Store() = default;
  // All of it in one transaction, durable when it returns. A stale expected_version is refused (Usage).
  virtual Result<Head> append(const std::vector<StreamAppend>& batch) = 0;
  virtual Result<std::vector<StoredEvent>> load(const StreamId& stream) = 0;
  virtual Result<Head> head() = 0;
  virtual Result<std::vector<SessionRow>> sessions(const std::optional<AnalystId>& analyst) = 0;  // newest first
  virtual Result<std::vector<DecisionRow>> decisions(const DecisionFilter& filter) = 0;           // by sequence
  virtual Result<std::vector<CalibrationRow>> calibrations() = 0;                                 // newest first
  virtual Result<std::vector<AnalystId>> analysts() = 0;
  // The content of a pack under its hash, kept once: so that a session can always be shown with the texts it saw.
  virtual Result<void> keep_pack(const Hash& pack, const PackContent& content) = 0;
  virtual Result<std::optional<PackContent>> kept_pack(const Hash& pack) = 0;  // empty: never kept
};

}  // namespace etalon
