#include "sim/base/assert.h"

#include <unistd.h>

#include <cstdlib>
#include <string>

namespace etalon {

void assertion_failed(const char* condition, const char* file, int line) {
  const std::string text = std::string("etalon: internal error, please report it: ") + condition + " at " + file + ':' +
                           std::to_string(line) + '\n';
  [[maybe_unused]] const auto wrote = ::write(STDERR_FILENO, text.data(), text.size());
  std::abort();
}

}  // namespace etalon
