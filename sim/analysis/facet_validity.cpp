#include <algorithm>
#include <map>

#include "sim/analysis/labels.h"
#include "sim/analysis/validity.h"
#include "sim/stats/agreement/coefficients.h"
#include "sim/stats/proportion.h"

namespace etalon::analysis {

namespace {

constexpr std::size_t kMostConfusions = 5;

using Pair = std::pair<Value, Value>;  // reference, chosen

struct LessText {
  bool operator()(const Pair& a, const Pair& b) const {
    return std::pair(a.first.to_text(), a.second.to_text()) < std::pair(b.first.to_text(), b.second.to_text());
  }
};

// What one facet gathers over the decisions.
struct Gathered {
  double credit = 0;
  std::vector<std::vector<std::optional<std::string>>> texts;  // reference, chosen
  std::map<Pair, std::size_t, LessText> confusions;
};

void count(FacetValidity& row, Match match) {
  switch (match) {
    case Match::Agrees: ++row.agreed; break;
    case Match::Accepted: ++row.accepted; break;
    case Match::Differs: ++row.differs; break;
    case Match::NotReached: ++row.not_reached; break;
    case Match::Unexpected: ++row.unexpected; return;
  }
  ++row.n;
}

void gather(Gathered& gathered, const FacetComparison& found, const Value& reference, const Value& chosen) {
  // A set of actions may agree without being the same set: then it is coded as the reference.
  const Value& coded = found.match == Match::Agrees ? reference : chosen;
  gathered.texts.push_back({reference.to_text(), coded.to_text()});
  if (found.match == Match::Differs && reference.shape() != Shape::Checklist) ++gathered.confusions[{reference, chosen}];
}

std::vector<ConfusionPair> most_frequent(const Pack& pack, const Facet& facet, const Gathered& gathered) {
  std::vector<ConfusionPair> pairs;
  for (const auto& [pair, n] : gathered.confusions)
    pairs.push_back({pair.first.to_text(), pair.second.to_text(), label_of(pack, facet, pair.first, {}),
                     label_of(pack, facet, pair.second, {}), n});
  std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.n > b.n; });
  if (pairs.size() > kMostConfusions) pairs.resize(kMostConfusions);
  return pairs;
}

void conclude(FacetValidity& row, const Gathered& gathered, const Message& no_verdict_reason) {
  row.agreement = rate(row.agreed, row.n, no_verdict_reason).estimate;
  if (!no_verdict_reason.text.empty()) {
    row.kappa = undefined(no_verdict_reason);
    return;
  }
  if (row.n > 0) row.mean_credit = gathered.credit / static_cast<double>(row.n);
  row.kappa = gathered.texts.empty() ? undefined(msg("There is nothing to count."))
                                     : stats::cohen_kappa(stats::RatingTable::from_texts(gathered.texts));
}

FacetValidity one_facet(const Pack& pack, const Facet& facet, const std::vector<const Sampled*>& scored,
                        const Message& no_verdict_reason) {
  FacetValidity row;
  row.facet = facet.id;
  row.decision = facet.decision;
  row.label = facet.label;
  row.short_label = facet.short_label;
  Gathered gathered;
  for (const Sampled* one : scored) {
    const FacetComparison* found = one->comparison.find(facet.id);
    if (found == nullptr) continue;
    count(row, found->match);
    gathered.credit += found->credit;
    if (found->match == Match::NotReached || found->match == Match::Unexpected) continue;
    gather(gathered, *found, reference_values(pack, *one->scenario).at(facet.id), one->chosen.at(facet.id));
  }
  conclude(row, gathered, no_verdict_reason);
  row.confusions = most_frequent(pack, facet, gathered);
  return row;
}

}  // namespace

std::vector<FacetValidity> validity_by_facet(const Pack& pack, const std::vector<const Sampled*>& scored,
                                             const Message& no_verdict_reason) {
  std::vector<FacetValidity> rows;
  for (const Facet& facet : pack.scheme.facets) {
    if (facet.id == pack.scheme.roles.confidence) continue;
    FacetValidity row = one_facet(pack, facet, scored, no_verdict_reason);
    if (row.n + row.unexpected > 0) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace etalon::analysis
