#include "ui/shell/program.h"

#include <ctime>
#include <ostream>

#include "ui/shell/desktop.h"
#include "ui/shell/paths.h"
#include "ui/shell/problem.h"
#include "ui/shell/tour.h"
#include "ui/shell/workshop.h"

namespace etalon::ui {
namespace {

enum ExitStatus { kDone = 0, kInput = 3, kEnvironment = 4 };

int say(const Error& error, std::ostream& err) {
  err << "etalon: " << english(error) << '\n';
  return error.kind == ErrorKind::Environment ? kEnvironment : kInput;
}

// Minutes east of UTC, here and now.
int utc_offset(Instant now) {
  const auto seconds = static_cast<std::time_t>(now.ms / 1000);
  std::tm local{};
  localtime_r(&seconds, &local);
  return static_cast<int>(local.tm_gmtoff / 60);
}

WorkshopOptions workshop_options(const WindowRun& run, const Paths& paths, Instant now) {
  return {paths.share,
          run.pack.value_or(starter_pack(paths)),
          run.journal.value_or(paths.journal),
          paths.settings,
          paths.reports,
          utc_offset(now),
          reviewer_lists(paths)};
}

Catalogue catalogue_for(const Paths& paths, Language language) {
  auto catalogue = Catalogue::load(paths.share, language);
  return catalogue ? std::move(*catalogue) : Catalogue{};
}

// Until the person closes the window or the work can begin. True: try again.
bool show_problem(Desktop& desktop, const Error& error, const Paths& paths, const Settings& settings) {
  Problem problem(error, catalogue_for(paths, settings.language), settings);
  return !desktop.run(problem) && problem.wants_retry();
}

int work(Desktop& desktop, const WindowRun& run, const Paths& paths, const Clock& clock, std::ostream& err) {
  SystemRng rng;
  while (true) {
    const auto shop = Workshop::open(workshop_options(run, paths, clock.now()), clock, rng, Window::wake);
    if (shop) {
      desktop.run((*shop)->controller());
      return kDone;
    }
    if (!show_problem(desktop, shop.error(), paths, load_settings(paths.settings).settings)) return say(shop.error(), err);
  }
}

}  // namespace

int run_window(const WindowRun& run, std::ostream& out, std::ostream& err) {
  const Paths paths = find_paths(process_environment(), this_executable());
  if (run.tour) return run_tour({paths.share, run.pack.value_or(starter_pack(paths)), *run.tour}, out, err);
  const SystemClock clock;
  const auto desktop = Desktop::open({paths.share, load_settings(paths.settings).settings, false}, clock);
  if (!desktop) return say(desktop.error(), err);
  return work(**desktop, run, paths, clock, err);
}

}  // namespace etalon::ui
