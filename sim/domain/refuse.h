// How decide() says no to a command that cannot be carried out now.
#pragma once

#include <utility>

#include "sim/base/result.h"
#include "sim/domain/scenario.h"

namespace etalon {

inline tl::unexpected<Error> refuse(Message what, Message mend) {
  return fail(ErrorKind::Usage, std::move(what), std::move(mend));
}

// A retired scenario stays readable in the sessions that saw it; no new one is made of it.
inline Result<void> not_retired(const Scenario& scenario) {
  if (scenario.status != Status::Retired) return {};
  return refuse(msg("scenario {scenario} is retired", {{"scenario", scenario.id.value}}), msg("choose another one"));
}

}  // namespace etalon
