#include "ui/toolkit/font_file.h"

#include <cstdint>

namespace etalon::ui::toolkit {
namespace {

std::optional<std::uint32_t> big_endian(std::string_view file, std::size_t at, std::size_t bytes) {
  if (at > file.size() || file.size() - at < bytes) return std::nullopt;
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < bytes; ++i) value = value << 8 | static_cast<unsigned char>(file[at + i]);
  return value;
}

std::optional<std::size_t> table(std::string_view file, std::string_view tag) {
  const auto count = big_endian(file, 4, 2);
  if (!count) return std::nullopt;
  for (std::size_t i = 0; i < *count; ++i) {
    const std::size_t entry = 12 + 16 * i;
    const auto offset = big_endian(file, entry + 8, 4);
    if (!offset) return std::nullopt;
    if (file.substr(entry, 4) == tag) return *offset;
  }
  return std::nullopt;
}

std::optional<int> signed16(std::string_view file, std::size_t at) {
  const auto value = big_endian(file, at, 2);
  if (!value) return std::nullopt;
  return static_cast<std::int16_t>(static_cast<std::uint16_t>(*value));
}

}  // namespace

std::optional<float> em_to_pixel_height(std::string_view file) {
  const auto head = table(file, "head");
  const auto hhea = table(file, "hhea");
  if (!head || !hhea) return std::nullopt;
  const auto em = big_endian(file, *head + 18, 2);
  const auto ascender = signed16(file, *hhea + 4);
  const auto descender = signed16(file, *hhea + 6);
  if (!em || !ascender || !descender || *em == 0 || *ascender <= *descender) return std::nullopt;
  return static_cast<float>(*ascender - *descender) / static_cast<float>(*em);
}

}  // namespace etalon::ui::toolkit
