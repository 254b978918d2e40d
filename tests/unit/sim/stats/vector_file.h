// Reads a file of tests/data/vectors into a rating table.
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/stats/rating_table.h"

namespace etalon::stats {

inline nlohmann::json read_vector(const std::string& name) {
  std::ifstream file(std::string(ETALON_SOURCE_DIR) + "/tests/data/vectors/" + name + ".json");
  return nlohmann::json::parse(file);
}

inline RatingTable ratings_of(const nlohmann::json& vector) {
  std::vector<std::vector<std::optional<std::string>>> rows;
  for (const auto& unit : vector["data"]["ratings"]) {
    auto& row = rows.emplace_back();
    for (const auto& cell : unit) row.push_back(cell.is_null() ? std::nullopt : std::optional(cell.dump()));
  }
  return RatingTable::from_texts(rows);
}

// A contingency table, a row a category of the first rater.
inline RatingTable ratings_of_table(const nlohmann::json& vector) {
  std::vector<std::vector<std::optional<std::string>>> rows;
  const auto& table = vector["data"]["table"];
  for (std::size_t i = 0; i < table.size(); ++i)
    for (std::size_t j = 0; j < table.size(); ++j)
      for (int k = 0; k < table[i][j].get<int>(); ++k) rows.push_back({std::to_string(i), std::to_string(j)});
  return RatingTable::from_texts(rows);
}

}  // namespace etalon::stats
