// The files of a pack as checked bytes: inside the folder, not too large, UTF-8 text.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "sim/domain/pack.h"
#include "sim/scenario/findings.h"

namespace etalon::scenario {

inline constexpr std::uint64_t kScenarioLimit = 256 * 1024;     // bytes; the manifest's too
inline constexpr std::uint64_t kSchemeLimit = 2 * 1024 * 1024;  // scheme and catalogue
inline constexpr std::uint64_t kPackLimit = 64 * 1024 * 1024;   // all files together

class PackFiles {
 public:
  PackFiles(std::filesystem::path folder, Findings& findings) : folder_(std::move(folder)), findings_(findings) {}
  // The files of `memory`, which must outlive it and is not copied, under the name `folder`.
  PackFiles(std::filesystem::path folder, const PackContent& memory, Findings& findings)
      : folder_(std::move(folder)), memory_(&memory), findings_(findings) {}

  // What findings call the file.
  std::string name(const std::string& relative) const { return (folder_ / relative).string(); }
  // Notes a finding at `cited` (the place that names the file) unless `relative` leads to a place inside the folder.
  bool is_inside(const std::string& relative, const Place& cited);
  // The bytes, or nothing and a finding. Call is_inside() before.
  std::optional<std::string> read(const std::string& relative, std::uint64_t limit);

 private:
  Result<std::string> bytes_of(const std::string& relative, std::uint64_t limit) const;
  bool fits(const std::string& relative, std::uint64_t limit);
  bool is_text(const std::string& bytes, const std::string& relative);

  std::filesystem::path folder_;
  const PackContent* memory_ = nullptr;
  Findings& findings_;
  std::uint64_t total_ = 0;
};

}  // namespace etalon::scenario
