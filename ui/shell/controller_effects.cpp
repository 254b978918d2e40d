// How each effect is carried out.
#include "sim/base/file.h"
#include "ui/shell/controller.h"

namespace etalon::ui {

struct Executor {
  Controller& self;
  app::App& app;

  Result<Outcome> operator()(const DoEnter& it) {
    const auto analyst = app::pseudonym(it.pseudonym);
    if (!analyst) return fail(analyst.error());
    return Entered{*analyst};
  }
  Result<Outcome> operator()(const DoLoad& it) {
    const auto loaded = self.load(it.route);
    if (!loaded) return fail(loaded.error());
    return Loaded{};
  }
  Result<Outcome> operator()(const DoStart& it) {
    return session(app.start_session({it.analyst, it.mode, it.language, it.scenarios, it.calibration}), SessionOpened{});
  }
  Result<Outcome> operator()(const DoResume& it) { return session(app.session(it.session), SessionOpened{}); }
  Result<Outcome> operator()(const DoShowSession& it) { return session(app.session(it.session), SessionShown{}); }
  Result<Outcome> operator()(const DoSession& it) {
    if (!self.session_) return fail(ErrorKind::Usage, msg("No session is open"));
    return session(app.execute(self.session_, it.command), SessionAdvanced{});
  }
  Result<Outcome> operator()(const DoOpenCalibration& it) {
    return calibration(app.open_calibration({it.title, it.lead, it.analysts, it.scenarios}));
  }
  Result<Outcome> operator()(const DoShowCalibration& it) { return calibration(app.calibration(it.calibration)); }
  Result<Outcome> operator()(const DoCloseRound& it) { return calibration(app.close_round(it.calibration)); }
  Result<Outcome> operator()(const DoReport& it) {
    self.start_export(it.subject, it.format);
    return Loaded{};  // ReportWritten follows when it is
  }
  Result<Outcome> operator()(const DoSaveSettings& it) {
    if (self.place_.settings_file.empty()) return Loaded{};
    std::error_code failure;
    std::filesystem::create_directories(self.place_.settings_file.parent_path(), failure);
    const auto written = write_file(self.place_.settings_file, to_json(it.settings));
    if (!written) return fail(written.error());
    return Loaded{};
  }
  Result<Outcome> operator()(const DoQuit&) {
    self.quits_ = true;
    return Loaded{};
  }

  Result<Outcome> session(Result<app::SessionSnapshot> snapshot, Outcome outcome) {
    if (!snapshot) return fail(snapshot.error());
    const auto pack = app.pack_of((*snapshot)->start.pack);
    if (!pack) return fail(pack.error());
    self.world_.pack = *pack;
    self.set_session(std::move(*snapshot));
    return outcome;
  }
  Result<Outcome> calibration(Result<app::CalibrationSnapshot> snapshot) {
    if (!snapshot) return fail(snapshot.error());
    const auto pack = app.pack_of((*snapshot)->opening.pack);
    if (!pack) return fail(pack.error());
    self.world_.pack = *pack;
    self.set_calibration(std::move(*snapshot));
    return CalibrationShown{};
  }
};

Result<Outcome> Controller::perform(const Effect& effect) { return std::visit(Executor{*this, place_.app}, effect); }

}  // namespace etalon::ui
