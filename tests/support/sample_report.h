// Reports on the small pack, for the tests of the writers.
#pragma once

#include "sim/analysis/consistency_report.h"
#include "tests/support/analysis_pack.h"

namespace etalon::support {

inline constexpr const char* kHostile =
    "</td><script>alert(1)</script><img src=x onerror=alert(1)> \"quoted\" 'single' &amp; \xe2\x80\xae"
    "reversed";

// Every text that a pack or a person can choose is hostile.
inline Pack hostile_pack() {
  Pack pack = small_pack();
  const LocalText bad = both(kHostile, kHostile);
  pack.title = bad;
  for (Facet& facet : pack.scheme.facets) {
    facet.label = facet.short_label = bad;
    for (Choice& choice : facet.choices) choice.label = bad;
  }
  for (Offence& offence : pack.catalogue.offences) {
    offence.name = bad;
    for (Element& element : offence.elements) element.name = bad;
  }
  for (Scenario& scenario : pack.scenarios) {
    scenario.title = bad;
    for (CriticalError& error : scenario.reference.critical_errors) error.message = bad;
  }
  return pack;
}

// Four analysts on all four scenarios, with errors of every kind.
inline std::vector<DecisionRow> team_decisions() {
  const Answer accepted{"potential", "A1", ElementState::Met, {"forward", "note"}, "2"};
  const Answer missed{"lawful", "B1", ElementState::NotMet, {"close"}, "3"};
  std::vector<DecisionRow> rows;
  std::uint64_t at = 0;
  const auto add = [&](const char* analyst, const Answer& s1, const Answer& s2, const Answer& s3, const Answer& s4) {
    rows.push_back(make_row(++at, analyst, "S1", s1));
    rows.push_back(make_row(++at, analyst, "S2", s2));
    rows.push_back(make_row(++at, analyst, "S3", s3));
    rows.push_back(make_row(++at, analyst, "S4", s4));
  };
  add("ANA", illegal(), {}, illegal(), {});
  add("BEN", accepted, illegal(), {}, {});
  add("CLO", missed, {}, accepted, illegal());
  add("DEE", illegal(), {}, {}, {"lawful", "NONE", ElementState::Unknown, {"close", "note"}, "1"});
  rows.push_back(make_unusable_row(++at, "DEE", "S1"));
  return rows;
}

inline analysis::ReportContext sample_context() {
  analysis::ReportContext context;
  context.head = {241, hash_of("head")};
  context.generated_at = Instant{1'795'485'600'000};
  context.other_pack_left_out = 2;
  return context;
}

inline analysis::ConsistencyReport team_report(const Pack& pack = small_pack()) {
  return analysis::make_report(pack, team_decisions(), sample_context());
}

}  // namespace etalon::support
