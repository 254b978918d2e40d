#include "sim/scenario/cited_offences.h"

#include <algorithm>

#include "sim/base/text.h"
#include "sim/scenario/known_codes.h"

namespace etalon::scenario {
namespace {

class Collector {
 public:
  using Item = std::optional<std::size_t>;

  void add(const std::string& code, std::string where, Item item = {}) {
    if (code != kNoOffence) out_.push_back({OffenceCode(code), std::move(where), item});
  }
  void add_all(const std::vector<std::string>& codes, const std::string& where, Item item = {}) {
    for (const std::string& code : codes) add(code, where, item);
  }
  std::vector<Citation> take() { return std::move(out_); }

 private:
  std::vector<Citation> out_;
};

bool takes_offences(const Scheme& scheme, const FacetId& id) {
  const Facet* facet = scheme.find(id);
  return facet != nullptr && facet->source == ChoiceSource::Catalogue;
}

// The first text in the tree that is the code, or a set with it ("A|B"); null: there is none.
const Node* find_code(const Node& node, const std::string& code) {
  if (node.kind == Node::Kind::Scalar) {
    const auto parts = split(node.text, '|');
    return std::find(parts.begin(), parts.end(), code) == parts.end() ? nullptr : &node;
  }
  for (const Node& item : node.items)
    if (const Node* hit = find_code(item, code)) return hit;
  return nullptr;
}

}  // namespace

std::vector<Citation> cited_offences(const Scenario& scenario, const Scheme& scheme) {
  Collector out;
  const Reference& reference = scenario.reference;
  for (const auto& [facet, value] : reference.values)
    if (takes_offences(scheme, facet)) out.add_all(codes_in(value), "reference.values." + facet.value);
  const auto examined = reference.values.find(scheme.roles.qualification);
  if (!reference.elements.empty() && examined != reference.values.end())
    out.add_all(codes_in(examined->second), "reference.elements");
  for (std::size_t i = 0; i < reference.alternatives.size(); ++i) {
    const Alternative& alternative = reference.alternatives[i];
    if (takes_offences(scheme, alternative.facet)) out.add_all(codes_in(alternative.value), "reference.alternatives", i);
  }
  for (std::size_t i = 0; i < reference.critical_errors.size(); ++i) {
    const CriticalError& error = reference.critical_errors[i];
    if (takes_offences(scheme, error.facet))
      for (const auto* codes : {&error.in, &error.includes, &error.lacks})
        out.add_all(*codes, "reference.critical_errors", i);
  }
  for (const OffenceCode& trigger : reference.review_triggers) out.add(trigger.value, "reference.review.triggers");
  return out.take();
}

int line_of(const Citation& citation, const Node& root) {
  const Node* node = &root;
  for (const std::string_view key : split(citation.where, '.')) {
    const Node* next = node->find(key);
    if (next == nullptr) break;
    node = next;
  }
  if (citation.item && *citation.item < node->items.size()) node = &node->items[*citation.item];
  const Node* written = find_code(*node, citation.code.value);
  return written == nullptr ? node->line : written->line;
}

}  // namespace etalon::scenario
