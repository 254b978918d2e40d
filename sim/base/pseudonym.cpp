#include "sim/base/pseudonym.h"

#include <algorithm>

namespace etalon {
namespace {

bool is_allowed(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.'; }

}  // namespace

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

std::optional<std::string> pseudonym_from(std::string_view text) {
  std::string out = upper(text);
  if (out.size() < 2 || out.size() > 40 || !std::all_of(out.begin(), out.end(), is_allowed)) return std::nullopt;
  return out;
}

}  // namespace etalon
