#include "sim/domain/value.h"

#include <algorithm>

#include "sim/base/text.h"

namespace etalon {
namespace {

constexpr std::string_view kEmptySet = "{}";

Result<Value> parse_set(std::string_view text) {
  if (text == kEmptySet || text.empty()) return Value::of_set({});
  CodeSet codes;
  for (const std::string_view part : split(text, '|')) {
    const std::string_view code = trim(part);
    if (code.empty())
      return fail(ErrorKind::Input, msg("a set has an empty member"), msg("write it as a|b|c, the empty set as {}"));
    codes.emplace_back(code);
  }
  return Value::of_set(std::move(codes));
}

Result<ElementState> parse_state(std::string_view text) {
  for (const ElementState state : {ElementState::Met, ElementState::NotMet, ElementState::Unknown})
    if (code(state) == text) return state;
  return fail(ErrorKind::Input, msg("“{state}” is not a state of an element", {{"state", std::string(text)}}),
              msg("write met, not_met or unknown"));
}

Result<Value> parse_checklist(std::string_view text) {
  Checklist out;
  if (text.empty() || text == kEmptySet) return Value::of_checklist({});
  for (const std::string_view part : split(text, '|')) {
    const std::size_t equals = part.find('=');
    if (equals == part.npos)
      return fail(ErrorKind::Input, msg("“{part}” is not an element with its state", {{"part", std::string(part)}}),
                  msg("write a checklist as element=met|element=not_met|element=unknown"));
    auto state = parse_state(trim(part.substr(equals + 1)));
    if (!state) return fail(state.error());
    const ElementId id(trim(part.substr(0, equals)));
    if (!out.emplace(id, *state).second)
      return fail(ErrorKind::Input, msg("the element “{element}” is given twice", {{"element", id.value}}),
                  msg("keep one of the two"));
  }
  return Value::of_checklist(std::move(out));
}

}  // namespace

std::string_view code(ElementState state) {
  switch (state) {
    case ElementState::Met: return "met";
    case ElementState::NotMet: return "not_met";
    case ElementState::Unknown: break;
  }
  return "unknown";
}

Value Value::of_code(std::string code) {
  Value out;
  out.content_ = std::move(code);
  return out;
}

Value Value::of_set(CodeSet codes) {
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  Value out;
  out.content_ = std::move(codes);
  return out;
}

Value Value::of_checklist(Checklist checklist) {
  Value out;
  out.content_ = std::move(checklist);
  return out;
}

Result<Value> Value::parse(Shape shape, std::string_view text) {
  switch (shape) {
    case Shape::Set: return parse_set(text);
    case Shape::Checklist: return parse_checklist(text);
    case Shape::Code: break;
  }
  return of_code(std::string(text));
}

bool Value::has(std::string_view wanted) const {
  if (shape() == Shape::Code) return as_code() == wanted;
  if (shape() == Shape::Set) return std::binary_search(as_set().begin(), as_set().end(), wanted);
  return false;
}

std::string Value::to_text() const {
  if (shape() == Shape::Code) return as_code();
  if (shape() == Shape::Set) return as_set().empty() ? std::string(kEmptySet) : join(as_set(), "|");
  std::string out;
  for (const auto& [element, state] : as_checklist()) {
    if (!out.empty()) out += '|';
    out += element.value;
    out += '=';
    out += code(state);
  }
  return out.empty() ? std::string(kEmptySet) : out;
}

}  // namespace etalon
