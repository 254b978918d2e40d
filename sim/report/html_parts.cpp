#include "sim/report/html_parts.h"

#include <set>

#include "sim/report/escape.h"
#include "sim/report/numbers.h"

namespace etalon::report {

using analysis::Estimate;

std::string element(std::string_view tag, std::string_view style, std::string_view content) {
  std::string out = "<" + std::string(tag);
  if (!style.empty()) out += " class=\"" + std::string(style) + "\"";
  return out + ">" + std::string(content) + "</" + std::string(tag) + ">";
}

std::string Reader::say(const Message& message) const { return escape(translate_(message)); }
std::string Reader::say(const LocalText& text) const { return escape(text.in(language_)); }

std::string Reader::undefined(const Estimate& estimate) const { return element("span", "reason", say(estimate.reason)); }

std::string Reader::ranged(const std::string& value, const std::string& range, const Estimate& estimate) const {
  const std::string number = element("span", "value", value);
  if (estimate.interval) return number + " " + element("span", "range", range);
  if (estimate.interval_reason.text.empty()) return number;
  return "<span class=\"value\" title=\"" + say(estimate.interval_reason) + "\">" + value + "</span> " +
         element("span", "range", "[–]");
}

std::string Reader::k_of_n(const analysis::Rate& rate) const {
  return say(msg("{count} of {total}", {{"count", std::to_string(rate.k)}, {"total", std::to_string(rate.n)}}));
}

std::string Reader::proportion(const Estimate& estimate) const {
  if (!estimate.ok()) return undefined(estimate);
  const auto& interval = estimate.interval;
  return ranged(percent(estimate.value, language_), interval ? percent_range(interval->low, interval->high, language_) : "",
                estimate);
}

std::string Reader::coefficient(const Estimate& estimate) const {
  if (!estimate.ok()) return undefined(estimate);
  const auto& interval = estimate.interval;
  return ranged(decimal(estimate.value, 2, language_),
                interval ? decimal_range(interval->low, interval->high, language_) : "", estimate);
}

std::string Reader::mean(const std::optional<double>& value) const {
  return value ? element("span", "value", decimal(*value, 2, language_)) : "–";
}

Table::Table(std::initializer_list<std::string> header, std::size_t words) : words_(words) {
  out_ = "<div class=\"scroll\"><table><thead><tr>";
  std::size_t column = 0;
  for (const std::string& name : header)
    out_ += std::string(column++ < words_ ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"number\">") + name + "</th>";
  out_ += "</tr></thead><tbody>";
}

void Table::row(std::initializer_list<std::string> cells) {
  empty_ = false;
  out_ += "<tr>";
  std::size_t column = 0;
  for (const std::string& cell : cells) {
    if (column == 0)
      out_ += "<th scope=\"row\">" + cell + "</th>";
    else
      out_ += std::string(column < words_ ? "<td>" : "<td class=\"number\">") + cell + "</td>";
    ++column;
  }
  out_ += "</tr>";
}

std::string interval_notes(const Reader& reader, const std::vector<const Estimate*>& estimates) {
  std::set<std::string> reasons;
  for (const Estimate* estimate : estimates)
    if (!estimate->interval_reason.text.empty()) reasons.insert(reader.say(estimate->interval_reason));
  std::string out;
  for (const std::string& reason : reasons) out += element("p", "quiet", "[–] " + reason);
  return out;
}

FigureRow figure_row(const Reader& reader, const LocalText& label, const Estimate& estimate, bool coefficient,
                     const Message& count) {
  FigureRow row;
  row.label = reader.plain(label);
  const std::string n = reader.plain(count);
  if (!estimate.ok()) {
    row.note = reader.plain(msg("not defined")) + " · " + n;
    return row;
  }
  row.value = estimate.value;
  const Language language = reader.language();
  row.note = coefficient ? decimal(estimate.value, 2, language) : percent(estimate.value, language);
  if (const auto& interval = estimate.interval) {
    row.low = interval->low;
    row.high = interval->high;
    row.note += " " + (coefficient ? decimal_range(interval->low, interval->high, language)
                                   : percent_range(interval->low, interval->high, language));
  }
  row.note += " · " + n;
  row.hint = row.label + ": " + row.note;
  return row;
}

namespace {

std::string in_frame(const Figure& figure, const std::string& title) {
  return "<figure>" + to_svg(figure) + element("figcaption", "", title) + "</figure>";
}

}  // namespace

std::string forest_of_proportions(const Reader& reader, const Message& title, const std::vector<FigureRow>& rows) {
  Axis axis{0, 1, {}, {}};
  for (const double at : {0.0, 0.25, 0.5, 0.75, 1.0}) axis.ticks.push_back({at, percent(at, reader.language()), {}});
  return in_frame(forest(reader.plain(title), axis, rows), reader.say(title));
}

std::string forest_of_coefficients(const Reader& reader, const Message& title, const std::vector<FigureRow>& rows) {
  double low = 0;
  for (const FigureRow& row : rows) low = (row.value && *row.value < 0) || (row.low && *row.low < 0) ? -1 : low;
  Axis axis{low, 1, {}, {}};
  const double step = low < 0 ? 0.5 : 0.25;
  for (double at = low; at <= 1; at += step) axis.ticks.push_back({at, decimal(at, 2, reader.language()), {}});
  Figure figure = forest(reader.plain(title), axis, rows);
  figure.bands = {{kAlphaTentative, kAlphaFirm, Tone::Muted}, {kAlphaFirm, 1, Tone::Agree}};
  return in_frame(figure, reader.say(title));
}

}  // namespace etalon::report
