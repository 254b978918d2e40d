#include "sim/journal/refill.h"

#include <sqlite3.h>

#include <unordered_map>

#include "sim/journal/projector.h"
#include "sim/journal/record_table.h"

namespace etalon::journal {
namespace {

class Walk {
 public:
  explicit Walk(SQLite::Database& into) : tables_(into), projector_(tables_) {}

  // False at the first broken record.
  bool visit(Record& record) {
    if (auto what = wrong_with(record)) {
      scan_.broken = Broken{record.sequence, std::move(*what)};
      return false;
    }
    scan_.head = {record.sequence, record.hash};
    ++scan_.records;
    return true;
  }

  Scan take() {
    projector_.finish();
    return std::move(scan_);
  }

 private:
  std::optional<Message> wrong_with(const Record& record) {
    if (auto what = wrong_link(record)) return what;
    Result<Event> event = event_of(record);
    if (!event) return msg("its content cannot be read: {reason}", {{"reason", english(event.error().what)}});
    if (const auto projected = projector_.project(record.sequence, record.stream, *event); !projected)
      return projected.error().what;
    note_pack(event->body);
    return std::nullopt;
  }

  void note_pack(const EventBody& body) {
    if (const auto* start = std::get_if<SessionStarted>(&body)) scan_.packs.emplace(start->pack.hash, start->pack);
    if (const auto* opening = std::get_if<CalibrationOpened>(&body)) scan_.packs.emplace(opening->pack.hash, opening->pack);
  }

  std::optional<Message> wrong_link(const Record& record) {
    if (record.sequence != scan_.head.sequence + 1)
      return msg("the records from {expected} up to it are missing",
                 {{"expected", std::to_string(scan_.head.sequence + 1)}});
    if (record.previous != scan_.head.hash) return msg("it does not follow the record before it");
    if (record.hash != chain_hash(record)) return msg("its hash does not match its content");
    if (record.version != ++versions_[record.stream])
      return msg("it is version {found} of “{stream}”, expected {expected}",
                 {{"found", std::to_string(record.version)},
                  {"stream", record.stream},
                  {"expected", std::to_string(versions_[record.stream])}});
    return std::nullopt;
  }

  Tables tables_;
  Projector projector_;
  std::unordered_map<std::string, std::uint64_t> versions_;
  Scan scan_;
};

}  // namespace

Scan refill(SQLite::Database& from, SQLite::Database& into) {
  Walk walk(into);
  Scan scan;
  try {
    each_record(from, [&](Record& record) { return walk.visit(record); });
    return walk.take();
  } catch (const SQLite::Exception& exception) {
    scan = walk.take();
    // A damaged page ends the walk: the record after the last good one is the first that cannot be had.
    if ((exception.getErrorCode() & 0xff) != SQLITE_CORRUPT) throw;
    scan.broken = Broken{scan.head.sequence + 1, msg("the file is damaged there: {reason}", {{"reason", exception.what()}})};
    return scan;
  }
}

}  // namespace etalon::journal
