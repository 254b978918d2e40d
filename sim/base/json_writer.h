// Writes JSON whose bytes are the same everywhere: keys in the order they are given, no spaces, UTF-8 kept,
// numbers by the shortest form that reads back equal.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace etalon {

class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth);
  JsonWriter& value(double number);  // must be finite
  template <std::integral T>
  requires(!std::same_as<T, bool>) JsonWriter& value(T number) { return integer(static_cast<std::int64_t>(number)); }
  JsonWriter& null();
  template <class T>
  JsonWriter& field(std::string_view name, const T& content) {
    return key(name).value(content);
  }

  const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  JsonWriter& integer(std::int64_t number);
  void separate();

  std::string out_;
  bool first_ = true;
};

}  // namespace etalon
