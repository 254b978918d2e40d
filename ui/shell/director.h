// Who decides what the stage shows and what follows from what a person does.
#pragma once

#include <optional>

#include "ui/model/keymap.h"
#include "ui/present/screens.h"

namespace etalon::ui {

class Director {
 public:
  virtual ~Director() = default;
  virtual Screen screen() = 0;
  virtual std::optional<Intent> intent_of(const KeyChord& chord) const = 0;
  // `at`: when the key or the pointer did it.
  virtual void handle(const Intent& intent, Instant at) = 0;
  // The analyst is at work: a key or the pointer moved, whatever it meant.
  virtual void touch(Instant at) = 0;
  // Work that became ready meanwhile. True: the screen may have changed.
  virtual bool catch_up(Instant now) = 0;
  // Seconds until catch_up() has something to do by itself; empty: not before something happens.
  virtual std::optional<double> seconds_to_wait(Instant now) const = 0;
  virtual bool wants_to_quit() const = 0;
};

}  // namespace etalon::ui
