// The only way to change anything: command -> decide -> append -> apply -> snapshot. The window and the
// command line both work through this, over the Store that they were given.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "sim/analysis/consistency_report.h"
#include "sim/base/clock.h"
#include "sim/base/rng.h"
#include "sim/domain/comparison.h"
#include "sim/domain/ports.h"

namespace etalon::app {

// What a session looks like after a command. Shared and never changed: a screen may keep it.
using SessionSnapshot = std::shared_ptr<const SessionState>;
using CalibrationSnapshot = std::shared_ptr<const CalibrationState>;

struct NewSession {
  AnalystId analyst;
  Mode mode = Mode::Practice;
  Language language = Language::French;
  std::vector<ScenarioId> scenarios;         // empty: a sitting is drawn, see sim/app/draw.h
  std::optional<CalibrationId> calibration;  // with its scenarios, when Mode::Calibration
};

struct NewCalibration {
  std::string title;
  AnalystId lead;
  std::vector<AnalystId> analysts;
  std::vector<ScenarioId> scenarios;
};

struct TimedCommand {
  Instant at;
  SessionCommand command;
};

// A pseudonym: 2 to 40 letters, digits, '-', '_' or '.'. Result in upper case, without the white space around it.
Result<AnalystId> pseudonym(std::string_view text);

// What a free text must hold to before it is recorded; the error says what to change. Empty: nothing is asked of it.
using FreeTextRule = std::function<Result<void>(std::string_view)>;
// Makes a pack of the content that the journal kept under this reference. Empty: only sessions of the open pack are shown.
using KeptPackReader = std::function<Result<Pack>(const PackContent&, const PackRef&)>;

class App {
 public:
  // Store, pack, clock and rng must outlive the App. `free_text` judges every rationale: one that fails it is refused,
  // and with it the whole batch of commands.
  App(Store& store, const Pack& pack, const Clock& clock, Rng& rng, FreeTextRule free_text = {},
      KeptPackReader read_kept = {});

  const Pack& pack() const { return pack_; }
  // The pack that a session or a round saw: the one that is open, or the version that was kept when it began. Lives as
  // long as the App. Input: neither is at hand. Environment: what was kept is damaged.
  Result<const Pack*> pack_of(const PackRef& ref);

  // A vote that its analyst left unfinished is resumed; a second vote is refused.
  Result<SessionSnapshot> start_session(const NewSession& session);
  // `seen` is the snapshot that the command was made against; a stale one is refused. The last decision also closes
  // the session and, in a calibration, completes the vote, in the same transaction. Once its round is closed, a
  // session of a calibration takes no more commands.
  Result<SessionSnapshot> execute(const SessionSnapshot& seen, const SessionCommand& command);
  // Several at once: all in one transaction or none. For scripts, which also say when each of them happened.
  Result<SessionSnapshot> execute(const SessionSnapshot& seen, const std::vector<TimedCommand>& commands);
  Result<SessionSnapshot> session(const SessionId& id);
  // The analyst's newest session that is not closed and whose pack is at hand. A damaged pack is an error.
  Result<std::optional<SessionSnapshot>> resumable(const AnalystId& analyst);

  Result<CalibrationSnapshot> open_calibration(const NewCalibration& calibration);
  Result<CalibrationSnapshot> close_round(const CalibrationId& id);
  Result<CalibrationSnapshot> calibration(const CalibrationId& id);

  Result<std::vector<SessionRow>> sessions(const std::optional<AnalystId>& analyst = std::nullopt);
  Result<std::vector<CalibrationRow>> calibrations();
  Result<std::vector<AnalystId>> analysts();
  Result<std::vector<DecisionRow>> decisions(const DecisionFilter& filter);

  // The consistency report over what the filter selects, against the pack that is open; of one session or one round,
  // against the pack that it saw. Left out and counted: decisions of another pack version, and blind ones, whose round is
  // open or whose assessment is not over.
  Result<analysis::ConsistencyReport> report(const DecisionFilter& filter);
  // How the votes of a closed calibration fall. Refused (Usage) while the round is open: it is blind.
  Result<analysis::Reveal> reveal(const CalibrationId& id);

 private:
  Result<std::optional<SessionSnapshot>> unfinished_vote(const NewSession& session);
  Result<std::vector<StreamAppend>> completed_vote(const SessionState& state, Instant at);
  struct Material;  // what a session is made of: pack, scenarios, and what that counts as
  Result<Material> of_round(const CalibrationId& id);
  Result<Material> of_open_pack(const NewSession& session);
  struct Readable;  // which sessions a report may look into
  Result<Readable> readable(const DecisionFilter& filter, const PackRef& pack);
  Result<const Pack*> find_pack(const PackRef& ref);  // as pack_of; null: not at hand
  Result<const Pack*> pack_for(const DecisionFilter& filter);
  Result<void> keep(const Pack& pack);

  Store& store_;
  const Pack& pack_;
  const Clock& clock_;
  Rng& rng_;
  FreeTextRule free_text_;
  KeptPackReader read_kept_;
  std::map<Hash, std::unique_ptr<const Pack>> kept_;  // those asked for so far
};

}  // namespace etalon::app
