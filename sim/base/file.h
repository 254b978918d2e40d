// Whole files, in and out, with errors a person can act on.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "sim/base/result.h"

namespace etalon {

// Refuses folders, devices and files over `limit` bytes (before reading them).
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit);

// All or nothing: a new file beside the old one, flushed to disk, then renamed over it.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace etalon
