#include "ui/shell/tour_guide.h"

#include <fmt/format.h>

namespace etalon::ui {
namespace {

constexpr std::int64_t kKeyMs = 450;  // between two keys: a person in no hurry

// What the system sends after the key itself; 0: nothing.
char32_t character_of(toolkit::Key key) {
  using toolkit::Key;
  const auto from = [key](char32_t first, Key origin) {
    return first + static_cast<char32_t>(static_cast<int>(key) - static_cast<int>(origin));
  };
  if (key >= Key::A && key <= Key::Z) return from(U'a', Key::A);
  if (key >= Key::Digit0 && key <= Key::Digit9) return from(U'0', Key::Digit0);
  if (key == Key::Space) return U' ';
  return key == Key::Question ? U'?' : U'\0';
}

}  // namespace

TourGuide::TourGuide(Desktop& desktop, Workshop& workshop, ManualClock& clock, std::filesystem::path folder,
                     std::ostream& out)
    : desktop_(desktop),
      workshop_(workshop),
      clock_(clock),
      folder_(std::move(folder)),
      out_(out),
      scene_(workshop.controller(), desktop.ui()) {
  settle();
}

void TourGuide::step() { desktop_.step(scene_, clock_.now()); }

void TourGuide::press(toolkit::Key key, toolkit::Mods mods) {
  clock_.advance(kKeyMs);
  desktop_.window().press(key, mods);
  const char32_t character = mods.ctrl ? U'\0' : character_of(key);
  if (character) desktop_.window().type(character);
  step();
}

void TourGuide::type(std::u32string_view text) {
  for (const char32_t character : text) {
    clock_.advance(kKeyMs / 3);
    desktop_.window().type(character);
  }
  step();
}

void TourGuide::settle() {
  workshop_.jobs().settle_all();
  step();
  step();
}

void TourGuide::fail_with(Error error) {
  if (!failure_) failure_ = std::move(error);
}

void TourGuide::announce(const std::filesystem::path& file) { out_ << file.string() << '\n'; }

void TourGuide::picture(const std::string& name) {
  if (failure_) return;
  settle();
  const auto file = folder_ / fmt::format("{:02}-{}.png", ++taken_, name);
  const auto written = write_png(file, desktop_.capture());
  if (!written) return fail_with(written.error());
  announce(file);
}

void TourGuide::pictures(const std::string& name) {
  using toolkit::Key;
  picture(name + "-fr-light");
  control(Key::L);
  control(Key::T);
  picture(name + "-en-dark");
  control(Key::T);
  picture(name + "-en-contrast");
  control(Key::T);
  control(Key::L);
  for (int i = 0; i < 7; ++i) control(Key::Plus);
  picture(name + "-fr-large");
  control(Key::Digit0);
}

}  // namespace etalon::ui
