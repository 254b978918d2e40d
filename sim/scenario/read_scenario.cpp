#include "sim/scenario/read_scenario.h"

#include <algorithm>
#include <set>

#include "sim/scenario/step_text.h"

namespace etalon::scenario {
namespace {

constexpr std::array<Coded<int>, 2> kProvenances{{{"synthetic", 0}, {"composite", 1}}};

bool is_time(std::string_view text) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  return text.size() == 5 && digit(0) && digit(1) && text[2] == ':' && digit(3) && digit(4) && text.substr(0, 2) < "24" &&
         text.substr(3) < "60";
}

class ScenarioReader {
 public:
  ScenarioReader(const Scheme* scheme, const std::string& file, Findings& findings)
      : scheme_(scheme), file_(file), findings_(findings) {}

  Scenario read(const Node& root) {
    Scenario out;
    MapReader map(root, file_, findings_);
    map.integer("format", 1, 1);
    out.id = ScenarioId(map.id("id", IdStyle::Free));
    out.version = map.integer("version", 1, 1'000'000);
    read_record(map, out);
    out.title = map.local("title");
    if (const Node* node = map.map("twin", Need::May)) out.twin = twin(*node);
    if (const Node* node = map.map("covers", Need::May)) out.covers = covers(*node);
    for (const Node& node : map.list("steps")) out.steps.push_back(step(node));
    read_facts(map, out);
    if (const Node* node = map.map("reference")) out.reference = read_reference(*node, scheme_, file_, findings_);
    map.finish();
    return out;
  }

 private:
  static void read_record(MapReader& map, Scenario& out) {
    out.status = map.one_of("status", kStatuses);
    out.pillar = map.one_of("pillar", kPillars);
    out.difficulty = map.integer("difficulty", 1, 5);
    out.sensitivity = map.integer("sensitivity", 0, 3);
    out.law_as_of = map.date("law_as_of");
    out.catalogue_version = map.date("catalogue_version");
    out.provenance = kProvenances[static_cast<std::size_t>(map.one_of("provenance", kProvenances))].code;
    out.licence = map.text("licence");
    out.authors = map.texts("authors");
    out.reviewers = map.texts("reviewers");
    out.expires = map.date("expires");
  }

  Twin twin(const Node& node) {
    MapReader map(node, file_, findings_);
    Twin out{TwinSetId(map.id("set", IdStyle::Free)), FactId(map.text("fact"))};
    map.finish();
    return out;
  }

  Covers covers(const Node& node) {
    Covers out;
    MapReader map(node, file_, findings_);
    if (node.keys.empty())
      map.problem(map.line(), "missing", msg("“{key}” is empty", {{"key", "covers"}}),
                  msg("say what the scenario covers, or leave the key out"));
    for (const Node& item : map.list("confusions", Need::May)) out.confusions.push_back(covered_side(item));
    for (const std::string& id : map.texts("look_alikes", Need::May)) out.look_alikes.emplace_back(id);
    if (map.has("reporter")) out.reporter = map.one_of("reporter", kReporters);
    if (map.has("late_fact")) out.late_fact = map.one_of("late_fact", kLateFacts);
    map.finish();
    return out;
  }

  CoveredSide covered_side(const Node& node) {
    MapReader map(node, file_, findings_);
    CoveredSide out{ConfusionId(map.id("pair")), 0};
    const std::string side = map.text("side");
    if (side.size() == 1 && side[0] >= 'a' && side[0] <= 'z')
      out.side = static_cast<std::size_t>(side[0] - 'a');
    else if (!side.empty())
      map.problem(map.line_of("side"), "value", msg("“{value}” is not a side", {{"value", shortened(side)}}),
                  msg("write a, b, c … by the side’s position in the catalogue"));
    map.finish();
    return out;
  }

  Step step(const Node& node) {
    Step out;
    MapReader map(node, file_, findings_);
    out.type = map.one_of("type", kStepTypes);
    out.day = map.integer("day", 0, 3650);
    out.time = map.text("time");
    if (!out.time.empty() && !is_time(out.time))
      map.problem(map.line_of("time"), "value", msg("“{value}” is not a time of day", {{"value", shortened(out.time)}}),
                  msg("write it in quotation marks, such as \"09:12\""));
    const LocalText text = map.local("text");
    const Node* both = node.find("text");
    out.fr = runs(text.fr, both, "fr");
    out.en = runs(text.en, both, "en");
    map.finish();
    return out;
  }

  std::vector<Run> runs(const std::string& text, const Node* both, std::string_view language) {
    auto parsed = parse_step_text(text);
    if (parsed) return std::move(*parsed);
    findings_.add({file_, line_at(*both, {language})}, "fact", parsed.error(),
                  msg("write {braces}", {{"braces", "{F1|…}"}}));
    return {{text, {}}};
  }

  void read_facts(MapReader& map, Scenario& out) {
    std::set<FactId> seen;
    for (const Node& node : map.list("facts")) {
      MapReader fact(node, file_, findings_);
      const std::string id = fact.text("id");
      if (!id.empty() && !is_fact_id(id))
        fact.problem(fact.line_of("id"), "value", msg("“{value}” is not a fact’s id", {{"value", shortened(id)}}),
                     msg("write F1 to F999"));
      if (!seen.insert(FactId(id)).second)
        fact.problem(fact.line_of("id"), "duplicate-id", msg("the fact “{id}” stands twice", {{"id", shortened(id)}}),
                     msg("give each fact its own id"));
      const FactId fact_id(id);
      out.facts.push_back({fact_id, fact.one_of("polarity", kPolarities), step_of(fact_id, out.steps)});
      fact.finish();
    }
  }

  // 0 where no step states it; the rule “fact” says so.
  static int step_of(const FactId& fact, const std::vector<Step>& steps) {
    for (std::size_t i = 0; i < steps.size(); ++i)
      if (std::any_of(steps[i].fr.begin(), steps[i].fr.end(), [&](const Run& run) { return run.fact == fact; }))
        return static_cast<int>(i);
    return 0;
  }

  const Scheme* scheme_;
  const std::string& file_;
  Findings& findings_;
};

}  // namespace

Scenario read_scenario(const Node& root, const Scheme* scheme, const std::string& file, Findings& findings) {
  return ScenarioReader(scheme, file, findings).read(root);
}

}  // namespace etalon::scenario
