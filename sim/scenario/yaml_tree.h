// YAML text as a plain tree with line numbers. What a pack never needs is refused while reading, before anything is
// built from it: anchors and aliases, tags, repeated keys, keys that are no text, deep nesting, too many nodes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/reader.h"

namespace etalon::scenario {

struct Node {
  enum class Kind { Null, Scalar, List, Map };
  Kind kind = Kind::Null;
  int line = 0;                   // 1-based; of the key where the node is a map's value
  std::string text;               // Scalar
  std::vector<std::string> keys;  // Map: keys[i] leads to items[i]
  std::vector<Node> items;        // List and Map

  const Node* find(std::string_view key) const;  // null: not a map, or no such key
};

inline constexpr std::size_t kDeepest = 32;
inline constexpr std::size_t kMostNodes = 100'000;

// The one document of `bytes`, or the finding that stopped it. `bytes` is UTF-8 (see pack_files.h).
tl::expected<Node, Finding> parse_yaml(std::string_view bytes, const std::string& file);

// Follows keys from `node`; the line of the last node that is there.
int line_at(const Node& node, std::initializer_list<std::string_view> keys);

}  // namespace etalon::scenario
