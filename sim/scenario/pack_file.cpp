#include "sim/scenario/pack_file.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/base/json_writer.h"
#include "sim/base/text.h"
#include "sim/scenario/pack_files.h"
#include "sim/scenario/yaml_reader.h"

namespace etalon::scenario {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kMagic = "ETALPAK1";
constexpr int kDeepestJson = 4;

std::string length_of(std::size_t size) {
  std::string out(8, '\0');
  for (std::size_t i = 0; i < 8; ++i) out[i] = static_cast<char>(size >> (8 * i));
  return out;
}

std::string signatures_json(const std::vector<ReviewerSignature>& signatures) {
  JsonWriter json;
  json.begin_object().field("format", 1).key("signatures").begin_array();
  for (const ReviewerSignature& one : signatures)
    json.begin_object()
        .field("reviewer", one.reviewer)
        .field("key", hex(one.key))
        .field("signature", hex(one.signature))
        .end_object();
  json.end_array().end_object();
  return json.take();
}

// Inside this file, what does not hold throws; from_pack_file() turns it into a finding.
struct Broken {
  Message what;
};

struct Entry {
  std::string path, hash;
  std::uint64_t bytes = 0;
};

class Bytes {
 public:
  explicit Bytes(std::string_view all) : rest_(all) {}

  std::string_view take(std::uint64_t size) {
    if (size > rest_.size()) throw Broken{msg("the file is cut off")};
    const std::string_view out = rest_.substr(0, static_cast<std::size_t>(size));
    rest_.remove_prefix(out.size());
    return out;
  }
  // A block that begins with its length.
  std::string_view block(std::size_t limit) {
    std::uint64_t size = 0;
    const std::string_view length = take(8);
    for (std::size_t i = 0; i < 8; ++i) size |= std::uint64_t{static_cast<unsigned char>(length[i])} << (8 * i);
    if (size > limit) throw Broken{msg("a block is longer than {limit} bytes", {{"limit", std::to_string(limit)}})};
    return take(size);
  }
  bool empty() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

// No deeper than ours ever are: what is nested deeper is dropped while it is read, and then does not match.
Json parsed(std::string_view text) {
  const auto shallow = [](int depth, Json::parse_event_t, const Json&) { return depth <= kDeepestJson; };
  if (!is_utf8(text)) throw Broken{msg("is not UTF-8 text")};
  Json out = Json::parse(text.begin(), text.end(), shallow, false);
  if (!out.is_object()) throw Broken{msg("its table of contents cannot be read")};
  return out;
}

std::string text(const Json& json, const char* name) {
  const auto hit = json.find(name);
  if (hit == json.end() || !hit->is_string()) throw Broken{msg("its table of contents cannot be read")};
  return hit->get<std::string>();
}

const Json& list(const Json& json, const char* name, std::size_t most) {
  const auto hit = json.find(name);
  if (hit == json.end() || !hit->is_array()) throw Broken{msg("its table of contents cannot be read")};
  if (hit->size() > most) throw Broken{msg("a list has more than {limit} entries", {{"limit", std::to_string(most)}})};
  for (const Json& item : *hit)
    if (!item.is_object()) throw Broken{msg("its table of contents cannot be read")};
  return *hit;
}

Entry entry_of(const Json& item) {
  const auto bytes = item.find("bytes");
  if (bytes == item.end() || !bytes->is_number_unsigned()) throw Broken{msg("its table of contents cannot be read")};
  Entry out{text(item, "path"), text(item, "blake2b"), bytes->get<std::uint64_t>()};
  if (!is_pack_path(out.path)) throw Broken{msg("“{path}” leaves the pack", {{"path", shortened(out.path)}})};
  return out;
}

// Written again from what was read, the manifest must have the same bytes: there is one way to write it.
std::string written(const Json& json, const std::vector<Entry>& entries) {
  JsonWriter out;
  out.begin_object().field("format", 1).field("id", text(json, "id")).field("version", text(json, "version"));
  out.key("files").begin_array();
  for (const Entry& one : entries)
    out.begin_object().field("path", one.path).field("bytes", one.bytes).field("blake2b", one.hash).end_object();
  out.end_array().end_object();
  return out.take();
}

std::vector<Entry> entries_of(std::string_view manifest) {
  const Json json = parsed(manifest);
  std::vector<Entry> out;
  std::uint64_t total = 0;
  for (const Json& item : list(json, "files", kMostFiles)) {
    out.push_back(entry_of(item));
    if (out.size() > 1 && out[out.size() - 2].path >= out.back().path)
      throw Broken{msg("“{path}” stands twice or out of order", {{"path", shortened(out.back().path)}})};
    total += std::min(out.back().bytes, kPackLimit + 1);
  }
  if (total > kPackLimit)
    throw Broken{msg("the files are longer than {limit} bytes", {{"limit", std::to_string(kPackLimit)}})};
  if (written(json, out) != manifest) throw Broken{msg("its table of contents is not written as Étalon writes it")};
  return out;
}

std::vector<ReviewerSignature> signatures_of(std::string_view block) {
  const Json json = parsed(block);
  std::vector<ReviewerSignature> out;
  for (const Json& item : list(json, "signatures", kMostSignatures)) {
    const auto key = public_key_from_hex(text(item, "key"));
    const auto signature = signature_from_hex(text(item, "signature"));
    const std::string reviewer = text(item, "reviewer");
    if (!key || !signature || !is_id(reviewer, IdStyle::Free)) throw Broken{msg("a signature cannot be read")};
    out.push_back({reviewer, *key, *signature});
  }
  if (signatures_json(out) != block || !std::is_sorted(out.begin(), out.end()))
    throw Broken{msg("its signatures are not written as Étalon writes them")};
  return out;
}

PackFile file_of(std::string_view all) {
  Bytes bytes(all);
  if (all.substr(0, kMagic.size()) != kMagic) throw Broken{msg("is neither a folder nor a pack in one file")};
  bytes.take(kMagic.size());
  PackFile out;
  out.manifest = bytes.block(kManifestLimit);
  for (const Entry& entry : entries_of(out.manifest)) {
    const std::string_view content = bytes.take(entry.bytes);
    if (hex(etalon::hash_of(content)) != entry.hash) out.changed.push_back(entry.path);
    out.content.emplace_hint(out.content.end(), entry.path, content);
  }
  out.signatures = signatures_of(bytes.block(kSignaturesLimit));
  if (!bytes.empty()) throw Broken{msg("something stands after its end")};
  return out;
}

bool is_plain_part(std::string_view part) {
  return !part.empty() && part != "." && part != ".." && std::none_of(part.begin(), part.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\';
  });
}

}  // namespace

bool is_pack_path(std::string_view path) {
  const auto parts = split(path, '/');
  return path.size() <= kLongestPath && is_utf8(path) && std::all_of(parts.begin(), parts.end(), is_plain_part);
}

std::string to_pack_file(const PackRef& pack, const PackContent& content, std::vector<ReviewerSignature> signatures) {
  std::sort(signatures.begin(), signatures.end());
  const std::string manifest = manifest_of(pack, content), block = signatures_json(signatures);
  std::size_t size = kMagic.size() + 16 + manifest.size() + block.size();
  for (const auto& [path, bytes] : content) size += bytes.size();
  std::string out;
  out.reserve(size);  // tens of megabytes: not to be copied while it grows
  out.append(kMagic).append(length_of(manifest.size())).append(manifest);
  for (const auto& [path, bytes] : content) out += bytes;
  return out.append(length_of(block.size())).append(block);
}

tl::expected<PackFile, Finding> from_pack_file(std::string_view bytes, const std::string& file) {
  try {
    return file_of(bytes);
  } catch (const Broken& broken) {
    return tl::unexpected(
        Finding{{file, 0}, "pack-file", broken.what, msg("get the file again, or make it anew with “etalon pack build”")});
  }
}

}  // namespace etalon::scenario
