// L01 to L12: the linter on every text of a scenario. The steps and the title are read without their markup.
#include <set>

#include "sim/scenario/lint/lint.h"
#include "sim/scenario/pack_texts.h"
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

void check_rest(const Node& node, const std::set<int>& read, const Subject& subject) {
  if (node.items.empty() && read.count(node.line) == 0) check_characters(node, subject.file, subject.findings);
  for (const Node& item : node.items) check_rest(item, read, subject);
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
  check_rest(subject.root, read, subject);
}

}  // namespace etalon::scenario
