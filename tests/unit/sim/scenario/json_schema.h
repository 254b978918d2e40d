// Reads YAML as an editor does, and checks it against a JSON Schema (draft 2020-12): the keywords that scenarios/schema
// uses.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace etalon::scenario {

// The YAML core schema: what is quoted is text; plain words may be numbers, truth values or null. Dates stay text.
nlohmann::json yaml_as_json(const std::string& yaml);

// "/steps/0/type: not one of enum" for each place that the schema refuses; a keyword that is not known here is one, too.
std::vector<std::string> schema_errors(const nlohmann::json& schema, const nlohmann::json& value);

}  // namespace etalon::scenario
