#include "sim/stats/items/item_response.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "sim/stats/items/marginal.h"

namespace etalon::stats {
namespace {

constexpr std::string_view kCodes[] = {"rasch", "rasch-marginal", "rasch-unit", "2pl"};

std::size_t numbers_of(const ItemResponse& found, ItemModel model) {
  const auto items = static_cast<std::size_t>(
      std::count_if(found.items.begin(), found.items.end(), [](const ItemParameters& item) { return item.defined; }));
  switch (model) {
    case ItemModel::RaschConditional: return items > 0 ? items - 1 : 0;  // difficulties sum to 0
    case ItemModel::RaschMarginal: return items + 1;
    case ItemModel::RaschUnit: return items;
    case ItemModel::TwoParameters: break;
  }
  return 2 * items;
}

void add_criteria(ItemResponse& out, const Responses& responses, ItemModel model) {
  double persons = 0;
  for (std::size_t person = 0; person < responses.persons; ++person) {
    const auto row = responses.cells.begin() + static_cast<std::ptrdiff_t>(person * responses.items);
    persons += std::any_of(row, row + static_cast<std::ptrdiff_t>(responses.items), [](auto cell) { return cell >= 0; });
  }
  const auto numbers = static_cast<double>(numbers_of(out, model));
  out.aic = 2 * numbers - 2 * out.log_likelihood;
  out.bic = std::log(persons) * numbers - 2 * out.log_likelihood;
}

}  // namespace

std::string_view code(ItemModel model) { return kCodes[static_cast<std::size_t>(model)]; }

std::optional<ItemModel> item_model_from(std::string_view text) {
  const auto hit = std::find(std::begin(kCodes), std::end(kCodes), text);
  if (hit == std::end(kCodes)) return std::nullopt;
  return static_cast<ItemModel>(hit - std::begin(kCodes));
}

ItemResponse item_response(const Responses& responses, ItemModel model) {
  const bool any = std::any_of(responses.cells.begin(), responses.cells.end(), [](std::int8_t cell) { return cell >= 0; });
  ItemResponse out;
  if (any) {
    out = model == ItemModel::RaschConditional ? conditional_rasch(responses) : marginal_model(responses, model);
    add_criteria(out, responses, model);
    return out;
  }
  out.items.resize(responses.items);
  out.persons.resize(responses.persons);
  out.reason = msg("Nobody answered, or there is no reference.");
  return out;
}

}  // namespace etalon::stats
