#include "ui/cli/ratings_options.h"

#include <CLI/CLI.hpp>

#include "ui/cli/output.h"

namespace etalon::ui::cli {

void add_ratings(CLI::App& command, RatingsArguments& arguments) {
  command.add_option("ratings", arguments.file, "CSV: unit,rater,value")->required();
  command.add_flag("--wide", arguments.wide, "a row a unit, a column a rater");
  command.add_option("--repeats", arguments.repeats, "where one rater rated one unit more than once")
      ->check(CLI::IsMember({"error", "first", "last"}))
      ->capture_default_str();
  command.add_option("--order", arguments.order, "the categories in ascending order")->delimiter(',');
  command.add_option("--categories", arguments.categories, "categories that may not occur")->delimiter(',');
}

exchange::RatingsOptions reading(const World& world, const RatingsArguments& arguments, std::size_t threads) {
  exchange::RatingsOptions how;
  if (arguments.wide) how.layout = exchange::Layout::Wide;
  if (arguments.repeats != "error")
    how.repeats = arguments.repeats == "first" ? exchange::Repeats::First : exchange::Repeats::Last;
  how.order = arguments.order;
  how.categories = arguments.categories;
  how.threads = threads > 0 ? threads : usable_threads();
  how.progress = progress_bar(world);
  return how;
}

}  // namespace etalon::ui::cli
