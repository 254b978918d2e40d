#include "sim/base/csv.h"

#include <array>
#include <charconv>

#include "sim/report/writers.h"

namespace etalon::report {

namespace {

using namespace etalon::analysis;

std::string number(double x) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, x);
  return std::string(buffer, end.ptr);
}

class CsvReport {
 public:
  explicit CsvReport(const ConsistencyReport& report) : report_(report) {}

  std::string write() {
    line({"section", "facet", "measure", "value", "low", "high", "n", "status", "reason"});
    head();
    counts();
    for (const FacetValidity& row : report_.validity.facets) validity(row);
    rates();
    for (const CriticalErrorFound& error : report_.validity.critical_errors)
      fact("critical_error", error.scenario.value, error.error, std::to_string(error.decision));
    confidence();
    if (report_.reliability)
      for (const FacetReliability& row : report_.reliability->facets) reliability(row);
    return std::move(out_);
  }

 private:
  void line(const std::array<std::string, 9>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out_ += (i == 0 ? "" : ",") + csv_cell(cells[i]);
    out_ += "\r\n";
  }
  void fact(const std::string& section, const std::string& facet, const std::string& measure, const std::string& value) {
    line({section, facet, measure, value, "", "", "", "ok", ""});
  }
  void count(const std::string& section, const std::string& facet, const std::string& measure, std::size_t value) {
    fact(section, facet, measure, std::to_string(value));
  }
  void estimate(const std::string& section, const std::string& facet, const std::string& measure, const Estimate& e,
                std::size_t n) {
    const std::string low = e.interval ? number(e.interval->low) : "", high = e.interval ? number(e.interval->high) : "";
    line({section, facet, measure, e.ok() ? number(e.value) : "", low, high, std::to_string(n), e.ok() ? "ok" : "undefined",
          english(e.ok() ? e.interval_reason : e.reason)});
  }
  void mean(const std::string& section, const std::string& facet, const std::string& measure,
            const std::optional<double>& value, std::size_t n) {
    line({section, facet, measure, value ? number(*value) : "", "", "", std::to_string(n), value ? "ok" : "undefined",
          value ? "" : english(report_.validity.verdict_reason)});
  }

  void head() {
    const ReportHead& head = report_.head;
    fact("head", "", "generated_at", iso8601(head.generated_at));
    fact("head", "", "journal_sequence", std::to_string(head.journal_sequence));
    fact("head", "", "journal_hash", hex(head.journal_hash));
    fact("head", "", "pack", head.pack.id + " " + head.pack.version);
    fact("head", "", "pack_hash", hex(head.pack.hash));
    fact("head", "", "pack_status", std::string(code(head.pack_standing.status)));
    fact("head", "", "scheme", head.scheme_id + " " + head.scheme_version);
    for (const Formula& formula : head.formulas) fact("head", formula.name, "formula_version", formula.version);
    selection(head.selection);
  }
  void selection(const DecisionFilter& filter) {
    if (filter.analyst) fact("selection", "", "analyst", filter.analyst->value);
    if (filter.session) fact("selection", "", "session", filter.session->value);
    if (filter.calibration) fact("selection", "", "calibration", filter.calibration->value);
    if (filter.from) fact("selection", "", "from", iso8601(*filter.from));
    if (filter.to) fact("selection", "", "to", iso8601(*filter.to));
    if (filter.last) count("selection", "", "last", *filter.last);
  }
  void counts() {
    const Counts& counts = report_.counts;
    count("counts", "", "sessions", counts.sessions);
    count("counts", "", "analysts", counts.analysts);
    count("counts", "", "scenarios", counts.scenarios);
    count("counts", "", "decisions", counts.decisions);
    count("counts", "", "scored_decisions", counts.scored);
    count("counts", "", "contested_left_out", counts.contested_left_out);
    count("counts", "", "other_pack_left_out", counts.other_pack_left_out);
    count("counts", "", "blind_left_out", counts.blind_left_out);
    mean("counts", "", "median_active_seconds", report_.median_active_seconds, counts.decisions);
  }
  void validity(const FacetValidity& row) {
    const std::string& facet = row.facet.value;
    count("validity", facet, "agreed", row.agreed);
    count("validity", facet, "accepted", row.accepted);
    count("validity", facet, "differs", row.differs);
    count("validity", facet, "not_reached", row.not_reached);
    count("validity", facet, "unexpected", row.unexpected);
    estimate("validity", facet, "agreement", row.agreement, row.n);
    mean("validity", facet, "mean_credit", row.mean_credit, row.n);
    estimate("validity", facet, "cohen_kappa", row.kappa, row.kappa.units);
    for (const ConfusionPair& pair : row.confusions)
      count("confusion", facet, pair.reference + " -> " + pair.chosen, pair.n);
  }
  void rates() {
    const Validity& validity = report_.validity;
    estimate("flagging", "", "over_flagging", validity.over_flagging.estimate, validity.over_flagging.n);
    estimate("flagging", "", "under_flagging", validity.under_flagging.estimate, validity.under_flagging.n);
    count("critical_errors", "", "decisions", validity.decisions_with_critical_error);
    estimate("elements", "", "agreement", validity.elements.estimate, validity.elements.n);
    for (const ElementAccuracy& row : validity.element_accuracy)
      estimate("elements", row.offence.value + "/" + row.element.value, "agreement", row.agreement.estimate,
               row.agreement.n);
    estimate("twins", "", "flips_detected", validity.twin_flips.estimate, validity.twin_flips.n);
    for (const TwinFlip& twin : validity.twins)
      count("twins", twin.set.value + "/" + twin.a.value + "/" + twin.b.value, "flips_detected_of_" + std::to_string(twin.n),
            twin.detected);
  }
  void confidence() {
    const ConfidenceCalibration& confidence = report_.validity.confidence;
    for (const ConfidenceLevel& level : confidence.levels)
      estimate("confidence", level.code, "correct", level.correct.estimate, level.correct.n);
    mean("confidence", "", "mean", confidence.mean, confidence.n);
  }
  void reliability(const FacetReliability& row) {
    estimate("reliability", row.facet.value, "percent_agreement", row.percent_agreement, row.units);
    estimate("reliability", row.facet.value, "fleiss_kappa", row.fleiss_kappa, row.units);
    estimate("reliability", row.facet.value, "krippendorff_alpha", row.krippendorff_alpha, row.units);
  }

  const ConsistencyReport& report_;
  std::string out_;
};

}  // namespace

std::string to_csv(const ConsistencyReport& report) { return CsvReport(report).write(); }

}  // namespace etalon::report
