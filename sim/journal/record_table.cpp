#include "sim/journal/record_table.h"

#include "sim/journal/statement.h"

namespace etalon::journal {
namespace {

constexpr const char* kHead = "SELECT sequence, hash FROM record ORDER BY sequence DESC LIMIT 1";
constexpr const char* kVersion = "SELECT version FROM record WHERE stream = ? ORDER BY version DESC LIMIT 1";
constexpr const char* kInsert =
    "INSERT INTO record(sequence, stream, version, type, type_version, at_ms, payload, previous_hash, hash) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kColumns =
    "SELECT sequence, stream, version, type, type_version, at_ms, payload, previous_hash, hash FROM record ";

// -1 for what no program of ours has written: cutting it down to size could turn it into a valid number.
int small_number(const SQLite::Column& column) {
  const std::int64_t number = column.getInt64();
  return number > 0 && number < 1'000'000 ? static_cast<int>(number) : -1;
}

Record record_from(SQLite::Statement& row) {
  return {number_of(row.getColumn(0)),  row.getColumn(1).getString(),   number_of(row.getColumn(2)),
          row.getColumn(3).getString(), small_number(row.getColumn(4)), Instant{row.getColumn(5).getInt64()},
          row.getColumn(6).getString(), hash_from(row.getColumn(7)),    hash_from(row.getColumn(8))};
}

std::string select(const char* rest) { return std::string(kColumns) + rest; }

}  // namespace

RecordTable::RecordTable(SQLite::Database& database)
    : head_(database, kHead),
      version_(database, kVersion),
      insert_(database, kInsert),
      of_(database, select("WHERE stream = ? ORDER BY version")),
      last_(database, select("ORDER BY sequence DESC LIMIT 1")) {}

Head RecordTable::head() {
  Use use(head_);
  if (!use.step()) return {};
  return {number_of(use.column(0)), hash_from(use.column(1))};
}

std::uint64_t RecordTable::version(const StreamId& stream) {
  Use use(version_);
  return use.bind(stream.value).step() ? number_of(use.column(0)) : 0;
}

void RecordTable::insert(const Record& record) {
  Use use(insert_);
  use.bind(record.sequence).bind(record.stream).bind(record.version).bind(record.type).bind(record.type_version);
  use.bind(record.at.ms).bind_blob(record.payload.data(), record.payload.size());
  use.bind(record.previous).bind(record.hash).run();
}

std::vector<Record> RecordTable::of(const StreamId& stream) {
  std::vector<Record> records;
  Use use(of_);
  use.bind(stream.value);
  while (use.step()) records.push_back(record_from(of_));
  return records;
}

std::optional<Record> RecordTable::last() {
  Use use(last_);
  if (!use.step()) return std::nullopt;
  return record_from(last_);
}

void each_record(SQLite::Database& database, const std::function<bool(Record&)>& visit) {
  SQLite::Statement all(database, select("ORDER BY sequence"));
  while (all.executeStep()) {
    Record record = record_from(all);
    if (!visit(record)) return;
  }
}

}  // namespace etalon::journal
