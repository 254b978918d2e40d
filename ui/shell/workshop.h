// The concrete parts behind a controller, wired: pack, journal, application, translations.
#pragma once

#include <filesystem>
#include <memory>

#include "sim/journal/journal.h"
#include "ui/shell/controller.h"

namespace etalon::ui {

struct WorkshopOptions {
  std::filesystem::path share;
  std::filesystem::path pack;
  std::filesystem::path journal;
  std::filesystem::path settings;  // empty: not kept
  std::filesystem::path reports;
  int utc_offset_minutes = 0;
  std::vector<std::filesystem::path> reviewers = {};  // lists of those whose signatures of packs count
};

class Workshop {
 public:
  // `clock` and `rng` must outlive it. `wake` is called from other threads when there is something to draw.
  // Errors: of the pack, the journal or the translations.
  static Result<std::unique_ptr<Workshop>> open(const WorkshopOptions& options, const Clock& clock, Rng& rng,
                                                Jobs::Wake wake);

  Controller& controller() { return *controller_; }
  Jobs& jobs() { return jobs_; }
  const Pack& pack() const { return pack_; }

 private:
  Workshop(Pack pack, std::unique_ptr<journal::Journal> journal, Catalogue french, Catalogue english, const Clock& clock,
           Rng& rng, Jobs::Wake wake);

  const Pack pack_;
  std::unique_ptr<journal::Journal> journal_;
  Catalogue french_, english_;
  app::App app_;
  Jobs jobs_;
  std::unique_ptr<Controller> controller_;
};

// The settings of this file; the defaults where there is none or it cannot be read, which `problem` then says.
ReadSettings load_settings(const std::filesystem::path& file);

}  // namespace etalon::ui
