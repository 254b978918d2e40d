#include "ui/model/options.h"

#include <algorithm>
#include <array>

namespace etalon::ui {

const Scenario* shown_scenario(const UiState& state, const World& world) {
  return world.session == nullptr ? nullptr : world.pack->find(state.replay.scenario);
}

std::string_view law_day(const UiState& state, const World& world) {
  const Scenario* scenario = shown_scenario(state, world);
  return scenario == nullptr ? std::string_view() : scenario->law_as_of;
}

const ScenarioProgress* shown_progress(const UiState& state, const World& world) {
  return world.session == nullptr ? nullptr : world.session->find(state.replay.scenario);
}

const Draft* live_draft(const UiState& state, const World& world) {
  const ScenarioProgress* progress = shown_progress(state, world);
  const bool live = progress != nullptr && progress->opened && !progress->decision && !world.session->closed;
  return live && shown_scenario(state, world) != nullptr ? &progress->draft : nullptr;
}

std::optional<Error> rationale_problem(const UiState& state, const World& world) {
  if (!world.free_text) return std::nullopt;
  const auto judged = world.free_text(state.replay.rationale);
  return judged ? std::nullopt : std::optional(judged.error());
}

std::vector<const Facet*> asked_facets(const Pack& pack, const Values& values) {
  const Values counted = pack.scheme.effective(values);
  std::vector<const Facet*> out;
  for (const Facet& facet : pack.scheme.facets)
    if (pack.scheme.applies(facet, counted)) out.push_back(&facet);
  return out;
}

const Facet* focused_facet(const Pack& pack, const Values& values, const ReplayState& replay) {
  const std::vector<const Facet*> asked = asked_facets(pack, values);
  const auto hit = std::find_if(asked.begin(), asked.end(), [&](const Facet* facet) { return facet->id == replay.focused; });
  if (hit != asked.end()) return *hit;
  return asked.empty() ? nullptr : asked.front();
}

bool is_answered(const Pack& pack, const Facet& facet, const Values& values, std::string_view day) {
  const auto hit = values.find(facet.id);
  if (facet.shape() != Shape::Checklist) return hit != values.end() && !(hit->second == Value());
  const std::size_t rows = pack.scheme.choices(facet, pack.catalogue, values, day).size();
  if (hit == values.end() || hit->second.shape() != Shape::Checklist) return rows == 0;
  return hit->second.as_checklist().size() == rows;
}

std::vector<Pillar> shown_pillars(const Pack& pack) {
  constexpr std::array kAll = {Pillar::Childhood, Pillar::Speech, Pillar::SexualViolence, Pillar::Dignity, Pillar::Identity};
  std::vector<Pillar> out;
  for (const Pillar pillar : kAll)
    if (std::any_of(pack.catalogue.offences.begin(), pack.catalogue.offences.end(),
                    [&](const Offence& offence) { return offence.pillar == pillar; }))
      out.push_back(pillar);
  return out;
}

Pillar chosen_pillar(const Pack& pack, const Values& values, const ReplayState& replay) {
  if (replay.pillar) return *replay.pillar;
  const auto hit = values.find(pack.scheme.roles.qualification);
  if (hit != values.end() && hit->second.shape() == Shape::Code)
    if (const Offence* offence = pack.catalogue.find(OffenceCode(hit->second.as_code()))) return offence->pillar;
  const std::vector<Pillar> pillars = shown_pillars(pack);
  return pillars.empty() ? Pillar::Childhood : pillars.front();
}

std::vector<Choice> shown_choices(const Pack& pack, const Facet& facet, const Values& values, const ReplayState& replay,
                                  std::string_view day) {
  std::vector<Choice> out = pack.scheme.choices(facet, pack.catalogue, values, day);
  if (facet.source != ChoiceSource::Catalogue) return out;
  const Pillar pillar = chosen_pillar(pack, values, replay);
  std::erase_if(out, [&](const Choice& choice) {
    const Offence* offence = pack.catalogue.find(OffenceCode(choice.id), day);
    return offence != nullptr && offence->pillar != pillar;
  });
  return out;
}

char fact_key(std::size_t index) {
  constexpr std::string_view kDigits = "1234567890";
  return index < kDigits.size() ? kDigits[index] : '\0';
}

char choice_key(const std::vector<Choice>& choices, std::size_t index) {
  if (choices[index].id == kNoOffence) return '0';
  const char key = fact_key(index);
  return key == '0' && choices.back().id == kNoOffence ? '\0' : key;
}

std::optional<std::size_t> choice_of_digit(const std::vector<Choice>& choices, int digit) {
  for (std::size_t i = 0; i < choices.size(); ++i)
    if (choice_key(choices, i) == static_cast<char>('0' + digit)) return i;
  return std::nullopt;
}

std::vector<FactId> shown_facts(const Scenario& scenario, int steps, Language language) {
  std::vector<FactId> out;
  const std::size_t visible = std::min(scenario.steps.size(), static_cast<std::size_t>(std::max(steps, 0)));
  for (std::size_t i = 0; i < visible; ++i)
    for (const Run& run : scenario.steps[i].in(language))
      if (!run.fact.empty() && std::find(out.begin(), out.end(), run.fact) == out.end()) out.push_back(run.fact);
  return out;
}

bool debriefs_at_once(Mode mode) { return mode == Mode::Practice; }

bool debriefs_open(const SessionState& session) {
  if (session.start.mode == Mode::Calibration) return false;
  return debriefs_at_once(session.start.mode) || session.closed;
}

const Scenario* twin_of(const Pack& pack, const Scenario& scenario, const SessionState& session) {
  if (!scenario.twin) return nullptr;
  const Scenario* best = nullptr;
  int best_rank = -1;
  for (const Scenario& other : pack.scenarios) {
    if (other.id == scenario.id || !other.twin || other.twin->set != scenario.twin->set) continue;
    const ScenarioProgress* progress = session.find(other.id);
    if (progress == nullptr && other.status != Status::Active) continue;
    const int rank = progress == nullptr ? 0 : progress->decision ? 2 : 1;
    if (rank > best_rank) best = &other, best_rank = rank;
  }
  return best;
}

std::vector<ReportSubject> report_subjects(const UiState& state, const World& world) {
  std::vector<ReportSubject> out;
  if (state.analyst) out.push_back({state.analyst, std::nullopt, std::nullopt});
  out.push_back({});
  for (const CalibrationRow& row : world.calibrations)
    if (row.closed) out.push_back({std::nullopt, std::nullopt, row.id});
  return out;
}

int row_count(const UiState& state, const World& world) {
  std::size_t rows = 0;
  switch (state.route) {
    case Route::Welcome: rows = world.analysts.size(); break;
    case Route::Home: rows = std::min(world.sessions.size(), kHomeSessions); break;
    case Route::Summary: rows = world.session == nullptr ? 0 : world.session->progress.size(); break;
    case Route::CalibrationList: rows = world.calibrations.size(); break;
    case Route::CalibrationSetup: rows = world.pack->offered().size(); break;
    case Route::HandOver: rows = world.calibration == nullptr ? 0 : world.calibration->opening.analysts.size(); break;
    case Route::Reveal: rows = world.calibration == nullptr ? 0 : world.calibration->opening.scenarios.size(); break;
    case Route::Reports: rows = report_subjects(state, world).size(); break;
    case Route::Settings: rows = kSettingRows; break;
    case Route::Replay:
    case Route::Debrief: break;
  }
  return static_cast<int>(rows);
}

}  // namespace etalon::ui
