#include "sim/journal/journal.h"

#include <mutex>

#include "sim/journal/connection.h"
#include "sim/journal/failure.h"
#include "sim/journal/pack_table.h"
#include "sim/journal/projector.h"
#include "sim/journal/record_table.h"

namespace etalon::journal {

namespace {

// The record of the event that follows `head`, and the record before it in the same stream.
void fill(Record& record, const Event& event, const Head& head) {
  record.sequence = head.sequence + 1;
  ++record.version;
  record.type = type_name(event.body);
  record.type_version = type_version(event.body);
  record.at = event.at;
  record.payload = encode(event.body);
  record.previous = head.hash;
  record.hash = chain_hash(record);
}

}  // namespace

struct Journal::Parts {
  Parts(std::filesystem::path where, OpenMode how, Connection connection)
      : path(std::move(where)),
        mode(how),
        database(std::move(connection)),
        records(*database),
        tables(*database),
        packs(*database) {}

  Result<void> append(const StreamAppend& part, Head& head, Projector& projector);

  // Every method goes through here: one thread at a time, and no exception gets out.
  template <class Work>
  auto guarded(Work&& work) {
    const std::lock_guard lock(one_at_a_time);
    return journal::guarded(path, std::forward<Work>(work));
  }

  std::filesystem::path path;
  OpenMode mode;
  Connection database;
  RecordTable records;
  Tables tables;
  PackTable packs;
  std::mutex one_at_a_time;
};

Result<std::unique_ptr<Journal>> Journal::open(const std::filesystem::path& path, OpenMode mode) {
  if (mode == OpenMode::ReadWrite)
    if (auto created = create_if_missing(path); !created) return fail(std::move(created.error()));
  Result<Connection> database = mode == OpenMode::ReadWrite ? connect_to_write(path) : connect_to_read(path);
  if (!database) return fail(std::move(database.error()));
  return guarded(path, [&]() -> Result<std::unique_ptr<Journal>> {
    return std::unique_ptr<Journal>(new Journal(std::make_unique<Parts>(path, mode, std::move(*database))));
  });
}

Journal::Journal(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Journal::~Journal() = default;

const std::filesystem::path& Journal::path() const { return parts_->path; }

Result<void> Journal::Parts::append(const StreamAppend& part, Head& head, Projector& projector) {
  Record record;
  record.stream = part.stream.value;
  record.version = records.version(part.stream);
  if (record.version != part.expected_version)
    return fail(ErrorKind::Usage, msg("something has happened here since: this was made against an older state"),
                msg("look at the present state and try again"));
  for (const Event& event : part.events) {
    fill(record, event, head);
    records.insert(record);
    head = {record.sequence, record.hash};
    if (auto done = projector.project(record.sequence, record.stream, event); !done) return done;
  }
  return {};
}

Result<Head> Journal::append(const std::vector<StreamAppend>& batch) {
  if (parts_->mode == OpenMode::ReadOnly)
    return fail(ErrorKind::Usage, msg("the journal is open for reading only"), {}, {path().string(), 0});
  return parts_->guarded([&]() -> Result<Head> {
    SQLite::Transaction transaction(*parts_->database, SQLite::TransactionBehavior::IMMEDIATE);
    Head head = parts_->records.head();  // another program may have written since
    Projector projector(parts_->tables);
    for (const StreamAppend& part : batch)
      if (auto done = parts_->append(part, head, projector); !done) return fail(std::move(done.error()));
    projector.finish();
    transaction.commit();
    return head;
  });
}

Result<std::vector<StoredEvent>> Journal::load(const StreamId& stream) {
  return parts_->guarded([&]() -> Result<std::vector<StoredEvent>> {
    std::vector<StoredEvent> events;
    for (const Record& record : parts_->records.of(stream)) {
      const std::string name = "record " + std::to_string(record.sequence);
      if (record.hash != chain_hash(record)) return fail(damaged(path(), name + " does not match its hash"));
      Result<Event> event = event_of(record);
      if (!event) return fail(damaged(path(), name + ": " + english(event.error().what)));
      events.push_back({record.sequence, stream, record.version, std::move(*event)});
    }
    return events;
  });
}

Result<Head> Journal::head() {
  return parts_->guarded([&]() -> Result<Head> { return parts_->records.head(); });
}

Result<std::vector<SessionRow>> Journal::sessions(const std::optional<AnalystId>& analyst) {
  return parts_->guarded([&]() -> Result<std::vector<SessionRow>> { return parts_->tables.sessions.rows(analyst); });
}

Result<std::vector<DecisionRow>> Journal::decisions(const DecisionFilter& filter) {
  return parts_->guarded([&] { return parts_->tables.decisions.rows(filter); });
}

Result<std::vector<CalibrationRow>> Journal::calibrations() {
  return guarded(path(), [&]() -> Result<std::vector<CalibrationRow>> { return parts_->tables.calibrations.rows(); });
}

Result<std::vector<AnalystId>> Journal::analysts() {
  return parts_->guarded([&]() -> Result<std::vector<AnalystId>> { return parts_->tables.sessions.analysts(); });
}

Result<void> Journal::keep_pack(const Hash& pack, const PackContent& content) {
  if (parts_->mode == OpenMode::ReadOnly)
    return fail(ErrorKind::Usage, msg("the journal is open for reading only"), {}, {path().string(), 0});
  return parts_->guarded([&]() -> Result<void> {
    if (parts_->packs.has(pack)) return {};
    SQLite::Transaction transaction(*parts_->database, SQLite::TransactionBehavior::IMMEDIATE);
    parts_->packs.keep(pack, content);
    transaction.commit();
    return {};
  });
}

Result<std::optional<PackContent>> Journal::kept_pack(const Hash& pack) {
  return parts_->guarded([&]() -> Result<std::optional<PackContent>> {
    auto content = parts_->packs.content(pack);
    if (content && hash_of(*content) != pack) return fail(damaged(path(), "a pack that it keeps does not match its hash"));
    return content;
  });
}

}  // namespace etalon::journal
