// A condition that only our own bug can break. Checked in every build, release included.
#pragma once

namespace etalon {

[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

}  // namespace etalon

#define ETALON_ASSERT(condition) \
  ((condition) ? static_cast<void>(0) : ::etalon::assertion_failed(#condition, __FILE__, __LINE__))
