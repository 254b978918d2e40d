// The parts of the page, and what they share: the reader's language, and escaping on the way in.
#pragma once

#include <initializer_list>

#include "sim/report/figure.h"
#include "sim/report/writers.h"

namespace etalon::report {

// Everything these give back is safe HTML.
class Reader {
 public:
  Reader(Language language, const Translator& translate) : language_(language), translate_(translate) {}

  Language language() const { return language_; }
  std::string say(const Message& message) const;
  std::string say(const LocalText& text) const;
  // Plain, for figures, which escape for themselves.
  std::string plain(const Message& message) const { return translate_(message); }
  const std::string& plain(const LocalText& text) const { return text.in(language_); }

  // "6 of 8".
  std::string k_of_n(const analysis::Rate& rate) const;
  // "75% [47–91%]", with the reason instead where there is no value.
  std::string proportion(const analysis::Estimate& estimate) const;
  // "0.54 [0.12, 0.81]", likewise.
  std::string coefficient(const analysis::Estimate& estimate) const;
  // "0.91", or a dash.
  std::string mean(const std::optional<double>& value) const;

 private:
  std::string undefined(const analysis::Estimate& estimate) const;
  std::string ranged(const std::string& value, const std::string& range, const analysis::Estimate& estimate) const;

  Language language_;
  const Translator& translate_;
};

// Cells are safe HTML already. The first column is text, the others are numbers unless `words` names them.
class Table {
 public:
  explicit Table(std::initializer_list<std::string> header, std::size_t words = 1);
  void row(std::initializer_list<std::string> cells);
  bool empty() const { return empty_; }
  std::string html() const { return out_ + "</tbody></table></div>"; }

 private:
  std::string out_;
  std::size_t words_;
  bool empty_ = true;
};

// Krippendorff's customary marks for alpha (2004, Content Analysis): below the first no conclusion, from the second a
// firm one.
inline constexpr double kAlphaTentative = 0.667, kAlphaFirm = 0.8;

std::string element(std::string_view tag, std::string_view style, std::string_view content);

// Why some values of a table have no interval, each reason once; empty: all have one or no value.
std::string interval_notes(const Reader& reader, const std::vector<const analysis::Estimate*>& estimates);

// A forest plot of proportions or coefficients, with its caption.
FigureRow figure_row(const Reader& reader, const LocalText& label, const analysis::Estimate& estimate, bool coefficient,
                     const Message& count);
std::string forest_of_proportions(const Reader& reader, const Message& title, const std::vector<FigureRow>& rows);
std::string forest_of_coefficients(const Reader& reader, const Message& title, const std::vector<FigureRow>& rows);

std::string html_header(const Reader& reader, const analysis::ConsistencyReport& report);
std::string html_summary(const Reader& reader, const analysis::ConsistencyReport& report);
std::string html_validity(const Reader& reader, const analysis::Validity& validity);
std::string html_reliability(const Reader& reader, const analysis::ConsistencyReport& report);
std::string html_method(const Reader& reader, const analysis::ConsistencyReport& report);
std::string html_footer(const Reader& reader, const analysis::ConsistencyReport& report);

std::string_view style_sheet();

}  // namespace etalon::report
