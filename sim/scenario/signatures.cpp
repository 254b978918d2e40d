#include "sim/scenario/signatures.h"

#include <algorithm>
#include <set>

#include "sim/base/file.h"
#include "sim/base/json_writer.h"
#include "sim/base/pseudonym.h"
#include "sim/base/text.h"
#include "sim/scenario/pack_files.h"
#include "sim/scenario/yaml_reader.h"

namespace etalon::scenario {
namespace {

// What a signature is made over: no signature of ours for one purpose can pass for another.
std::string message_of(const std::string& manifest, const std::string& reviewer) {
  return "etalon pack signature 1\n" + reviewer + "\n" + manifest;
}

// A value of so many hexadecimal digits; a finding and an empty value otherwise.
template <class T>
T hex_value(MapReader& map, std::string_view key, std::optional<T> (*read)(std::string_view)) {
  const std::string text = map.text(key);
  if (const auto value = read(text)) return *value;
  if (!text.empty())
    map.problem(map.line_of(key), "value", msg("“{text}” is not a key or signature", {{"text", shortened(text)}}),
                msg("copy the digits 0 to 9 and a to f exactly as “etalon pack” wrote them"));
  return {};
}

std::string pseudonym(MapReader& map, std::string_view key) { return upper(map.id(key, IdStyle::Free)); }

// The entries of the list `name`, each through `read_one`.
template <class ReadOne>
void each_entry(MapReader& map, std::string_view name, const std::string& file, Findings& findings, ReadOne read_one) {
  map.integer("format", 1, 1);
  for (const Node& item : map.list(name, Need::Must, kMostSignatures)) {
    MapReader entry(item, file, findings);
    read_one(entry);
    entry.finish();
  }
  map.finish();
}

Result<void> add_list(const std::filesystem::path& path, Reviewers& into) {
  std::error_code failure;
  if (!std::filesystem::exists(path, failure)) return {};
  auto bytes = read_file(path, kScenarioLimit);
  if (!bytes) return fail(bytes.error());
  Findings findings;
  auto root = is_utf8(*bytes) ? parse_yaml(*bytes, path.string())
                              : tl::unexpected(Finding{{path.string(), 1}, "encoding", msg("is not UTF-8 text"), {}});
  if (!root) return fail(ErrorKind::Input, root.error().message, root.error().mend, root.error().where);
  Reviewers list = read_reviewers(*root, path.string(), findings);
  if (findings.blocking() > 0) {
    const Finding first = findings.take().front();
    return fail(ErrorKind::Input, first.message, first.mend, first.where);
  }
  for (const auto& [key, name] : list)
    if (const auto [known, is_new] = into.emplace(key, name); !is_new && known->second != name)
      return fail(ErrorKind::Input,
                  msg("the key of {name} is another reviewer’s in another list: {other}",
                      {{"name", name}, {"other", known->second}}),
                  msg("a key belongs to one reviewer"), {path.string(), 0});
  return {};
}

}  // namespace

Message sentence(Standing standing) {
  switch (standing) {
    case Standing::Counts: return msg("counts");
    case Standing::OtherContent: return msg("does not match: the pack has changed since");
    case Standing::UnknownKey: return msg("unknown key: it is in no list of reviewers under this pseudonym");
    case Standing::Author: return msg("an author of the pack cannot vouch for it");
    case Standing::Repeated: break;
  }
  return msg("this reviewer is counted already");
}

std::string manifest_of(const PackRef& pack, const PackContent& content) {
  JsonWriter json;
  json.begin_object().field("format", 1).field("id", pack.id).field("version", pack.version).key("files").begin_array();
  for (const auto& [path, bytes] : content) {
    json.begin_object().field("path", path).field("bytes", bytes.size());
    json.field("blake2b", hex(etalon::hash_of(std::string_view(bytes)))).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

ReviewerSignature sign(const PackRef& pack, const PackContent& content, const std::string& reviewer, const SecretKey& key) {
  const std::string name = upper(reviewer);
  return {name, key.public_key(), key.sign(message_of(manifest_of(pack, content), name))};
}

bool is_author(const Pack& pack, std::string_view reviewer) {
  const std::string wanted = upper(reviewer);
  return std::any_of(pack.scenarios.begin(), pack.scenarios.end(), [&](const Scenario& scenario) {
    return std::any_of(scenario.authors.begin(), scenario.authors.end(),
                       [&](const std::string& author) { return upper(author) == wanted; });
  });
}

PackTrust trust_in(const Pack& pack, std::vector<ReviewerSignature> signatures, const Reviewers& reviewers) {
  PackTrust out;
  std::sort(signatures.begin(), signatures.end());
  const std::string manifest = manifest_of(pack.ref, *pack.content);
  std::set<std::string> counted;
  for (ReviewerSignature& one : signatures) {
    const auto known = reviewers.find(one.key);
    Standing standing = Standing::Counts;
    if (!is_signed_by(one.key, message_of(manifest, one.reviewer), one.signature))
      standing = Standing::OtherContent;
    else if (known == reviewers.end() || known->second != one.reviewer)
      standing = Standing::UnknownKey;
    else if (is_author(pack, one.reviewer))
      standing = Standing::Author;
    else if (!counted.insert(one.reviewer).second)
      standing = Standing::Repeated;
    out.signatures.push_back({std::move(one), standing});
  }
  out.counted = counted.size();
  return out;
}

PackTrust distrust(std::vector<ReviewerSignature> signatures) {
  PackTrust out;
  out.is_changed = true;
  for (ReviewerSignature& one : signatures) out.signatures.push_back({std::move(one), Standing::OtherContent});
  return out;
}

std::vector<ReviewerSignature> read_signatures(const Node& root, const std::string& file, Findings& findings) {
  std::vector<ReviewerSignature> out;
  MapReader map(root, file, findings);
  each_entry(map, "signatures", file, findings, [&](MapReader& entry) {
    out.push_back({pseudonym(entry, "reviewer"), hex_value(entry, "key", public_key_from_hex),
                   hex_value(entry, "signature", signature_from_hex)});
  });
  return out;
}

std::string to_yaml(std::vector<ReviewerSignature> signatures) {
  std::sort(signatures.begin(), signatures.end());
  std::string out = "# Who vouches for this pack, made by “etalon pack sign”.\nformat: 1\nsignatures:\n";
  for (const ReviewerSignature& one : signatures) {
    out += "  - reviewer: \"" + one.reviewer + "\"\n";
    out += "    key: \"" + hex(one.key) + "\"\n    signature: \"" + hex(one.signature) + "\"\n";
  }
  return out;
}

Reviewers read_reviewers(const Node& root, const std::string& file, Findings& findings) {
  Reviewers out;
  MapReader map(root, file, findings);
  each_entry(map, "reviewers", file, findings, [&](MapReader& entry) {
    const std::string name = pseudonym(entry, "pseudonym");
    const PublicKey key = hex_value(entry, "key", public_key_from_hex);
    if (!out.emplace(key, name).second)
      entry.problem(entry.line(), "duplicate-key", msg("this key stands twice in the list"),
                    msg("a key belongs to one reviewer"));
  });
  return out;
}

Result<Reviewers> load_reviewers(const std::vector<std::filesystem::path>& files) {
  Reviewers out;
  for (const auto& file : files)
    if (auto ok = add_list(file, out); !ok) return fail(ok.error());
  return out;
}

}  // namespace etalon::scenario
