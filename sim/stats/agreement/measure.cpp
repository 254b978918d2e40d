// From questions to answers: what has the same weights goes through one accumulation.
#include "sim/base/assert.h"
#include "sim/stats/agreement/check.h"
#include "sim/stats/agreement/linear.h"
#include "sim/stats/agreement/pairs.h"

namespace etalon::stats {
namespace {

// What is known of a table before any coefficient.
struct Known {
  const RatingTable& table;
  const AgreementOptions& options;
  std::size_t raters = 0;  // who rated
  std::optional<RaterUse> use = {};

  const RaterUse* conger_use() {
    if (!use) use = rater_use(rater_counts(table, options.threads), table.categories().size());
    return &*use;
  }
};

// Scott's pi and Cohen's kappa: the units that both rated, of exactly two.
Estimate of_two(const Known& known, const Question& question) {
  AgreementOptions options = known.options;
  options.weights = question.weights;
  return question.coefficient == Coefficient::ScottPi ? scott_pi(known.table, options) : cohen_kappa(known.table, options);
}

// Why there is no coefficient, and what is known of it nevertheless; true: there is one.
bool defined(Estimate& out, Coefficient coefficient, const Moments& moments, const Parts& found) {
  out.observed = found.observed;
  if (coefficient == Coefficient::UnitAgreement) return true;
  out.expected = found.expected;
  if (!has_two_categories(coefficient, moments)) {
    if (coefficient == Coefficient::KrippendorffAlpha) out.observed = 1;
    out.expected = 1;
    out.reason = one_category_reason();
  } else if (found.expected >= kCertain) {
    out.reason = chance_is_certain();
  }
  return out.reason.text.empty();
}

struct Asked {
  Coefficient coefficient;
  Estimate* answer;
};

// The answers that moments give; all have these weights.
void answer(Known& known, const Weights& weights, const std::vector<Asked>& asked) {
  const std::size_t categories = known.table.categories().size();
  const Moments sums = moments(strata(known.table, weights, known.options.threads), categories);
  const auto count = [](double x) { return static_cast<std::size_t>(x); };
  std::vector<Linear> linears;
  std::vector<Asked> alive;
  for (const Asked& one : asked) {
    *one.answer = counted(count(sums.pairable), known.raters, count(sums.ratings));
    if (!one.answer->reason.text.empty()) continue;
    const RaterUse* use = one.coefficient == Coefficient::CongerKappa ? known.conger_use() : nullptr;
    const Parts found = parts(one.coefficient, sums, weights, use);
    if (!defined(*one.answer, one.coefficient, sums, found)) continue;
    one.answer->status = Status::Ok;
    one.answer->value = found.value();
    linears.push_back(linear(one.coefficient, sums, weights, use, known.table.raters()));
    alive.push_back(one);
  }
  const std::vector<Spread> found = spreads(known.table, weights, linears, known.options.threads);
  for (std::size_t i = 0; i < alive.size(); ++i) {
    const std::size_t units = count(alive[i].coefficient == Coefficient::KrippendorffAlpha ? sums.pairable : sums.units);
    const double lowest = alive[i].coefficient == Coefficient::UnitAgreement ? 0 : -1;
    // Rated units for alpha too, so that its interval and that of Fleiss' kappa rest on the same t.
    add_linearised_interval(*alive[i].answer, found[i].squares, units, count(sums.units), lowest, known.options);
  }
}

Estimate one(Coefficient coefficient, const RatingTable& table, const AgreementOptions& options) {
  const std::size_t categories = table.categories().size();
  return measure(table, {{coefficient, options.weights ? *options.weights : Weights::identity(categories)}}, options)[0];
}

}  // namespace

std::vector<Estimate> measure(const RatingTable& table, const std::vector<Question>& questions,
                              const AgreementOptions& options) {
  std::vector<Estimate> out(questions.size());
  Known known{table, options, raters_with_ratings(table)};
  std::vector<bool> done(questions.size());
  for (std::size_t i = 0; i < questions.size(); ++i) {
    ETALON_ASSERT(questions[i].weights.categories() == table.categories().size());
    if (done[i]) continue;
    const Coefficient coefficient = questions[i].coefficient;
    if (!is_made_of_moments(coefficient) || coefficient == Coefficient::ScottPi) {
      AgreementOptions how = options;
      how.weights = questions[i].weights;
      out[i] = coefficient == Coefficient::PercentAgreement ? pairwise_agreement(table, how)
               : coefficient == Coefficient::LightKappa     ? light_kappa(table, how)
                                                            : of_two(known, questions[i]);
      continue;
    }
    std::vector<Asked> together;
    for (std::size_t j = i; j < questions.size(); ++j) {
      const Question& other = questions[j];
      if (!is_made_of_moments(other.coefficient) || other.coefficient == Coefficient::ScottPi) continue;
      if (done[j] || !questions[i].weights.same_as(other.weights)) continue;
      together.push_back({other.coefficient, &out[j]});
      done[j] = true;
    }
    answer(known, questions[i].weights, together);
  }
  return out;
}

std::optional<Parts> value_alone(const RatingTable& table, const Question& question, std::size_t threads) {
  ETALON_ASSERT(is_made_of_moments(question.coefficient) && question.coefficient != Coefficient::ScottPi);
  const std::size_t categories = table.categories().size();
  const Moments sums = moments(strata(table, question.weights, threads), categories);
  std::optional<RaterUse> use;
  if (question.coefficient == Coefficient::CongerKappa) use = rater_use(rater_counts(table, threads), categories);
  return defined_parts(question.coefficient, sums, question.weights, use ? &*use : nullptr);
}

Estimate percent_agreement(const RatingTable& table, const AgreementOptions& options) {
  return one(Coefficient::UnitAgreement, table, options);
}

Estimate fleiss_kappa(const RatingTable& table, const AgreementOptions& options) {
  return one(Coefficient::FleissKappa, table, options);
}

Estimate gwet_ac(const RatingTable& table, const AgreementOptions& options) {
  return one(Coefficient::GwetAc, table, options);
}

Estimate brennan_prediger(const RatingTable& table, const AgreementOptions& options) {
  return one(Coefficient::BrennanPrediger, table, options);
}

Estimate conger_kappa(const RatingTable& table, const AgreementOptions& options) {
  return one(Coefficient::CongerKappa, table, options);
}

Estimate krippendorff_alpha(const RatingTable& table, const AgreementOptions& options) {
  return one(Coefficient::KrippendorffAlpha, table, options);
}

}  // namespace etalon::stats
