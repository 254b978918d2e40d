// etalon report --out FILE
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "sim/base/file.h"
#include "sim/report/writers.h"
#include "ui/cli/cli.h"
#include "ui/cli/engine.h"

namespace etalon::ui::cli {
namespace {

struct Options {
  std::filesystem::path journal, pack, out;
  std::string analyst, session, from, to;
};

constexpr std::int64_t kDayMs = 86'400'000;

Result<std::string> written(const World& world, const analysis::ConsistencyReport& report,
                            const std::filesystem::path& file) {
  const std::string ending = file.extension().string();
  if (ending == ".json") return report::to_json(report);
  if (ending == ".csv") return report::to_csv(report);
  if (ending == ".html")
    return report::to_html(report, world.language, [&](const Message& message) { return world.catalogue.tr(message); });
  return fail(ErrorKind::Usage, msg("no report can be written as “{ending}”", {{"ending", ending}}),
              msg("end the file's name in .html, .json or .csv"));
}

// A moment the user typed; a whole day, as the end of a span, includes that day.
Result<std::optional<Instant>> moment(const std::string& text, bool end) {
  if (text.empty()) return std::nullopt;
  auto at = parse_instant(text);
  if (!at) return fail(ErrorKind::Usage, at.error().what, at.error().mend);
  const bool whole_day = text.find('T') == std::string::npos;
  return std::optional(*at + (end && whole_day ? kDayMs : 0));
}

// --session takes the id of a session or of a calibration session.
Result<void> select_session(Engine& engine, const std::string& id, DecisionFilter& filter) {
  if (id.empty()) return {};
  if (engine.app->session(SessionId(id))) {
    filter.session = SessionId(id);
    return {};
  }
  auto calibration = engine.app->calibration(CalibrationId(id));
  if (!calibration)
    return fail(ErrorKind::Input, msg("the journal has no session “{session}”", {{"session", id}}),
                msg("the window and etalon calibration list show the ids"));
  if (!(*calibration)->closed)
    return fail(ErrorKind::Usage, msg("the round is still open, its votes are blind"),
                msg("wait for the last vote, or let the lead close the round"));
  filter.calibration = CalibrationId(id);
  return {};
}

Result<DecisionFilter> selection(Engine& engine, const Options& options) {
  DecisionFilter out;
  if (!options.analyst.empty()) {
    auto analyst = app::pseudonym(options.analyst);
    if (!analyst) return fail(analyst.error());
    out.analyst = *analyst;
  }
  auto from = moment(options.from, false);
  if (!from) return fail(from.error());
  auto to = moment(options.to, true);
  if (!to) return fail(to.error());
  out.from = *from;
  out.to = *to;
  if (auto ok = select_session(engine, options.session, out); !ok) return fail(ok.error());
  return out;
}

Result<void> make_report(const World& world, const Options& options) {
  if (auto known = written(world, {}, options.out); !known) return fail(known.error());
  auto engine = open_engine(world, world.clock, options.pack, options.journal, journal::OpenMode::ReadOnly);
  if (!engine) return fail(engine.error());
  auto filter = selection(*engine, options);
  if (!filter) return fail(filter.error());
  auto report = engine->app->report(*filter);
  if (!report) return fail(report.error());
  if (report->counts.other_pack_left_out > 0)
    note(world, msg("{count} decisions belong to another pack or version and are left out; name it by --pack",
                    {{"count", std::to_string(report->counts.other_pack_left_out)}}));
  if (report->counts.blind_left_out > 0)
    note(world, msg("{count} decisions are left out because their round or assessment is still open",
                    {{"count", std::to_string(report->counts.blind_left_out)}}));
  auto bytes = written(world, *report, options.out);
  if (!bytes) return fail(bytes.error());
  if (auto ok = write_file(options.out, *bytes); !ok) return ok;
  note(world, msg("{count} decisions, written to {file}",
                  {{"count", std::to_string(report->counts.decisions)}, {"file", options.out.string()}}));
  return {};
}

}  // namespace

void add_report(CLI::App& app, const World& world, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("report", "Writes a consistency report");
  command->add_option("--out", options->out, "the file; its ending picks html, json or csv")->required();
  command->add_option("--analyst", options->analyst, "only this analyst's decisions");
  command->add_option("--session", options->session, "only this session, or this calibration session");
  command->add_option("--from", options->from, "from this day or moment on (UTC)");
  command->add_option("--to", options->to, "up to this day, which is included, or up to this moment (UTC)");
  add_journal(*command, world, options->journal);
  add_pack(*command, world, options->pack);
  command->callback([&world, &status, options] {
    const auto done = make_report(world, *options);
    status = done ? int{kDone} : say(world, done.error());
  });
}

}  // namespace etalon::ui::cli
