#include "ui/model/update.h"

#include <algorithm>
#include <utility>

#include "sim/base/text.h"
#include "ui/model/turn.h"

namespace etalon::ui {
namespace {

constexpr std::size_t kShortFieldLimit = 80;  // code points: pseudonym, title

void set_text(UiState& state, const EditText& edit, Instant now) {
  const std::size_t limit = edit.target == TextTarget::Rationale ? kRationaleLimit : kShortFieldLimit;
  if (!is_utf8(edit.text) || count_code_points(edit.text) > limit) return;
  switch (edit.target) {
    case TextTarget::Pseudonym: state.pseudonym = edit.text; break;
    case TextTarget::CalibrationTitle: state.setup.title = edit.text; break;
    case TextTarget::CalibrationAnalyst: state.setup.analyst = edit.text; break;
    case TextTarget::Rationale:
      if (edit.text == state.replay.rationale) return;
      state.replay.rationale = edit.text;
      state.replay.rationale_dirty = true;
      state.replay.rationale_edited_at = now;
      break;
    case TextTarget::None: break;
  }
}

void answer(Turn& turn, Question question) {
  turn.state.question = Question::None;
  if (question == Question::StopSession) leave_session(turn);
  if (question == Question::CloseRound && turn.state.calibration) turn.ask(DoCloseRound{*turn.state.calibration});
}

struct Answer {
  Turn& turn;
  UiState& state;

  void operator()(const Navigate& it) {
    if (!state.analyst) return;
    if (it.route == Route::Home && state.route == Route::Replay) return leave_session(turn);
    go_to(turn, it.route);
  }
  void operator()(const Back&) { go_back(turn); }
  void operator()(const GoOn&) { go_on(turn); }
  void operator()(const MoveCursor& it) {
    if (state.route == Route::Replay) return move_in_facet(turn, it.by);
    const int last = std::max(row_count(state, turn.world) - 1, 0);
    // On Welcome the first press takes the first name instead of skipping it.
    const bool first_pick = state.route == Route::Welcome && state.pseudonym.empty();
    state.cursor = std::clamp(first_pick ? 0 : state.cursor + it.by, 0, last);
    if (state.route == Route::Welcome) open_row(turn);
  }
  void operator()(const SelectRow& it) {
    state.cursor = std::clamp(it.row, 0, std::max(row_count(state, turn.world) - 1, 0));
  }
  void operator()(const OpenRow&) { open_row(turn); }
  void operator()(const FocusText& it) {
    if (state.text == it.target) return;
    leave_text(turn);
    state.text = it.target;
  }
  void operator()(const EditText& it) { set_text(state, it, turn.now); }
  void operator()(const Confirm&) { answer(turn, state.question); }
  void operator()(const Cancel&) { state.question = Question::None; }
  void operator()(const ToggleKeyHelp&) { state.key_help = !state.key_help; }
  void operator()(const DismissBanner&) { state.banner.reset(); }
  void operator()(const SetLanguage& it) {
    state.settings.language = it.language;
    save_settings(turn);
    read_in(turn, it.language);
  }
  void operator()(const NextLanguage&) {
    (*this)(SetLanguage{state.settings.language == Language::French ? Language::English : Language::French});
  }
  void operator()(const SetTheme& it) { state.settings.theme = it.theme, save_settings(turn); }
  void operator()(const NextTheme&) {
    (*this)(SetTheme{static_cast<Theme>((static_cast<int>(state.settings.theme) + 1) % 3)});
  }
  void operator()(const SetScale& it) { state.settings.font_scale = clamp_scale(it.scale), save_settings(turn); }
  void operator()(const ChangeScale& it) {
    (*this)(SetScale{it.steps == 0 ? kSmallestScale : state.settings.font_scale + it.steps * kScaleStep});
  }
  void operator()(const ResizeWindow& it) {  // kept with the next save, at the latest when the window closes
    if (it.width > 0 && it.height > 0) state.settings.window_width = it.width, state.settings.window_height = it.height;
  }
  void operator()(const Quit&) {
    if (!std::exchange(state.leaving, true)) {  // asked twice: what could not be recorded holds nobody back
      put_aside(turn);
      save_settings(turn);
    }
    turn.ask(DoQuit{});
  }

  void operator()(const EnterPseudonym&) { turn.ask(DoEnter{state.pseudonym}); }
  void operator()(const PickAnalyst& it) { state.pseudonym = it.analyst.value; }
  void operator()(const LeaveAnalyst&) {
    go_to(turn, Route::Welcome);
    state.analyst.reset();
    state.pseudonym.clear();
  }

  void operator()(const StartNew& it) { start_new(turn, it.mode, it.scenarios); }
  void operator()(const Resume&) {
    if (turn.world.resumable) turn.ask(DoResume{*turn.world.resumable});
  }
  void operator()(const ShowSession& it) { turn.ask(DoShowSession{it.session}); }

  void operator()(const RevealNext&) { reveal_next(turn); }
  void operator()(const ToggleFact& it) { toggle_fact(turn, it.fact); }
  void operator()(const ToggleFactMode&) { toggle_fact_mode(turn); }
  void operator()(const FocusFacet& it) {
    leave_text(turn);
    state.replay.focused = it.facet;
    state.replay.cursor = 0;
    state.replay.fact_mode = false;
  }
  void operator()(const MoveFacet& it) { move_facet(turn, it.by); }
  void operator()(const ChooseOption& it) { choose_option(turn, it.facet, it.code); }
  void operator()(const ChooseDigit& it) { choose_digit(turn, it.digit); }
  void operator()(const ChooseAtCursor&) { choose_at_cursor(turn); }
  void operator()(const SetElement& it) { set_element(turn, it.element, it.state); }
  void operator()(const ShowPillar& it) { state.replay.pillar = it.pillar, state.replay.cursor = 0; }
  void operator()(const MovePillar& it) { move_pillar(turn, it.by); }
  void operator()(const Submit&) { submit(turn); }
  void operator()(const StopNow&) { state.question = Question::StopSession; }
  void operator()(const ToggleArticle&) { state.article = !state.article; }

  void operator()(const NextScenario&) { next_scenario(turn); }
  void operator()(const OpenTwin&) { open_twin(turn); }
  void operator()(const ShowDebrief& it) {
    const ScenarioProgress* progress = turn.world.session == nullptr ? nullptr : turn.world.session->find(it.scenario);
    if (progress == nullptr || !progress->decision || !debriefs_open(*turn.world.session)) return;
    state.replay = {};
    state.replay.scenario = it.scenario;
    state.route = Route::Debrief;
  }
  void operator()(const ExportReport& it) { turn.ask(DoReport{it.subject, it.format}); }
  void operator()(const ExportShown& it) { export_shown(turn, it.format); }

  void operator()(const NewCalibrationForm&) {
    state.setup = {};
    go_to(turn, Route::CalibrationSetup);
  }
  void operator()(const AddAnalyst&) { add_analyst(turn); }
  void operator()(const RemoveAnalyst& it) {
    std::vector<AnalystId>& analysts = state.setup.analysts;
    if (!it.analyst.empty()) std::erase(analysts, it.analyst);
    if (it.analyst.empty() && !analysts.empty()) analysts.pop_back();
  }
  void operator()(const ToggleScenario& it) { toggle_scenario(turn, it.scenario); }
  void operator()(const ToggleRow&) {
    if (state.route == Route::CalibrationSetup) open_row(turn);
  }
  void operator()(const OpenRound&) { open_round(turn); }
  void operator()(const ShowCalibration& it) { show_calibration(turn, it.calibration); }
  void operator()(const TakeVote& it) { take_vote(turn, it.analyst); }
  void operator()(const EndRound&) { state.question = Question::CloseRound; }
  void operator()(const OpenReveal&) {
    if (turn.world.calibration != nullptr && turn.world.calibration->closed) go_to(turn, Route::Reveal);
  }
};

// Handing over goes on with somebody who has not voted yet, so that Enter is all it takes.
void point_at_next_voter(Turn& turn) {
  const auto* round = turn.world.calibration;
  if (turn.state.route != Route::HandOver || round == nullptr) return;
  const auto& analysts = round->opening.analysts;
  const auto next = std::find_if(analysts.begin(), analysts.end(), [&](const auto& id) { return !round->has_voted(id); });
  if (next != analysts.end()) turn.state.cursor = static_cast<int>(next - analysts.begin());
}

struct Absorb {
  Turn& turn;
  UiState& state;

  void operator()(const Entered& it) {
    state.analyst = it.analyst;
    state.settings.analyst = it.analyst.value;
    state.banner.reset();
    save_settings(turn);
    go_to(turn, Route::Home);
  }
  void operator()(const Loaded&) { point_at_next_voter(turn); }
  void operator()(const SessionOpened&) { session_opened(turn); }
  void operator()(const SessionShown&) { go_to(turn, Route::Summary); }
  void operator()(const SessionAdvanced&) { session_advanced(turn); }
  void operator()(const CalibrationShown&) {
    if (turn.world.calibration == nullptr) return;
    state.calibration = turn.world.calibration->id;
    if (state.route != Route::CalibrationSetup) return;
    state.setup = {};
    go_to(turn, Route::HandOver);
  }
  void operator()(const ReportWritten& it) { inform(turn, msg("Report saved: {path}", {{"path", it.path}})); }
  void operator()(const Failed& it) {
    state.banner = BannerState{BannerTone::Problem, it.error.what, it.error.mend};
    if (state.leaving) state.banner->mend = msg("Close the window once more to leave without it.");
  }
};

}  // namespace

std::string_view code(ReportFormat format) {
  if (format == ReportFormat::Html) return "html";
  return format == ReportFormat::Json ? "json" : "csv";
}

Effects update(UiState& state, const World& world, const Intent& intent, Instant now) {
  Turn turn{state, world, now};
  state.meter.touch(now);
  if (!std::holds_alternative<Quit>(intent)) state.leaving = false;
  std::visit(Answer{turn, state}, intent);
  return std::move(turn.effects);
}

Effects absorb(UiState& state, const World& world, const Outcome& outcome, Instant now) {
  Turn turn{state, world, now};
  std::visit(Absorb{turn, state}, outcome);
  return std::move(turn.effects);
}

Effects tick(UiState& state, const World& world, Instant now) {
  Turn turn{state, world, now};
  if (state.replay.rationale_dirty && now - state.replay.rationale_edited_at >= kRationalePauseMs) record_rationale(turn);
  return std::move(turn.effects);
}

std::optional<std::int64_t> next_tick(const UiState& state, Instant now) {
  if (!state.replay.rationale_dirty) return std::nullopt;
  return std::max<std::int64_t>(kRationalePauseMs - (now - state.replay.rationale_edited_at), 0);
}

}  // namespace etalon::ui
