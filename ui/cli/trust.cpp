#include "ui/cli/trust.h"

#include <algorithm>

namespace etalon::ui::cli {

Result<scenario::Reviewers> reviewers_of(const World& world) { return scenario::load_reviewers(world.reviewers); }

void note_signatures(const World& world, const scenario::PackTrust& trust) {
  for (const scenario::SignedBy& one : trust.signatures)
    note(world, msg("signed by {reviewer}: {standing}",
                    {{"reviewer", one.signature.reviewer}, {"standing", world.catalogue.tr(sentence(one.standing))}}));
}

void note_draft(const World& world, const Pack& pack) {
  if (pack.status == PackStatus::Trusted) return;
  note(world, msg("{pack} {version} is a draft: it has not the signatures of two trusted reviewers; what is measured "
                  "with it is marked",
                  {{"pack", pack.ref.id}, {"version", pack.ref.version}}));
}

}  // namespace etalon::ui::cli
