// Names in the order in which they first occur, each with its number. Made for millions of look-ups: a sorted file needs no
// index beside the names themselves; any other gets open addressing, without an allocation for a name that is known.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>

#include "sim/exchange/names.h"

namespace etalon::exchange {

class NameIndex {
 public:
  std::uint32_t index(std::string_view name) {
    if (slots_.empty()) {
      if (const auto number = among_ascending(name)) return *number;
      resize(std::bit_ceil(2 * names_.size() + 64));
    }
    if (2 * (names_.size() + 1) > slots_.size()) resize(2 * slots_.size());
    const std::uint64_t hash = hash_of(name);
    for (std::size_t at = place(hash);; at = (at + 1) & (slots_.size() - 1)) {
      Slot& slot = slots_[at];
      if (slot.number == 0) {
        names_.push_back(name);
        slot = {tag(hash), static_cast<std::uint32_t>(names_.size())};
        return slot.number - 1;
      }
      if (slot.tag == tag(hash) && names_.is(slot.number - 1, name)) return slot.number - 1;
    }
  }
  // Soon index() will be asked for it: fetches what that will look at.
  void expect(std::string_view name) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[place(hash_of(name))], 1);
  }

  // Room for so many.
  void reserve(std::size_t count) {
    names_.reserve(count);
    if (!slots_.empty() && 2 * count > slots_.size()) resize(std::bit_ceil(2 * count));
  }

  std::size_t size() const { return names_.size(); }
  bool is(std::uint32_t number, std::string_view name) const { return names_.is(number, name); }
  const Names& names() const { return names_; }
  Names take() { return std::move(names_); }

 private:
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t number = 0;  // + 1; 0: free
  };

  static bool is_before(std::string_view a, std::string_view b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }

  // The number of a name where all names so far came in ascending order: shorter ones first, so that 9 comes before 10.
  // Nothing: it does not fit that order, or names have been asked for out of order so often that slots are quicker.
  std::optional<std::uint32_t> among_ascending(std::string_view name) {
    constexpr std::size_t kMostSearches = 1'000;
    const auto size = static_cast<std::uint32_t>(names_.size());
    if (size == 0 || is_before(names_[size - 1], name)) {
      names_.push_back(name);
      return size;
    }
    if (++searches_ > kMostSearches) return std::nullopt;
    std::uint32_t first = 0;
    for (std::uint32_t count = size; count > 0;) {
      const std::uint32_t half = count / 2;
      if (is_before(names_[first + half], name)) {
        first += half + 1;
        count -= half + 1;
      } else {
        count = half;
      }
    }
    return names_[first] == name ? std::optional(first) : std::nullopt;
  }

  std::size_t place(std::uint64_t hash) const { return hash & (slots_.size() - 1); }
  static std::uint32_t tag(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

  // Eight bytes at a time, mixed by multiplication: the names are what a file holds, and a bad mix only costs time.
  static std::uint64_t hash_of(std::string_view name) {
    std::uint64_t hash = name.size() * 0x9e3779b97f4a7c15;
    const auto mix = [&](std::uint64_t word) {
      hash = (hash ^ word) * 0xbf58476d1ce4e5b9;
      hash ^= hash >> 29U;
    };
    std::string_view rest = name;
    for (; rest.size() > 8; rest.remove_prefix(8)) mix(Names::first_word(rest));
    mix(Names::last_word(name));
    return hash ^ (hash >> 32U);
  }

  // `size` is a power of two.
  void resize(std::size_t size) {
    slots_ = LargeVector<Slot>(size);
    for (std::uint32_t number = 0; number < names_.size(); ++number) {
      const std::uint64_t hash = hash_of(names_[number]);
      std::size_t at = place(hash);
      while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = {tag(hash), number + 1};
    }
  }

  LargeVector<Slot> slots_;  // empty while the names come in ascending order
  std::size_t searches_ = 0;
  Names names_;
};

}  // namespace etalon::exchange
