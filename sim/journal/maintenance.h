// What is done to a journal as a whole: check it, rebuild its read tables, copy it. Each opens the file by itself.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "sim/domain/ports.h"

namespace etalon::journal {

struct Broken {
  std::uint64_t sequence = 0;  // of the first broken record; 0: the records hold, something else does not
  Message what;                // "its hash does not match its content"
};

struct VerifyReport {
  int schema_version = 0;
  std::uint64_t records = 0;  // found in order before the first broken one
  std::uint64_t sessions = 0, decisions = 0, calibrations = 0;
  Head head;                        // the last record that holds
  bool read_tables_checked = true;  // false: an older layout; its tables are rebuilt when it is next opened
  std::optional<Broken> broken;     // empty: everything holds
};

// Reads every record: sequence, chain, version within the stream, payload; then compares the read tables with ones
// rebuilt in memory, hashes the kept packs that sessions and rounds name, and lets SQLite check its own pages. Changes
// nothing; others may go on writing. A journal that does not hold is a report with `broken`, not an error. Errors: as of
// Journal::open.
Result<VerifyReport> verify(const std::filesystem::path& path);

// The finding as an error of kind Check, for whoever has only errors to show.
Error error_of(const Broken& broken, const std::filesystem::path& path);

// Drops the read tables and makes them again from the records, byte for byte the same, in one transaction.
// Refused (Check) when a record is broken: then nothing has changed.
Result<void> rebuild(const std::filesystem::path& path);

// A consistent copy at one moment, while others go on writing: whole under its name or not there at all.
// An existing destination is refused (Usage).
Result<void> backup(const std::filesystem::path& path, const std::filesystem::path& destination);

// Over every cell of the read tables, in order: two journals with the same digest show the same.
Result<Hash> read_tables_digest(const std::filesystem::path& path);

}  // namespace etalon::journal
