// A calibration session of a team: one blind round in which each analyst's vote is a session of its own.
#pragma once

#include "sim/domain/event.h"

namespace etalon {

struct CalibrationState {
  CalibrationId id;
  std::uint64_t version = 0;
  CalibrationOpened opening;
  Instant opened_at;
  std::vector<VoteCompleted> votes;
  bool closed = false;
  bool closed_by_lead = false;

  bool has_voted(const AnalystId& analyst) const;
  friend bool operator==(const CalibrationState&, const CalibrationState&) = default;
};

struct OpenCalibration {
  CalibrationOpened opening;
};
struct CompleteVote {
  AnalystId analyst;
  SessionId session;
};  // the last one closes the round
struct CloseRound {};

using CalibrationCommand = std::variant<OpenCalibration, CompleteVote, CloseRound>;

Result<std::vector<EventBody>> decide(const CalibrationState& state, const CalibrationCommand& command, const Pack& pack);
void apply(CalibrationState& state, const Event& event);

}  // namespace etalon
