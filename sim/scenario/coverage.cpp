#include "sim/scenario/coverage.h"

#include <algorithm>
#include <map>

#include "sim/base/text.h"
#include "sim/scenario/features.h"
#include "sim/scenario/quotas.h"

namespace etalon::scenario {
namespace {

constexpr std::size_t kListedIds = 5;

enum class Stage { Active, Waiting, Draft, Retired };

Stage stage_of(Status status) {
  switch (status) {
    case Status::Active: return Stage::Active;
    case Status::LintPassed:
    case Status::Reviewed:
    case Status::Piloted: return Stage::Waiting;
    case Status::Draft: return Stage::Draft;
    case Status::Retired: break;
  }
  return Stage::Retired;
}

// What is counted: a scenario, or a twin set.
struct Counted {
  std::string id;
  Stage stage = Stage::Draft;
  std::set<Feature> features;
};

// A set is there when two of its scenarios are: from the stage that its second one has reached.
void add_twin_sets(const Pack& pack, std::vector<Counted>& out) {
  std::map<TwinSetId, std::vector<Stage>> sets;
  for (const Scenario& scenario : pack.scenarios)
    if (scenario.twin && scenario.status != Status::Retired) sets[scenario.twin->set].push_back(stage_of(scenario.status));
  for (auto& [id, stages] : sets) {
    std::sort(stages.begin(), stages.end());
    if (stages.size() >= 2 && stages.size() <= 4) out.push_back({id.value, stages[1], {{"twin_set", "of_2_to_4"}}});
  }
}

std::vector<Counted> counted(const Pack& pack) {
  std::vector<Counted> out;
  for (const Scenario& scenario : pack.scenarios)
    if (scenario.status != Status::Retired)
      out.push_back({scenario.id.value, stage_of(scenario.status), features(pack, scenario)});
  add_twin_sets(pack, out);
  return out;
}

// Those that have all of the features.
Tally tally(const std::vector<Counted>& all, const std::vector<Feature>& wanted) {
  Tally out;
  for (const Counted& one : all) {
    if (!std::all_of(wanted.begin(), wanted.end(), [&](const Feature& feature) { return one.features.contains(feature); }))
      continue;
    if (one.stage == Stage::Active) ++out.active;
    if (one.stage == Stage::Draft) ++out.draft;
    if (one.stage == Stage::Waiting) {
      ++out.waiting;
      out.next.push_back(one.id);
    }
  }
  return out;
}

std::vector<std::string> items_of(const std::vector<Dimension>& known, std::string_view name) {
  for (const Dimension& dimension : known)
    if (dimension.name == name) return dimension.items;
  return {};
}

void count_pillar_by_legality(const Pack& pack, const std::vector<Dimension>& known, const std::vector<Counted>& all,
                              std::vector<CoverageCount>& out) {
  const std::string legality = pack.scheme.roles.legality.value;
  std::vector<std::string> columns = items_of(known, legality);
  columns.emplace_back(kNotAsked);
  for (const std::string& pillar : items_of(known, "pillar"))
    for (const std::string& column : columns)
      out.push_back({"pillar_by_legality", pillar + "/" + column, tally(all, {{"pillar", pillar}, {legality, column}})});
}

bool holds(const Bound& bound, std::size_t there, std::size_t all) {
  if (!bound.percent) return there >= bound.low && (bound.high == 0 || there <= bound.high);
  return all > 0 && 100 * there >= bound.low * all && 100 * there <= bound.high * all;
}

std::string listed(const std::vector<std::string>& ids) {
  std::vector<std::string> first(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), kListedIds)));
  if (ids.size() > kListedIds) first.emplace_back("…");
  return join(first, ", ");
}

Message what_is_wrong(const QuotaResult& result) {
  const std::vector<std::pair<std::string, std::string>> args{
      {"quota", result.item.empty() ? result.name : result.name + " " + result.item},
      {"low", std::to_string(result.bound.low)},
      {"high", std::to_string(result.bound.high)},
      {"there", std::to_string(result.tally.active)},
      {"all", std::to_string(result.all)}};
  if (!result.bound.percent) return msg("{quota}: at least {low} wanted, {there} active", args);
  if (result.bound.low == result.bound.high)
    return msg("{quota}: {low}% of the active scenarios wanted, it is {there} of {all}", args);
  return msg("{quota}: {low}% to {high}% of the active scenarios wanted, it is {there} of {all}", args);
}

Message how_to_mend(const QuotaResult& result) {
  const Tally& tally = result.tally;
  const bool too_many = result.bound.percent && 100 * tally.active > result.bound.high * result.all;
  if (too_many) return msg("write or review others: there are too many of this kind beside them");
  const std::size_t missing = result.bound.low > tally.active ? result.bound.low - tally.active : 0;
  const bool enough_wait = tally.waiting > 0 && (result.bound.percent || tally.waiting >= missing);
  if (enough_wait)
    return msg("review what waits ({count}): {ids}",
               {{"count", std::to_string(tally.waiting)}, {"ids", listed(tally.next)}});
  if (result.bound.percent) return msg("write more of this kind: none waits for its review");
  return msg("write {missing} more; waiting for their review: {count}",
             {{"missing", std::to_string(missing - tally.waiting)}, {"count", std::to_string(tally.waiting)}});
}

class QuotaCheck {
 public:
  QuotaCheck(const std::vector<Dimension>& known, const std::vector<Counted>& all)
      : known_(known), all_(all), whole_(tally(all, {{"scenario", "all"}})) {}

  std::vector<QuotaResult> run() {
    for (const Quota& quota : kQuotas) quota.item == kEach ? check_each(quota) : check(quota, std::string(quota.item), {});
    return std::move(out_);
  }

 private:
  void check_each(const Quota& quota) {
    const std::vector<std::string> items = items_of(known_, quota.dimension);
    for (const std::string& item : items) check(quota, item, item);
    if (!items.empty()) return;
    QuotaResult result{std::string(quota.name), {}, quota.bound, {}, whole_.active, false, false, {}, {}};
    result.what = msg("{quota}: the pack knows nothing of this kind", {{"quota", result.name}});
    result.mend = msg("add it to the scheme or to the catalogue");
    out_.push_back(std::move(result));
  }

  void check(const Quota& quota, const std::string& item, const std::string& shown) {
    std::vector<Feature> wanted{{std::string(quota.dimension), item}};
    if (!quota.also_dimension.empty()) wanted.emplace_back(quota.also_dimension, quota.also_item);
    QuotaResult result{std::string(quota.name), shown, quota.bound, tally(all_, wanted), whole_.active, {}, {}, {}, {}};
    const Tally& there = result.tally;
    result.holds = holds(quota.bound, there.active, whole_.active);
    result.would_hold = holds(quota.bound, there.active + there.waiting, whole_.active + whole_.waiting);
    if (!result.holds) {
      result.what = what_is_wrong(result);
      result.mend = how_to_mend(result);
    }
    out_.push_back(std::move(result));
  }

  const std::vector<Dimension>& known_;
  const std::vector<Counted>& all_;
  Tally whole_;
  std::vector<QuotaResult> out_;
};

}  // namespace

bool Coverage::holds() const {
  return std::all_of(quotas.begin(), quotas.end(), [](const QuotaResult& result) { return result.holds; });
}

Coverage coverage(const Pack& pack) {
  const std::vector<Dimension> known = dimensions(pack);
  const std::vector<Counted> all = counted(pack);
  Coverage out;
  count_pillar_by_legality(pack, known, all, out.counts);
  for (const Dimension& dimension : known)
    for (const std::string& item : dimension.items)
      out.counts.push_back({dimension.name, item, tally(all, {{dimension.name, item}})});
  out.quotas = QuotaCheck(known, all).run();
  return out;
}

}  // namespace etalon::scenario
