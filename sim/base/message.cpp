#include "sim/base/message.h"

#include <algorithm>

namespace etalon {

Message msg(std::string_view text, std::vector<std::pair<std::string, std::string>> args) {
  return Message{std::string(text), std::move(args)};
}

std::string substitute(std::string_view text, const std::vector<std::pair<std::string, std::string>>& args) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = open == text.npos ? text.npos : text.find('}', open);
    if (close == text.npos) break;
    out.append(text, at, open - at);
    const std::string_view name = text.substr(open + 1, close - open - 1);
    const auto hit = std::find_if(args.begin(), args.end(), [&](const auto& arg) { return arg.first == name; });
    if (hit == args.end())
      out.append(text, open, close - open + 1);
    else
      out.append(hit->second);
    at = close + 1;
  }
  out.append(text, at);
  return out;
}

std::string english(const Message& message) { return substitute(message.text, message.args); }

}  // namespace etalon
