// What can be answered to a facet: one code, a set of codes, or a checklist of elements.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/base/result.h"
#include "sim/domain/ids.h"

namespace etalon {

enum class ElementState { Met, NotMet, Unknown };
std::string_view code(ElementState state);  // "met", "not_met", "unknown"

using Code = std::string;
using CodeSet = std::vector<std::string>;  // sorted, no repeats
using Checklist = std::map<ElementId, ElementState>;

// Which of the three shapes a facet's values have.
enum class Shape { Code, Set, Checklist };

class Value {
 public:
  Value() = default;  // the empty code: nothing chosen
  static Value of_code(std::string code);
  static Value of_set(CodeSet codes);  // sorts and removes repeats
  static Value of_checklist(Checklist checklist);
  // The canonical text: "manifest", "close|helpline" ("{}" when empty), "publicity=met|intent=unknown".
  static Result<Value> parse(Shape shape, std::string_view text);

  Shape shape() const { return static_cast<Shape>(content_.index()); }
  const Code& as_code() const { return std::get<Code>(content_); }
  const CodeSet& as_set() const { return std::get<CodeSet>(content_); }
  const Checklist& as_checklist() const { return std::get<Checklist>(content_); }
  bool has(std::string_view code) const;  // the code, or an element of the set
  std::string to_text() const;

  friend bool operator==(const Value&, const Value&) = default;

 private:
  std::variant<Code, CodeSet, Checklist> content_;
};

using Values = std::map<FacetId, Value>;

}  // namespace etalon
