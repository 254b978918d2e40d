// Memory for large arrays, in huge pages where the system has them: the first touch of a small page, and looking up at
// random in many of them, cost more than most of what is done here with what they hold.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <new>
#include <vector>

namespace etalon {

template <class T>
struct LargeAllocator {
  using value_type = T;

  LargeAllocator() = default;
  template <class U>
  LargeAllocator(const LargeAllocator<U>&) noexcept {}

  T* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    if (bytes < kLarge) return static_cast<T*>(::operator new(bytes));
    void* out = ::operator new(bytes, kPage);
#if defined(MADV_HUGEPAGE)
    ::madvise(out, bytes, MADV_HUGEPAGE);  // advice: without it, the same memory in small pages
#endif
    return static_cast<T*>(out);
  }
  void deallocate(T* memory, std::size_t count) noexcept {
    if (count * sizeof(T) < kLarge)
      ::operator delete(memory);
    else
      ::operator delete(memory, kPage);
  }
  template <class U>
  bool operator==(const LargeAllocator<U>&) const {
    return true;
  }

 private:
  static constexpr std::size_t kLarge = std::size_t{1} << 22U;     // bytes
  static constexpr std::align_val_t kPage{std::size_t{1} << 21U};  // of a huge page
};

template <class T>
using LargeVector = std::vector<T, LargeAllocator<T>>;

}  // namespace etalon
