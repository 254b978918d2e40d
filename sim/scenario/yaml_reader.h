// Typed access to one map of a YAML tree. What is missing or of the wrong type becomes a finding with its line and a
// harmless value in its place, so that reading goes on and finds the rest.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/language.h"
#include "sim/scenario/codes.h"
#include "sim/scenario/findings.h"
#include "sim/scenario/yaml_tree.h"

namespace etalon::scenario {

enum class Need { Must, May };
enum class IdStyle {
  Code,     // a-z 0-9 _
  Offence,  // A-Z 0-9 _
  Free,     // letters, digits and . _ -
};

inline constexpr std::size_t kMostItems = 1000;  // of one list; more is refused

bool is_id(std::string_view text, IdStyle style);
// "2026-04-02" and a day that exists.
bool is_date(std::string_view text);

class MapReader {
 public:
  MapReader(const Node& node, std::string file, Findings& findings);

  int line() const { return node_.line; }
  int line_of(std::string_view key) const;
  bool has(std::string_view key) const { return node_.find(key) != nullptr; }

  // Null: not given (a finding where it must be).
  const Node* child(std::string_view key, Need need = Need::Must);
  std::string text(std::string_view key, Need need = Need::Must);
  std::string id(std::string_view key, IdStyle style = IdStyle::Code, Need need = Need::Must);
  std::string date(std::string_view key, Need need = Need::Must);
  int integer(std::string_view key, int low, int high);
  double number(std::string_view key);
  bool boolean(std::string_view key);
  LocalText local(std::string_view key, Need need = Need::Must);
  // The items of a list, the values of a map; empty where the key is not given.
  const std::vector<Node>& list(std::string_view key, Need need = Need::Must, std::size_t most = kMostItems);
  std::vector<std::string> texts(std::string_view key, Need need = Need::Must, std::size_t most = kMostItems);
  const Node* map(std::string_view key, Need need = Need::Must);

  template <class E>
  E one_of(std::string_view key, std::span<const Coded<E>> codes) {
    std::vector<std::string> known;
    for (const Coded<E>& coded : codes) known.emplace_back(coded.code);
    const std::size_t at = position(key, known);
    return at < codes.size() ? codes[at].value : codes.front().value;
  }
  template <class E, std::size_t N>
  E one_of(std::string_view key, const std::array<Coded<E>, N>& codes) {
    return one_of<E>(key, std::span<const Coded<E>>(codes));
  }

  void problem(int line, std::string_view rule, Message message, Message mend = {});
  // Every key that nobody asked for is a finding.
  void finish();

 private:
  std::size_t position(std::string_view key, const std::vector<std::string>& known);
  void wrong_type(std::string_view key, Message wanted);

  const Node& node_;
  std::string file_;
  Findings& findings_;
  std::vector<std::string> asked_;
};

}  // namespace etalon::scenario
