// Names in the order in which they first occur, each with its number. Made for millions of look-ups: open addressing, no
// allocation for a name that is known.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

#include "sim/exchange/names.h"

namespace etalon::exchange {

class NameIndex {
 public:
  std::uint32_t index(std::string_view name) {
    if (2 * (names_.size() + 1) > slots_.size()) resize(slots_.empty() ? 64 : 2 * slots_.size());
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
    if (2 * count > slots_.size()) resize(std::bit_ceil(2 * count));
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

  LargeVector<Slot> slots_;
  Names names_;
};

}  // namespace etalon::exchange
