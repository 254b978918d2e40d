#include "sim/exchange/separators.h"

#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "sim/base/assert.h"
#include "sim/base/text.h"

// One body, compiled for the baseline and, on x86-64, for processors with instructions for bits.
#if defined(__x86_64__)
#define ETALON_BITS __attribute__((target("avx2,bmi,popcnt")))
#endif
#define ETALON_INLINE inline __attribute__((always_inline))

namespace etalon::exchange {
namespace {

constexpr std::size_t kStep = 64;  // bytes

// Of kStep bytes or fewer: a bit for each comma and line end, and whether the rest is plain.
struct Scanned {
  std::uint64_t separators = 0;
  bool care = false, high = false;
};

Scanned scan_one_by_one(std::string_view bytes) {
  Scanned out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    const bool separator = c == ',' || c == '\n';
    out.separators |= static_cast<std::uint64_t>(separator) << i;
    out.high = out.high || c >= 0x80;
    out.care = out.care || c == '"' || c == '|' || c == '{' || (c < ' ' && !separator);
  }
  return out;
}

#if defined(__SSE2__)
// Sixteen bytes at a time. What is out of the ordinary is only noticed; scan_one_by_one() then says what it is.
ETALON_INLINE Scanned scan(const char* at) {
  std::uint64_t separators = 0;
  __m128i odd = _mm_setzero_si128();
  const __m128i last_control = _mm_set1_epi8(0x1f), first_bracket = _mm_set1_epi8('{');
  for (int i = 0; i < 4; ++i) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 16 * i));
    const auto is = [&](char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
    const __m128i line_end = is('\n');
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(is(','), line_end)));
    separators |= static_cast<std::uint64_t>(found) << (16 * i);
    const __m128i control = _mm_andnot_si128(line_end, _mm_cmpeq_epi8(_mm_min_epu8(bytes, last_control), bytes));
    const __m128i from_bracket = _mm_cmpeq_epi8(_mm_max_epu8(bytes, first_bracket), bytes);
    odd = _mm_or_si128(odd, _mm_or_si128(_mm_or_si128(control, from_bracket), is('"')));
  }
  if (_mm_movemask_epi8(odd) != 0) return scan_one_by_one({at, kStep});
  return {separators, false, false};
}
#else
Scanned scan(const char* at) { return scan_one_by_one({at, kStep}); }
#endif

// The places of the bits, counted from `at`. Eight at a time, some of them of no bit: how often a loop of one at a time goes
// round is not foreseen.
ETALON_INLINE std::uint32_t* put_places(std::uint64_t bits, std::uint32_t at, std::uint32_t* next) {
  constexpr std::uint64_t kNone = std::uint64_t{1} << 63U;  // so that a bit is found where there is none left
  const int count = std::popcount(bits);
  for (int done = 0; done < count; done += 8)
    for (int i = 0; i < 8; ++i, bits &= bits - 1)
      next[done + i] = at + static_cast<std::uint32_t>(std::countr_zero(bits | kNone));
  return next + count;
}

ETALON_INLINE std::optional<std::size_t> find_all(std::string_view piece, std::uint32_t* places) {
  std::uint32_t* next = places;
  bool high = false;
  for (std::size_t at = 0; at < piece.size(); at += kStep) {
    const Scanned step = at + kStep <= piece.size() ? scan(piece.data() + at) : scan_one_by_one(piece.substr(at));
    if (step.care) return std::nullopt;
    high = high || step.high;
    next = put_places(step.separators, static_cast<std::uint32_t>(at), next);
  }
  if (high && !is_utf8(piece)) return std::nullopt;
  return static_cast<std::size_t>(next - places);
}

#if defined(__x86_64__)
ETALON_BITS std::optional<std::size_t> find_by_bits(std::string_view piece, std::uint32_t* places) {
  return find_all(piece, places);
}
#endif

}  // namespace

std::optional<std::size_t> find_separators(std::string_view piece, std::span<std::uint32_t> places) {
  ETALON_ASSERT(places.size() >= piece.size() + kSpare);
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")) return find_by_bits(piece, places.data());
#endif
  return find_all(piece, places.data());
}

}  // namespace etalon::exchange
