#include "sim/domain/pack.h"

#include <algorithm>

namespace etalon {
namespace {

template <class Items, class Key, class Get>
auto find_in(const Items& items, const Key& key, Get get) -> decltype(items.data()) {
  const auto hit = std::find_if(items.begin(), items.end(), [&](const auto& item) { return get(item) == key; });
  return hit == items.end() ? nullptr : &*hit;
}

}  // namespace

const Element* Offence::find(const ElementId& id) const {
  return find_in(elements, id, [](const Element& element) { return element.id; });
}

const Offence* Catalogue::find(const OffenceCode& code) const {
  return find_in(offences, code, [](const Offence& offence) { return offence.code; });
}

const Fact* Scenario::find(const FactId& wanted) const {
  return find_in(facts, wanted, [](const Fact& fact) { return fact.id; });
}

const Scenario* Pack::find(const ScenarioId& id) const {
  return find_in(scenarios, id, [](const Scenario& item) { return item.id; });
}

}  // namespace etalon
