// Text on its way into HTML or SVG.
#pragma once

#include <string>
#include <string_view>

namespace etalon::report {

// For element content and for attribute values in double quotes: markup characters become references; control
// characters, and characters that turn the direction of writing, become U+FFFD. Not UTF-8: every byte above 0x7f does.
std::string escape(std::string_view text);

}  // namespace etalon::report
