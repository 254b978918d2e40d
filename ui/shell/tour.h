// A short tour through the real program, by keyboard: for people without a display, for the tests, for the README.
#pragma once

#include <filesystem>
#include <iosfwd>

namespace etalon::ui {

struct TourOptions {
  std::filesystem::path share;
  std::filesystem::path pack;
  std::filesystem::path folder;  // gets the pictures, report.html and the journal tour.db; an older tour.db is replaced
};

// Prints the path of each file made. The exit status of the command line's contract. The same pictures and the same
// journal each time: the clock is a made-up one and the dice are seeded.
int run_tour(const TourOptions& options, std::ostream& out, std::ostream& err);

}  // namespace etalon::ui
