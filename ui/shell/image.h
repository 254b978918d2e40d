// A picture of the window, and the file it is kept in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "sim/base/result.h"

namespace etalon::ui {

struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgb;  // width * height * 3, the top row first
};

// All or nothing, like every file we write.
Result<void> write_png(const std::filesystem::path& file, const Image& image);

}  // namespace etalon::ui
