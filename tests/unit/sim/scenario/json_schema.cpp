#include "tests/unit/sim/scenario/json_schema.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <functional>
#include <map>
#include <regex>
#include <set>

namespace etalon::scenario {
namespace {

using Json = nlohmann::json;

Json scalar_as_json(const YAML::Node& node) {
  const std::string& text = node.Scalar();
  static const std::regex kInteger("[-+]?[0-9]+"), kNumber(R"([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)");
  if (node.Tag() == "!") return text;  // it was quoted
  if (text == "true" || text == "false") return text == "true";
  if (text == "null" || text == "~") return nullptr;
  if (std::regex_match(text, kInteger)) return std::stoll(text);
  if (std::regex_match(text, kNumber)) return std::stod(text);
  return text;
}

Json node_as_json(const YAML::Node& node) {
  if (node.IsScalar()) return scalar_as_json(node);
  if (node.IsSequence()) {
    Json out = Json::array();
    for (const auto& item : node) out.push_back(node_as_json(item));
    return out;
  }
  if (!node.IsMap()) return nullptr;
  Json out = Json::object();
  for (const auto& entry : node) out[entry.first.Scalar()] = node_as_json(entry.second);
  return out;
}

// Characters, not bytes.
std::size_t length_of(const std::string& utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](unsigned char byte) { return (byte & 0xC0) != 0x80; }));
}

bool is_of_type(const Json& value, const std::string& type) {
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
         (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean()) ||
         (type == "null" && value.is_null());
}

class Checker {
 public:
  explicit Checker(const Json& root) : root_(root) {}

  void check(const Json& schema, const Json& value, const std::string& at) {
    if (schema.is_boolean()) {
      if (!schema.get<bool>()) add(at, "not allowed");
      return;
    }
    for (const auto& [keyword, rule] : schema.items()) {
      const auto known = keywords().find(keyword);
      if (known == keywords().end())
        add(at, "the keyword " + keyword + " is not known to this test");
      else if (known->second && !known->second(*this, schema, rule, value, at))
        add(at, "breaks " + keyword);
    }
  }
  std::vector<std::string> take() { return std::move(errors_); }

 private:
  // False: the keyword does not hold. What lies deeper adds errors of its own and is no failure of the keyword.
  using Keyword =
      std::function<bool(Checker&, const Json& schema, const Json& rule, const Json& value, const std::string& at)>;

  void add(const std::string& at, const std::string& what) { errors_.push_back((at.empty() ? "/" : at) + ": " + what); }
  bool holds(const Json& schema, const Json& value) const {
    Checker probe(root_);
    probe.check(schema, value, "");
    return probe.errors_.empty();
  }
  static std::ptrdiff_t held(const Checker& self, const Json& rules, const Json& value) {
    return std::count_if(rules.begin(), rules.end(), [&](const Json& rule) { return self.holds(rule, value); });
  }

  static const std::map<std::string, Keyword>& keywords() {
    static const std::map<std::string, Keyword> kAll = [] {
      std::map<std::string, Keyword> out{{"$schema", {}}, {"$defs", {}}, {"title", {}}, {"description", {}}, {"then", {}}};
      add_values(out);
      add_objects(out);
      add_arrays(out);
      add_combinations(out);
      return out;
    }();
    return kAll;
  }

  static void add_values(std::map<std::string, Keyword>& out) {
    out["type"] = [](auto&, auto&, auto& rule, auto& value, auto&) { return is_of_type(value, rule); };
    out["const"] = [](auto&, auto&, auto& rule, auto& value, auto&) { return value == rule; };
    out["enum"] = [](auto&, auto&, auto& rule, auto& value, auto&) {
      return std::find(rule.begin(), rule.end(), value) != rule.end();
    };
    out["minimum"] = [](auto&, auto&, auto& rule, auto& value, auto&) { return !value.is_number() || value >= rule; };
    out["maximum"] = [](auto&, auto&, auto& rule, auto& value, auto&) { return !value.is_number() || value <= rule; };
    out["exclusiveMinimum"] = [](auto&, auto&, auto& rule, auto& value, auto&) {
      return !value.is_number() || value > rule;
    };
    out["minLength"] = [](auto&, auto&, auto& rule, auto& value, auto&) {
      return !value.is_string() || length_of(value) >= rule;
    };
    out["maxLength"] = [](auto&, auto&, auto& rule, auto& value, auto&) {
      return !value.is_string() || length_of(value) <= rule;
    };
    out["pattern"] = [](auto&, auto&, auto& rule, auto& value, auto&) {
      return !value.is_string() ||
             std::regex_search(value.template get<std::string>(), std::regex(rule.template get<std::string>()));
    };
  }

  static void add_objects(std::map<std::string, Keyword>& out) {
    out["required"] = [](auto&, auto&, auto& rule, auto& value, auto&) {
      return !value.is_object() || std::all_of(rule.begin(), rule.end(), [&](auto& key) { return value.contains(key); });
    };
    out["minProperties"] = [](auto&, auto&, auto& rule, auto& value, auto&) {
      return !value.is_object() || value.size() >= rule;
    };
    out["properties"] = [](auto& self, auto&, auto& rule, auto& value, auto& at) {
      for (const auto& [key, schema] : rule.items())
        if (value.is_object() && value.contains(key)) self.check(schema, value[key], at + "/" + key);
      return true;
    };
    out["propertyNames"] = [](auto& self, auto&, auto& rule, auto& value, auto& at) {
      if (value.is_object())
        for (const auto& [key, item] : value.items()) self.check(rule, key, at + "/" + key);
      return true;
    };
    out["additionalProperties"] = [](auto& self, auto& schema, auto& rule, auto& value, auto& at) {
      if (value.is_object())
        for (const auto& [key, item] : value.items())
          if (!schema.contains("properties") || !schema["properties"].contains(key)) self.check(rule, item, at + "/" + key);
      return true;
    };
  }

  static void add_arrays(std::map<std::string, Keyword>& out) {
    out["minItems"] = [](auto&, auto&, auto& rule, auto& value, auto&) { return !value.is_array() || value.size() >= rule; };
    out["maxItems"] = [](auto&, auto&, auto& rule, auto& value, auto&) { return !value.is_array() || value.size() <= rule; };
    out["uniqueItems"] = [](auto&, auto&, auto&, auto& value, auto&) {
      return !value.is_array() || std::set<Json>(value.begin(), value.end()).size() == value.size();
    };
    out["items"] = [](auto& self, auto&, auto& rule, auto& value, auto& at) {
      for (std::size_t i = 0; value.is_array() && i < value.size(); ++i)
        self.check(rule, value[i], at + "/" + std::to_string(i));
      return true;
    };
    // With minContains and maxContains, which are read here.
    out["contains"] = [](auto& self, auto& schema, auto& rule, auto& value, auto&) {
      if (!value.is_array()) return true;
      const auto found = std::count_if(value.begin(), value.end(), [&](const Json& item) { return self.holds(rule, item); });
      return found >= schema.value("minContains", 1) && found <= schema.value("maxContains", found);
    };
    out["minContains"] = out["maxContains"] = {};
  }

  static void add_combinations(std::map<std::string, Keyword>& out) {
    out["$ref"] = [](auto& self, auto&, auto& rule, auto& value, auto& at) {
      self.check(self.root_[Json::json_pointer(rule.template get<std::string>().substr(1))], value, at);
      return true;
    };
    out["oneOf"] = [](auto& self, auto&, auto& rule, auto& value, auto&) { return held(self, rule, value) == 1; };
    out["anyOf"] = [](auto& self, auto&, auto& rule, auto& value, auto&) { return held(self, rule, value) > 0; };
    out["not"] = [](auto& self, auto&, auto& rule, auto& value, auto&) { return !self.holds(rule, value); };
    out["allOf"] = [](auto& self, auto&, auto& rule, auto& value, auto& at) {
      for (const Json& schema : rule) self.check(schema, value, at);
      return true;
    };
    out["if"] = [](auto& self, auto& schema, auto& rule, auto& value, auto& at) {
      if (schema.contains("then") && self.holds(rule, value)) self.check(schema["then"], value, at);
      return true;
    };
  }

  const Json& root_;
  std::vector<std::string> errors_;
};

}  // namespace

Json yaml_as_json(const std::string& yaml) { return node_as_json(YAML::Load(yaml)); }

std::vector<std::string> schema_errors(const Json& schema, const Json& value) {
  Checker checker(schema);
  checker.check(schema, value, "");
  return checker.take();
}

}  // namespace etalon::scenario
