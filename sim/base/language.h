// The two languages of the product, and a text that exists in both.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace etalon {

enum class Language { French, English };

constexpr std::string_view code(Language language) { return language == Language::French ? "fr" : "en"; }

constexpr std::optional<Language> language_from(std::string_view code) {
  if (code == "fr") return Language::French;
  if (code == "en") return Language::English;
  return std::nullopt;
}

struct LocalText {
  std::string fr;
  std::string en;

  const std::string& in(Language language) const { return language == Language::French ? fr : en; }
  friend bool operator==(const LocalText&, const LocalText&) = default;
};

}  // namespace etalon
