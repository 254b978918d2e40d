// How decide() says no to a command that cannot be carried out now.
#pragma once

#include <utility>

#include "sim/base/result.h"

namespace etalon {

inline tl::unexpected<Error> refuse(Message what, Message mend) {
  return fail(ErrorKind::Usage, std::move(what), std::move(mend));
}

}  // namespace etalon
