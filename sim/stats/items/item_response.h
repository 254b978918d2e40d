// How hard the items are and how able the persons, on one scale: P(right) = 1 / (1 + exp(-discrimination (ability -
// difficulty))).
//
//  * RaschConditional: Rasch 1960; Andersen 1972 (J. R. Stat. Soc. B 34, 42-54): discrimination 1, the persons' sums
//  conditioned
//    away by elementary symmetric functions, difficulties summing to 0. An item that all or none of those asked answered
//    rightly has no estimate.
//  * RaschMarginal: Bock and Lieberman 1970; Thissen 1982: abilities normal with variance 1, one discrimination for all
//  items.
//  * RaschUnit: the same with the discrimination held at 1.
//  * TwoParameters: Birnbaum 1968; Bock and Aitkin 1981: a discrimination for each item.
//
// Marginal likelihoods by Gauss-Hermite quadrature with 21 points. Missing answers are left out of a person's likelihood.
// Standard errors from the observed information. Persons: posterior mean and deviation (EAP); for the conditional model
// Warm's weighted likelihood (Warm 1989, Psychometrika 54, 427-450), which exists for all right and all wrong too.
#pragma once

#include <optional>
#include <string_view>

#include "sim/base/message.h"
#include "sim/stats/items/responses.h"

namespace etalon::stats {

enum class ItemModel { RaschConditional, RaschMarginal, RaschUnit, TwoParameters };
std::string_view code(ItemModel model);  // "rasch", "rasch-marginal", "rasch-unit", "2pl"
std::optional<ItemModel> item_model_from(std::string_view code);

struct ItemParameters {
  bool defined = false;
  double difficulty = 0, discrimination = 1;
  std::optional<double> difficulty_error, discrimination_error;
};

struct PersonParameters {
  std::optional<double> ability;  // none: answered nothing
  double error = 0;
};

struct ItemResponse {
  bool converged = false;
  std::size_t iterations = 0;
  double log_likelihood = 0;  // conditional: given the sums
  // 2 numbers estimated - 2 log-likelihood (Akaike 1974), log(persons who answered) in place of the first 2 (Schwarz 1978);
  // comparable among the marginal models, or among conditional ones, of the same answers.
  double aic = 0, bic = 0;
  std::vector<ItemParameters> items;
  std::vector<PersonParameters> persons;
  Message reason;  // not empty: there is nothing to estimate from
};

ItemResponse item_response(const Responses& responses, ItemModel model);

}  // namespace etalon::stats
