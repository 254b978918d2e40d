#include "ui/shell/tour.h"

#include <ostream>

#include "sim/base/file.h"
#include "ui/shell/tour_guide.h"

namespace etalon::ui {
namespace {

namespace fs = std::filesystem;
using toolkit::Key;

constexpr std::uint64_t kSeed = 2026;
constexpr Instant kMorning{1775120400000};  // 2 April 2026, 09:00 UTC
constexpr std::uint64_t kReportLimit = 64 * 1024 * 1024;

void write_rationale(TourGuide& guide, std::u32string_view words) {
  guide.press(Key::R);
  guide.type(words);
  guide.press(Key::Escape);
}

void arrive(TourGuide& guide) {
  guide.picture("welcome");
  guide.type(U"ANALYSTE-07");
  guide.picture("welcome-typed");
  guide.press(Key::Enter);
  guide.pictures("home");
}

void play_two(TourGuide& guide) {
  guide.press(Key::P);
  guide.picture("replay-first-step");
  decide_by_keyboard(guide, false);
  write_rationale(guide, U"Le fait décisif est établi par le texte ; les autres ne changent rien.");
  guide.pictures("replay");
  guide.press(Key::Question);
  guide.picture("keys");
  guide.press(Key::Escape);
  guide.press(Key::Enter);
  guide.pictures("debrief-agrees");
  guide.press(Key::Enter);
  decide_by_keyboard(guide, true);
  write_rationale(guide, U"La personne écrit depuis l’adresse nom@example.org.");
  guide.press(Key::Enter);  // refused: personal data
  guide.pictures("rationale-refused");
  guide.control(Key::A);
  guide.press(Key::Delete);
  guide.press(Key::Escape);
  guide.picture("replay-second");
  guide.press(Key::A);
  guide.picture("article");
  guide.press(Key::A);
  guide.press(Key::Escape);
  guide.picture("stop");
  guide.press(Key::Escape);
  guide.press(Key::Enter);
  guide.pictures("debrief-differs");
}

// Out of the session, back home, and into its summary.
void look_back(TourGuide& guide) {
  guide.press(Key::Escape);
  for (int i = 0; i < 2 && guide.controller().state().route != Route::Home; ++i) guide.press(Key::Enter);
  guide.picture("home-after");
  guide.press(Key::O);
  guide.pictures("summary");
}

void vote(TourGuide& guide, bool stray) {
  guide.press(Key::Enter);
  for (int i = 0; i < 2; ++i) {
    decide_by_keyboard(guide, stray && i == 0);
    write_rationale(guide, stray ? U"L’élément décisif manque à mes yeux." : U"Chaque élément est établi par un fait.");
    guide.press(Key::Enter);
    for (int j = 0; j < 2 && guide.controller().state().route == Route::Debrief; ++j) guide.press(Key::Enter);
  }
}

void set_up_round(TourGuide& guide) {
  guide.press(Key::N);
  for (int i = 0; i < 3 && guide.controller().state().text != TextTarget::CalibrationTitle; ++i) guide.press(Key::Tab);
  guide.type(U"Discours illicites, avril");
  guide.press(Key::Tab);
  for (const auto* name : {U"ANALYSTE-07", U"ANALYSTE-12"}) {
    guide.type(name);
    guide.press(Key::Enter);
  }
  guide.press(Key::Escape);
  guide.press(Key::Space);
  guide.press(Key::Down);
  guide.press(Key::Space);
  guide.pictures("calibration-set-up");
  guide.press(Key::Enter);
}

void calibrate(TourGuide& guide) {
  guide.press(Key::C);
  guide.picture("calibrations");
  set_up_round(guide);
  guide.picture("hand-over");
  vote(guide, false);
  guide.picture("hand-over-next");
  guide.press(Key::Down);
  vote(guide, true);
  if (guide.controller().state().route == Route::HandOver) guide.press(Key::Enter);
  guide.pictures("reveal");
}

// The page that the key W wrote, under the name that everybody finds.
void keep_report(TourGuide& guide, const TourOptions& options) {
  guide.settle();
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(options.folder / "reports", failure)) {
    if (entry.path().extension() != ".html") continue;
    const auto page = read_file(entry.path(), kReportLimit);
    if (!page) return guide.fail_with(page.error());
    const auto written = write_file(options.folder / "report.html", *page);
    if (!written) return guide.fail_with(written.error());
    return guide.announce(options.folder / "report.html");
  }
  guide.fail_with({ErrorKind::Environment, msg("The tour found no report in its folder"), {}, {}});
}

void finish(TourGuide& guide, const TourOptions& options) {
  guide.press(Key::Escape);
  guide.press(Key::R);
  guide.pictures("reports");
  guide.press(Key::W);
  keep_report(guide, options);
  guide.picture("report-written");
  guide.press(Key::S);
  guide.pictures("settings");
}

Result<void> clear(const TourOptions& options) {
  std::error_code failure;
  fs::create_directories(options.folder, failure);
  for (const auto* name : {"tour.db", "tour.db-wal", "tour.db-shm"}) fs::remove(options.folder / name, failure);
  fs::remove_all(options.folder / "reports", failure);
  if (fs::is_directory(options.folder)) return {};
  return fail(ErrorKind::Environment, msg("The folder {folder} cannot be made", {{"folder", options.folder.string()}}));
}

Result<void> tour(const TourOptions& options, std::ostream& out) {
  if (auto cleared = clear(options); !cleared) return cleared;
  ManualClock clock(kMorning);
  SeededRng rng(kSeed);
  auto desktop = Desktop::open({options.share, Settings{}, true}, clock);
  if (!desktop) return fail(desktop.error());
  auto shop = Workshop::open({options.share, options.pack, options.folder / "tour.db", {}, options.folder / "reports", 120},
                             clock, rng, Window::wake);
  if (!shop) return fail(shop.error());
  TourGuide guide(**desktop, **shop, clock, options.folder, out);
  arrive(guide);
  play_two(guide);
  look_back(guide);
  calibrate(guide);
  finish(guide, options);
  if (guide.failure()) return fail(*guide.failure());
  return {};
}

}  // namespace

int run_tour(const TourOptions& options, std::ostream& out, std::ostream& err) {
  const auto result = tour(options, out);
  if (result) return 0;
  err << "etalon: " << english(result.error()) << '\n';
  return result.error().kind == ErrorKind::Environment ? 4 : 3;
}

}  // namespace etalon::ui
