#include "sim/journal/record.h"

namespace etalon::journal {

namespace {

void add_number(std::string& bytes, std::uint64_t number) {
  for (int i = 0; i < 8; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xff);
}

void add_text(std::string& bytes, const std::string& text) {
  add_number(bytes, text.size());
  bytes += text;
}

}  // namespace

// All that stands before the payload goes to the hash in one piece: many small ones take longer than the hash.
Hash chain_hash(const Record& record) {
  std::string head;
  head.reserve(160);
  head.append(reinterpret_cast<const char*>(record.previous.data()), record.previous.size());
  add_number(head, record.sequence);
  add_text(head, record.stream);
  add_number(head, record.version);
  add_text(head, record.type);
  add_number(head, static_cast<std::uint64_t>(record.type_version));
  add_number(head, static_cast<std::uint64_t>(record.at.ms));
  add_number(head, record.payload.size());
  return Hasher().add(head).add(record.payload).finish();
}

Result<Event> event_of(const Record& record) {
  Result<EventBody> body = decode(record.type, record.type_version, record.payload);
  if (!body) return fail(std::move(body.error()));
  return Event{record.at, std::move(*body)};
}

}  // namespace etalon::journal
