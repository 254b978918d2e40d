#include "ui/cli/trust.h"

#include <algorithm>

#include "sim/base/text.h"

namespace etalon::ui::cli {
namespace {

using scenario::SignedBy;
using scenario::Standing;

bool has(const scenario::PackTrust& trust, Standing standing) {
  return std::any_of(trust.signatures.begin(), trust.signatures.end(),
                     [&](const SignedBy& one) { return one.standing == standing; });
}

// "reviewers.yaml (3 keys)"
std::string list_in_words(const World& world, const std::filesystem::path& file) {
  const Catalogue& cat = world.catalogue;
  std::error_code failure;
  const Message gone = msg("{file} (not there)", {{"file", file.string()}});
  if (!std::filesystem::exists(file, failure)) return cat.tr(gone);
  const auto list = scenario::load_reviewers({file});
  const auto keys = static_cast<std::int64_t>(list ? list->size() : 0);
  return cat.plural("{file} ({n} key)", "{file} ({n} keys)", keys, {{"file", file.string()}});
}

Message draft(const Pack& pack, const scenario::PackTrust& trust) {
  const Catalogue::Args named{{"pack", pack.ref.id}, {"version", pack.ref.version}};
  if (has(trust, Standing::OtherContent))
    return msg(
        "{pack} {version} has changed since it was signed and is a draft; get it again from where it came from, "
        "or have it signed anew; what is measured with it is marked",
        named);
  if (trust.is_changed)
    return msg(
        "{pack} {version} has changed since it was made and is a draft; get it again from where it came from; what "
        "is measured with it is marked",
        named);
  return msg(
      "{pack} {version} is a draft: it has not the signatures of two trusted reviewers; what is measured with it is "
      "marked",
      named);
}

}  // namespace

Result<scenario::Reviewers> reviewers_of(const World& world) { return scenario::load_reviewers(world.reviewers); }

void note_reviewer_lists(const World& world, const scenario::PackTrust& trust) {
  if (!has(trust, Standing::UnknownKey) || world.reviewers.empty()) return;
  std::vector<std::string> lists;
  for (const auto& file : world.reviewers) lists.push_back(list_in_words(world, file));
  note(world, msg("the lists of reviewers: {lists}", {{"lists", join(lists, ", ")}}));
}

void note_signatures(const World& world, const scenario::PackTrust& trust) {
  for (const SignedBy& one : trust.signatures)
    note(world, msg("signed by {reviewer}: {standing}",
                    {{"reviewer", one.signature.reviewer}, {"standing", world.catalogue.tr(sentence(one.standing))}}));
  note_reviewer_lists(world, trust);
}

void note_draft(const World& world, const Pack& pack, const scenario::PackTrust& trust) {
  if (pack.status != PackStatus::Trusted) note(world, draft(pack, trust));
}

}  // namespace etalon::ui::cli
