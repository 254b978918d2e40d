// etalon agree RATINGS
#include "ui/cli/agree.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

#include "sim/exchange/aligned.h"
#include "sim/exchange/matrix_file.h"
#include "sim/stats/agreement/metric.h"
#include "ui/cli/output.h"

namespace etalon::ui::cli {
namespace {

using stats::Coefficient;

constexpr std::size_t kMostDetailed = 1'000;  // pairs of raters that get more than the two values

struct Named {
  const char* name;
  Coefficient coefficient;
  enum { Weighted, Identity, Metric } kind;
};

constexpr Named kCoefficients[] = {{"percent_agreement", Coefficient::PercentAgreement, Named::Weighted},
                                   {"unit_agreement", Coefficient::UnitAgreement, Named::Weighted},
                                   {"cohen_kappa", Coefficient::CohenKappa, Named::Weighted},
                                   {"conger_kappa", Coefficient::CongerKappa, Named::Weighted},
                                   {"fleiss_kappa", Coefficient::FleissKappa, Named::Weighted},
                                   {"light_kappa", Coefficient::LightKappa, Named::Weighted},
                                   {"scott_pi", Coefficient::ScottPi, Named::Weighted},
                                   {"krippendorff_alpha", Coefficient::KrippendorffAlpha, Named::Metric},
                                   {"gwet_ac1", Coefficient::GwetAc, Named::Identity},
                                   {"gwet_ac2", Coefficient::GwetAc, Named::Weighted},
                                   {"brennan_prediger", Coefficient::BrennanPrediger, Named::Weighted}};

bool wanted(const AgreeOptions& options, const std::string& name) {
  const auto& list = options.coefficients;
  if (!list.empty()) return std::find(list.begin(), list.end(), name) != list.end();
  return name != "gwet_ac2" || options.weights != "identity";  // AC2 without weights is AC1
}

Result<stats::Weights> family_weights(const std::string& name, const stats::RatingTable& table) {
  return stats::Weights::of_family(*stats::weight_family_from(name), stats::category_values(table.categories()));
}

Result<stats::Weights> weights_of(const std::string& name, const stats::RatingTable& table) {
  if (stats::weight_family_from(name)) return family_weights(name, table);
  return exchange::read_matrix(name, table.categories());
}

Result<stats::Weights> metric_of(const std::string& name, const stats::RatingTable& table, std::size_t threads) {
  if (const auto metric = stats::metric_from(name)) return stats::metric_weights(*metric, table, threads);
  constexpr std::string_view kPrefix = "weights:";
  if (!name.starts_with(kPrefix)) return exchange::read_matrix(name, table.categories());
  return family_weights(name.substr(kPrefix.size()), table);
}

// A value of --weights or --metric: one of the names, or a file that exists.
std::string check_weights(const std::string& text) {
  const bool known = stats::weight_family_from(text) || std::filesystem::exists(text);
  return known ? "" : text + " is neither the name of weights nor a file";
}

std::string check_metric(const std::string& text) {
  if (stats::metric_from(text) || std::filesystem::exists(text)) return "";
  if (text.starts_with("weights:") && stats::weight_family_from(text.substr(8))) return "";
  return text + " is neither the name of a metric nor a file";
}

struct Plan {
  std::vector<Named> named;
  std::vector<stats::Question> questions;
};

Result<Plan> plan(const AgreeOptions& options, const stats::RatingTable& table) {
  const auto metric = metric_of(options.metric, table, options.threads);
  if (!metric) return fail(metric.error());
  const auto weights = weights_of(options.weights, table);
  if (!weights) return fail(weights.error());
  const stats::Weights identity = stats::Weights::identity(table.categories().size());
  Plan out;
  for (const Named& one : kCoefficients) {
    if (!wanted(options, one.name)) continue;
    const bool alpha = one.kind == Named::Metric;
    out.named.push_back(one);
    out.questions.push_back({one.coefficient,
                             alpha                         ? *metric
                             : one.kind == Named::Identity ? identity
                                                           : *weights,
                             alpha && options.metric == "ordinal"});
  }
  return out;
}

Message not_who() { return msg("The file says how many chose a category, not who."); }

// Counts do not say who rated: what compares raters has nothing to compare, but where all units have as many ratings the
// mean over pairs is the mean over units.
void forget_raters(Plan& plan, std::vector<stats::Estimate>& answers, const stats::RatingTable& table) {
  bool complete = true;
  for (std::size_t unit = 0; unit < table.units(); ++unit)
    complete = complete && table.raters() > 0 && table.at(unit, table.raters() - 1) != stats::kMissing;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const Coefficient coefficient = plan.questions[i].coefficient;
    const bool about_raters = coefficient == Coefficient::CohenKappa || coefficient == Coefficient::CongerKappa ||
                              coefficient == Coefficient::LightKappa || coefficient == Coefficient::ScottPi;
    if (coefficient == Coefficient::PercentAgreement && complete) {
      plan.questions[i].coefficient = Coefficient::UnitAgreement;
      answers[i] = stats::measure(table, {plan.questions[i]})[0];
    } else if (about_raters || coefficient == Coefficient::PercentAgreement) {
      stats::Estimate none;
      none.units = answers[i].units;
      none.ratings = answers[i].ratings;
      none.reason = not_who();
      answers[i] = none;
    }
  }
}

stats::UnitsAndRaters about_both(const AgreeOptions& options, const stats::RatingTable& table,
                                 const stats::Question& question, const stats::Estimate& answer) {
  if (options.counts) return {{}, {}, {}, not_who()};
  return stats::units_and_raters(table, question, answer, {{}, options.level, options.table, options.threads});
}

// The error under chance is known of these two alone, of Fleiss' kappa without weights.
std::optional<stats::NullTest> against_chance(const stats::RatingTable& table, const stats::Question& question) {
  if (question.coefficient == Coefficient::CohenKappa)
    return stats::cohen_null_test(table, {question.weights, 0.95, false, 1});
  const bool fleiss = question.coefficient == Coefficient::FleissKappa;
  if (fleiss && question.weights.kind() == stats::Weights::Kind::Identity) return stats::fleiss_null_test(table);
  return std::nullopt;
}

Result<void> measure(const World& world, const AgreeOptions& options, Agreement& out) {
  const stats::RatingTable& table = out.ratings.table;
  auto asked = plan(options, table);
  if (!asked) return fail(asked.error());
  const stats::AgreementOptions how{{}, options.level, options.table, options.threads};
  std::vector<stats::Estimate> answers = stats::measure(table, asked->questions, how);
  if (options.counts) forget_raters(*asked, answers, table);
  std::optional<std::vector<stats::Bootstrap>> resampled;
  if (options.replicates > 0)
    resampled = stats::bootstrap(table, asked->questions, answers,
                                 {options.replicates, options.seed, options.level, options.threads, progress_bar(world)});
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const Named& named = asked->named[i];
    Measured one{named.name,
                 named.kind == Named::Metric ? options.metric : "",
                 named.kind == Named::Weighted ? options.weights : "",
                 answers[i],
                 {},
                 {},
                 {},
                 {}};
    if (resampled && answers[i].ok()) one.bootstrap = std::move((*resampled)[i]);
    if (options.jackknife && answers[i].ok())
      one.jackknife = stats::jackknife(table, asked->questions[i], answers[i], options.threads);
    if (options.about_raters() && answers[i].ok()) one.both = about_both(options, table, asked->questions[i], answers[i]);
    if (answers[i].ok()) one.chance = against_chance(table, asked->questions[i]);
    out.coefficients.push_back(std::move(one));
  }
  return {};
}

Result<void> add_details(const AgreeOptions& options, Agreement& out) {
  const stats::RatingTable& table = out.ratings.table;
  const auto metric = metric_of(options.metric, table, options.threads);
  if (!metric) return fail(metric.error());
  const auto weights = weights_of(options.weights, table);
  if (!weights) return fail(weights.error());
  const stats::Question alpha{Coefficient::KrippendorffAlpha, *metric, options.metric == "ordinal"};
  out.all_agree = stats::strict_agreement(table, stats::StrictUnits::Pairable, options.level);
  out.categories = stats::by_category(table, {{}, options.level, options.table, options.threads});
  out.categories_chance = stats::category_null_tests(table);
  if (options.units) out.units = stats::by_unit(table, alpha, options.threads);
  if (options.counts) return {};
  if (options.units) out.raters = stats::by_rater(table, alpha, options.threads);
  out.weights = *weights;
  out.pairs = stats::tally_pairs(table, *weights, options.threads);
  if (out.pairs.size() > kMostDetailed) return {};
  out.pair_details = stats::by_pair(table, {*weights, options.level, options.table, options.threads});
  for (const stats::PairTally& pair : out.pairs) out.tests.push_back(stats::marginal_tests(table, pair.a, pair.b));
  return {};
}

exchange::RatingsOptions layout(const World& world, const AgreeOptions& options) {
  exchange::RatingsOptions how = reading(world, options.ratings, options.threads);
  if (options.table) how.layout = exchange::Layout::Table;
  if (options.counts) how.layout = exchange::Layout::Counts;
  return how;
}

Result<void> compare_with_other_ratings(const World& world, const AgreeOptions& options, Agreement& out) {
  if (options.compared.empty()) return {};
  const auto other = exchange::read_ratings(options.compared, layout(world, options));
  if (!other) return fail(other.error());
  const exchange::Aligned both = exchange::align(out.ratings, *other, !options.ratings.order.empty());
  if (both.shared == 0)
    return fail(ErrorKind::Input, msg("names no unit that the first file names"), msg("compare ratings of the same units"),
                {options.compared.string(), 0});
  const auto first = plan(options, both.before), second = plan(options, both.after);
  if (!first) return fail(first.error());
  if (!second) return fail(second.error());
  constexpr std::size_t kReplicates = 1'000;  // where --bootstrap says nothing
  const std::size_t replicates = options.replicates > 0 ? options.replicates : kReplicates;
  for (std::size_t i = 0; i < first->named.size(); ++i)
    out.compared.push_back(
        {first->named[i].name,
         stats::paired_difference(both.before, both.after, first->questions[i], second->questions[i],
                                  {replicates, options.seed, options.level, options.threads, progress_bar(world)})});
  out.shared_units = both.shared;
  return {};
}

int agree(const World& world, AgreeOptions options) {
  if (options.threads == 0) options.threads = usable_threads();
  auto ratings = exchange::read_ratings(options.ratings.file, layout(world, options));
  if (!ratings) return say(world, ratings.error());
  Agreement found{.ratings = std::move(*ratings)};
  if (const auto done = measure(world, options, found); !done) return say(world, done.error());
  if (const auto done = add_details(options, found); !done) return say(world, done.error());
  if (const auto done = compare_with_reference(options, found); !done) return say(world, done.error());
  if (const auto done = judge_confidence(world, options, found); !done) return say(world, done.error());
  if (const auto done = compare_with_other_ratings(world, options, found); !done) return say(world, done.error());
  print_agreement(world, options, found);
  return kDone;
}

std::vector<std::string> coefficient_names() {
  std::vector<std::string> out;
  for (const Named& one : kCoefficients) out.emplace_back(one.name);
  return out;
}

void add_measuring(CLI::App& command, AgreeOptions& options) {
  command
      .add_option("--metric", options.metric,
                  "alpha's distance: nominal, ordinal, interval, ratio, set-jaccard, set-masi, "
                  "hierarchy, weights:NAME or a file")
      ->check(check_metric)
      ->capture_default_str();
  command
      .add_option("--weights", options.weights,
                  "of all other coefficients: identity, linear, quadratic, ordinal, radical, "
                  "ratio, circular, bipolar or a file")
      ->check(check_weights)
      ->capture_default_str();
  command.add_option("--coefficient", options.coefficients, "only this one; may be repeated")
      ->check(CLI::IsMember(coefficient_names()));
  command.add_option("--level", options.level, "of the intervals")->check(CLI::Range(0.5, 0.9999))->capture_default_str();
  command.add_option("--bootstrap", options.replicates, "resamples of the units, for intervals")
      ->check(CLI::Range(2, 1'000'000));
  command.add_option("--seed", options.seed, "of the resamples")->capture_default_str();
  command.add_flag("--exact", options.exact, "exact intervals of shares against the reference (Clopper and Pearson)")
      ->needs("--reference");
  command.add_flag("--jackknife", options.jackknife, "leave out each unit in turn, for a standard error");
  command
      .add_option(
          "--inference", options.inference,
          "units: to other units, the same raters; units-and-raters: an error and interval more, to other raters too")
      ->check(CLI::IsMember({"units", "units-and-raters"}))
      ->capture_default_str();
  command.add_flag("--by-unit", options.units, "each unit's and each rater's part in the disagreement");
  command.add_option("--threads", options.threads, "as many as the machine has by default; the result is the same")
      ->check(CLI::Range(1, 1'024));
}

}  // namespace

void add_agree(CLI::App& app, const World& world, int& status) {
  auto options = std::make_shared<AgreeOptions>();
  CLI::App* command = app.add_subcommand("agree", "Agreement of the raters of any ratings file");
  add_ratings(*command, options->ratings);
  auto* wide = command->get_option("--wide");
  auto* table = command->add_flag("--table", options->table, "two raters' contingency table")->excludes(wide);
  command->add_flag("--counts", options->counts, "a row a unit, a column a category: how many chose it")
      ->excludes(wide)
      ->excludes(table);
  command->add_option("--reference", options->reference, "CSV: unit,value; every rater against it");
  command->add_flag("--confidence", options->confidence, "how sure against how right: a column confidence, 0 to 1")
      ->needs("--reference")
      ->excludes(wide)
      ->excludes(table)
      ->excludes("--counts");
  command
      ->add_option("--compare", options->compared,
                   "ratings of the same units at another time: how far each coefficient has changed")
      ->excludes("--table")
      ->excludes("--counts");
  add_measuring(*command, *options);
  add_format(*command, options->format);
  command->callback([&world, &status, options] { status = agree(world, *options); });
}

}  // namespace etalon::ui::cli
