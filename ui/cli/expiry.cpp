#include "ui/cli/expiry.h"

#include "ui/cli/output.h"

namespace etalon::ui::cli {

void note_expired(const World& world, const Pack& pack) {
  const std::string today = iso8601(world.clock.now()).substr(0, 10);
  std::string names;
  for (const Scenario* scenario : pack.offered())
    if (!scenario->expires.empty() && scenario->expires < today) names += (names.empty() ? "" : ", ") + scenario->id.value;
  if (names.empty()) return;
  note(world,
       msg("to be read again, their day has come: {scenarios} (then raise law_as_of and expires)", {{"scenarios", names}}));
}

}  // namespace etalon::ui::cli
