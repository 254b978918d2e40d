// The arguments of every command that reads a ratings file.
#pragma once

#include "sim/exchange/ratings_file.h"
#include "ui/cli/cli.h"

namespace CLI {
class App;
}

namespace etalon::ui::cli {

struct RatingsArguments {
  std::filesystem::path file;
  bool wide = false;
  std::string repeats = "error";
  std::vector<std::string> order, categories;
};

void add_ratings(CLI::App& command, RatingsArguments& arguments);
exchange::RatingsOptions reading(const World& world, const RatingsArguments& arguments, std::size_t threads);

}  // namespace etalon::ui::cli
