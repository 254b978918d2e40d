// A sentence for a person, kept apart from its language: an English template, which is also the key of
// the translation catalogues, and the values of its {named} places.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace etalon {

struct Message {
  std::string text;  // English template: "{file} is {size} bytes, the limit is {limit}"
  std::vector<std::pair<std::string, std::string>> args;

  friend bool operator==(const Message&, const Message&) = default;
};

// Marks a literal for extraction into the catalogues (xgettext --keyword=msg) and binds its values.
Message msg(std::string_view text, std::vector<std::pair<std::string, std::string>> args = {});

// Replaces every {name} of the template that has a value; an unknown place stays as it is written.
// Values are inserted as they are and never searched for places themselves.
std::string substitute(std::string_view text, const std::vector<std::pair<std::string, std::string>>& args);

// The English sentence.
std::string english(const Message& message);

}  // namespace etalon
