// etalon check PACK --law-change CODE
#include <algorithm>
#include <ostream>

#include "sim/base/text.h"
#include "sim/scenario/codes.h"
#include "sim/scenario/law_change.h"
#include "ui/cli/output.h"
#include "ui/cli/pack_questions.h"

namespace etalon::ui::cli {
namespace {

using scenario::PlacedCitation;

std::string code_of(Status status) { return scenario::code_of(scenario::kStatuses, status); }

// The classical form, as for findings: editors go to the place.
void print_places(const World& world, const std::vector<PlacedCitation>& citations) {
  for (const PlacedCitation& one : citations) {
    const std::string about = world.catalogue.tr(
        "{scenario} ({status}), written under version {version}",
        {{"scenario", one.scenario.value}, {"status", code_of(one.status)}, {"version", one.catalogue_version}});
    const std::string place = one.place.file + ':' + std::to_string(one.place.line) + ": " + one.where + ": ";
    world.out << printable(place + about) << '\n';
  }
}

Rows as_rows(const std::vector<PlacedCitation>& citations) {
  Rows out{{"file", "line", "scenario", "status", "catalogue_version", "offence", "where"}, {}};
  for (const PlacedCitation& one : citations)
    out.rows.push_back({one.place.file, count(one.place.line), one.scenario.value, code_of(one.status),
                        one.catalogue_version, one.code.value, one.where});
  return out;
}

// What a blocked pack may leave out is said, so that nobody takes the list for complete.
void note_blocked(const World& world, const scenario::CheckedPack& checked) {
  const auto blocking = std::count_if(checked.findings.begin(), checked.findings.end(),
                                      [](const scenario::Finding& finding) { return finding.blocking; });
  if (blocking == 0) return;
  note(world, msg("{count} findings block the pack (“etalon check” lists them): what could not be read is not in this list",
                  {{"count", std::to_string(blocking)}}));
}

}  // namespace

int show_law_change(const World& world, const std::string& pack, const std::string& code, const std::string& format) {
  const scenario::CheckedPack checked = scenario::check_pack(pack);
  const auto change = scenario::law_change(checked, code, pack);
  if (!change) return say(world, change.error());
  if (format == "table")
    print_places(world, change->citations);
  else
    print(world.out, format, as_rows(change->citations));
  note(world, msg("{code}: places that cite it: {places}; scenarios: {scenarios}",
                  {{"code", code},
                   {"places", std::to_string(change->citations.size())},
                   {"scenarios", std::to_string(change->scenarios)}}));
  note_blocked(world, checked);
  return kDone;
}

}  // namespace etalon::ui::cli
