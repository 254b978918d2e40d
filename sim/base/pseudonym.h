// How people are named everywhere: 2 to 40 letters A to Z, digits, "-", "_" or ".", in upper case.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace etalon {

// "rev-01" as it is compared and recorded: ASCII letters in upper case.
std::string upper(std::string_view text);
// The pseudonym in upper case; nothing where the text cannot be one.
std::optional<std::string> pseudonym_from(std::string_view text);

}  // namespace etalon
