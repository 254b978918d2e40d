// When the pack, the journal or the translations cannot be opened: the window says so and can try again.
#pragma once

#include "ui/shell/director.h"
#include "ui/text/catalogue.h"

namespace etalon::ui {

class Problem final : public Director {
 public:
  Problem(Error error, Catalogue catalogue, Settings settings);

  Screen screen() override;
  std::optional<Intent> intent_of(const KeyChord& chord) const override;
  void handle(const Intent& intent, Instant at) override;
  void touch(Instant) override {}
  bool catch_up(Instant) override { return false; }
  std::optional<double> seconds_to_wait(Instant) const override { return std::nullopt; }
  bool wants_to_quit() const override { return quits_ || wants_retry_; }

  bool wants_retry() const { return wants_retry_; }

 private:
  Error error_;
  Catalogue catalogue_;
  Settings settings_;
  bool quits_ = false;
  bool wants_retry_ = false;
};

}  // namespace etalon::ui
