#include <algorithm>
#include <map>
#include <set>

#include "sim/scenario/nearest.h"
#include "sim/scenario/read_scheme.h"

namespace etalon::scenario {
namespace {

class SchemeCheck {
 public:
  SchemeCheck(const Scheme& scheme, const Node& root, const std::string& file, Findings& findings)
      : scheme_(scheme), root_(root), file_(file), findings_(findings) {}

  void run() {
    for (std::size_t i = 0; i < scheme_.facets.size(); ++i) check_facet(scheme_.facets[i], facet_node(i));
    if (scheme_.facets.empty() && root_.find("facets") != nullptr)
      add(line_at(root_, {"facets"}), "missing", msg("the scheme has no facet"),
          msg("list them in the order they are asked"));
    check_roles();
  }

 private:
  const Node& facet_node(std::size_t i) const { return root_.find("facets")->items[i]; }

  void add(int line, std::string_view rule, Message what, Message mend) {
    findings_.add({file_, line}, rule, std::move(what), std::move(mend));
  }

  void check_facet(const Facet& facet, const Node& node) {
    check_source(facet, node);
    check_choices(facet, node);
    check_flagged(facet, node);
    check_conditions(facet, node);
    if (!earlier_.emplace(facet.id, &facet).second)
      add(line_at(node, {"id"}), "duplicate-id", msg("the facet “{id}” stands twice", {{"id", shortened(facet.id.value)}}),
          msg("give each facet its own id"));
    ids_.push_back(facet.id.value);
  }

  void check_source(const Facet& facet, const Node& node) {
    const bool from_elements = facet.source == ChoiceSource::ElementsOfQualification;
    if (from_elements != (facet.level == Level::Checklist))
      add(line_at(node, {"level"}), "value",
          msg("a checklist takes its choices from the elements of the qualification, and only a checklist does"),
          msg("set level: checklist with choices_from: elements_of_qualification"));
    if (facet.source == ChoiceSource::Inline && node.find("choices") != nullptr && facet.choices.empty())
      add(line_at(node, {"choices"}), "missing", msg("the facet has no choice"), msg("list at least one"));
  }

  void check_choices(const Facet& facet, const Node& node) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < facet.choices.size(); ++i)
      if (!seen.insert(facet.choices[i].id).second)
        add(node.find("choices")->items[i].line, "duplicate-id",
            msg("the choice “{id}” stands twice", {{"id", shortened(facet.choices[i].id)}}),
            msg("give each choice its own id"));
  }

  void check_flagged(const Facet& facet, const Node& node) {
    const bool is_legality = facet.id == scheme_.roles.legality;
    if (is_legality == facet.flagged.empty())
      add(line_at(node, {"flagged"}), "value", msg("“flagged” belongs to the legality facet, and there it is needed"),
          msg("list there the choices that call the content illegal"));
    for (const std::string& code : facet.flagged) check_code(facet, code, line_at(node, {"flagged"}));
  }

  void check_conditions(const Facet& facet, const Node& node) {
    for (std::size_t i = 0; i < facet.applies_when.size(); ++i) {
      const Condition& condition = facet.applies_when[i];
      const int line = node.find("applies_when")->items[i].line;
      const auto on = earlier_.find(condition.facet);
      if (on == earlier_.end()) {
        add(line, "unknown-id", msg("no facet “{id}” is asked before this one", {{"id", shortened(condition.facet.value)}}),
            suggestion(condition.facet.value, ids_));
        continue;
      }
      for (const std::string& code : condition.in) check_code(*on->second, code, line);
    }
  }

  void check_code(const Facet& facet, const std::string& code, int line) {
    if (facet.source != ChoiceSource::Inline) return;
    std::vector<std::string> known;
    for (const Choice& choice : facet.choices) known.push_back(choice.id);
    if (std::find(known.begin(), known.end(), code) != known.end()) return;
    add(line, "unknown-id",
        msg("the facet “{facet}” has no choice “{choice}”", {{"facet", facet.id.value}, {"choice", shortened(code)}}),
        suggestion(code, known));
  }

  void check_roles() {
    const Roles& roles = scheme_.roles;
    check_role("legality", roles.legality, [](const Facet& f) { return f.shape() == Shape::Code; });
    check_role("qualification", roles.qualification,
               [](const Facet& f) { return f.shape() == Shape::Code && f.source == ChoiceSource::Catalogue; });
    check_role("elements", roles.elements, [](const Facet& f) { return f.shape() == Shape::Checklist; });
    check_role("actions", roles.actions,
               [](const Facet& f) { return f.shape() == Shape::Set && f.source == ChoiceSource::Inline; });
    check_role("confidence", roles.confidence,
               [](const Facet& f) { return f.shape() == Shape::Code && f.source == ChoiceSource::Inline; });
  }

  template <class Fits>
  void check_role(std::string_view role, const FacetId& id, Fits fits) {
    if (id.empty()) return;  // already a finding
    const auto hit = earlier_.find(id);
    const int line = line_at(root_, {"roles", role});
    if (hit == earlier_.end())
      add(line, "unknown-id", msg("the scheme has no facet “{id}”", {{"id", shortened(id.value)}}),
          suggestion(id.value, ids_));
    else if (!fits(*hit->second))
      add(line, "value", msg("the facet “{id}” has a level or choices that its role cannot have", {{"id", id.value}}),
          msg("correct the role or the facet"));
  }

  const Scheme& scheme_;
  const Node& root_;
  const std::string& file_;
  Findings& findings_;
  std::map<FacetId, const Facet*> earlier_;
  std::vector<std::string> ids_;
};

}  // namespace

void check_scheme(const Scheme& scheme, const Node& root, const std::string& file, Findings& findings) {
  SchemeCheck(scheme, root, file, findings).run();
}

}  // namespace etalon::scenario
