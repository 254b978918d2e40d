#include "sim/domain/event.h"

namespace etalon {
namespace {

constexpr std::string_view kModes[] = {"practice", "assessment", "calibration", "retest"};

// In the order of EventBody.
constexpr std::string_view kTypeNames[] = {"session_started",    "scenario_opened",   "step_revealed",     "fact_marked",
                                           "value_chosen",       "rationale_written", "decision_recorded", "session_closed",
                                           "calibration_opened", "vote_completed",    "round_closed",      "scenario_left",
                                           "language_chosen"};
static_assert(std::size(kTypeNames) == std::variant_size_v<EventBody>);

}  // namespace

std::string_view code(Mode mode) { return kModes[static_cast<std::size_t>(mode)]; }

std::optional<Mode> mode_from(std::string_view text) {
  for (std::size_t i = 0; i < std::size(kModes); ++i)
    if (kModes[i] == text) return static_cast<Mode>(i);
  return std::nullopt;
}

std::string_view type_name(const EventBody& body) { return kTypeNames[body.index()]; }

int type_version(const EventBody& body) { return newest_version(type_name(body)); }

int newest_version(std::string_view type_name) {
  return type_name == "session_started" || type_name == "calibration_opened" ? 2 : 1;
}

StreamId stream_of(const SessionId& id) { return StreamId("session/" + id.value); }
StreamId stream_of(const CalibrationId& id) { return StreamId("calibration/" + id.value); }

}  // namespace etalon
