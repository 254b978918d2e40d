#include "ui/text/mo_file.h"

#include <cstdint>
#include <optional>

#include "sim/base/text.h"

namespace etalon::ui {
namespace {

constexpr std::uint32_t kMagic = 0x950412DE;
constexpr std::uint32_t kMagicSwapped = 0xDE120495;
constexpr std::size_t kHeader = 28;
constexpr std::uint32_t kMostEntries = 100'000;

struct Reader {
  std::string_view bytes;
  bool swapped = false;

  std::optional<std::uint32_t> word(std::size_t at) const {
    if (at > bytes.size() || bytes.size() - at < 4) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const std::size_t from = swapped ? i : 3 - i;
      value = value << 8 | static_cast<unsigned char>(bytes[at + from]);
    }
    return value;
  }

  // Entry `index` of the table of lengths and offsets at `table`.
  std::optional<std::string_view> text(std::size_t table, std::uint32_t index) const {
    const std::size_t at = table + std::size_t{8} * index;
    const auto length = word(at);
    const auto offset = word(at + 4);
    if (!length || !offset) return std::nullopt;
    if (*offset > bytes.size() || bytes.size() - *offset < *length) return std::nullopt;
    return bytes.substr(*offset, *length);
  }
};

tl::unexpected<Error> damaged(const std::string& name) {
  return fail(ErrorKind::Input, msg("is not a translation catalogue, or is damaged"),
              msg("install Étalon’s data files again"), {name, 0});
}

}  // namespace

Result<MoEntries> parse_mo(std::string_view bytes, const std::string& name) {
  Reader reader{bytes, false};
  const auto magic = reader.word(0);
  if (!magic || (*magic != kMagic && *magic != kMagicSwapped)) return damaged(name);
  reader.swapped = *magic == kMagicSwapped;
  const auto revision = reader.word(4);
  const auto count = reader.word(8);
  const auto originals = reader.word(12);
  const auto translations = reader.word(16);
  if (!revision || !count || !originals || !translations || bytes.size() < kHeader) return damaged(name);
  if (*revision >> 16 > 1 || *count > kMostEntries) return damaged(name);
  MoEntries entries;
  for (std::uint32_t i = 0; i < *count; ++i) {
    const auto id = reader.text(*originals, i);
    const auto text = reader.text(*translations, i);
    if (!id || !text || !is_utf8(*id) || !is_utf8(*text)) return damaged(name);
    // A plural entry is "singular\0plural": the singular is the key. The empty key holds the file's own header.
    const std::string_view key = id->substr(0, id->find('\0'));
    if (!key.empty()) entries.emplace(key, *text);
  }
  return entries;
}

}  // namespace etalon::ui
