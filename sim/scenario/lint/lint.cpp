#include "sim/scenario/lint/lint.h"

#include <algorithm>
#include <map>

#include "sim/base/assert.h"
#include "sim/scenario/findings.h"
#include "sim/scenario/lint/bundled.h"
#include "sim/scenario/lint/detect.h"

namespace etalon::scenario::lint {
namespace {

bool before(const TextFinding& a, const TextFinding& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  return a.span.end != b.span.end ? a.span.end > b.span.end : a.rule < b.rule;
}

// Where findings lie that come by place, and whether another meets one of them.
class Places {
 public:
  void add(Span span) {
    if (!spans_.empty() && span.begin < spans_.back().end)
      spans_.back().end = std::max(spans_.back().end, span.end);
    else
      spans_.push_back(span);
  }
  bool meets(Span span) const {
    const auto ends_before = [](const Span& one, std::size_t at) { return one.end <= at; };
    const auto hit = std::lower_bound(spans_.begin(), spans_.end(), span.begin, ends_before);
    return hit != spans_.end() && hit->overlaps(span);
  }

 private:
  std::vector<Span> spans_;  // apart from each other, ascending
};

// One finding a rule and place, the longest; and what leads somewhere (L01) is not said again as data (L02) or as a
// date (L05) that its digits happen to form.
std::vector<TextFinding> without_repeats(std::vector<TextFinding> all) {
  std::stable_sort(all.begin(), all.end(), before);
  Places led;
  for (const TextFinding& one : all)
    if (one.rule == "L01") led.add(one.span);
  std::map<std::string, Places> said;
  std::vector<TextFinding> out;
  for (TextFinding& one : all) {
    const bool part = (one.rule == "L02" || one.rule == "L05") && led.meets(one.span);
    Places& same = said[one.rule];
    if (part || same.meets(one.span)) continue;
    same.add(one.span);
    out.push_back(std::move(one));
  }
  return out;
}

void load(std::string_view file, std::string_view bytes, void* context) {
  const auto list = read_words(bytes, std::string(file));
  ETALON_ASSERT(list.has_value());  // a test reads them all
  static_cast<WordLists*>(context)->add(*list);
}

}  // namespace

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::pair<std::string, std::string> found(const Reading& reading, Span folded) {
  const Span span = reading.folded.original(folded);
  return {"found", shortened(reading.original.substr(span.begin, span.end - span.begin))};
}

const WordLists& bundled_words() {
  static const WordLists lists = [] {
    WordLists out;
    each_bundled_list(load, &out);
    return out;
  }();
  return lists;
}

std::vector<TextFinding> lint_text(std::string_view utf8, TextKind kind, bool childhood, const WordLists& words) {
  Reading reading{utf8, fold(utf8), {}, kind, childhood, words, {}};
  reading.tokens = tokens(reading.folded);
  for (const auto find : {find_network, find_phones, find_accounts, find_encoded, find_characters, find_names, find_listed})
    find(reading);
  if (kind != TextKind::Free)
    for (const auto find : {find_addresses, find_minors, find_quantities}) find(reading);
  if (kind == TextKind::Shown)
    for (const auto find : {find_dates, find_quotations, find_first_person}) find(reading);
  return without_repeats(std::move(reading.findings));
}

Result<void> check_free_text(std::string_view utf8) {
  const std::vector<TextFinding> findings = lint_text(utf8, TextKind::Free);
  const auto hit = std::find_if(findings.begin(), findings.end(), [](const TextFinding& one) { return one.blocking; });
  if (hit == findings.end()) return {};
  return fail(ErrorKind::Usage, hit->what, hit->mend);
}

}  // namespace etalon::scenario::lint
