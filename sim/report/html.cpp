#include "sim/report/escape.h"
#include "sim/report/html_parts.h"
#include "sim/report/numbers.h"

namespace etalon::report {

using namespace etalon::analysis;

namespace {

// Nothing is loaded and nothing runs, whatever a text would smuggle in.
constexpr std::string_view kPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

constexpr std::string_view kGlyph =
    "<svg class=\"glyph\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><circle cx=\"12\" cy=\"12\" r=\"6.5\"/>"
    "<path d=\"M12 1.5v21\"/></svg>";

std::vector<std::string> selection(const Reader& reader, const DecisionFilter& filter) {
  std::vector<std::string> parts;
  if (filter.analyst) parts.push_back(reader.say(msg("Analyst {analyst}", {{"analyst", filter.analyst->value}})));
  if (filter.session) parts.push_back(reader.say(msg("Session {session}", {{"session", filter.session->value}})));
  if (filter.calibration)
    parts.push_back(reader.say(msg("Calibration session {calibration}", {{"calibration", filter.calibration->value}})));
  if (filter.from) parts.push_back(reader.say(msg("From {time}", {{"time", minute(*filter.from)}})));
  if (filter.to) parts.push_back(reader.say(msg("Before {time}", {{"time", minute(*filter.to)}})));
  if (filter.last) parts.push_back(reader.say(msg("The last {count} decisions", {{"count", std::to_string(*filter.last)}})));
  if (parts.empty()) parts.push_back(reader.say(msg("All decisions of the journal")));
  return parts;
}

std::string card(const std::string& name, const std::string& value, const std::string& detail, const std::string& tone) {
  return "<div class=\"card " + tone + "\"><dt>" + name + "</dt><dd class=\"big\">" + value + "</dd><dd class=\"detail\">" +
         detail + "</dd></div>";
}

// The rate where there is a verdict, else the counts.
std::string rate_card(const Reader& reader, const Message& name, const Rate& rate, const std::string& tone) {
  const Estimate& estimate = rate.estimate;
  if (rate.n == 0) return card(reader.say(name), "–", reader.say(estimate.reason), "quiet");
  if (!estimate.ok()) return card(reader.say(name), reader.k_of_n(rate), reader.say(msg("no verdict yet")), "quiet");
  const std::string range = percent_range(estimate.interval->low, estimate.interval->high, reader.language());
  return card(reader.say(name), percent(estimate.value, reader.language()), reader.k_of_n(rate) + " · " + range, tone);
}

std::string time_sentence(const Reader& reader, const ConsistencyReport& report) {
  if (!report.median_active_seconds) return {};
  return reader.say(msg("Median active time: {seconds} s a decision.",
                        {{"seconds", decimal(*report.median_active_seconds, 0, reader.language())}}));
}

std::string counts_sentence(const Reader& reader, const ConsistencyReport& report) {
  const Counts& counts = report.counts;
  std::string text =
      reader.say(msg("Decisions: {decisions}. Sessions: {sessions}. Analysts: {analysts}. Scenarios: {scenarios}.",
                     {{"decisions", std::to_string(counts.decisions)},
                      {"sessions", std::to_string(counts.sessions)},
                      {"analysts", std::to_string(counts.analysts)},
                      {"scenarios", std::to_string(counts.scenarios)}}));
  text += " " + reader.say(msg("Left out because the reference is contested: {contested}. Left out because of another "
                               "pack version: {other}.",
                               {{"contested", std::to_string(counts.contested_left_out)},
                                {"other", std::to_string(counts.other_pack_left_out)}}));
  if (counts.blind_left_out > 0)
    text += " " + reader.say(msg("Left out because their round or assessment is still open: {blind}.",
                                 {{"blind", std::to_string(counts.blind_left_out)}}));
  return text + " " + time_sentence(reader, report);
}

std::string definition(const std::string& name, const std::string& value) {
  return "<div><dt>" + name + "</dt><dd>" + value + "</dd></div>";
}

Message draft_sentence(const PackStanding& standing) {
  const std::size_t total = standing.trusted + standing.draft + standing.not_said;
  if (total == 0) return msg("Fewer than two trusted reviewers have signed it.");
  return msg(
      "{draft} of {total} sessions were played with a pack, or scenarios, that two trusted reviewers had not signed: "
      "these figures are for practice, not for judging anybody.",
      {{"draft", std::to_string(standing.draft)}, {"total", std::to_string(total)}});
}

// Results of a pack that nobody vouched for say so before they say anything else.
std::string draft_mark(const Reader& reader, const PackStanding& standing) {
  if (standing.status != PackStatus::Draft) return {};
  return "<p class=\"notice\" role=\"note\"><strong>" + reader.say(msg("Draft pack.")) + "</strong> " +
         reader.say(draft_sentence(standing)) + "</p>";
}

std::string status_words(const Reader& reader, PackStatus status) {
  if (status == PackStatus::Trusted) return reader.say(msg("signed by two reviewers"));
  if (status == PackStatus::Draft) return reader.say(msg("draft"));
  return reader.say(msg("not recorded whether it was signed"));
}

}  // namespace

std::string html_header(const Reader& reader, const ConsistencyReport& report) {
  std::string out = "<header><p class=\"brand\">" + std::string(kGlyph) + "Étalon</p><h1>" +
                    reader.say(msg("Consistency report")) + "</h1><p class=\"about\">";
  for (const std::string& part : selection(reader, report.head.selection))
    out += element("span", "chip", "<bdi>" + part + "</bdi>");
  out += "</p><p class=\"quiet\">" + reader.say(report.head.pack_title) + " " + escape(report.head.pack.version) + " · " +
         reader.say(msg("made on {time}", {{"time", minute(report.head.generated_at)}})) + "</p></header>";
  return out + draft_mark(reader, report.head.pack_standing);
}

std::string html_summary(const Reader& reader, const ConsistencyReport& report) {
  const Validity& validity = report.validity;
  std::string out;
  if (!validity.verdict_allowed)
    out += "<p class=\"notice\" role=\"note\"><strong>" + reader.say(msg("No verdict.")) + "</strong> " +
           reader.say(validity.verdict_reason) + "</p>";
  const std::size_t errors = validity.critical_errors.size();
  out += "<dl class=\"cards\">";
  out += card(reader.say(msg("Scored decisions")), std::to_string(report.counts.scored),
              reader.say(msg("of {total}", {{"total", std::to_string(report.counts.decisions)}})), "");
  out += card(
      reader.say(msg("Critical errors")), std::to_string(errors),
      reader.say(msg("decisions concerned: {count}", {{"count", std::to_string(validity.decisions_with_critical_error)}})),
      errors > 0 ? "critical" : (validity.verdict_allowed ? "agree" : ""));
  out += rate_card(reader, msg("Over-flagging"), validity.over_flagging, "");
  out += rate_card(reader, msg("Under-flagging"), validity.under_flagging, "");
  out += rate_card(reader, msg("Elements right"), validity.elements, "");
  out += rate_card(reader, msg("Twin flips seen"), validity.twin_flips, "");
  return out + "</dl><p class=\"quiet\">" + counts_sentence(reader, report) + "</p>";
}

std::string html_method(const Reader& reader, const ConsistencyReport& report) {
  std::string out = "<section class=\"panel\"><h2>" + reader.say(msg("How this was computed")) + "</h2><ul>";
  for (const Message& sentence : report.head.policy) out += element("li", "", reader.say(sentence));
  out += "</ul>";
  Table table({reader.say(msg("Formula")), reader.say(msg("Version")), reader.say(msg("Source"))}, 3);
  for (const Formula& formula : report.head.formulas)
    table.row({element("code", "", escape(formula.name)), escape(formula.version), escape(formula.source)});
  return out + table.html() + "</section>";
}

std::string html_footer(const Reader& reader, const ConsistencyReport& report) {
  const ReportHead& head = report.head;
  const auto code = [](const std::string& text) { return element("code", "", escape(text)); };
  std::string out = "<footer><p><strong>" + reader.say(msg("A training reference, not legal advice.")) + "</strong></p><dl>";
  out += definition(reader.say(msg("Journal")),
                    reader.say(msg("record {sequence}", {{"sequence", std::to_string(head.journal_sequence)}})) + " · " +
                        code(hex(head.journal_hash)));
  out += definition(reader.say(msg("Pack")), escape(head.pack.id + " " + head.pack.version) + " · " +
                                                 code(hex(head.pack.hash)) + " · " +
                                                 status_words(reader, head.pack_standing.status));
  out += definition(reader.say(msg("Scheme")), escape(head.scheme_id + " " + head.scheme_version));
  std::string formulas;
  for (const Formula& formula : head.formulas)
    formulas += (formulas.empty() ? "" : ", ") + escape(formula.name + " " + formula.version);
  return out + definition(reader.say(msg("Formulas")), formulas) + "</dl></footer>";
}

std::string to_html(const ConsistencyReport& report, Language language, const Translator& translate) {
  const Reader reader(language, translate);
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + std::string(code(language)) + "\"><head><meta charset=\"utf-8\">";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"" + std::string(kPolicy) + "\">";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">";
  out += "<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"referrer\" content=\"no-referrer\">";
  out += "<title>Étalon · " + reader.say(msg("Consistency report")) + "</title><style>" + std::string(style_sheet()) +
         "</style></head><body><main>";
  out += html_header(reader, report) + html_summary(reader, report) + html_validity(reader, report.validity);
  out += html_reliability(reader, report) + html_method(reader, report) + html_footer(reader, report);
  return out + "</main></body></html>\n";
}

}  // namespace etalon::report
