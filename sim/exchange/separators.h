// Where the cells of plain rows end: the first of two passes over a piece of a CSV file.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace etalon::exchange {

// Puts the places of the commas and line ends of `piece` (shorter than 4 GiB) into `places`, which has room for one a
// byte and kSpare more, and says how many there are. Nothing: there is something that asks for more than commas and line
// ends: quotation marks, sets, control characters, text that is not UTF-8.
inline constexpr std::size_t kSpare = 8;
std::optional<std::size_t> find_separators(std::string_view piece, std::span<std::uint32_t> places);

}  // namespace etalon::exchange
