// L01: numbers that belong to one person or thing, told from other numbers by their check digits where they have any.
#include <algorithm>
#include <charconv>

#include "sim/scenario/lint/detect.h"

namespace etalon::scenario::lint {
namespace {

Message mend() { return msg("write a placeholder, or say in words what it was"); }

bool is_capital(const Reading& reading, Span span) {
  for (std::size_t i = span.begin; i < span.end; ++i)
    if (is_letter(reading.text()[i]) && !reading.folded.capital[i]) return false;
  return true;
}

// ISO 13616: the first four characters go to the end, letters count from 10, the rest of the division by 97 is 1.
bool is_iban(std::string_view code) {
  unsigned rest = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[(i + 4) % code.size()];
    rest = is_digit(c) ? rest * 10 + static_cast<unsigned>(c - '0') : rest * 100 + static_cast<unsigned>(c - 'a' + 10);
    rest %= 97;
  }
  return rest == 1;
}

void iban_at(Reading& reading, std::size_t begin) {
  const std::string_view text = reading.text();
  std::string code;
  std::size_t gap = 0;
  for (std::size_t i = begin; i < text.size() && code.size() < 34 && gap < 2; ++i) {
    if (!is_digit(text[i]) && !is_letter(text[i])) {
      if (text[i] != ' ' && text[i] != '-' && text[i] != '.') return;
      ++gap;
      continue;
    }
    gap = 0;
    code += text[i];
    if (code.size() == 4 && !(is_digit(code[2]) && is_digit(code[3]))) return;
    if (code.size() >= 15 && !is_word(at(text, i + 1)) && is_iban(code)) {
      reading.add("L01", {begin, i + 1}, msg("“{found}” is an account number (IBAN)", {found(reading, {begin, i + 1})}),
                  mend());
      return;
    }
  }
}

// ISO/IEC 7812-1, annex B.
bool passes_luhn(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[digits.size() - 1 - i] - '0';
    const int twice = digit * 2;
    sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 == 0;
}

bool is_card(const DigitRun& run) {
  const bool in_thousands = run.groups.size() > 2 && std::all_of(std::next(run.groups.begin()), run.groups.end(),
                                                                 [](std::size_t size) { return size == 3; });
  const auto years = [&] {
    for (std::size_t i = 0; i + 4 <= run.digits.size(); i += 4)
      if (run.digits.compare(i, 2, "19") != 0 && run.digits.compare(i, 2, "20") != 0) return false;
    return true;
  };
  return run.digits.size() >= 13 && run.digits.size() <= 19 && run.digits[0] >= '2' && run.digits[0] <= '6' &&
         !in_thousands && !years() && passes_luhn(run.digits);
}

// The number of the French social security: sex, year, month, place of birth (2A and 2B in Corsica), rank; key 97.
bool is_social_security(const DigitRun& run) {
  const std::string& digits = run.digits;
  if ((digits.size() != 13 && digits.size() != 15) || (digits[0] != '1' && digits[0] != '2')) return false;
  const int month = (digits[3] - '0') * 10 + (digits[4] - '0');
  if (!((month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50)) return false;
  if (digits.size() == 13) return run.groups == std::vector<std::size_t>{1, 2, 2, 2, 3, 3};
  std::uint64_t number = 0, key = 0;
  std::from_chars(digits.data(), digits.data() + 13, number);
  std::from_chars(digits.data() + 13, digits.data() + 15, key);
  return key == 97 - number % 97;
}

void numbers(Reading& reading) {
  for (const DigitRun& run : digit_runs(reading.text(), " .-")) {
    if (is_social_security(run))
      reading.add("L01", run.span, msg("“{found}” is a social security number", {found(reading, run.span)}), mend());
    else if (is_card(run))
      reading.add("L01", run.span, msg("“{found}” is the number of a payment card", {found(reading, run.span)}), mend());
  }
}

bool has_shape(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (shape[i] == 'a' ? !is_letter(text[i]) : !is_digit(text[i])) return false;
  return true;
}

bool is_unit(std::string_view letters) {
  return is_one_of(letters, {"eur", "usd", "gbp", "chf", "mo",  "go", "ko", "to", "mb",  "gb", "kb", "km", "kg",
                             "mg",  "ml",  "cp",  "cpp", "csp", "ce", "ue", "eu", "dsa", "al", "ms", "cm", "mm"});
}

// AB-123-CD since 2009, 123 ABC 75 before.
void plates(Reading& reading) {
  const auto& tokens = reading.tokens;
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    const Token &a = tokens[i], &b = tokens[i + 1], &c = tokens[i + 2];
    if (b.span.begin != a.span.end + 1 || c.span.begin != b.span.end + 1) continue;
    const char first = text[a.span.end], second = text[b.span.end];
    if (first != second || (first != ' ' && first != '-' && first != '.')) continue;
    const bool capital = is_capital(reading, {a.span.begin, c.span.end});
    const bool now =
        has_shape(a.text, "aa") && has_shape(b.text, "000") && has_shape(c.text, "aa") && (capital || first == '-');
    const bool before = capital && a.text.size() >= 2 && a.text.size() <= 4 && is_digit(a.text[0]) &&
                        (has_shape(b.text, "aa") || has_shape(b.text, "aaa")) && !is_unit(b.text) &&
                        (has_shape(c.text, "00") || c.text == "2a" || c.text == "2b");
    const Span span{a.span.begin, c.span.end};
    if (now || before) reading.add("L01", span, msg("“{found}” is a number plate", {found(reading, span)}), mend());
  }
}

// A decimal with four places or more; where it ends, 0 if there is none.
std::size_t decimal_end(std::string_view text, std::size_t begin, double& value) {
  std::size_t i = begin;
  std::string number;
  while (is_digit(at(text, i))) number += text[i++];
  if (number.empty() || number.size() > 3 || (at(text, i) != '.' && at(text, i) != ',')) return 0;
  number += '.';
  const std::size_t places = ++i;
  while (is_digit(at(text, i))) number += text[i++];
  if (i - places < 4) return 0;
  value = std::strtod(number.c_str(), nullptr);
  return i;
}

void decimal_pair(Reading& reading, std::size_t begin) {
  const std::string_view text = reading.text();
  double latitude = 0, longitude = 0;
  const std::size_t end = decimal_end(text, begin, latitude);
  if (end == 0 || latitude > 90) return;
  std::size_t next = end;
  while (next < text.size() && next - end < 8 && std::string_view(" ,;/-+ewnso").find(text[next]) != text.npos) ++next;
  const std::size_t past = next == end ? 0 : decimal_end(text, next, longitude);
  if (past == 0 || longitude > 180 || (latitude < 1 && longitude < 1)) return;
  reading.add("L01", {begin, past}, msg("“{found}” are coordinates", {found(reading, {begin, past})}),
              msg("write a placeholder: [VILLE-1]"));
}

// 48°51′24″
void degrees(Reading& reading, std::size_t sign) {
  const std::string_view text = reading.text();
  std::size_t begin = sign, end = sign + 2;  // ° is two bytes
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
  while (end < text.size() && text[end] == ' ') ++end;
  const std::size_t minutes = end;
  while (is_digit(at(text, end))) ++end;
  if (begin == sign || end == minutes) return;
  const std::string_view mark = text.substr(end);
  if (mark.starts_with("'") || mark.starts_with("′") || mark.starts_with("."))
    reading.add("L01", {begin, end}, msg("“{found}” are coordinates", {found(reading, {begin, end})}),
                msg("write a placeholder: [VILLE-1]"));
}

}  // namespace

void find_accounts(Reading& reading) {
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = i == 0 || !is_word(text[i - 1]);
    if (starts && is_letter(text[i]) && is_letter(at(text, i + 1)) && is_digit(at(text, i + 2))) iban_at(reading, i);
    if (starts && is_digit(text[i])) decimal_pair(reading, i);
    if (text.substr(i).starts_with("°")) degrees(reading, i);
  }
  numbers(reading);
  plates(reading);
}

}  // namespace etalon::scenario::lint
