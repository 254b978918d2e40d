#include "sim/report/escape.h"
#include "sim/report/html_parts.h"
#include "sim/report/numbers.h"

namespace etalon::report {

using namespace etalon::analysis;

namespace {

std::string number(std::size_t n) { return std::to_string(n); }

Message n_of(std::size_t n) { return msg("n = {count}", {{"count", number(n)}}); }

std::vector<std::pair<std::string, std::string>> level(const Reader& reader) {
  return {{"level", percent(0.95, reader.language())}};
}

std::string section(const std::string& title, const std::string& content) {
  return "<section class=\"part\"><h3>" + title + "</h3>" + content + "</section>";
}

std::string facets_table(const Reader& reader, const Validity& validity) {
  Table table({reader.say(msg("Facet")), reader.say(msg("n")), reader.say(msg("Agree")), reader.say(msg("Accepted")),
               reader.say(msg("Differ")), reader.say(msg("Not reached")), reader.say(msg("Agreement")),
               reader.say(msg("Mean credit")), reader.say(msg("Cohen’s kappa"))});
  for (const FacetValidity& row : validity.facets)
    table.row({"<span class=\"key\">" + escape(row.decision) + "</span> " + reader.say(row.label), number(row.n),
               number(row.agreed), number(row.accepted), number(row.differs), number(row.not_reached),
               validity.verdict_allowed ? reader.proportion(row.agreement) : "–", reader.mean(row.mean_credit),
               validity.verdict_allowed ? reader.coefficient(row.kappa) : "–"});
  std::vector<const Estimate*> kappas;
  for (const FacetValidity& row : validity.facets) kappas.push_back(&row.kappa);
  return table.html() + interval_notes(reader, kappas);
}

std::string agreement_figure(const Reader& reader, const Validity& validity) {
  if (!validity.verdict_allowed) return {};
  std::vector<FigureRow> rows;
  for (const FacetValidity& row : validity.facets)
    rows.push_back(figure_row(reader, row.short_label, row.agreement, false, n_of(row.n)));
  return forest_of_proportions(
      reader, msg("Share of decisions with the reference’s value, with {level} interval", level(reader)), rows);
}

std::string critical_errors(const Reader& reader, const Validity& validity) {
  if (validity.critical_errors.empty()) return {};
  std::string out =
      "<section class=\"panel critical\"><h2>" + reader.say(msg("Critical errors")) + "</h2><ul class=\"errors\">";
  for (const CriticalErrorFound& error : validity.critical_errors)
    out += "<li><strong>" + reader.say(error.message) + "</strong><br><span class=\"quiet\">" +
           reader.say(error.scenario_title) + " · " + element("code", "", escape(error.scenario.value)) + " · " +
           reader.say(msg("record {sequence}", {{"sequence", std::to_string(error.decision)}})) + " · " +
           element("code", "", escape(error.error)) + "</span></li>";
  return out + "</ul></section>";
}

std::string confusions(const Reader& reader, const Validity& validity) {
  Table table({reader.say(msg("Facet")), reader.say(msg("Reference")), reader.say(msg("Chosen")), reader.say(msg("n"))}, 3);
  for (const FacetValidity& row : validity.facets)
    for (const ConfusionPair& pair : row.confusions)
      table.row(
          {reader.say(row.short_label), reader.say(pair.reference_label), reader.say(pair.chosen_label), number(pair.n)});
  return table.empty() ? "" : section(reader.say(msg("What was taken for what")), table.html());
}

std::string flagging(const Reader& reader, const Validity& validity) {
  Table table({reader.say(msg("Measure")), reader.say(msg("Count")), reader.say(msg("Rate"))});
  const auto add = [&](const Message& name, const Rate& rate) {
    table.row({reader.say(name), reader.k_of_n(rate), validity.verdict_allowed ? reader.proportion(rate.estimate) : "–"});
  };
  add(msg("Over-flagging: called illegal, though the reference does not"), validity.over_flagging);
  add(msg("Under-flagging: not called illegal, though the reference does"), validity.under_flagging);
  return section(reader.say(msg("Flagging")), table.html());
}

std::string elements(const Reader& reader, const Validity& validity) {
  Table table(
      {reader.say(msg("Element")), reader.say(msg("Offence")), reader.say(msg("Answered right")), reader.say(msg("Rate"))},
      2);
  for (const ElementAccuracy& row : validity.element_accuracy)
    table.row({reader.say(row.name), reader.say(row.offence_name), reader.k_of_n(row.agreement),
               validity.verdict_allowed ? reader.proportion(row.agreement.estimate) : "–"});
  return table.empty() ? "" : section(reader.say(msg("Elements, where the same offence was examined")), table.html());
}

std::string twins(const Reader& reader, const Validity& validity) {
  Table table({reader.say(msg("Twins")), reader.say(msg("What flips")), reader.say(msg("Flips seen"))}, 2);
  for (const TwinFlip& twin : validity.twins)
    table.row({element("code", "", escape(twin.a.value)) + " / " + element("code", "", escape(twin.b.value)),
               reader.say(twin.legality ? msg("legality") : msg("another facet")),
               reader.say(msg("{count} of {total}", {{"count", number(twin.detected)}, {"total", number(twin.n)}}))});
  return table.empty() ? "" : section(reader.say(msg("Twins: did one changed fact change the decision?")), table.html());
}

std::string means(const Reader& reader, const ConfidenceCalibration& confidence) {
  if (!confidence.mean) return {};
  const auto say = [&](const std::optional<double>& mean) { return mean ? decimal(*mean, 2, reader.language()) : "–"; };
  return "<p class=\"quiet\">" +
         reader.say(msg("Mean confidence: {mean}; when correct {right}, when wrong {wrong}.",
                        {{"mean", say(confidence.mean)},
                         {"right", say(confidence.mean_when_correct)},
                         {"wrong", say(confidence.mean_when_wrong)}})) +
         "</p>";
}

std::string confidence(const Reader& reader, const Validity& validity) {
  const ConfidenceCalibration& confidence = validity.confidence;
  if (confidence.n == 0) return {};
  const std::string title = reader.say(msg("Confidence against correctness"));
  std::vector<FigureRow> rows;
  Table table({reader.say(msg("Confidence")), reader.say(msg("Correct"))});
  for (const ConfidenceLevel& level : confidence.levels) {
    rows.push_back(figure_row(reader, level.label, level.correct.estimate, false, n_of(level.correct.n)));
    table.row({reader.say(level.label), reader.k_of_n(level.correct)});
  }
  if (!validity.verdict_allowed) return section(title, table.html());
  const Message caption = msg("Share of correct legality by confidence, with {level} interval", level(reader));
  return section(title, forest_of_proportions(reader, caption, rows) + means(reader, confidence));
}

}  // namespace

std::string html_validity(const Reader& reader, const Validity& validity) {
  std::string out = critical_errors(reader, validity);
  out += "<section class=\"panel\"><h2>" + reader.say(msg("Validity: agreement with the reference")) + "</h2>";
  if (validity.facets.empty()) return out + "<p>" + reader.say(msg("No decision is scored yet.")) + "</p></section>";
  out += agreement_figure(reader, validity) + facets_table(reader, validity) + flagging(reader, validity);
  out += confusions(reader, validity) + elements(reader, validity) + twins(reader, validity) + confidence(reader, validity);
  return out + "</section>";
}

std::string html_reliability(const Reader& reader, const ConsistencyReport& report) {
  if (!report.reliability) return {};
  const Reliability& reliability = *report.reliability;
  std::string out =
      "<section class=\"panel\"><h2>" + reader.say(msg("Reliability: agreement between analysts")) +
      "</h2><p class=\"quiet\">" +
      reader.say(msg("No reference is involved here: a team can agree and be wrong. Names stay hidden.")) + " " +
      reader.say(msg("Analysts: {analysts}. Scenarios that two or more decided: {scenarios}. First decisions: {decisions}.",
                     {{"analysts", number(reliability.analysts)},
                      {"scenarios", number(reliability.scenarios)},
                      {"decisions", number(reliability.decisions)}})) +
      "</p>";
  if (!reliability.verdict_allowed)
    return out + "<p class=\"notice\" role=\"note\">" + reader.say(reliability.verdict_reason) + "</p></section>";
  std::vector<FigureRow> rows;
  std::vector<const Estimate*> estimates;
  Table table({reader.say(msg("Facet")), reader.say(msg("Scenarios")), reader.say(msg("Answers")),
               reader.say(msg("Percent agreement")), reader.say(msg("Fleiss’ kappa")),
               reader.say(msg("Krippendorff’s alpha"))});
  for (const FacetReliability& row : reliability.facets) {
    rows.push_back(figure_row(reader, row.short_label, row.krippendorff_alpha, true, n_of(row.units)));
    for (const Estimate* estimate : {&row.percent_agreement, &row.fleiss_kappa, &row.krippendorff_alpha})
      estimates.push_back(estimate);
    table.row({"<span class=\"key\">" + escape(row.decision) + "</span> " + reader.say(row.label), number(row.units),
               number(row.ratings), reader.proportion(row.percent_agreement), reader.coefficient(row.fleiss_kappa),
               reader.coefficient(row.krippendorff_alpha)});
  }
  const Message caption =
      msg("Krippendorff’s nominal alpha with {level} interval; shaded: tentative from {tentative}, firm from {firm}",
          {level(reader)[0],
           {"tentative", decimal(kAlphaTentative, 3, reader.language())},
           {"firm", decimal(kAlphaFirm, 1, reader.language())}});
  return out + forest_of_coefficients(reader, caption, rows) + table.html() + interval_notes(reader, estimates) +
         "</section>";
}

}  // namespace etalon::report
