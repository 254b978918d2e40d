// Scenarios whose day to be read again has come.
#pragma once

#include "sim/domain/pack.h"
#include "ui/cli/cli.h"

namespace etalon::ui::cli {

// A note on the error stream that names them, by the world's clock; nothing where none has expired.
void note_expired(const World& world, const Pack& pack);

}  // namespace etalon::ui::cli
