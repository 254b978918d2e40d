// The hands of the tour: keys go in where the system's keys go in, pictures come out.
#pragma once

#include <ostream>

#include "ui/shell/desktop.h"
#include "ui/shell/workshop.h"

namespace etalon::ui {

class TourGuide {
 public:
  TourGuide(Desktop& desktop, Workshop& workshop, ManualClock& clock, std::filesystem::path folder, std::ostream& out);

  void press(toolkit::Key key, toolkit::Mods mods = {});
  void control(toolkit::Key key) { press(key, {.ctrl = true}); }
  void type(std::u32string_view text);
  // Numbered in the order they are taken. The first failure is kept and ends the taking.
  void picture(const std::string& name);
  // The same screen in four dresses: French light, English dark, English high contrast, French large.
  void pictures(const std::string& name);
  // Waits for the work beside the frames and draws its outcome.
  void settle();
  void announce(const std::filesystem::path& file);

  Screen screen() { return workshop_.controller().screen(); }
  template <class T>
  const T* body_of(const Screen& screen) {
    return std::get_if<T>(&screen.body);
  }
  Controller& controller() { return workshop_.controller(); }
  const Pack& pack() const { return workshop_.pack(); }
  const std::optional<Error>& failure() const { return failure_; }
  void fail_with(Error error);

 private:
  void step();

  Desktop& desktop_;
  Workshop& workshop_;
  ManualClock& clock_;
  std::filesystem::path folder_;
  std::ostream& out_;
  Scene scene_;
  int taken_ = 0;
  std::optional<Error> failure_;
};

// Decides the scenario on the screen by keyboard, all steps shown, and leaves it unsubmitted. Follows the reference but
// where `stray` says otherwise: then the legality is another.
void decide_by_keyboard(TourGuide& guide, bool stray);

}  // namespace etalon::ui
