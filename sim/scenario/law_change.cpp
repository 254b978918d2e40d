#include "sim/scenario/law_change.h"

#include <algorithm>
#include <set>

#include "sim/base/pseudonym.h"
#include "sim/scenario/findings.h"
#include "sim/scenario/nearest.h"

namespace etalon::scenario {
namespace {

Error unreadable(const CheckedPack& checked, const std::string& pack) {
  const auto first = std::find_if(checked.findings.begin(), checked.findings.end(),
                                  [](const Finding& finding) { return finding.blocking; });
  if (first == checked.findings.end())
    return {ErrorKind::Input, msg("the catalogue has no offence"), msg("add one"), {pack, 0}};
  return {ErrorKind::Input, first->message, first->mend, first->where};
}

Error unknown(const CheckedPack& checked, const std::string& code, const std::string& pack) {
  std::vector<std::string> known;
  for (const OffenceCode& offence : checked.law.offences) known.push_back(offence.value);
  return {ErrorKind::Input,
          msg("the catalogue has no offence “{code}”", {{"code", shortened(code)}}),
          suggestion(upper(code), known),
          {pack, 0}};
}

}  // namespace

Result<LawChange> law_change(const CheckedPack& checked, const std::string& code, const std::string& pack) {
  const auto& offences = checked.law.offences;
  if (offences.empty()) return fail(unreadable(checked, pack));
  const OffenceCode wanted(code);
  if (std::find(offences.begin(), offences.end(), wanted) == offences.end()) return fail(unknown(checked, code, pack));
  LawChange out;
  std::set<ScenarioId> scenarios;
  for (const PlacedCitation& citation : checked.law.citations) {
    if (citation.code != wanted) continue;
    out.citations.push_back(citation);
    scenarios.insert(citation.scenario);
  }
  out.scenarios = scenarios.size();
  return out;
}

}  // namespace etalon::scenario
