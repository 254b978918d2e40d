#include "sim/journal/statement.h"

#include <cstring>

namespace etalon::journal {

Hash hash_from(const SQLite::Column& column) {
  Hash hash;
  hash.fill(0xff);
  const void* bytes = column.getBlob();
  if (bytes != nullptr && column.getBytes() == static_cast<int>(hash.size())) std::memcpy(hash.data(), bytes, hash.size());
  return hash;
}

}  // namespace etalon::journal
