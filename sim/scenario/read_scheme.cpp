#include "sim/scenario/read_scheme.h"

#include "sim/base/text.h"
#include "sim/scenario/yaml_reader.h"

namespace etalon::scenario {
namespace {

bool is_decision(std::string_view text) {
  return text == "D10" || (text.size() == 2 && text[0] == 'D' && text[1] >= '1' && text[1] <= '9');
}

class SchemeReader {
 public:
  SchemeReader(const std::string& file, Findings& findings) : file_(file), findings_(findings) {}

  Scheme read(const Node& root) {
    Scheme out;
    MapReader map(root, file_, findings_);
    map.integer("format", 1, 1);
    out.id = map.id("id", IdStyle::Free);
    out.version = map.id("version", IdStyle::Free);
    if (const Node* node = map.map("roles")) out.roles = roles(*node);
    for (const Node& node : map.list("facets")) out.facets.push_back(facet(node));
    map.finish();
    return out;
  }

 private:
  Roles roles(const Node& node) {
    MapReader map(node, file_, findings_);
    Roles out{FacetId(map.id("legality")), FacetId(map.id("qualification")), FacetId(map.id("elements")),
              FacetId(map.id("actions")), FacetId(map.id("confidence"))};
    map.finish();
    return out;
  }

  Facet facet(const Node& node) {
    Facet out;
    MapReader map(node, file_, findings_);
    out.id = FacetId(map.id("id"));
    out.decision = map.text("decision");
    if (!out.decision.empty() && !is_decision(out.decision))
      map.problem(map.line_of("decision"), "value", msg("“{value}” is not a decision", {{"value", shortened(out.decision)}}),
                  msg("write D1 to D10"));
    out.level = map.one_of("level", kLevels);
    read_labels(map, out);
    out.mandatory = map.boolean("mandatory");
    for (const Node& item : map.list("applies_when", Need::May)) out.applies_when.push_back(condition(item));
    read_choices(map, out);
    out.flagged = map.texts("flagged", Need::May);
    map.finish();
    return out;
  }

  static void read_labels(MapReader& map, Facet& out) {
    out.label = map.local("label");
    out.short_label = map.local("short");
    out.help = map.local("help");
    for (const Language language : {Language::French, Language::English})
      if (count_code_points(out.short_label.in(language)) > kLongestShortLabel)
        map.problem(map.line_of("short"), "L13",
                    msg("the short label is over {limit} characters", {{"limit", std::to_string(kLongestShortLabel)}}),
                    msg("shorten it: it heads a narrow column"));
  }

  Condition condition(const Node& node) {
    MapReader map(node, file_, findings_);
    Condition out{FacetId(map.id("facet")), map.texts("in")};
    map.finish();
    return out;
  }

  void read_choices(MapReader& map, Facet& out) {
    const bool is_inline = map.has("choices");
    if (is_inline == map.has("choices_from"))
      map.problem(map.line(), "missing", msg("a facet has either “choices” or “choices_from”"), msg("give one of the two"));
    for (const Node& item : map.list("choices", Need::May)) out.choices.push_back(choice(item));
    if (is_inline)
      map.child("choices_from", Need::May);  // asked for, so that finish() knows it
    else if (map.has("choices_from"))
      out.source = map.one_of("choices_from", kSources);
  }

  Choice choice(const Node& node) {
    MapReader map(node, file_, findings_);
    Choice out{map.id("id"), map.local("label")};
    map.finish();
    return out;
  }

  const std::string& file_;
  Findings& findings_;
};

}  // namespace

Scheme read_scheme(const Node& root, const std::string& file, Findings& findings) {
  Scheme scheme = SchemeReader(file, findings).read(root);
  check_scheme(scheme, root, file, findings);
  return scheme;
}

}  // namespace etalon::scenario
