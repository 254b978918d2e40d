// What stands on a word list: services and the like (L04), slurs (L07), bodies and acts (L08), looks and clothing (L09),
// injuries (L10), substances and means (L11), outdated terms (L12).
#include <algorithm>

#include "sim/base/text.h"
#include "sim/scenario/lint/bundled.h"
#include "sim/scenario/lint/detect.h"
#include "sim/scenario/lint/minor_words.h"

namespace etalon::scenario::lint {
namespace {

Message what(std::string_view rule, const std::pair<std::string, std::string>& found) {
  if (rule == "L04") return msg("“{found}” is a real service, brand, medium, party or organisation", {found});
  if (rule == "L07") return msg("“{found}” is a slur or a coded word", {found});
  if (rule == "L08") return msg("“{found}” speaks of bodies or acts", {found});
  if (rule == "L09") return msg("“{found}” describes a minor", {found});
  if (rule == "L10") return msg("“{found}” describes an injury", {found});
  if (rule == "L11") return msg("“{found}” is a substance, a device or a method", {found});
  return msg("“{found}” is not the term that is used today", {found});
}

Message mend(std::string_view rule) {
  if (rule == "L04") return msg("write a placeholder, or what kind of service it is");
  if (rule == "L07") return msg("name the attribute in coded form: “a group defined by its origin”");
  if (rule == "L08") return msg("use the controlled vocabulary: the article, “criteria met: yes” or “no”");
  if (rule == "L09") return msg("name the administrative bracket only");
  if (rule == "L10") return msg("write “serious act against a person”");
  if (rule == "L11") return msg("leave it out");
  return msg("use the terms of the Luxembourg guidelines");
}

// Where the text uses the controlled vocabulary, which may speak of what is otherwise not spoken of.
std::vector<Span> controlled(const Folded& folded) {
  static const std::vector<std::string> kPhrases = [] {
    std::vector<std::string> out;
    for (const std::string_view line : split(bundled_text("controlled-terms.txt"), '\n'))
      if (const std::string_view phrase = trim(line); !phrase.empty() && phrase.front() != '#')
        out.push_back(fold(phrase).text);
    return out;
  }();
  std::vector<Span> out;
  for (const std::string& phrase : kPhrases)
    for (std::size_t at = folded.text.find(phrase); at != std::string::npos; at = folded.text.find(phrase, at + 1))
      out.push_back({at, at + phrase.size()});
  return out;
}

}  // namespace

void find_listed(Reading& reading) {
  const std::vector<WordHit> hits = reading.words.find(reading.folded, reading.childhood);
  if (hits.empty()) return;
  const std::vector<Span> allowed = controlled(reading.folded);
  const MinorSentences minors(reading);
  for (const WordHit& hit : hits) {
    if (reading.kind == TextKind::Free && hit.rule != "L04") continue;
    if (hit.rule == "L09" && !reading.childhood && !minors.hold(hit.span.begin)) continue;
    const bool is_controlled = hit.rule == "L08" && std::any_of(allowed.begin(), allowed.end(),
                                                                [&](const Span& span) { return span.holds(hit.span); });
    if (!is_controlled)
      reading.add(hit.rule, hit.span, what(hit.rule, found(reading, hit.span)), mend(hit.rule), hit.blocking);
  }
}

}  // namespace etalon::scenario::lint
