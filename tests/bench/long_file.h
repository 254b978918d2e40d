// 10,000,000 ratings as text, in a file that is written once.
#pragma once

#include <filesystem>
#include <string>

#include "sim/base/assert.h"
#include "sim/base/file.h"
#include "sim/base/rng.h"

namespace etalon::bench {

inline std::filesystem::path long_file() {
  const auto file = std::filesystem::temp_directory_path() / "etalon_bench_long.csv";
  if (std::filesystem::exists(file)) return file;
  std::string text = "unit,rater,value\n";
  SeededRng rng(22);
  for (int u = 0; u < 1'000'000; ++u)
    for (int r = 0; r < 10; ++r)
      text += "u" + std::to_string(1'000'000 + u) + ",r" + std::to_string(10 + r) + "," + std::to_string(1 + rng.below(24)) +
              "\n";
  ETALON_ASSERT(write_file(file, text).has_value());
  return file;
}

}  // namespace etalon::bench
