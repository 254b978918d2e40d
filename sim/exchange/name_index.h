// Names in the order in which they first occur, each with its number. Made for millions of look-ups: open addressing, no
// allocation for a name that is known.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace etalon::exchange {

class NameIndex {
 public:
  std::uint32_t index(std::string_view name) {
    if (2 * (names_.size() + 1) > slots_.size()) grow();
    const std::uint64_t hash = hash_of(name);
    for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      Slot& slot = slots_[at];
      if (slot.number == 0) {
        names_.emplace_back(name);
        slot = {hash, static_cast<std::uint32_t>(names_.size())};
        return slot.number - 1;
      }
      if (slot.hash == hash && names_[slot.number - 1] == name) return slot.number - 1;
    }
  }

  std::size_t size() const { return names_.size(); }
  // Whether the number is this name's: without a call for the short names that files have.
  bool is(std::uint32_t number, std::string_view name) const {
    const std::string& own = names_[number];
    if (own.size() != name.size()) return false;
    if (name.size() < 8 || name.size() > 16) return own == name;
    return word(own.data()) == word(name.data()) && word(own.data() + own.size() - 8) == word(name.data() + name.size() - 8);
  }
  const std::string& operator[](std::uint32_t number) const { return names_[number]; }
  const std::vector<std::string>& names() const { return names_; }
  std::vector<std::string> take() { return std::move(names_); }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = 0;  // + 1; 0: free
  };

  static std::uint64_t word(const char* at) {
    std::uint64_t out = 0;
    std::memcpy(&out, at, sizeof out);
    return out;
  }

  // Eight bytes at a time, mixed by multiplication: the names are what a file holds, and a bad mix only costs time.
  static std::uint64_t hash_of(std::string_view name) {
    std::uint64_t hash = name.size() * 0x9e3779b97f4a7c15;
    while (!name.empty()) {
      std::uint64_t word = 0;
      const std::size_t size = name.size() < sizeof word ? name.size() : sizeof word;
      std::memcpy(&word, name.data(), size);
      hash = (hash ^ word) * 0xbf58476d1ce4e5b9;
      hash ^= hash >> 29;
      name.remove_prefix(size);
    }
    return hash ^ (hash >> 32);
  }

  void grow() {
    std::vector<Slot> old = std::move(slots_);
    slots_.assign(old.empty() ? 64 : 2 * old.size(), {});
    for (const Slot& slot : old) {
      if (slot.number == 0) continue;
      std::size_t at = slot.hash & (slots_.size() - 1);
      while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::vector<std::string> names_;
};

}  // namespace etalon::exchange
