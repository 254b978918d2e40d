#include "sim/scenario/yaml_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "sim/base/clock.h"
#include "sim/base/text.h"
#include "sim/scenario/nearest.h"

namespace etalon::scenario {
namespace {

constexpr std::size_t kLongestId = 64;
const std::vector<Node> kNoItems;

bool fits_style(char c, IdStyle style) {
  const bool digit = c >= '0' && c <= '9';
  const bool lower = c >= 'a' && c <= 'z';
  const bool upper = c >= 'A' && c <= 'Z';
  switch (style) {
    case IdStyle::Code: return digit || lower || c == '_';
    case IdStyle::Offence: return digit || upper || c == '_';
    case IdStyle::Free: break;
  }
  return digit || lower || upper || c == '_' || c == '-' || c == '.';
}

Message style_hint(IdStyle style) {
  switch (style) {
    case IdStyle::Code: return msg("use a–z, 0–9 and _, at most 64");
    case IdStyle::Offence: return msg("use A–Z, 0–9 and _, at most 64");
    case IdStyle::Free: break;
  }
  return msg("use letters, digits and . _ -, at most 64");
}

template <class T>
bool read_number(std::string_view text, T& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

bool is_id(std::string_view text, IdStyle style) {
  return !text.empty() && text.size() <= kLongestId &&
         std::all_of(text.begin(), text.end(), [&](char c) { return fits_style(c, style); });
}

bool is_date(std::string_view text) { return text.size() == 10 && parse_instant(text).has_value(); }

MapReader::MapReader(const Node& node, std::string file, Findings& findings)
    : node_(node), file_(std::move(file)), findings_(findings) {
  if (node_.kind != Node::Kind::Map)
    problem(node_.line, "type", msg("key: value pairs are expected here"), msg("check the indentation"));
}

int MapReader::line_of(std::string_view key) const {
  const Node* found = node_.find(key);
  return found == nullptr ? node_.line : found->line;
}

const Node* MapReader::child(std::string_view key, Need need) {
  asked_.emplace_back(key);
  const Node* found = node_.find(key);
  if (found != nullptr && found->kind != Node::Kind::Null) return found;
  if (need == Need::Must && node_.kind == Node::Kind::Map)
    problem(line_of(key), "missing", msg("“{key}” is missing", {{"key", std::string(key)}}), msg("add it, with its value"));
  return nullptr;
}

std::string MapReader::text(std::string_view key, Need need) {
  const Node* found = child(key, need);
  if (found == nullptr) return {};
  if (found->kind != Node::Kind::Scalar) {
    wrong_type(key, msg("a text is expected"));
    return {};
  }
  const std::string_view content = trim(found->text);
  if (content.empty() && need == Need::Must)
    problem(found->line, "missing", msg("“{key}” is empty", {{"key", std::string(key)}}), msg("fill it in"));
  return std::string(content);
}

std::string MapReader::id(std::string_view key, IdStyle style, Need need) {
  std::string content = text(key, need);
  if (!content.empty() && !is_id(content, style))
    problem(line_of(key), "value", msg("“{value}” cannot be an identifier", {{"value", shortened(content)}}),
            style_hint(style));
  return content;
}

std::string MapReader::date(std::string_view key, Need need) {
  std::string content = text(key, need);
  if (!content.empty() && !is_date(content))
    problem(line_of(key), "value", msg("“{value}” is not a date", {{"value", shortened(content)}}),
            msg("write it as 2026-04-02"));
  return content;
}

int MapReader::integer(std::string_view key, int low, int high) {
  const std::string content = text(key);
  if (content.empty()) return low;
  int number = 0;
  if (read_number(content, number) && number >= low && number <= high) return number;
  problem(line_of(key), "value",
          msg("“{value}” is not a whole number from {low} to {high}",
              {{"value", shortened(content)}, {"low", std::to_string(low)}, {"high", std::to_string(high)}}),
          msg("write such a number"));
  return low;
}

double MapReader::number(std::string_view key) {
  const std::string content = text(key);
  double number = 0;
  if (content.empty() || (read_number(content, number) && std::isfinite(number))) return number;
  problem(line_of(key), "value", msg("“{value}” is not a number", {{"value", shortened(content)}}),
          msg("write it with a point, such as 0.5"));
  return 0;
}

bool MapReader::boolean(std::string_view key) {
  const std::string content = text(key);
  if (!content.empty() && content != "true" && content != "false")
    problem(line_of(key), "value", msg("“{value}” is neither true nor false", {{"value", shortened(content)}}),
            msg("write true or false"));
  return content == "true";
}

LocalText MapReader::local(std::string_view key, Need need) {
  const Node* found = map(key, need);
  if (found == nullptr) return {};
  MapReader both(*found, file_, findings_);
  LocalText out{both.text("fr"), both.text("en")};
  both.finish();
  return out;
}

const std::vector<Node>& MapReader::list(std::string_view key, Need need, std::size_t most) {
  const Node* found = child(key, need);
  if (found == nullptr) return kNoItems;
  if (found->kind != Node::Kind::List) {
    wrong_type(key, msg("a list is expected"));
    return kNoItems;
  }
  if (found->items.size() <= most) return found->items;
  problem(found->line, "size", msg("the list has more than {limit} items", {{"limit", std::to_string(most)}}),
          msg("shorten it"));
  return kNoItems;
}

std::vector<std::string> MapReader::texts(std::string_view key, Need need, std::size_t most) {
  std::vector<std::string> out;
  for (const Node& item : list(key, need, most)) {
    if (item.kind != Node::Kind::Scalar)
      problem(item.line, "type", msg("“{key}” is a list of texts", {{"key", std::string(key)}}), msg("write [a, b, c]"));
    out.emplace_back(trim(item.text));
  }
  return out;
}

const Node* MapReader::map(std::string_view key, Need need) {
  const Node* found = child(key, need);
  if (found == nullptr || found->kind == Node::Kind::Map) return found;
  wrong_type(key, msg("key: value pairs are expected"));
  return nullptr;
}

void MapReader::problem(int line, std::string_view rule, Message message, Message mend) {
  findings_.add({file_, line}, rule, std::move(message), std::move(mend));
}

void MapReader::finish() {
  for (std::size_t i = 0; i < node_.keys.size(); ++i) {
    const std::string& key = node_.keys[i];
    if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    problem(node_.items[i].line, "unknown-key", msg("the key “{key}” is not known here", {{"key", shortened(key)}}),
            suggestion(key, asked_));
  }
}

std::size_t MapReader::position(std::string_view key, const std::vector<std::string>& known) {
  const std::string content = text(key);
  const auto hit = std::find(known.begin(), known.end(), content);
  if (hit == known.end() && !content.empty())
    problem(line_of(key), "value",
            msg("“{value}” is not known as “{key}”", {{"value", shortened(content)}, {"key", std::string(key)}}),
            suggestion(content, known));
  return static_cast<std::size_t>(hit - known.begin());
}

void MapReader::wrong_type(std::string_view key, Message wanted) {
  problem(line_of(key), "type", msg("“{key}” has another kind of value", {{"key", std::string(key)}}), std::move(wanted));
}

}  // namespace etalon::scenario
