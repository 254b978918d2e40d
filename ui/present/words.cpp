#include <algorithm>

#include "sim/base/text.h"
#include "sim/domain/labels.h"
#include "ui/present/stage.h"
#include "ui/text/formats.h"

namespace etalon::ui {

std::string dash() { return "—"; }

std::string mode_label(const Stage& stage, Mode mode) {
  switch (mode) {
    case Mode::Practice: return stage.cat.tr("Practice");
    case Mode::Assessment: return stage.cat.tr("Assessment");
    case Mode::Calibration: return stage.cat.tr("Calibration");
    case Mode::Retest: return stage.cat.tr("Retest");
  }
  return dash();
}

std::string step_label(const Stage& stage, StepType type) { return stage.cat.tr(etalon::step_label(type)); }

std::string pillar_label(const Stage& stage, Pillar pillar) {
  switch (pillar) {
    case Pillar::Childhood: return stage.cat.tr("Childhood");
    case Pillar::Speech: return stage.cat.tr("Speech");
    case Pillar::SexualViolence: return stage.cat.tr("Sexual violence");
    case Pillar::Dignity: return stage.cat.tr("Dignity");
    case Pillar::Identity: return stage.cat.tr("Identity");
  }
  return dash();
}

std::string element_state_label(const Stage& stage, ElementState state) {
  switch (state) {
    case ElementState::Met: return stage.cat.tr("Met");
    case ElementState::NotMet: return stage.cat.tr("Not met");
    case ElementState::Unknown: return stage.cat.tr("Unknown");
  }
  return dash();
}

std::string scenario_number(const ScenarioId& id) {
  const std::string& text = id.value;
  std::size_t start = text.size();
  while (start > 0 && text[start - 1] >= '0' && text[start - 1] <= '9') --start;
  return text.size() - start >= 3 ? text.substr(start) : text;
}

std::string scenario_name(const Stage& stage, const ScenarioId& id) {
  return stage.cat.tr("Report {number}", {{"number", scenario_number(id)}});
}

std::string choice_label(const Stage& stage, const Choice& choice, std::string_view day) {
  return etalon::choice_label(stage.pack.catalogue, choice, day, stage.language);
}

const Value* find_value(const Values& values, const FacetId& facet) {
  const auto hit = values.find(facet);
  return hit == values.end() ? nullptr : &hit->second;
}

namespace {

std::string label_among(const Stage& stage, const std::vector<Choice>& choices, const std::string& code,
                        std::string_view day) {
  for (const Choice& choice : choices)
    if (choice.id == code) return choice_label(stage, choice, day);
  return printable(code);
}

std::string checklist_text(const Stage& stage, const Checklist& list) {
  std::size_t met = 0;
  for (const auto& entry : list) met += entry.second == ElementState::Met ? 1U : 0U;
  return stage.cat.tr("{met} of {all} met", {{"met", std::to_string(met)}, {"all", std::to_string(list.size())}});
}

}  // namespace

std::string value_text(const Stage& stage, const Facet& facet, const Value* value, const Values& values,
                       std::string_view day) {
  if (value == nullptr || *value == Value()) return dash();
  if (value->shape() == Shape::Checklist) return checklist_text(stage, value->as_checklist());
  const std::vector<Choice> choices = stage.pack.scheme.choices(facet, stage.pack.catalogue, values, day);
  if (value->shape() == Shape::Code) return label_among(stage, choices, value->as_code(), day);
  std::vector<std::string> labels;
  for (const std::string& code : value->as_set()) labels.push_back(label_among(stage, choices, code, day));
  return labels.empty() ? dash() : list(stage.language, labels);
}

std::string code_text(const Stage& stage, const Facet& facet, const std::string& code, std::string_view day) {
  return label_among(stage, stage.pack.scheme.choices(facet, stage.pack.catalogue, {}, day), code, day);
}

std::string fact_list(const Stage&, const std::vector<FactId>& facts) {
  std::vector<std::string> names;
  for (const FactId& fact : facts) names.push_back(fact.value);
  return join(names, ", ");
}

std::string of_count(const Stage& stage, std::size_t part, std::size_t whole) {
  return stage.cat.tr("{part} of {whole}", {{"part", integer(stage.language, static_cast<std::int64_t>(part))},
                                            {"whole", integer(stage.language, static_cast<std::int64_t>(whole))}});
}

std::string sentence_case(const std::string& text) {
  std::string out = text;
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

}  // namespace etalon::ui
