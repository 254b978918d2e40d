// L01: telephone numbers, French and international, in digits, in words, or in both.
#include <algorithm>

#include "sim/scenario/lint/detect.h"

namespace etalon::scenario::lint {
namespace {

constexpr std::string_view kMarks = " .-()/_,|*";
using Groups = std::vector<std::size_t>;

bool has_year_of_date(const DigitRun& run) {
  std::size_t at = 0;
  for (const std::size_t size : run.groups) {
    const std::string_view group = std::string_view(run.digits).substr(at, size);
    if (size == 4 && (group.starts_with("19") || group.starts_with("20")) && run.groups.size() > 2) return true;
    at += size;
  }
  return false;
}

bool in_thousands(const Groups& groups) {
  return groups.size() > 1 && groups.front() <= 3 &&
         std::all_of(std::next(groups.begin()), groups.end(), [](std::size_t size) { return size == 3; });
}

// 01, 02, 03, 04, 05 counts; it calls nobody.
bool is_count(const DigitRun& run) {
  if (run.groups != Groups{2, 2, 2, 2, 2}) return false;
  for (std::size_t i = 3; i < run.digits.size(); i += 2)
    if (run.digits[i] != run.digits[i - 2] + 1) return false;
  return true;
}

bool is_phone(std::string_view text, const DigitRun& run) {
  const std::string_view digits = run.digits;
  const char before = run.span.begin > 0 ? text[run.span.begin - 1] : ' ';
  if (has_year_of_date(run) || is_count(run) || is_word(at(text, run.span.end))) return false;
  std::size_t plus = run.span.begin;
  while (plus > 0 && (text[plus - 1] == ' ' || text[plus - 1] == '(')) --plus;
  const bool international = plus > 0 && text[plus - 1] == '+' && digits.size() >= 8 && digits.size() <= 15;
  if (international) return !in_thousands(run.groups) || digits.starts_with("33") || digits.size() > 11;
  if (digits.starts_with("00") && digits.size() >= 11 && digits.size() <= 15) return true;
  if (digits.front() == '0' && before != ',' && before != '.' && (digits.size() == 10 || digits.size() == 11))
    return at(text, run.span.begin + 1) != ',' || run.groups.size() == 5;  // “0,123…” is a fraction
  if (digits.starts_with("33") && run.groups == Groups{2, 1, 2, 2, 2, 2}) return true;
  return run.groups == Groups{3, 3, 4} && digits.front() >= '2' && !text.substr(run.span.begin).starts_with(digits);
}

// O6 39 …: the letter for the figure.
std::string with_zeros(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i)
    if (out[i] == 'o' && (i == 0 || !is_letter(out[i - 1])) && is_digit(at(out, i + 1))) out[i] = '0';
  return out;
}

void add(Reading& reading, Span span) {
  reading.add("L01", span, msg("“{found}” is a telephone number", {found(reading, span)}),
              msg("write a placeholder: [COMPTE-1] or [PSEUDO-1]"));
}

// Words and digits in a row that are one number: “zéro six trente-neuf …”.
class SpelledPhones {
 public:
  explicit SpelledPhones(Reading& reading) : reading_(reading) {}

  void run() {
    for (const Token& token : reading_.tokens) take(token);
    finish();
  }

 private:
  void take(const Token& token) {
    const std::string_view spelled = spelled_number(token.text);
    const bool figures = token.text.size() <= 2 && is_digit(token.text.front());
    if (!follows(token) || (spelled.empty() && !figures)) finish();
    if (spelled.empty() && !figures) return;
    if (words_ + figures_ == 0) {
      span_.begin = token.span.begin;
      from_zero_ = spelled == "0" || token.text.front() == '0';
    }
    words_ += spelled.empty() ? 0U : 1U;
    zeros_ += spelled == "0" ? 1U : 0U;
    figures_ += figures ? 1U : 0U;
    span_.end = token.span.end;
  }
  bool follows(const Token& token) const {
    if (words_ + figures_ == 0) return true;
    const std::string_view gap = reading_.text().substr(span_.end, token.span.begin - span_.end);
    return gap.size() <= 2 && gap.find_first_not_of(" -,.") == gap.npos;
  }
  void finish() {
    if (words_ > 1 && from_zero_ && words_ + figures_ >= 5 && zeros_ + figures_ > 0) add(reading_, span_);
    words_ = figures_ = zeros_ = 0;
  }

  Reading& reading_;
  Span span_;
  std::size_t words_ = 0, figures_ = 0, zeros_ = 0;
  bool from_zero_ = false;
};

}  // namespace

void find_phones(Reading& reading) {
  const std::string text = with_zeros(reading.text());
  for (const DigitRun& run : digit_runs(text, kMarks))
    if (is_phone(text, run)) add(reading, run.span);
  SpelledPhones(reading).run();
}

}  // namespace etalon::scenario::lint
