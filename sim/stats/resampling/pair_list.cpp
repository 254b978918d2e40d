#include "sim/stats/resampling/pair_list.h"

#include <unordered_map>

#include "sim/stats/agreement/parts.h"

namespace etalon::stats {
namespace {

// Two raters over their common units, each as often as it was drawn.
struct Together {
  double units = 0, agreement = 0;
  std::vector<double> a, b;  // how often each of the two chose a category
};

Together together(const Question& question, const std::vector<Meeting>& meetings,
                  const std::vector<std::uint32_t>& multiplicities) {
  Together out{0, 0, std::vector<double>(question.weights.categories()), std::vector<double>(question.weights.categories())};
  for (const Meeting& meeting : meetings) {
    const double times = multiplicities[meeting.position];
    if (times == 0) continue;
    out.units += times;
    out.agreement += times * question.weights.at(meeting.a, meeting.b);
    out.a[meeting.a] += times;
    out.b[meeting.b] += times;
  }
  return out;
}

bool in_one_category(const Together& pair) {
  std::size_t used = 0;
  for (std::size_t k = 0; k < pair.a.size(); ++k) used += pair.a[k] + pair.b[k] > 0 ? 1U : 0U;
  return used < 2;
}

std::optional<double> kappa(const Question& question, Together pair) {
  if (in_one_category(pair)) return std::nullopt;
  if (question.coefficient == Coefficient::ScottPi) {
    for (std::size_t k = 0; k < pair.a.size(); ++k) pair.a[k] = pair.b[k] = (pair.a[k] + pair.b[k]) / 2;
  }
  const Parts parts{pair.agreement / pair.units, question.weights.form(pair.a, pair.b) / (pair.units * pair.units)};
  return parts.expected >= kCertain ? std::nullopt : std::optional(parts.value());
}

}  // namespace

std::vector<std::vector<Meeting>> list_pairs(const RatingTable& table, const DrawPlan& plan) {
  std::vector<std::vector<Meeting>> out;
  std::unordered_map<std::uint64_t, std::size_t> known;  // the pair's place
  std::vector<std::size_t> here;
  for (std::size_t position = 0; position < plan.units.size(); ++position) {
    const std::size_t unit = plan.units[position];
    here.clear();
    for (std::size_t rater = 0; rater < table.raters(); ++rater)
      if (table.at(unit, rater) != kMissing) here.push_back(rater);
    for (std::size_t i = 0; i < here.size(); ++i)
      for (std::size_t j = i + 1; j < here.size(); ++j) {
        const auto place = known.try_emplace(here[i] * table.raters() + here[j], out.size());
        if (place.second) out.emplace_back();
        out[place.first->second].push_back({static_cast<std::uint32_t>(position),
                                            static_cast<std::uint16_t>(table.at(unit, here[i])),
                                            static_cast<std::uint16_t>(table.at(unit, here[j]))});
      }
  }
  return out;
}

std::optional<double> pair_value(const Question& question, const std::vector<std::vector<Meeting>>& pairs,
                                 const std::vector<std::uint32_t>& multiplicities) {
  double sum = 0, count = 0;
  for (const auto& meetings : pairs) {
    const Together pair = together(question, meetings, multiplicities);
    if (pair.units == 0) continue;
    const std::optional<double> value = question.coefficient == Coefficient::PercentAgreement
                                            ? std::optional(pair.agreement / pair.units)
                                            : kappa(question, pair);
    if (!value) return std::nullopt;
    sum += *value;
    ++count;
  }
  return count > 0 ? std::optional(sum / count) : std::nullopt;
}

}  // namespace etalon::stats
