// The two ways of estimating item response models. For the sources of this folder.
#pragma once

#include "sim/stats/items/item_response.h"

namespace etalon::stats {

ItemResponse marginal_model(const Responses& responses, ItemModel model);
ItemResponse conditional_rasch(const Responses& responses);

}  // namespace etalon::stats
