#include "sim/domain/pack.h"

#include <algorithm>

namespace etalon {
namespace {

template <class Items, class Key, class Get>
auto find_in(const Items& items, const Key& key, Get get) -> decltype(items.data()) {
  const auto hit = std::find_if(items.begin(), items.end(), [&](const auto& item) { return get(item) == key; });
  return hit == items.end() ? nullptr : &*hit;
}

constexpr std::string_view kStatuses[] = {"not_said", "draft", "trusted"};

}  // namespace

Hash hash_of(const PackContent& content) {
  Hasher hasher;
  for (const auto& [path, bytes] : content) hasher.add_text(path).add_text(bytes);
  return hasher.finish();
}

std::string_view code(PackStatus status) { return kStatuses[static_cast<std::size_t>(status)]; }

std::optional<PackStatus> pack_status_from(std::string_view text) {
  for (std::size_t i = 0; i < std::size(kStatuses); ++i)
    if (kStatuses[i] == text) return static_cast<PackStatus>(i);
  return std::nullopt;
}

const Element* Offence::find(const ElementId& id) const {
  return find_in(elements, id, [](const Element& element) { return element.id; });
}

bool Offence::in_force(std::string_view day) const {
  const bool begun = valid_from.empty() || day.empty() || day >= valid_from;
  const bool ended = !valid_to.empty() && !day.empty() && day > valid_to;
  return begun && !ended;
}

const Offence* Catalogue::find(const OffenceCode& code) const { return find(code, {}); }

const Offence* Catalogue::find(const OffenceCode& code, std::string_view day) const {
  const Offence* newest = nullptr;
  for (const Offence& offence : offences)
    if (offence.code == code && offence.in_force(day) && (newest == nullptr || newest->valid_from < offence.valid_from))
      newest = &offence;
  return newest;
}

const LookAlike* Catalogue::find(const LookAlikeId& id) const {
  return find_in(look_alikes, id, [](const LookAlike& item) { return item.id; });
}

const Confusion* Catalogue::find(const ConfusionId& id) const {
  return find_in(confusions, id, [](const Confusion& item) { return item.id; });
}

const Fact* Scenario::find(const FactId& wanted) const {
  return find_in(facts, wanted, [](const Fact& fact) { return fact.id; });
}

const Scenario* Pack::find(const ScenarioId& id) const {
  return find_in(scenarios, id, [](const Scenario& item) { return item.id; });
}

std::vector<const Scenario*> Pack::offered() const {
  std::vector<const Scenario*> out;
  for (const Scenario& scenario : scenarios)
    if (scenario.status == Status::Active) out.push_back(&scenario);
  return out;
}

}  // namespace etalon
