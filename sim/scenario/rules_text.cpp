// L01 to L12: the linter on every text of a scenario. The steps and the title are read without their markup.
#include <fmt/format.h>

#include <set>

#include "sim/scenario/lint/lint.h"
#include "sim/scenario/step_text.h"
#include "sim/scenario/texts.h"

namespace etalon::scenario {
namespace {

void lint_sentence(const Subject& subject, const Sentence& sentence, lint::TextKind kind) {
  const bool childhood = subject.scenario.pillar == Pillar::Childhood;
  for (lint::TextFinding& finding : lint::lint_text(sentence.text, kind, childhood, subject.words))
    subject.findings.add(
        {{subject.file, sentence.line}, finding.rule, std::move(finding.what), std::move(finding.mend), finding.blocking});
}

// What is no text may hold hidden characters, too.
void check_characters(const Node& node, const std::set<int>& read, const Subject& subject) {
  if (node.items.empty() && read.count(node.line) == 0)
    if (const auto foreign = lint::foreign_character(node.text))
      subject.add_as("L03", node.line,
                     msg("the character U+{code} has no place in a text",
                         {{"code", fmt::format("{:04X}", static_cast<unsigned>(*foreign))}}),
                     msg("remove it, or write the letter in its composed form"));
  for (const Node& item : node.items) check_characters(item, read, subject);
}

}  // namespace

void rule_texts(const Subject& subject) {
  std::set<int> read;
  for (const Sentence& sentence : shown_sentences(subject)) {
    lint_sentence(subject, sentence, lint::TextKind::Shown);
    read.insert(sentence.line);
  }
  std::set<int> told;
  for (const Sentence& sentence : all_sentences(subject)) {
    if (read.count(sentence.line) > 0) continue;
    lint_sentence(subject, sentence, lint::TextKind::Told);
    told.insert(sentence.line);
  }
  read.merge(told);
  check_characters(subject.root, read, subject);
}

}  // namespace etalon::scenario
