#include "sim/scenario/lint/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

namespace etalon::scenario::lint {
namespace {

constexpr UChar32 kFirstCached = 0x80, kPastCached = 0x250;

// What Unicode calls look-alikes is meant for identifiers; these marks are used for one another in prose.
char look_alike_mark(UChar32 c) {
  switch (c) {
    case 0xB7:
    case 0x2022:
    case 0x2024:
    case 0x2027:
    case 0x2219:
    case 0x22C5:
    case 0x30FB:
    case 0x3002: return '.';
    case 0x2019:
    case 0x2018:
    case 0x02BC: return '\'';
    case 0x2044:
    case 0x2215: return '/';
    case 0x2212: return '-';
    case 0x2236: return ':';
    default: return 0;
  }
}

class Folding {
 public:
  Folding() {
    UErrorCode status = U_ZERO_ERROR;
    spoof_.reset(uspoof_open(&status));
    casefold_ = icu::Normalizer2::getNFKCCasefoldInstance(status);
    decompose_ = icu::Normalizer2::getNFDInstance(status);
    for (UChar32 c = kFirstCached; c < kPastCached; ++c) cache_.push_back(compute(c));
  }

  std::string operator()(UChar32 c) const {
    if (c >= kFirstCached && c < kPastCached) return cache_[static_cast<std::size_t>(c - kFirstCached)];
    return compute(c);
  }

 private:
  std::string compute(UChar32 c) const {
    if (const char mark = look_alike_mark(c); mark != 0) return std::string(1, mark);
    const int type = u_charType(c);
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return {};
    if (type == U_SPACE_SEPARATOR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR) return " ";
    if (type == U_DASH_PUNCTUATION) return "-";
    if (const int digit = u_charDigitValue(c); digit >= 0) return std::string(1, static_cast<char>('0' + digit));
    return letters(c);
  }

  std::string letters(UChar32 c) const {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text = decomposed(casefold_->normalize(icu::UnicodeString(c), status), status);
    if (u_isalpha(c) != 0 && spoof_ != nullptr && !is_ascii(text)) {
      icu::UnicodeString skeleton;
      uspoof_getSkeletonUnicodeString(spoof_.get(), 0, text, skeleton, &status);
      text = decomposed(casefold_->normalize(skeleton, status), status);
    }
    std::string out;
    if (U_SUCCESS(status) != 0) text.toUTF8String(out);
    return out;
  }

  // Without the marks.
  icu::UnicodeString decomposed(const icu::UnicodeString& text, UErrorCode& status) const {
    const icu::UnicodeString all = decompose_->normalize(text, status);
    icu::UnicodeString out;
    for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
      const int type = u_charType(all.char32At(i));
      if (type != U_NON_SPACING_MARK && type != U_ENCLOSING_MARK) out.append(all.char32At(i));
    }
    return out;
  }

  static bool is_ascii(const icu::UnicodeString& text) {
    for (int32_t i = 0; i < text.length(); ++i)
      if (text[i] >= 0x80) return false;
    return true;
  }

  struct Close {
    void operator()(USpoofChecker* spoof) const { uspoof_close(spoof); }
  };
  std::unique_ptr<USpoofChecker, Close> spoof_;
  const icu::Normalizer2* casefold_ = nullptr;
  const icu::Normalizer2* decompose_ = nullptr;
  std::vector<std::string> cache_;
};

}  // namespace

void Folded::add(std::string_view folded, Span original, bool is_capital) {
  text += folded;
  for (std::size_t i = 0; i < folded.size(); ++i) {  // nearly always once: faster than insert()
    from.push_back(original);
    capital.push_back(is_capital);
  }
}

Folded fold(std::string_view utf8) {
  static const Folding folding;
  Folded out;
  out.text.reserve(utf8.size());
  out.from.reserve(utf8.size());
  out.capital.reserve(utf8.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto length = static_cast<int32_t>(utf8.size());
  for (int32_t next = 0; next < length;) {
    const int32_t begin = next;
    UChar32 c = 0;
    U8_NEXT(bytes, next, length, c);
    const Span span{static_cast<std::size_t>(begin), static_cast<std::size_t>(next)};
    if (c >= 0 && c < kFirstCached) {
      const bool capital = c >= 'A' && c <= 'Z';
      const char lower = static_cast<char>(capital ? c + 0x20 : c);
      out.add({&lower, 1}, span, capital);
    } else {
      out.add(folding(c < 0 ? 0xFFFD : c), span, u_isUUppercase(c) != 0);
    }
  }
  return out;
}

std::vector<Token> tokens(const Folded& folded) {
  std::vector<Token> out;
  const std::string_view text = folded.text;
  for (std::size_t begin = 0; begin < text.size();) {
    if (!is_word(text[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin, capitals = 0, letters = 0;
    for (; end < text.size() && is_word(text[end]); ++end) {
      capitals += folded.capital[end] ? 1U : 0U;
      letters += is_digit(text[end]) ? 0U : 1U;
    }
    out.push_back(
        {{begin, end}, text.substr(begin, end - begin), folded.capital[begin], letters > 1 && capitals == letters});
    begin = end;
  }
  return out;
}

}  // namespace etalon::scenario::lint
