#include "ui/present/stage.h"
#include "ui/text/formats.h"

namespace etalon::ui {
namespace {

std::optional<Estimate> drawn(const analysis::Estimate& estimate) {
  if (!estimate.ok()) return std::nullopt;
  const double low = estimate.interval ? estimate.interval->low : estimate.value;
  const double high = estimate.interval ? estimate.interval->high : estimate.value;
  return Estimate{estimate.value, low, high};
}

std::string kappa_text(const Stage& stage, const analysis::Estimate& kappa) {
  if (!kappa.ok()) return stage.cat.tr("κ not defined: {reason}", {{"reason", stage.cat.tr(kappa.reason)}});
  return "κ = " + number(stage.language, kappa.value);
}

AgreementRow agreement_row(const Stage& stage, const analysis::FacetValidity& facet, bool verdict,
                           const std::string& prefix) {
  AgreementRow row;
  row.id = prefix + "." + facet.facet.value;
  row.label =
      facet.short_label.in(stage.language).empty() ? facet.label.in(stage.language) : facet.short_label.in(stage.language);
  row.value = of_count(stage, facet.agreed, facet.n);
  if (!verdict) return row;  // under ten decisions: counts only
  row.count = stage.cat.tr("n = {n}", {{"n", integer(stage.language, static_cast<std::int64_t>(facet.n))}});
  row.kappa = kappa_text(stage, facet.kappa);
  row.estimate = drawn(facet.agreement);
  if (!row.estimate) return row;
  row.value = number(stage.language, row.estimate->value);
  if (facet.agreement.interval) row.interval = interval(stage.language, row.estimate->low, row.estimate->high);
  return row;
}

}  // namespace

std::vector<AgreementRow> agreement_rows(const Stage& stage, const analysis::Validity& validity, const std::string& prefix) {
  std::vector<AgreementRow> out;
  for (const analysis::FacetValidity& facet : validity.facets)
    if (facet.facet != stage.pack.scheme.roles.confidence)
      out.push_back(agreement_row(stage, facet, validity.verdict_allowed, prefix));
  return out;
}

std::string rate_text(const Stage& stage, const analysis::Rate& rate, bool verdict) {
  const std::string counts = of_count(stage, rate.k, rate.n);
  if (rate.n == 0) return stage.cat.tr("none to judge");
  if (!verdict || !rate.estimate.ok()) return counts;
  std::string out = percent(stage.language, rate.estimate.value);
  if (const auto& around = rate.estimate.interval) out += " " + interval(stage.language, around->low, around->high);
  return out + " · " + counts;
}

std::string estimate_text(const Stage& stage, const analysis::Estimate& estimate) {
  if (!estimate.ok()) return stage.cat.tr("not defined: {reason}", {{"reason", stage.cat.tr(estimate.reason)}});
  std::string out = number(stage.language, estimate.value);
  if (const auto& around = estimate.interval) out += " " + interval(stage.language, around->low, around->high);
  return out;
}

}  // namespace etalon::ui
