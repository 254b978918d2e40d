#include "sim/scenario/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <set>
#include <sstream>

#include "sim/scenario/findings.h"

namespace etalon::scenario {
namespace {

// Leaves the parser from inside a callback; caught in parse_yaml().
struct Refusal {
  int line;
  std::string rule;
  Message message;
  Message mend;
};

class TreeBuilder final : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { put(admit(Node::Kind::Null, mark, "", anchor)); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_alias(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
    Node node = admit(Node::Kind::Scalar, mark, tag, anchor);
    node.text = value;
    put(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(admit(Node::Kind::List, mark, tag, anchor));
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(admit(Node::Kind::Map, mark, tag, anchor));
  }
  void OnMapEnd() override { close(); }

  Node take_root() { return std::move(root_); }

 private:
  struct Frame {
    Node node;
    std::set<std::string> seen;
    int key_line = 0;  // 0: a key comes next
  };

  [[noreturn]] static void refuse_alias(const YAML::Mark& mark) {
    throw Refusal{mark.line + 1, "alias", msg("anchors and aliases (& and *) are not read"),
                  msg("write the content out, or quote a text that starts with & or *")};
  }

  Node admit(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != 0) refuse_alias(mark);
    if (!tag.empty() && tag != "?" && tag != "!")
      throw Refusal{mark.line + 1, "tag", msg("tags (!…) are not read"), msg("remove the tag")};
    if (++nodes_ > kMostNodes)
      throw Refusal{mark.line + 1, "size",
                    msg("the file has more than {limit} values", {{"limit", std::to_string(kMostNodes)}}), msg("split it")};
    Node node;
    node.kind = kind;
    node.line = mark.line + 1;
    return node;
  }

  void open(Node node) {
    if (open_.size() >= kDeepest)
      throw Refusal{node.line, "depth", msg("nested deeper than {limit} levels", {{"limit", std::to_string(kDeepest)}}),
                    msg("check the indentation and the brackets")};
    Frame frame;
    frame.node = std::move(node);
    open_.push_back(std::move(frame));
  }

  void close() {
    Node done = std::move(open_.back().node);
    open_.pop_back();
    put(std::move(done));
  }

  void put(Node node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Frame& in = open_.back();
    const bool is_map = in.node.kind == Node::Kind::Map;
    if (is_map && in.key_line == 0) return take_key(in, node);
    if (is_map) node.line = in.key_line;
    in.key_line = 0;
    in.node.items.push_back(std::move(node));
  }

  static void take_key(Frame& in, const Node& key) {
    if (key.kind != Node::Kind::Scalar) throw Refusal{key.line, "yaml", msg("a key is not a text"), msg("write key: value")};
    if (!in.seen.insert(key.text).second)
      throw Refusal{key.line, "duplicate-key", msg("the key “{key}” is given twice", {{"key", shortened(key.text)}}),
                    msg("keep one of the two")};
    in.node.keys.push_back(key.text);
    in.key_line = key.line;
  }

  std::vector<Frame> open_;
  Node root_;
  std::size_t nodes_ = 0;
};

// yaml-cpp keeps every token of a flow collection until it closes, some 300 bytes each. No text has this many of the
// characters that make tokens, so this bounds the memory before the parser starts.
void refuse_token_flood(std::string_view bytes) {
  constexpr std::size_t kMostIndicators = 300'000;
  std::size_t count = 0;
  int line = 1;
  for (const char c : bytes) {
    if (c == '\n') ++line;
    if (std::string_view("[]{},:?-\"'&*!|>").find(c) != std::string_view::npos && ++count > kMostIndicators)
      throw Refusal{line, "size",
                    msg("the file has more than {limit} brackets, commas and other signs",
                        {{"limit", std::to_string(kMostIndicators)}}),
                    msg("split it or check that it is the right one")};
  }
}

Node build(std::string_view bytes) {
  refuse_token_flood(bytes);
  std::istringstream in{std::string(bytes)};
  YAML::Parser parser(in);
  TreeBuilder builder;
  if (!parser.HandleNextDocument(builder))
    throw Refusal{1, "yaml", msg("the file is empty"), msg("fill it in or remove it")};
  Node root = builder.take_root();
  TreeBuilder second;
  if (parser.HandleNextDocument(second))
    throw Refusal{second.take_root().line, "yaml", msg("the file holds more than one document"), msg("remove the line ---")};
  return root;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size() && i < items.size(); ++i)
    if (keys[i] == key) return &items[i];
  return nullptr;
}

tl::expected<Node, Finding> parse_yaml(std::string_view bytes, const std::string& file) {
  const auto refused = [&](int line, std::string rule, Message what, Message mend) {
    return tl::unexpected(Finding{{file, line}, std::move(rule), std::move(what), std::move(mend), true});
  };
  try {
    return build(bytes);
  } catch (const Refusal& refusal) {
    return refused(refusal.line, refusal.rule, refusal.message, refusal.mend);
  } catch (const YAML::Exception& error) {
    return refused(error.mark.is_null() ? 0 : error.mark.line + 1, "yaml",
                   msg("is not readable YAML: {reason}", {{"reason", shortened(error.msg, 200)}}),
                   msg("check indentation, colons and quotation marks at this line"));
  } catch (const std::exception& error) {
    return refused(0, "yaml", msg("is not readable YAML: {reason}", {{"reason", error.what()}}), {});
  }
}

int line_at(const Node& node, std::initializer_list<std::string_view> keys) {
  const Node* at = &node;
  for (const std::string_view key : keys) {
    const Node* next = at->find(key);
    if (next == nullptr) break;
    at = next;
  }
  return at->line;
}

}  // namespace etalon::scenario
