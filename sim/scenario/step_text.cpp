#include "sim/scenario/step_text.h"

#include <algorithm>

#include "sim/base/text.h"

namespace etalon::scenario {
namespace {

tl::expected<Run, Message> parse_fact(std::string_view inside) {
  const std::size_t bar = inside.find('|');
  if (bar == inside.npos || !is_fact_id(inside.substr(0, bar))) return tl::unexpected(msg("a brace opens no fact"));
  if (inside.find('{') != inside.npos) return tl::unexpected(msg("facts stand inside one another"));
  const std::string_view statement = trim(inside.substr(bar + 1));
  if (statement.empty())
    return tl::unexpected(msg("fact {fact} has no text", {{"fact", std::string(inside.substr(0, bar))}}));
  return Run{std::string(statement), FactId(inside.substr(0, bar))};
}

}  // namespace

bool is_fact_id(std::string_view text) {
  return text.size() >= 2 && text.size() <= 4 && text[0] == 'F' && text[1] != '0' &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

tl::expected<std::vector<Run>, Message> parse_step_text(std::string_view text) {
  std::vector<Run> runs;
  text = trim(text);
  while (!text.empty()) {
    const std::size_t brace = std::min(text.find_first_of("{}"), text.size());
    if (brace > 0) runs.push_back({std::string(text.substr(0, brace)), {}});
    text.remove_prefix(brace);
    if (text.empty()) break;
    if (text.front() == '}') return tl::unexpected(msg("a brace closes that was not opened"));
    const std::size_t close = text.find('}');
    if (close == text.npos) return tl::unexpected(msg("a brace is opened and never closed"));
    auto fact = parse_fact(text.substr(1, close - 1));
    if (!fact) return tl::unexpected(fact.error());
    runs.push_back(std::move(*fact));
    text.remove_prefix(close + 1);
  }
  return runs;
}

std::string plain_text(const std::vector<Run>& runs) {
  std::string out;
  for (const Run& run : runs) out += run.text;
  return out;
}

}  // namespace etalon::scenario
