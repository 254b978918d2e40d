#include "ui/shell/problem.h"

namespace etalon::ui {

Problem::Problem(Error error, Catalogue catalogue, Settings settings)
    : error_(std::move(error)), catalogue_(std::move(catalogue)), settings_(std::move(settings)) {}

Screen Problem::screen() {
  CalibrationListScreen body;
  body.title = catalogue_.tr(msg("Étalon cannot begin"));
  body.subtitle = catalogue_.error({error_.kind, error_.what, {}, error_.where});
  body.empty_text = error_.mend.text.empty() ? catalogue_.tr(msg("Nothing was changed.")) : catalogue_.tr(error_.mend);
  body.create = {.id = "problem.retry",
                 .label = catalogue_.tr(msg("Try again")),
                 .key = catalogue_.tr(msg("Enter")),
                 .intent = GoOn{},
                 .primary = true};
  Screen screen;
  screen.top.brand = "Étalon";
  screen.body = std::move(body);
  screen.bottom.keys = {{catalogue_.tr(msg("Enter")), catalogue_.tr(msg("try again"))}};
  screen.bottom.all_keys = {"Ctrl Q", catalogue_.tr(msg("quit"))};
  screen.theme = settings_.theme;
  screen.scale = settings_.font_scale;
  return screen;
}

std::optional<Intent> Problem::intent_of(const KeyChord& chord) const {
  if (chord.key == Key::Enter) return GoOn{};
  if (chord.ctrl && chord.character == 'Q') return Quit{};
  return std::nullopt;
}

void Problem::handle(const Intent& intent, Instant) {
  wants_retry_ = wants_retry_ || std::holds_alternative<GoOn>(intent);
  quits_ = quits_ || std::holds_alternative<Quit>(intent) || std::holds_alternative<ToggleKeyHelp>(intent);
}

}  // namespace etalon::ui
