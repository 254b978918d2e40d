// A copy of tests/data/mini-pack in a folder of its own, to be broken; removed at the end.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/reader.h"

namespace etalon::scenario {

class TempPack {
 public:
  TempPack();
  TempPack(const TempPack&) = delete;
  TempPack& operator=(const TempPack&) = delete;
  ~TempPack();

  const std::filesystem::path& folder() const { return folder_; }
  std::string read(const std::string& relative) const;
  void write(const std::string& relative, std::string_view bytes) const;
  // `old_text` must stand in the file exactly once.
  void replace(const std::string& relative, std::string_view old_text, std::string_view new_text) const;
  // "scenarios/S1.yaml:12 L01" for each finding, with paths relative to the pack.
  std::vector<std::string> findings() const;

 private:
  std::filesystem::path folder_;
};

}  // namespace etalon::scenario
