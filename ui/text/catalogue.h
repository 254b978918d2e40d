// The sentences of one language. The key of a sentence is the sentence in English; what a catalogue does not
// know stays English. A value: copy it, pass it by reference. It depends on no locale of the process.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "sim/base/language.h"
#include "sim/base/result.h"
#include "ui/text/mo_file.h"

namespace etalon::ui {

class Catalogue {
 public:
  using Args = std::vector<std::pair<std::string, std::string>>;

  Catalogue() = default;  // English, without any entry
  Catalogue(Language language, MoEntries entries) : language_(language), entries_(std::move(entries)) {}

  // Reads share/translations/<code>.mo. Input error: missing, damaged or not a catalogue.
  static Result<Catalogue> load(const std::filesystem::path& share, Language language);

  Language language() const { return language_; }
  bool knows(std::string_view english) const { return entries_.contains(english); }

  std::string tr(std::string_view english) const;
  std::string tr(std::string_view english, const Args& args) const;
  // Translated, with its values set in.
  std::string tr(const Message& message) const;
  // The form for `n` things; {n} is set in by itself, in the language's number format.
  // English: one for n = 1. French: one for n = 0 and 1 (many when n > 1).
  std::string plural(std::string_view one, std::string_view many, std::int64_t n, const Args& args = {}) const;
  // "what (how to mend it)" with file and line in front.
  std::string error(const Error& error) const;

 private:
  Language language_ = Language::English;
  MoEntries entries_;
};

}  // namespace etalon::ui
