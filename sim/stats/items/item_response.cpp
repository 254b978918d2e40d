#include "sim/stats/items/item_response.h"

#include <algorithm>
#include <iterator>

#include "sim/stats/items/marginal.h"

namespace etalon::stats {
namespace {

constexpr std::string_view kCodes[] = {"rasch", "rasch-marginal", "rasch-unit", "2pl"};

}  // namespace

std::string_view code(ItemModel model) { return kCodes[static_cast<std::size_t>(model)]; }

std::optional<ItemModel> item_model_from(std::string_view text) {
  const auto hit = std::find(std::begin(kCodes), std::end(kCodes), text);
  if (hit == std::end(kCodes)) return std::nullopt;
  return static_cast<ItemModel>(hit - std::begin(kCodes));
}

ItemResponse item_response(const Responses& responses, ItemModel model) {
  const bool any = std::any_of(responses.cells.begin(), responses.cells.end(), [](std::int8_t cell) { return cell >= 0; });
  if (any) return model == ItemModel::RaschConditional ? conditional_rasch(responses) : marginal_model(responses, model);
  ItemResponse out;
  out.items.resize(responses.items);
  out.persons.resize(responses.persons);
  out.reason = msg("Nobody answered, or there is no reference.");
  return out;
}

}  // namespace etalon::stats
