// What the commands say about who vouches for a pack.
#pragma once

#include "sim/scenario/signatures.h"
#include "ui/cli/cli.h"

namespace etalon::ui::cli {

// The reviewers of the lists that the world names. Input: a list cannot be read.
Result<scenario::Reviewers> reviewers_of(const World& world);

// On the error stream, where a key is in no list of reviewers: which lists were read.
void note_reviewer_lists(const World& world, const scenario::PackTrust& trust);
// On the error stream: who signed the pack and whether that counts, then the lists.
void note_signatures(const World& world, const scenario::PackTrust& trust);
// On the error stream: the pack is a draft, and whether it has changed since it was signed. Nothing for a trusted one.
void note_draft(const World& world, const Pack& pack, const scenario::PackTrust& trust);

}  // namespace etalon::ui::cli
