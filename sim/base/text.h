// Small operations on UTF-8 text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace etalon {

bool is_utf8(std::string_view bytes);
std::size_t count_code_points(std::string_view utf8);
// Without ASCII white space at both ends.
std::string_view trim(std::string_view text);
// "a||b" at '|' gives "a", "", "b"; the empty text gives one empty part.
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
// Control characters (but line feed and tab) and broken UTF-8 made visible as \xNN: safe for a terminal.
std::string printable(std::string_view text);

}  // namespace etalon
