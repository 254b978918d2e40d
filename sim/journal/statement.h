// One use of a statement that is prepared once and kept.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>

#include "sim/base/hash.h"

namespace etalon::journal {

// Binds in the order of the places, runs, and leaves the statement ready for the next use, whatever happens.
// Texts and hashes are not copied: they must outlive the Use.
class Use {
 public:
  explicit Use(SQLite::Statement& statement) : statement_(statement) {}
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
  ~Use() { statement_.tryReset(); }

  Use& bind(std::int64_t number) {
    statement_.bind(++place_, number);
    return *this;
  }
  Use& bind(std::uint64_t number) { return bind(static_cast<std::int64_t>(number)); }
  Use& bind(int number) { return bind(static_cast<std::int64_t>(number)); }
  Use& bind(const std::string& text) {
    statement_.bindNoCopy(++place_, text);
    return *this;
  }
  Use& bind_blob(const void* bytes, std::size_t size) {
    // A null pointer would bind NULL instead of no bytes.
    statement_.bindNoCopy(++place_, size == 0 ? "" : bytes, static_cast<int>(size));
    return *this;
  }
  Use& bind(const Hash& hash) { return bind_blob(hash.data(), hash.size()); }
  Use& bind_null() {
    statement_.bind(++place_);
    return *this;
  }

  bool step() { return statement_.executeStep(); }
  int run() { return statement_.exec(); }  // rows changed
  SQLite::Column column(int index) { return statement_.getColumn(index); }

 private:
  SQLite::Statement& statement_;
  int place_ = 0;
};

inline std::uint64_t number_of(const SQLite::Column& column) { return static_cast<std::uint64_t>(column.getInt64()); }

// All ones when the column does not hold 32 bytes: no record has that hash, so that the check of the chain names it.
Hash hash_from(const SQLite::Column& column);

}  // namespace etalon::journal
