// A pack as one file: read, and written again from what was read.
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "sim/base/text.h"
#include "sim/scenario/pack_file.h"
#include "tests/fuzz/require.h"

namespace etalon::fuzz {
namespace {

void check_whole(const scenario::PackFile& file, std::string_view bytes) {
  const auto manifest = nlohmann::json::parse(file.manifest);
  const PackRef pack{manifest.at("id").get<std::string>(), manifest.at("version").get<std::string>(), {}};
  require(scenario::to_pack_file(pack, file.content, file.signatures) == bytes, "there is one way to write a pack");
}

void check(std::string_view bytes) {
  const auto file = scenario::from_pack_file(bytes, "fuzz.etalonpack");
  if (!file) {
    require(file.error().blocking && file.error().rule == "pack-file", "what is refused blocks");
    require(is_utf8(english(file.error())), "a finding is whole text");
    return;
  }
  for (const auto& [path, content] : file->content) require(scenario::is_pack_path(path), "every path stays inside");
  for (const std::string& path : file->changed) require(file->content.contains(path), "what changed is a file of the pack");
  if (file->changed.empty()) check_whole(*file, bytes);
}

}  // namespace
}  // namespace etalon::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  etalon::fuzz::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
