#include "sim/domain/labels.h"

namespace etalon {

Message step_label(StepType type) {
  switch (type) {
    case StepType::Intake: return msg("Intake");
    case StepType::Locator: return msg("Location");
    case StepType::Trace: return msg("Trace");
    case StepType::PageSummary: return msg("Page summary");
    case StepType::SpeechAct: return msg("What is said");
    case StepType::Context: return msg("Context");
    case StepType::Person: return msg("Person");
    case StepType::History: return msg("History");
    case StepType::PlatformReply: return msg("Platform’s reply");
    case StepType::NewFact: return msg("New fact");
    case StepType::UrgencySignal: return msg("Sign of urgency");
  }
  return {};
}

std::string choice_label(const Catalogue& catalogue, const Choice& choice, std::string_view day, Language language) {
  const Offence* offence = catalogue.find(OffenceCode(choice.id), day);
  const std::string& label = choice.label.in(language);
  if (offence == nullptr || offence->article.in(language).empty()) return label;
  return label + " — " + offence->article.in(language);
}

}  // namespace etalon
