// How the tour decides a scenario: it looks at the screen and presses the keys that the screen names.
#include <algorithm>

#include "ui/shell/tour_guide.h"

namespace etalon::ui {
namespace {

using Pressed = toolkit::Key;

constexpr int kPatience = 60;  // keys for one facet, at most

Pressed digit(char character) { return static_cast<Pressed>(static_cast<int>(Pressed::Digit0) + (character - '0')); }

const ReplayScreen* replay(const Screen& screen) { return std::get_if<ReplayScreen>(&screen.body); }

const FacetPanel* first_open(const Screen& screen) {
  const auto* body = replay(screen);
  if (!body) return nullptr;
  const auto open = std::find_if(body->facets.begin(), body->facets.end(), [](const auto& f) { return !f.answered; });
  return open == body->facets.end() ? nullptr : &*open;
}

FacetId facet_of(const FacetPanel& panel) {
  const auto* focus = std::get_if<FocusFacet>(&panel.focus);
  return focus ? focus->facet : FacetId();
}

bool wanted(const Chip& chip, const Value& value, bool stray) {
  const auto* choice = std::get_if<ChooseOption>(&chip.intent);
  return choice && value.has(choice->code) != stray;
}

// Tab until the facet has the focus.
void walk_to(TourGuide& guide, const FacetId& facet) {
  for (int i = 0; i < kPatience; ++i) {
    const Screen screen = guide.screen();
    const auto* body = replay(screen);
    if (!body) return;
    for (const auto& panel : body->facets) {
      if (panel.focused && facet_of(panel) == facet) return;
    }
    guide.press(Pressed::Tab);
  }
}

const FacetPanel* focused(const ReplayScreen& body) {
  for (const auto& panel : body.facets) {
    if (panel.focused) return &panel;
  }
  return nullptr;
}

// The digits of the chips that the value names; those of a set stay pressed, one after the other.
int press_digits(TourGuide& guide, const FacetPanel& panel, const Value& value, bool stray) {
  int pressed = 0;
  for (const auto& chip : panel.chips) {
    if (chip.chosen || chip.key.size() != 1 || !wanted(chip, value, stray)) continue;
    guide.press(digit(chip.key[0]));
    ++pressed;
    if (!panel.several) break;
  }
  return pressed;
}

// An offence of another field is some pages away.
void answer_chips(TourGuide& guide, const FacetPanel& panel, const Value& value, bool stray) {
  FacetPanel seen = panel;
  for (int page = 0; page < 6; ++page) {
    if (press_digits(guide, seen, value, stray) > 0) return;
    if (seen.pillars.empty()) break;
    guide.press(Pressed::PageDown);
    const Screen screen = guide.screen();
    const auto* body = replay(screen);
    const auto* now = body ? focused(*body) : nullptr;
    if (!now) return;
    seen = *now;
  }
  guide.press(Pressed::Digit1);
}

Pressed state_key(const Scenario& scenario, std::size_t row) {
  const auto& elements = scenario.reference.elements;
  const auto state = row < elements.size() ? elements[row].state : ElementState::Unknown;
  return state == ElementState::Met ? Pressed::Digit1 : state == ElementState::NotMet ? Pressed::Digit2 : Pressed::Digit3;
}

// Row after row; a row that is answered hands the cursor on, or is left with an arrow.
void answer_elements(TourGuide& guide, const FacetId& facet, const Scenario& scenario) {
  for (int i = 0; i < kPatience; ++i) {
    const Screen screen = guide.screen();
    const auto* body = replay(screen);
    const auto* panel = body ? focused(*body) : nullptr;
    if (!panel || facet_of(*panel) != facet || panel->answered) return;
    const auto row = std::find_if(panel->rows.begin(), panel->rows.end(), [](const auto& r) { return r.cursor; });
    if (row == panel->rows.end()) return;
    const bool done = std::any_of(row->states.begin(), row->states.end(), [](const auto& s) { return s.chosen; });
    guide.press(done ? Pressed::Down : state_key(scenario, static_cast<std::size_t>(row - panel->rows.begin())));
  }
}

void mark_determinative(TourGuide& guide, const Scenario& scenario) {
  guide.press(Pressed::F);
  const Screen screen = guide.screen();
  const auto* body = replay(screen);
  if (!body) return;
  for (const auto& step : body->steps) {
    for (const auto& run : step.runs) {
      const auto* fact = scenario.find(FactId(run.fact));
      const bool marks = fact && fact->polarity == Polarity::Determinative && !run.marked && run.key.size() == 1;
      if (marks) guide.press(digit(run.key[0]));
    }
  }
  guide.press(Pressed::F);
}

void reveal_all(TourGuide& guide) {
  for (int i = 0; i < kPatience; ++i) {
    const Screen screen = guide.screen();
    const auto* body = replay(screen);
    if (!body || !body->next_step) return;
    guide.press(Pressed::Space);
  }
}

void answer(TourGuide& guide, const Scenario& scenario, const Values& reference, bool stray) {
  for (int i = 0; i < kPatience; ++i) {
    Screen screen = guide.screen();
    const auto* open = first_open(screen);
    if (!open) return;
    const FacetId facet = facet_of(*open);
    walk_to(guide, facet);
    screen = guide.screen();
    open = first_open(screen);
    if (!open || facet_of(*open) != facet) continue;
    if (open->kind == FacetKind::Checklist) {
      answer_elements(guide, facet, scenario);
    } else {
      const auto value = reference.find(facet);
      const bool differs = stray && facet == guide.pack().scheme.roles.legality;
      answer_chips(guide, *open, value == reference.end() ? Value() : value->second, differs);
    }
  }
}

}  // namespace

void decide_by_keyboard(TourGuide& guide, bool stray) {
  const auto* scenario = guide.pack().find(guide.controller().state().replay.scenario);
  if (!scenario) return guide.fail_with({ErrorKind::Usage, msg("The tour lost its way: no scenario is open"), {}, {}});
  reveal_all(guide);
  mark_determinative(guide, *scenario);
  answer(guide, *scenario, reference_values(guide.pack(), *scenario), stray);
  const Screen screen = guide.screen();
  if (first_open(screen)) guide.fail_with({ErrorKind::Usage, msg("The tour could not answer a facet by keyboard"), {}, {}});
}

}  // namespace etalon::ui
