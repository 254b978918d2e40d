// What update() asks the shell to do, and what the shell answers. Both are plain values.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/base/result.h"
#include "sim/domain/calibration.h"
#include "sim/domain/session.h"
#include "ui/model/state.h"

namespace etalon::ui {

// --- Effects, carried out in order. After each, the shell calls absorb() with the outcome and carries out what that
// asks before the next. When one fails, those after it are dropped, but for DoSaveSettings and DoQuit: a full disk must
// not keep anybody from leaving.
struct DoEnter {
  std::string pseudonym;
};  // app::pseudonym                        -> Entered
struct DoLoad {
  Route route = Route::Home;
};                // refresh what that screen shows         -> Loaded
struct DoStart {  // app.start_session                     -> SessionOpened
  AnalystId analyst;
  Mode mode = Mode::Practice;
  Language language = Language::French;
  std::vector<ScenarioId> scenarios;  // empty: all active ones
  std::optional<CalibrationId> calibration;
};
struct DoResume {
  SessionId session;
};  // app.session, to go on with            -> SessionOpened
struct DoShowSession {
  SessionId session;
};  // app.session, to look at               -> SessionShown
struct DoSession {
  SessionCommand command;
};                          // app.execute on the shown session      -> SessionAdvanced
struct DoOpenCalibration {  // app.open_calibration                  -> CalibrationShown
  std::string title;
  AnalystId lead;
  std::vector<AnalystId> analysts;
  std::vector<ScenarioId> scenarios;
};
struct DoShowCalibration {
  CalibrationId calibration;
};  // app.calibration                  -> CalibrationShown
struct DoCloseRound {
  CalibrationId calibration;
};  // app.close_round                  -> CalibrationShown
struct DoReport {
  ReportSubject subject;
  ReportFormat format = ReportFormat::Html;
};  // -> ReportWritten
struct DoSaveSettings {
  Settings settings;
};                 // write the settings file               -> Loaded
struct DoQuit {};  // close the window

using Effect = std::variant<DoEnter, DoLoad, DoStart, DoResume, DoShowSession, DoSession, DoOpenCalibration,
                            DoShowCalibration, DoCloseRound, DoReport, DoSaveSettings, DoQuit>;
using Effects = std::vector<Effect>;

// --- Outcomes. The shell updates the World first.
struct Entered {
  AnalystId analyst;
};
struct Loaded {};
struct SessionOpened {};     // world.session is to be played
struct SessionShown {};      // world.session is to be looked at
struct SessionAdvanced {};   // world.session after a command
struct CalibrationShown {};  // world.calibration
struct ReportWritten {
  std::string path;
};
struct Failed {
  Error error;
};

using Outcome =
    std::variant<Entered, Loaded, SessionOpened, SessionShown, SessionAdvanced, CalibrationShown, ReportWritten, Failed>;

}  // namespace etalon::ui
