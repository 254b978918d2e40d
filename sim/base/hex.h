// Bytes as lower-case hexadecimal digits and back.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace etalon {

std::string hex_of(std::span<const std::uint8_t> bytes);
// False unless the text is exactly 2 · bytes.size() digits 0 to 9 and a to f: one value has one spelling.
bool from_hex(std::string_view text, std::span<std::uint8_t> bytes);

}  // namespace etalon
