// What SQLite throws, turned into an Error that a person can act on. No exception of SQLite leaves this module.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <filesystem>
#include <type_traits>

#include "sim/base/result.h"

namespace etalon::journal {

Error failure_of(const SQLite::Exception& exception, const std::filesystem::path& path);
Error damaged(const std::filesystem::path& path, const std::string& reason);
Error not_a_journal(const std::filesystem::path& path);

// Calls `work`, which returns a Result; an exception of SQLite becomes that Result's error.
template <class Work>
std::invoke_result_t<Work> guarded(const std::filesystem::path& path, Work&& work) {
  try {
    return work();
  } catch (const SQLite::Exception& exception) { return fail(failure_of(exception, path)); }
}

}  // namespace etalon::journal
