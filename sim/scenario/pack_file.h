// A pack as one file, FILE.etalonpack: the manifest with the content hash of every file, the files, the signatures.
// docs/scenario-pack.md describes the bytes. The same content and signatures give the same bytes.
#pragma once

#include "sim/scenario/signatures.h"

namespace etalon::scenario {

struct PackFile {
  std::string manifest;  // as it stands in the file
  PackContent content;
  std::vector<ReviewerSignature> signatures;
  std::vector<std::string> changed;  // paths whose bytes are not those of the manifest
};

inline constexpr std::uint64_t kPackFileLimit = 68 * 1024 * 1024;  // bytes: the files, and 4 MiB for the rest
inline constexpr std::size_t kManifestLimit = 2 * 1024 * 1024;     // bytes
inline constexpr std::size_t kSignaturesLimit = 64 * 1024;         // bytes
inline constexpr std::size_t kMostFiles = 5010;
inline constexpr std::size_t kLongestPath = 255;  // bytes

// The whole file.
std::string to_pack_file(const PackRef& pack, const PackContent& content, std::vector<ReviewerSignature> signatures);
// The finding (rule "pack-file") that stopped it: cut off, too large, a path that leaves the pack, bytes after the end.
tl::expected<PackFile, Finding> from_pack_file(std::string_view bytes, const std::string& file);

// "scenarios/S1.yaml" and the like: relative, no "..", "." or empty part, no backslash, no control character.
bool is_pack_path(std::string_view path);

}  // namespace etalon::scenario
