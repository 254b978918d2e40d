// The words of the format that stand for enumerators.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "sim/domain/scenario.h"
#include "sim/domain/scheme.h"

namespace etalon::scenario {

template <class E>
struct Coded {
  std::string_view code;
  E value;
};

inline constexpr std::array<Coded<Pillar>, 5> kPillars{{{"childhood", Pillar::Childhood},
                                                        {"speech", Pillar::Speech},
                                                        {"sexual_violence", Pillar::SexualViolence},
                                                        {"dignity", Pillar::Dignity},
                                                        {"identity", Pillar::Identity}}};
inline constexpr std::array<Coded<Level>, 6> kLevels{{{"nominal", Level::Nominal},
                                                      {"ordinal", Level::Ordinal},
                                                      {"set", Level::Set},
                                                      {"hierarchy", Level::Hierarchy},
                                                      {"checklist", Level::Checklist},
                                                      {"scale", Level::Scale}}};
inline constexpr std::array<Coded<ChoiceSource>, 2> kSources{
    {{"catalogue", ChoiceSource::Catalogue}, {"elements_of_qualification", ChoiceSource::ElementsOfQualification}}};
inline constexpr std::array<Coded<StepType>, 11> kStepTypes{{{"intake", StepType::Intake},
                                                             {"locator", StepType::Locator},
                                                             {"trace", StepType::Trace},
                                                             {"page_summary", StepType::PageSummary},
                                                             {"speech_act", StepType::SpeechAct},
                                                             {"context", StepType::Context},
                                                             {"person", StepType::Person},
                                                             {"history", StepType::History},
                                                             {"platform_reply", StepType::PlatformReply},
                                                             {"new_fact", StepType::NewFact},
                                                             {"urgency_signal", StepType::UrgencySignal}}};
inline constexpr std::array<Coded<Polarity>, 4> kPolarities{{{"determinative", Polarity::Determinative},
                                                             {"relevant", Polarity::Relevant},
                                                             {"neutral", Polarity::Neutral},
                                                             {"distractor", Polarity::Distractor}}};
inline constexpr std::array<Coded<Status>, 6> kStatuses{{{"draft", Status::Draft},
                                                         {"lint_passed", Status::LintPassed},
                                                         {"reviewed", Status::Reviewed},
                                                         {"piloted", Status::Piloted},
                                                         {"active", Status::Active},
                                                         {"retired", Status::Retired}}};
inline constexpr std::array<Coded<Settledness>, 3> kSettledness{
    {{"settled", Settledness::Settled}, {"majority", Settledness::Majority}, {"contested", Settledness::Contested}}};
inline constexpr std::array<Coded<ElementState>, 3> kElementStates{
    {{"met", ElementState::Met}, {"not_met", ElementState::NotMet}, {"unknown", ElementState::Unknown}}};
inline constexpr std::array<Coded<Reporter>, 2> kReporters{
    {{"mistaken", Reporter::Mistaken}, {"malicious", Reporter::Malicious}}};
inline constexpr std::array<Coded<LateFact>, 2> kLateFacts{
    {{"changes", LateFact::Changes}, {"changes_nothing", LateFact::ChangesNothing}}};

// Empty: an enumerator that the format has no word for.
template <class E, std::size_t N>
std::string code_of(const std::array<Coded<E>, N>& codes, E value) {
  for (const Coded<E>& coded : codes)
    if (coded.value == value) return std::string(coded.code);
  return {};
}

}  // namespace etalon::scenario
