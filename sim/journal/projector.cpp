#include "sim/journal/projector.h"

#include <utility>

namespace etalon::journal {
namespace {

// "session/A1" without "session/"; nothing when the stream is of another kind.
template <class IdType>
std::optional<IdType> id_in(const std::string& stream) {
  const std::string prefix = stream_of(IdType("")).value;
  if (!stream.starts_with(prefix)) return std::nullopt;
  return IdType(stream.substr(prefix.size()));
}

// An event of a session's stream, or of a calibration's; false when what it is about does not exist.
bool move_session(SessionTable& sessions, std::uint64_t sequence, const SessionId& id, const Event& event) {
  if (const auto* start = std::get_if<SessionStarted>(&event.body)) sessions.insert(sequence, id, event.at, *start);
  if (std::holds_alternative<SessionClosed>(event.body)) return sessions.close(id);
  return true;
}

bool move_calibration(CalibrationTable& calibrations, std::uint64_t sequence, const CalibrationId& id, const Event& event) {
  if (std::holds_alternative<VoteCompleted>(event.body)) return calibrations.count_vote(id);
  if (std::holds_alternative<RoundClosed>(event.body)) return calibrations.close(id);
  calibrations.insert(sequence, id, event.at, std::get<CalibrationOpened>(event.body));
  return true;
}

bool is_of_calibration(const EventBody& body) {
  return std::holds_alternative<CalibrationOpened>(body) || std::holds_alternative<VoteCompleted>(body) ||
         std::holds_alternative<RoundClosed>(body);
}

}  // namespace

Result<void> Projector::project(std::uint64_t sequence, const std::string& stream, const Event& event) {
  if (move(sequence, stream, event)) return {};
  return fail(ErrorKind::Usage, msg("an event “{type}” does not belong into “{stream}”, or that was never begun",
                                    {{"type", std::string(type_name(event.body))}, {"stream", stream}}));
}

bool Projector::move(std::uint64_t sequence, const std::string& stream, const Event& event) {
  if (std::holds_alternative<DecisionRecorded>(event.body)) return record_decision(sequence, stream, event.at);
  if (is_of_calibration(event.body)) {
    const auto id = id_in<CalibrationId>(stream);
    return id && move_calibration(tables_.calibrations, sequence, *id, event);
  }
  const auto id = id_in<SessionId>(stream);
  return id && move_session(tables_.sessions, sequence, *id, event);
}

bool Projector::record_decision(std::uint64_t sequence, const std::string& stream, Instant at) {
  if (!session_ || stream != stream_) {
    finish();
    const auto id = id_in<SessionId>(stream);
    session_ = id ? tables_.sessions.find(*id) : std::nullopt;
    stream_ = stream;
  }
  if (!session_) return false;
  tables_.decisions.insert(sequence, *session_, at);
  ++decisions_;
  return true;
}

void Projector::finish() {
  if (decisions_ > 0) tables_.sessions.count_decisions(*session_, std::exchange(decisions_, 0));
}

}  // namespace etalon::journal
