// Joins the pure parts with the world: carries out what update() asks for, and keeps the snapshots that screens show.
#pragma once

#include <deque>
#include <memory>

#include "sim/app/app.h"
#include "ui/model/update.h"
#include "ui/present/present.h"
#include "ui/shell/director.h"
#include "ui/shell/jobs.h"

namespace etalon::ui {

// What a controller works with. All of it must outlive the controller.
struct Workplace {
  app::App& app;
  const Clock& clock;
  Jobs& jobs;
  const Catalogue& french;
  const Catalogue& english;
  std::filesystem::path settings_file;  // empty: settings are not kept
  std::filesystem::path reports_folder;
  std::string journal_path;  // as shown
  std::string version;       // of the program
  int utc_offset_minutes = 0;

  // A report is made beside the frames, on an application of its own over the same journal: both run on a job's thread.
  std::function<Result<analysis::ConsistencyReport>(const DecisionFilter&)> make_report;
  std::function<std::string(const analysis::ConsistencyReport&, ReportFormat, Language)> write_report;
};

class Controller final : public Director {
 public:
  Controller(Workplace workplace, const ReadSettings& settings);

  Screen screen() override;
  std::optional<Intent> intent_of(const KeyChord& chord) const override;
  void handle(const Intent& intent, Instant at) override;
  void touch(Instant at) override;
  bool catch_up(Instant now) override;
  std::optional<double> seconds_to_wait(Instant now) const override;
  bool wants_to_quit() const override { return quits_; }

  const UiState& state() const { return state_; }
  const World& world() const { return world_; }

 private:
  friend struct Executor;

  // Which report a screen shows; a late answer to an older question is dropped by its number.
  struct ShownReport {
    std::optional<analysis::ConsistencyReport> report;
    std::uint64_t asked = 0;
  };

  // The pack of what is on the screen: a session and a round keep the version that they saw.
  const Pack& pack_on_screen();
  void run(Effects effects, Instant now);
  Result<Outcome> perform(const Effect& effect);
  void ask_report(ShownReport& place, const DecisionFilter& filter);
  Result<void> load(Route route);
  Result<void> load_home();
  Result<void> load_calibrations();
  Result<void> load_reveal();
  void set_session(app::SessionSnapshot session);
  void set_calibration(app::CalibrationSnapshot calibration);
  void start_export(const ReportSubject& subject, ReportFormat format);
  std::filesystem::path report_file(const ReportSubject& subject, ReportFormat format) const;
  const Catalogue& catalogue() const;

  Workplace place_;
  UiState state_;
  World world_;
  app::SessionSnapshot session_;
  app::CalibrationSnapshot calibration_;
  std::optional<analysis::Reveal> reveal_;
  ShownReport analyst_report_, session_report_, round_report_;
  std::vector<DecisionRow> today_;
  bool quits_ = false;
};

}  // namespace etalon::ui
