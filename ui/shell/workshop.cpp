#include "ui/shell/workshop.h"

#include "sim/base/file.h"
#include "sim/scenario/lint/lint.h"
#include "sim/scenario/reader.h"
#include "sim/scenario/signatures.h"
#include "ui/shell/report_files.h"

#ifndef ETALON_VERSION
#define ETALON_VERSION "0"
#endif

namespace etalon::ui {
namespace {

// On a job's thread: a second, reading connection, because one Journal belongs to one thread.
Result<analysis::ConsistencyReport> report_of(const std::filesystem::path& file, const Pack& pack, const Clock& clock,
                                              const DecisionFilter& filter) {
  auto journal = journal::Journal::open(file, journal::OpenMode::ReadOnly);
  if (!journal) return fail(journal.error());
  SystemRng rng;
  app::App app(**journal, pack, clock, rng, {}, scenario::read_kept_pack);
  return app.report(filter);
}

}  // namespace

ReadSettings load_settings(const std::filesystem::path& file) {
  std::error_code failure;
  if (file.empty() || !std::filesystem::exists(file, failure)) return {};
  const auto text = read_file(file, kSettingsLimit);
  if (!text) return {Settings{}, text.error().what};
  return settings_from_json(*text);
}

Workshop::Workshop(Pack pack, std::unique_ptr<journal::Journal> journal, Catalogue french, Catalogue english,
                   const Clock& clock, Rng& rng, Jobs::Wake wake)
    : pack_(std::move(pack)),
      journal_(std::move(journal)),
      french_(std::move(french)),
      english_(std::move(english)),
      app_(*journal_, pack_, clock, rng, scenario::lint::check_free_text, scenario::read_kept_pack),
      jobs_(std::move(wake)) {}

Result<std::unique_ptr<Workshop>> Workshop::open(const WorkshopOptions& options, const Clock& clock, Rng& rng,
                                                 Jobs::Wake wake) {
  auto french = Catalogue::load(options.share, Language::French);
  if (!french) return fail(french.error());
  auto english = Catalogue::load(options.share, Language::English);
  auto reviewers = scenario::load_reviewers(options.reviewers);
  if (!reviewers) return fail(reviewers.error());
  auto pack = scenario::read_pack(options.pack, *reviewers);
  if (!pack) return fail(pack.error());
  auto journal = journal::Journal::open(options.journal);
  if (!journal) return fail(journal.error());
  std::unique_ptr<Workshop> shop(new Workshop(std::move(*pack), std::move(*journal), std::move(*french),
                                              english ? std::move(*english) : Catalogue{}, clock, rng, std::move(wake)));
  Workplace place{shop->app_,
                  clock,
                  shop->jobs_,
                  shop->french_,
                  shop->english_,
                  options.settings,
                  options.reports,
                  options.journal.string(),
                  ETALON_VERSION,
                  options.utc_offset_minutes,
                  {},
                  {}};
  place.make_report = [file = options.journal, &pack = shop->pack_, &clock](const DecisionFilter& filter) {
    return report_of(file, pack, clock, filter);
  };
  place.write_report = [french = shop->french_, english_catalogue = shop->english_](const auto& report, auto format,
                                                                                    auto language) {
    return write_report(report, format, language, language == Language::French ? french : english_catalogue);
  };
  shop->controller_ = std::make_unique<Controller>(std::move(place), load_settings(options.settings));
  return shop;
}

}  // namespace etalon::ui
