#include "sim/scenario/read_catalogue.h"

#include <set>

#include "sim/domain/scheme.h"
#include "sim/scenario/nearest.h"
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
    out.version = map.id("version", IdStyle::Free);
    out.jurisdiction = map.id("jurisdiction", IdStyle::Free);
    const std::vector<Node>& offences = map.list("offences");
    for (const Node& node : offences) out.offences.push_back(offence(node));
    map.finish();
    check_codes(out, offences);
    check_neighbours(out, offences);
    return out;
  }

 private:
  Offence offence(const Node& node) {
    Offence out;
    MapReader map(node, file_, findings_);
    out.code = OffenceCode(map.id("code", IdStyle::Offence));
    out.pillar = map.one_of("pillar", kPillars);
    out.article = map.local("article");
    out.name = map.local("name");
    out.penalty = map.local("penalty");
    out.tier = "T" + std::to_string(map.one_of("tier", kTiers));
    read_dates(map, out);
    out.source = map.text("source");
    const std::vector<Node>& elements = map.list("elements");
    for (const Node& item : elements) out.elements.push_back(element(item));
    for (const Node& item : map.list("neighbours", Need::May)) out.neighbours.push_back(neighbour(item));
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

  void check_codes(const Catalogue& catalogue, const std::vector<Node>& nodes) {
    std::set<OffenceCode> seen;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const OffenceCode& code = catalogue.offences[i].code;
      const int line = line_at(nodes[i], {"code"});
      if (code.value == kNoOffence)
        findings_.add({file_, line}, "value", msg("NONE is reserved for “no offence”"), msg("choose another code"));
      if (!seen.insert(code).second)
        findings_.add({file_, line}, "duplicate-id", msg("the offence “{id}” stands twice", {{"id", code.value}}),
                      msg("give each offence its own code"));
    }
  }

  void check_neighbours(const Catalogue& catalogue, const std::vector<Node>& nodes) {
    std::vector<std::string> known;
    for (const Offence& offence : catalogue.offences) known.push_back(offence.code.value);
    const std::set<std::string> lookup(known.begin(), known.end());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const Node* list = nodes[i].find("neighbours");
      const auto& neighbours = catalogue.offences[i].neighbours;
      for (std::size_t n = 0; n < neighbours.size(); ++n)
        if (lookup.count(neighbours[n].code.value) == 0)
          findings_.add({file_, list->items[n].line}, "unknown-id",
                        msg("the catalogue has no offence “{id}”", {{"id", shortened(neighbours[n].code.value)}}),
                        suggestion(neighbours[n].code.value, known));
    }
  }

  const std::string& file_;
  Findings& findings_;
};

}  // namespace

Catalogue read_catalogue(const Node& root, const std::string& file, Findings& findings) {
  return CatalogueReader(file, findings).read(root);
}

}  // namespace etalon::scenario
