#include "sim/scenario/read_manifest.h"

#include "sim/scenario/yaml_reader.h"

namespace etalon::scenario {
namespace {

void read_scenario_paths(MapReader& map, Manifest& out) {
  const std::vector<Node>& items = map.list("scenarios", Need::Must, kMostScenarios);
  for (const Node& item : items) {
    if (item.kind != Node::Kind::Scalar) {
      map.problem(item.line, "type", msg("a path is expected"), msg("write - scenarios/S0001.yaml"));
      continue;
    }
    if (out.scenario_lines.emplace(item.text, item.line).second)
      out.scenarios.push_back(item.text);
    else
      map.problem(item.line, "duplicate-id", msg("“{path}” is listed twice", {{"path", shortened(item.text)}}),
                  msg("list each file once"));
  }
  if (map.has("scenarios") && items.empty())
    map.problem(map.line_of("scenarios"), "missing", msg("the pack has no scenario"), msg("list at least one file"));
}

}  // namespace

Manifest read_manifest(const Node& root, const std::string& file, Findings& findings) {
  Manifest out;
  MapReader map(root, file, findings);
  map.integer("format", 1, 1);
  out.ref.id = map.id("id", IdStyle::Free);
  out.ref.version = map.id("version", IdStyle::Free);
  out.title = map.local("title");
  out.notice = map.local("notice");
  out.scheme = map.text("scheme");
  out.scheme_line = map.line_of("scheme");
  out.catalogue = map.text("catalogue");
  out.catalogue_line = map.line_of("catalogue");
  read_scenario_paths(map, out);
  map.finish();
  return out;
}

}  // namespace etalon::scenario
