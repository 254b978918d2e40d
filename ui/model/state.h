// The state that belongs to the window alone: where one is, what has the focus, what is being typed. What has been
// decided is not here but in the session's snapshot.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/domain/ids.h"
#include "sim/domain/ports.h"
#include "ui/model/activity.h"
#include "ui/model/settings.h"

namespace etalon::ui {

enum class Route {
  Welcome,  // pseudonym and language
  Home,
  Replay,   // a scenario unfolds and is decided
  Debrief,  // the decision beside the reference
  Summary,  // a session, over all of its decisions
  CalibrationList,
  CalibrationSetup,  // the lead names analysts and scenarios
  HandOver,          // who votes next on this machine; nothing of the votes is seen
  Reveal,            // a closed round
  Reports,
  Settings,
};

// What a screen tells of: a session and a round have the pack that they saw.
enum class Subject { OpenPack, Session, Round };
inline Subject subject_of(Route route) {
  if (route == Route::Replay || route == Route::Debrief || route == Route::Summary) return Subject::Session;
  return route == Route::HandOver || route == Route::Reveal ? Subject::Round : Subject::OpenPack;
}

// The one text field that has the focus and takes characters.
enum class TextTarget { None, Pseudonym, Rationale, CalibrationTitle, CalibrationAnalyst };

enum class Question { None, StopSession, CloseRound };

enum class ReportFormat { Html, Json, Csv };
std::string_view code(ReportFormat format);  // "html", "json", "csv"; also the file's extension

// What a report is about. Both empty: everybody.
struct ReportSubject {
  std::optional<AnalystId> analyst;
  std::optional<SessionId> session;
  std::optional<CalibrationId> calibration;
  friend bool operator==(const ReportSubject&, const ReportSubject&) = default;
};

enum class BannerTone { Info, Problem };
struct BannerState {
  BannerTone tone = BannerTone::Info;
  Message what;
  Message mend;  // empty text: nothing to add
  friend bool operator==(const BannerState&, const BannerState&) = default;
};

struct ReplayState {
  ScenarioId scenario;           // the one on screen, in Replay and in Debrief
  FacetId focused;               // empty: the first facet that applies
  int cursor = 0;                // chip or element row of the focused facet; in fact mode, the fact
  bool fact_mode = false;        // digits mark facts
  std::optional<Pillar> pillar;  // whose offences the qualification shows; empty: of the offence chosen, or the first
  std::string rationale;         // the edit buffer
  bool rationale_dirty = false;  // differs from what was recorded
  Instant rationale_edited_at;
  friend bool operator==(const ReplayState&, const ReplayState&) = default;
};

struct SetupState {
  std::string title;
  std::string analyst;  // being typed
  std::vector<AnalystId> analysts;
  std::vector<ScenarioId> scenarios;  // chosen, in the pack's order
  friend bool operator==(const SetupState&, const SetupState&) = default;
};

struct UiState {
  Route route = Route::Welcome;
  Settings settings;
  std::optional<AnalystId> analyst;  // who works here now; empty before the pseudonym is entered
  std::string pseudonym;             // being typed
  TextTarget text = TextTarget::Pseudonym;
  int cursor = 0;  // selected row on screens with a list
  ReplayState replay;
  SetupState setup;
  std::optional<CalibrationId> calibration;  // the one of HandOver and Reveal, or whose vote is being played
  Question question = Question::None;
  bool leaving = false;  // the window was asked to close, and nothing else since
  bool key_help = false;
  bool article = false;
  std::optional<BannerState> banner;
  ActivityMeter meter;
  friend bool operator==(const UiState&, const UiState&) = default;
};

// What update() may look at: the latest snapshots, owned by the shell. Null or empty: not loaded.
struct World {
  const Pack* pack = nullptr;  // never null
  const SessionState* session = nullptr;
  const CalibrationState* calibration = nullptr;
  std::optional<SessionId> resumable;  // the analyst's newest open session
  std::vector<SessionRow> sessions;    // the analyst's, newest first
  std::vector<CalibrationRow> calibrations;
  std::vector<SessionRow> round_sessions;  // of `calibration`, all analysts
  std::vector<AnalystId> analysts;         // all pseudonyms of the journal
  // What a rationale must hold to; empty: nothing. What fails it stays in the field and is not recorded.
  std::function<Result<void>(std::string_view)> free_text;
};

}  // namespace etalon::ui
