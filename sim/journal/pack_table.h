// The packs that sessions were played with: which files each had, and the bytes of every file once, under its hash.
// Versions of a pack share what did not change. Not a read table: it cannot be made again from the records.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>

#include "sim/domain/pack.h"

namespace etalon::journal {

class PackTable {
 public:
  explicit PackTable(SQLite::Database& database);

  bool has(const Hash& pack);
  // Within a transaction of the caller's.
  void keep(const Hash& pack, const PackContent& content);
  std::optional<PackContent> content(const Hash& pack);

 private:
  SQLite::Statement has_, keep_bytes_, keep_file_, files_;
};

}  // namespace etalon::journal
