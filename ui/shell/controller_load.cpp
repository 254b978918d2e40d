// What each screen needs of the journal before it can be shown.
#include "ui/shell/controller.h"

namespace etalon::ui {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kDayMs = 24 * 60 * kMinuteMs;

// The first moment of the day, where the person is.
Instant start_of_day(Instant now, int utc_offset_minutes) {
  const std::int64_t local = now.ms + utc_offset_minutes * kMinuteMs;
  return Instant{local - local % kDayMs - utc_offset_minutes * kMinuteMs};
}

DecisionFilter of_session(const SessionId& id) {
  DecisionFilter filter;
  filter.session = id;
  return filter;
}

// Into `place` when there is a value; else the reason why not.
template <class T>
Result<void> take(Result<T> result, T& place) {
  if (!result) return fail(result.error());
  place = std::move(*result);
  return {};
}

}  // namespace

Result<void> Controller::load(Route route) {
  if (auto known = take(place_.app.analysts(), world_.analysts); !known) return known;
  switch (route) {
    case Route::Home: return load_home();
    case Route::Summary:
      session_report_.report.reset();
      if (session_) ask_report(session_report_, of_session(session_->id));
      return {};
    case Route::CalibrationList:
    case Route::Reports:
      if (auto loaded = load_home(); !loaded) return loaded;
      return load_calibrations();
    case Route::Reveal: return load_reveal();
    default: return {};
  }
}

Result<void> Controller::load_home() {
  if (!state_.analyst) return {};
  DecisionFilter mine;
  mine.analyst = state_.analyst;
  if (auto rows = take(place_.app.sessions(state_.analyst), world_.sessions); !rows) return rows;
  // Nobody sees the figures of whoever sat here before.
  if (analyst_report_.report && analyst_report_.report->head.selection.analyst != state_.analyst) {
    analyst_report_.report.reset();
  }
  ask_report(analyst_report_, mine);
  mine.from = start_of_day(place_.clock.now(), place_.utc_offset_minutes);
  if (auto rows = take(place_.app.decisions(mine), today_); !rows) return rows;
  // Last: a damaged pack of an old session is said, and hides nothing else.
  world_.resumable.reset();
  const auto open = place_.app.resumable(*state_.analyst);
  if (!open) return fail(open.error());
  if (*open) world_.resumable = (**open)->id;
  return {};
}

Result<void> Controller::load_calibrations() { return take(place_.app.calibrations(), world_.calibrations); }

Result<void> Controller::load_reveal() {
  reveal_.reset();
  round_report_.report.reset();
  if (!calibration_) return {};
  auto reveal = place_.app.reveal(calibration_->id);
  if (!reveal) return fail(reveal.error());
  reveal_ = std::move(*reveal);
  DecisionFilter round;
  round.calibration = calibration_->id;
  ask_report(round_report_, round);
  return {};
}

}  // namespace etalon::ui
