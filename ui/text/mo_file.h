// Reads a compiled gettext catalogue (.mo) from memory. Format: GNU gettext manual, "The Format of GNU MO Files".
// Both byte orders; every offset and length is checked before it is used, the text must be UTF-8.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "sim/base/result.h"

namespace etalon::ui {

// msgid to msgstr. A plural entry is kept under its singular msgid, the forms separated by '\0', as in the file.
using MoEntries = std::map<std::string, std::string, std::less<>>;

// `name` only says in the error which file is meant.
Result<MoEntries> parse_mo(std::string_view bytes, const std::string& name);

}  // namespace etalon::ui
