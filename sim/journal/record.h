// A record: one event as the journal keeps it, and the link of the chain that it is.
#pragma once

#include <string>

#include "sim/domain/ports.h"

namespace etalon::journal {

struct Record {
  std::uint64_t sequence = 0;
  std::string stream;
  std::uint64_t version = 0;
  std::string type;
  int type_version = 0;
  Instant at;
  std::string payload;  // the exact bytes of encode()
  Hash previous{};      // of the record before; all zero for the first
  Hash hash{};
};

// BLAKE2b-256 over: previous (32 bytes), sequence, stream, version, type, type_version, at (milliseconds), payload.
// Numbers are 8 bytes, little endian; texts and the payload are preceded by their length, as such a number.
Hash chain_hash(const Record& record);

// The record's event; a payload that cannot be read is an Error that says why.
Result<Event> event_of(const Record& record);

}  // namespace etalon::journal
