#include "sim/scenario/pack_texts.h"

#include <fmt/format.h>

#include "sim/scenario/lint/lint.h"

namespace etalon::scenario {
namespace {

void lint_node(const Node& node, bool is_text, const std::string& file, const lint::WordLists& words, Findings& findings) {
  if (findings.is_full()) return;
  if (node.kind == Node::Kind::Scalar && is_text)
    for (lint::TextFinding& found : lint::lint_text(node.text, lint::TextKind::Free, false, words))
      findings.add({{file, node.line}, found.rule, std::move(found.what), std::move(found.mend), found.blocking});
  else if (node.kind == Node::Kind::Scalar)
    check_characters(node, file, findings);
  for (std::size_t i = 0; i < node.items.size(); ++i)
    lint_node(node.items[i], i < node.keys.size() && (node.keys[i] == "fr" || node.keys[i] == "en"), file, words, findings);
}

}  // namespace

void lint_pack_texts(const Node& root, const std::string& file, const lint::WordLists& words, Findings& findings) {
  lint_node(root, false, file, words, findings);
}

void check_characters(const Node& scalar, const std::string& file, Findings& findings) {
  if (const auto foreign = lint::foreign_character(scalar.text))
    findings.add({file, scalar.line}, "L03",
                 msg("the character U+{code} has no place in a text",
                     {{"code", fmt::format("{:04X}", static_cast<unsigned>(*foreign))}}),
                 msg("remove it, or write the letter in its composed form"));
}

}  // namespace etalon::scenario
