// Names by number, of fewer than 2^32 letters together, their letters one behind the other: a million of them take a few
// pieces of memory, not a million.
#pragma once

#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string>
#include <string_view>

#include "sim/base/large_memory.h"

namespace etalon::exchange {

class Names {
 public:
  Names() = default;
  Names(std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) push_back(name);
  }

  void push_back(std::string_view name) {
    letters_.insert(letters_.end(), name.begin(), name.end());
    ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
  }
  // Room for so many, of the length that those here have.
  void reserve(std::size_t count) {
    ends_.reserve(count);
    if (!empty()) letters_.reserve(letters_.size() / size() * count + letters_.size());
  }
  std::size_t size() const { return ends_.size(); }
  bool empty() const { return ends_.empty(); }
  // Holds until the next push_back().
  std::string_view operator[](std::size_t number) const {
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return {letters_.data() + begin, ends_[number] - begin};
  }
  std::vector<std::string> texts() const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < size(); ++i) out.emplace_back((*this)[i]);
    return out;
  }
  bool operator==(const Names& other) const = default;

  // Whether the number is this name's: without a call for the short names that files have.
  bool is(std::size_t number, std::string_view name) const {
    const std::string_view own = (*this)[number];
    if (own.size() != name.size()) return false;
    if (own.size() > 16) return own == name;
    return first_word(own) == first_word(name) && last_word(own) == last_word(name);
  }

  // The first and the last eight bytes, which overlap in a name of fewer than 16; of one that is shorter than eight all
  // bytes, some twice.
  static std::uint64_t first_word(std::string_view name) {
    return name.size() >= 8 ? word<std::uint64_t>(name.data()) : last_word(name);
  }
  static std::uint64_t last_word(std::string_view name) {
    const std::size_t size = name.size();
    const char* at = name.data();
    if (size >= 8) return word<std::uint64_t>(at + size - 8);
    if (size >= 4) return word<std::uint32_t>(at) | std::uint64_t{word<std::uint32_t>(at + size - 4)} << 32U;
    if (size == 0) return 0;
    const auto byte = [at](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
    return byte(0) | byte(size / 2) << 8U | byte(size - 1) << 16U;
  }

 private:
  template <class Word>
  static Word word(const char* at) {
    Word out = 0;
    std::memcpy(&out, at, sizeof out);
    return out;
  }

  LargeVector<char> letters_;
  LargeVector<std::uint32_t> ends_;
};

}  // namespace etalon::exchange
