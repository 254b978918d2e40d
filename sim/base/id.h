// Identifiers that cannot be mixed up: a scenario's id is not a session's id, though both are text.
#pragma once

#include <compare>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>

namespace etalon {

template <class Tag>
struct Id {
  std::string value;

  Id() = default;
  explicit Id(std::string text) : value(std::move(text)) {}
  explicit Id(std::string_view text) : value(text) {}
  explicit Id(const char* text) : value(text) {}

  bool empty() const { return value.empty(); }
  friend auto operator<=>(const Id&, const Id&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Id& id) { return out << id.value; }
};

}  // namespace etalon

template <class Tag>
struct std::hash<etalon::Id<Tag>> {
  std::size_t operator()(const etalon::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.value); }
};
