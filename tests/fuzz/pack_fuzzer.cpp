// The small pack of tests/data/mini-pack with some of its files replaced. An input is, for each such file, a line
// "=== scenarios/S1.yaml" and the bytes of the file up to the next such line.
#include <stdlib.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>

#include "sim/base/file.h"
#include "sim/base/text.h"
#include "sim/scenario/reader.h"
#include "tests/fuzz/require.h"

namespace etalon::fuzz {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string, std::less<>>;  // by path

constexpr std::array kPaths{"pack.yaml", "scheme.yaml", "catalogue.yaml", "scenarios/S1.yaml", "scenarios/S2.yaml"};
constexpr std::string_view kMark = "=== ";

// A folder of its own that every input is written to; give it a place in memory (TMPDIR).
class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "etalon-fuzz-XXXXXX").string();
    require(::mkdtemp(pattern.data()) != nullptr, "there is a place for the pack");
    path_ = pattern;
    fs::create_directory(path_ / "scenarios");
    for (const char* path : kPaths)
      sound_[path] = read_file(fs::path(ETALON_SOURCE_DIR) / "tests/data/mini-pack" / path, 1U << 20U).value();
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  const fs::path& path() const { return path_; }
  void write(const Files& replaced) const {
    for (const auto& [path, sound] : sound_) {
      const auto other = replaced.find(path);
      std::ofstream(path_ / path, std::ios::binary) << (other == replaced.end() ? sound : other->second);
    }
  }

 private:
  fs::path path_;
  Files sound_;
};

Files files_of(std::string_view input) {
  Files out;
  std::string* file = nullptr;
  for (const std::string_view line : split(input, '\n')) {
    if (line.starts_with(kMark)) {
      file = &out[std::string(line.substr(kMark.size()))];
      continue;
    }
    if (file != nullptr) file->append(line).push_back('\n');
  }
  return out;
}

void check_finding(const scenario::Finding& finding) {
  const bool is_count = finding.rule == "more";
  require(!finding.rule.empty() && !finding.message.text.empty(), "a finding has a rule and a sentence");
  require(is_count || !finding.where.file.empty(), "a finding has its file");
  require(!finding.blocking || !finding.mend.text.empty(), "a finding that blocks says how to mend it");
  require(is_utf8(english(finding)), "a finding is whole text");
}

void check(const Files& files) {
  static const Folder folder;
  folder.write(files);
  const auto checked = scenario::check_pack(folder.path());
  bool blocked = false;
  for (const auto& finding : checked.findings) {
    check_finding(finding);
    blocked = blocked || finding.blocking;
  }
  require(blocked != checked.pack.has_value(), "there is a pack unless a finding blocks");
  require(checked.findings.size() <= 1000, "complaints are limited");
}

}  // namespace
}  // namespace etalon::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  etalon::fuzz::check(etalon::fuzz::files_of({reinterpret_cast<const char*>(data), size}));
  return 0;
}
