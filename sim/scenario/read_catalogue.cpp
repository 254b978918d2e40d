#include "sim/scenario/read_catalogue.h"

#include <algorithm>
#include <set>

#include "sim/scenario/check_catalogue.h"
#include "sim/scenario/dsa_taxonomy.h"
#include "sim/scenario/yaml_reader.h"

namespace etalon::scenario {
namespace {

constexpr std::array<Coded<int>, 7> kTiers{{{"T1", 1}, {"T2", 2}, {"T3", 3}, {"T4", 4}, {"T5", 5}, {"T6", 6}, {"T7", 7}}};

class CatalogueReader {
 public:
  CatalogueReader(const std::string& file, Findings& findings) : file_(file), findings_(findings) {}

  Catalogue read(const Node& root) {
    Catalogue out;
    MapReader map(root, file_, findings_);
    map.integer("format", 1, 1);
    out.version = map.date("version");
    out.jurisdiction = map.id("jurisdiction", IdStyle::Free);
    for (const Node& node : map.list("versions")) out.versions.push_back(version(node));
    for (const Node& node : map.list("offences")) out.offences.push_back(offence(node));
    for (const Node& node : map.list("look_alikes")) out.look_alikes.push_back(look_alike(node));
    for (const Node& node : map.list("confusions")) out.confusions.push_back(confusion(node));
    map.finish();
    check_catalogue(out, root, file_, findings_);
    return out;
  }

 private:
  CatalogueVersion version(const Node& node) {
    MapReader map(node, file_, findings_);
    CatalogueVersion out{map.date("version"), {}};
    for (const std::string& code : map.texts("changed")) out.changed.emplace_back(code);
    map.finish();
    return out;
  }

  LookAlike look_alike(const Node& node) {
    MapReader map(node, file_, findings_);
    LookAlike out{LookAlikeId(map.id("id")), map.local("name")};
    map.finish();
    return out;
  }

  Confusion confusion(const Node& node) {
    MapReader map(node, file_, findings_);
    Confusion out{ConfusionId(map.id("id")), map.local("question"), {}};
    for (const Node& item : map.list("sides")) out.sides.push_back(side(item));
    map.finish();
    return out;
  }

  ConfusionSide side(const Node& node) {
    MapReader map(node, file_, findings_);
    ConfusionSide out;
    for (const std::string& code : map.texts("offences")) out.offences.emplace_back(code);
    for (const std::string& id : map.texts("look_alikes")) out.look_alikes.emplace_back(id);
    map.finish();
    return out;
  }

  Offence offence(const Node& node) {
    Offence out;
    MapReader map(node, file_, findings_);
    out.code = OffenceCode(map.id("code", IdStyle::Offence));
    out.family = OffenceFamily(map.id("family", IdStyle::Offence));
    out.pillar = map.one_of("pillar", kPillars);
    out.article = map.local("article");
    out.name = map.local("name");
    out.penalty = map.local("penalty");
    out.tier = "T" + std::to_string(map.one_of("tier", kTiers));
    read_dates(map, out);
    out.source = map.text("source");
    out.natinf = natinf(map);
    const std::vector<Node>& elements = map.list("elements");
    for (const Node& item : elements) out.elements.push_back(element(item));
    for (const Node& item : map.list("neighbours", Need::May)) out.neighbours.push_back(neighbour(item));
    for (const Node& item : map.list("exceptions")) out.exceptions.push_back(exception(item));
    for (const Node& item : map.list("dsa")) out.dsa.push_back(dsa_tag(item));
    map.finish();
    check_elements(out, elements, map);
    return out;
  }

  static void read_dates(MapReader& map, Offence& out) {
    out.valid_from = map.date("valid_from", Need::May);
    out.valid_to = map.date("valid_to", Need::May);
    out.verified_on = map.date("verified_on", Need::May);
    out.confirmed = map.boolean("confirmed");
    if (!out.valid_from.empty() && !out.valid_to.empty() && out.valid_to < out.valid_from)
      map.problem(map.line_of("valid_to"), "value", msg("valid_to lies before valid_from"), msg("correct one of the dates"));
  }

  Element element(const Node& node) {
    MapReader map(node, file_, findings_);
    Element out{ElementId(map.id("id")), map.local("name"), map.local("question")};
    map.finish();
    return out;
  }

  Neighbour neighbour(const Node& node) {
    MapReader map(node, file_, findings_);
    Neighbour out{OffenceCode(map.id("code", IdStyle::Offence)), map.local("question")};
    map.finish();
    return out;
  }

  // The key is there even where nobody has verified the number: `natinf: null`.
  static std::string natinf(MapReader& map) {
    if (!map.has("natinf"))
      map.problem(map.line(), "missing", msg("“{key}” is missing", {{"key", "natinf"}}),
                  msg("write natinf: null until the number is verified"));
    std::string out = map.text("natinf", Need::May);
    if (!std::all_of(out.begin(), out.end(), [](char c) { return c >= '0' && c <= '9'; }))
      map.problem(map.line_of("natinf"), "value", msg("“{value}” is not a number", {{"value", shortened(out)}}),
                  msg("write natinf: null until the number is verified"));
    return out;
  }

  LocalText exception(const Node& node) {
    MapReader map(node, file_, findings_);
    LocalText out{map.text("fr"), map.text("en")};
    map.finish();
    return out;
  }

  DsaTag dsa_tag(const Node& node) {
    MapReader map(node, file_, findings_);
    DsaTag out{map.text("category"), map.text("keyword"), map.boolean("preferred")};
    if (const auto wrong = dsa_problem(out.category, out.keyword))
      map.problem(map.line_of(wrong->in_keyword ? "keyword" : "category"), "dsa", wrong->what, wrong->mend);
    map.finish();
    return out;
  }

  static void check_elements(const Offence& offence, const std::vector<Node>& nodes, MapReader& map) {
    std::set<ElementId> seen;
    for (std::size_t i = 0; i < offence.elements.size(); ++i)
      if (!seen.insert(offence.elements[i].id).second)
        map.problem(nodes[i].line, "duplicate-id",
                    msg("the element “{id}” stands twice", {{"id", offence.elements[i].id.value}}),
                    msg("give each element its own id"));
    if (map.has("elements") && nodes.empty())
      map.problem(map.line_of("elements"), "missing", msg("the offence has no element"),
                  msg("list its constitutive elements"));
  }

  const std::string& file_;
  Findings& findings_;
};

}  // namespace

Catalogue read_catalogue(const Node& root, const std::string& file, Findings& findings) {
  return CatalogueReader(file, findings).read(root);
}

}  // namespace etalon::scenario
