#include "sim/analysis/consistency_report.h"

#include <algorithm>
#include <set>

#include "sim/analysis/reliability.h"
#include "sim/analysis/validity.h"

namespace etalon::analysis {

namespace {

// A change of any of these numbers on the same data is a new version.
std::vector<Formula> formulas() {
  return {{"proportion_wilson", "1", "Wilson 1927"},
          {"cohen_kappa", "1", "Cohen 1960; Fleiss, Cohen & Everitt 1969"},
          {"percent_agreement", "1", "Gwet 2014"},
          {"fleiss_kappa", "1", "Fleiss 1971; Gwet 2014"},
          {"krippendorff_alpha_nominal", "1", "Krippendorff 2011; Gwet 2014"}};
}

std::vector<Message> policy() {
  return {
      msg("Decisions on a scenario whose reference is contested are counted and never scored."),
      msg("Decisions made with another version of the pack are left out."),
      msg("Agreement with the reference takes every scored decision, repeats included. Twins and agreement between "
          "analysts take the first decision of each analyst on each scenario."),
      msg("Agreement is the share of decisions with the reference’s own value. Acceptable alternatives are counted apart "
          "and enter the mean credit."),
      msg("Where the reference has a value and the decision never got there, the decision does not agree; kappa leaves it "
          "out. An answer that the reference does not ask for is counted apart."),
      msg("Actions agree when all required ones are chosen and nothing beyond the permitted ones. A set or a checklist "
          "counts as one value in kappa and alpha."),
      msg("Between analysts, an answer that is missing is left out: percent agreement and Fleiss’ kappa after Gwet, "
          "Krippendorff’s alpha over the scenarios that two or more answered."),
      msg("The intervals take decisions as independent of each other. Decisions of one person are not quite, so the true "
          "intervals are somewhat wider."),
  };
}

// Without a session, what the pack is now.
PackStanding make_standing(const Pack& pack, const Sample& sample, const ReportContext& context) {
  std::set<SessionId> sessions;
  for (const Sampled& one : sample.decisions) sessions.insert(one.row->session);
  PackStanding out;
  for (const SessionId& id : sessions) {
    const auto hit = context.pack_statuses.find(id);
    const PackStatus status = hit == context.pack_statuses.end() ? PackStatus::NotSaid : hit->second;
    ++(status == PackStatus::Trusted ? out.trusted : status == PackStatus::Draft ? out.draft : out.not_said);
  }
  out.status = out.draft > 0 ? PackStatus::Draft : out.not_said > 0 ? PackStatus::NotSaid : PackStatus::Trusted;
  if (sessions.empty()) out.status = pack.status;
  return out;
}

ReportHead make_head(const Pack& pack, const Sample& sample, const ReportContext& context) {
  return {context.head.sequence,
          context.head.hash,
          pack.ref,
          pack.title,
          make_standing(pack, sample, context),
          pack.scheme.id,
          pack.scheme.version,
          formulas(),
          context.generated_at,
          context.selection,
          policy()};
}

Counts make_counts(const Sample& sample, const ReportContext& context) {
  std::set<SessionId> sessions;
  std::set<AnalystId> analysts;
  std::set<ScenarioId> scenarios;
  for (const Sampled& one : sample.decisions) {
    sessions.insert(one.row->session);
    analysts.insert(one.row->analyst);
    scenarios.insert(one.scenario->id);
  }
  const std::size_t decisions = sample.decisions.size(), scored = sample.scored().size();
  return {sessions.size(),
          analysts.size(),
          scenarios.size(),
          decisions,
          scored,
          decisions - scored,
          context.other_pack_left_out + sample.unknown_scenario,
          context.blind_left_out};
}

std::optional<double> median_active_seconds(const Sample& sample) {
  std::vector<double> seconds;
  for (const Sampled& one : sample.decisions)
    seconds.push_back(static_cast<double>(one.row->decision.total.active_ms) / 1000);
  if (!verdict_allowed(seconds.size())) return std::nullopt;
  std::sort(seconds.begin(), seconds.end());
  const std::size_t middle = seconds.size() / 2;
  return seconds.size() % 2 == 1 ? seconds[middle] : (seconds[middle - 1] + seconds[middle]) / 2;
}

}  // namespace

ConsistencyReport make_report(const Pack& pack, const std::vector<DecisionRow>& rows, const ReportContext& context) {
  const Sample sample = take_sample(pack, rows);
  return {make_head(pack, sample, context), make_counts(sample, context), make_validity(pack, sample),
          make_reliability(pack, sample), median_active_seconds(sample)};
}

}  // namespace etalon::analysis
