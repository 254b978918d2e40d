#include "ui/shell/controller.h"

#include "sim/scenario/lint/lint.h"
#include "ui/model/keymap.h"

namespace etalon::ui {

Controller::Controller(Workplace workplace, const ReadSettings& settings) : place_(std::move(workplace)) {
  world_.pack = &place_.app.pack();
  world_.free_text = scenario::lint::check_free_text;
  state_.settings = settings.settings;
  state_.pseudonym = settings.settings.analyst;
  if (settings.problem) state_.banner = BannerState{BannerTone::Problem, *settings.problem, {}};
  run({DoLoad{Route::Welcome}}, place_.clock.now());
}

const Catalogue& Controller::catalogue() const {
  return state_.settings.language == Language::French ? place_.french : place_.english;
}

const Pack& Controller::pack_on_screen() {
  const Subject subject = subject_of(state_.route);
  Result<const Pack*> out = &place_.app.pack();
  if (subject == Subject::Session && session_) out = place_.app.pack_of(session_->start.pack);
  if (subject == Subject::Round && calibration_) out = place_.app.pack_of(calibration_->opening.pack);
  return out ? **out : place_.app.pack();  // nothing is shown whose pack is not at hand, see Executor
}

Screen Controller::screen() {
  world_.pack = &pack_on_screen();
  const auto pointer = [](const auto& optional) { return optional ? &*optional : nullptr; };
  const Shown shown{.world = world_,
                    .analyst_report = pointer(analyst_report_.report),
                    .session_report = pointer(session_report_.report),
                    .round_report = pointer(round_report_.report),
                    .reveal = pointer(reveal_),
                    .today = today_,
                    .now = place_.clock.now(),
                    .utc_offset_minutes = place_.utc_offset_minutes,
                    .journal_path = place_.journal_path,
                    .version = place_.version};
  return present(state_, shown, catalogue());
}

std::optional<Intent> Controller::intent_of(const KeyChord& chord) const { return ui::intent_of(state_, chord); }

void Controller::handle(const Intent& intent, Instant at) {
  world_.pack = &pack_on_screen();
  run(update(state_, world_, intent, at), at);
}

void Controller::touch(Instant at) { state_.meter.touch(at); }

bool Controller::catch_up(Instant now) {
  const bool settled = place_.jobs.settle();
  Effects due = tick(state_, world_, now);
  const bool ticked = !due.empty();
  run(std::move(due), now);
  return settled || ticked;
}

std::optional<double> Controller::seconds_to_wait(Instant now) const {
  const auto ms = next_tick(state_, now);
  if (!ms) return std::nullopt;
  return static_cast<double>(std::max<std::int64_t>(*ms, 1)) / 1000;
}

// In order. What an outcome asks for comes after what was already asked for; after a failure, the rest of that list
// is dropped.
void Controller::run(Effects effects, Instant now) {
  std::deque<Effects> waiting{std::move(effects)};
  while (!waiting.empty()) {
    const Effects list = std::move(waiting.front());
    waiting.pop_front();
    for (const auto& effect : list) {
      const auto outcome = perform(effect);
      const bool failed = !outcome;
      waiting.push_back(absorb(state_, world_, failed ? Outcome(Failed{outcome.error()}) : *outcome, now));
      if (failed) break;
    }
  }
}

void Controller::set_session(app::SessionSnapshot session) {
  session_ = std::move(session);
  world_.session = session_.get();
}

void Controller::set_calibration(app::CalibrationSnapshot calibration) {
  calibration_ = std::move(calibration);
  world_.calibration = calibration_.get();
}

void Controller::ask_report(ShownReport& place, const DecisionFilter& filter) {
  const std::uint64_t question = ++place.asked;
  place_.jobs.start([this, &place, question, filter, make = place_.make_report]() -> Jobs::Finish {
    auto report = make(filter);
    return [this, &place, question, report = std::move(report)] {
      if (question != place.asked) return;
      if (report) {
        place.report = *report;
      } else {
        absorb(state_, world_, Failed{report.error()}, place_.clock.now());
      }
    };
  });
}

}  // namespace etalon::ui
