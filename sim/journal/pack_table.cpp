#include "sim/journal/pack_table.h"

#include "sim/journal/statement.h"

namespace etalon::journal {
namespace {

constexpr const char* kHas = "SELECT 1 FROM pack_file WHERE pack = ? LIMIT 1";
constexpr const char* kKeepBytes = "INSERT OR IGNORE INTO content(hash, bytes) VALUES (?, ?)";
// Another program may have kept the pack meanwhile.
constexpr const char* kKeepFile = "INSERT OR IGNORE INTO pack_file(pack, path, content) VALUES (?, ?, ?)";
// A file whose bytes are gone counts as an empty one: then the pack does not match its hash.
constexpr const char* kFiles =
    "SELECT f.path, c.bytes FROM pack_file f LEFT JOIN content c ON c.hash = f.content WHERE f.pack = ? ORDER BY f.path";

}  // namespace

PackTable::PackTable(SQLite::Database& database)
    : has_(database, kHas), keep_bytes_(database, kKeepBytes), keep_file_(database, kKeepFile), files_(database, kFiles) {}

bool PackTable::has(const Hash& pack) { return Use(has_).bind(pack).step(); }

void PackTable::keep(const Hash& pack, const PackContent& content) {
  for (const auto& [path, bytes] : content) {
    const Hash hash = etalon::hash_of(std::string_view(bytes));
    Use(keep_bytes_).bind(hash).bind_blob(bytes.data(), bytes.size()).run();
    Use(keep_file_).bind(pack).bind(path).bind(hash).run();
  }
}

std::optional<PackContent> PackTable::content(const Hash& pack) {
  PackContent out;
  Use use(files_);
  use.bind(pack);
  while (use.step()) out.emplace(use.column(0).getString(), use.column(1).getString());
  if (out.empty()) return std::nullopt;
  return out;
}

}  // namespace etalon::journal
