#include "ui/toolkit/line_break.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <algorithm>
#include <array>

#include "sim/base/assert.h"

namespace etalon::ui::toolkit {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

std::size_t without_spaces(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && is_space(text[end - 1])) --end;
  return end;
}

bool closes(std::string_view rest) {
  constexpr std::array<std::string_view, 8> kClosing = {"»", ":", ";", "!", "?", "%", "”", "…"};
  return std::any_of(kClosing.begin(), kClosing.end(), [&](std::string_view sign) { return rest.starts_with(sign); });
}

bool forbidden(std::string_view text, std::size_t at) {
  const std::size_t end = without_spaces(text, 0, at);
  return text.substr(0, end).ends_with("«") || text.substr(0, end).ends_with("“") || closes(text.substr(at));
}

}  // namespace

struct LineBreaker::Icu {
  std::unique_ptr<icu::BreakIterator> lines;
};

LineBreaker::LineBreaker() : icu_(std::make_unique<Icu>()) {
  UErrorCode status = U_ZERO_ERROR;
  icu_->lines.reset(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  ETALON_ASSERT(U_SUCCESS(status) && icu_->lines != nullptr);
}

LineBreaker::~LineBreaker() = default;

std::vector<BreakPoint> LineBreaker::breaks(std::string_view utf8) {
  std::vector<BreakPoint> out;
  if (utf8.empty()) return out;
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, utf8.data(), static_cast<int64_t>(utf8.size()), &status);
  icu_->lines->setText(&source, status);
  ETALON_ASSERT(U_SUCCESS(status));
  icu_->lines->first();
  for (int32_t at = icu_->lines->next(); at != icu::BreakIterator::DONE; at = icu_->lines->next()) {
    const auto here = static_cast<std::size_t>(at);
    const bool mandatory = utf8[here - 1] == '\n';
    if (mandatory || here == utf8.size() || !forbidden(utf8, here)) out.push_back({here, mandatory});
  }
  utext_close(&source);
  return out;
}

std::vector<Line> LineBreaker::wrap(std::string_view utf8, float width, const Measure& measure) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  std::size_t fits = 0;  // the last break point that fits
  const auto finish = [&](std::size_t next) {
    const std::size_t end = without_spaces(utf8, begin, next);
    lines.push_back({begin, end, next, measure(utf8.substr(begin, end - begin))});
    begin = fits = next;
  };
  const auto too_wide = [&](std::size_t to) {
    return measure(utf8.substr(begin, without_spaces(utf8, begin, to) - begin)) > width;
  };
  for (const BreakPoint& point : breaks(utf8)) {
    if (too_wide(point.at) && fits > begin) finish(fits);
    while (begin < point.at && too_wide(point.at)) {
      std::size_t cut = next_character(utf8, begin);
      while (cut < point.at && !too_wide(next_character(utf8, cut))) cut = next_character(utf8, cut);
      if (cut >= point.at) break;
      finish(cut);
    }
    fits = point.at;
    if (point.mandatory) finish(point.at);
  }
  if (begin < utf8.size() || lines.empty() || utf8.back() == '\n') finish(utf8.size());
  return lines;
}

std::size_t previous_character(std::string_view utf8, std::size_t at) {
  if (at == 0) return 0;
  --at;
  while (at > 0 && continues(utf8[at])) --at;
  return at;
}

std::size_t next_character(std::string_view utf8, std::size_t at) {
  if (at >= utf8.size()) return utf8.size();
  ++at;
  while (at < utf8.size() && continues(utf8[at])) ++at;
  return at;
}

}  // namespace etalon::ui::toolkit
