// The parts of lint_text(): each looks for one kind of thing in a text. For the sources of sim/scenario/lint only.
#pragma once

#include <functional>

#include "sim/scenario/lint/lint.h"

namespace etalon::scenario::lint {

// A text with what several rules need of it.
struct Reading {
  std::string_view original;
  Folded folded;
  std::vector<Token> tokens;  // of `folded`
  TextKind kind = TextKind::Shown;
  bool childhood = false;
  const WordLists& words;
  std::vector<TextFinding> findings;

  std::string_view text() const { return folded.text; }
  // `span` is in the folded text.
  void add(std::string_view rule, Span span, Message what, Message mend, bool blocking = true) {
    add_original(rule, folded.original(span), std::move(what), std::move(mend), blocking);
  }
  void add_original(std::string_view rule, Span span, Message what, Message mend, bool blocking = true) {
    findings.push_back({std::string(rule), span, std::move(what), std::move(mend), blocking});
  }
};

void find_network(Reading&);       // L01: URL, domain, e-mail, handle, IP address
void find_phones(Reading&);        // L01
void find_accounts(Reading&);      // L01: IBAN, card, social security, plates, coordinates
void find_encoded(Reading&);       // L01: wallets; L02
void find_characters(Reading&);    // L03
void find_names(Reading&);         // L04
void find_dates(Reading&);         // L05
void find_addresses(Reading&);     // L05
void find_quotations(Reading&);    // L06
void find_first_person(Reading&);  // L06
void find_minors(Reading&);        // L09
void find_quantities(Reading&);    // L11
void find_listed(Reading&);        // L04, L07 to L12: the word lists

// What was found, for the message: at most 60 characters of the original.
std::pair<std::string, std::string> found(const Reading& reading, Span folded);

// Digits with marks and blanks between: how many in each group, and how much of the text they take.
struct DigitRun {
  Span span;  // from the first digit to the last
  std::string digits;
  std::vector<std::size_t> groups;
};
// The run that begins at the digit at `begin`; `marks` may stand between digits, two in a row at most.
DigitRun digit_run(std::string_view text, std::size_t begin, std::string_view marks);
// Every run that does not begin inside a word or a number.
std::vector<DigitRun> digit_runs(std::string_view text, std::string_view marks);

// What a word says in figures, French or English: digits that it stands for ("0" for zéro, "12" for douze); empty: none.
std::string_view spelled_number(std::string_view word);

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words);

}  // namespace etalon::scenario::lint
