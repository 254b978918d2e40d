// A scenario as a trainee meets it: what is read and what is asked, and nothing of the reference.
#pragma once

#include <string>
#include <vector>

#include "sim/base/result.h"
#include "sim/domain/pack.h"

namespace etalon::scenario {

struct PreviewStep {
  StepType type = StepType::Intake;
  int day = 0;
  std::string time;
  std::string text;  // without the marks of facts
};

// “Legality: one of …”
struct PreviewCondition {
  std::string facet;
  std::vector<std::string> choices;
};

struct PreviewQuestion {
  std::string label, help;
  std::vector<PreviewCondition> asked_when;  // all hold; empty: always
  std::vector<std::string> choices;
  bool of_offence = false;  // the choices are the elements of the offence that the trainee will choose
};

struct Preview {
  std::string title;
  std::vector<PreviewStep> steps;
  std::vector<PreviewQuestion> questions;  // in the scheme's order
};

Preview preview(const Pack& pack, const Scenario& scenario, Language language);

// The scenario, or (Input) that the pack has none of that id, with the nearest that it has.
Result<const Scenario*> scenario_of(const Pack& pack, const std::string& id, const std::string& place);

}  // namespace etalon::scenario
