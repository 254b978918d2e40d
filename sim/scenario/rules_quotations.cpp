// L06: what somebody wrote is told in indirect speech; a few quoted words may stand.
#include <array>

#include "sim/scenario/texts.h"

namespace etalon::scenario {
namespace {

constexpr std::size_t kMostQuotedWords = 3;

struct Marks {
  std::string_view open, close;
};
constexpr std::array<Marks, 5> kMarks{{{"“", "”"}, {"«", "»"}, {"\"", "\""}, {"„", "“"}, {"‹", "›"}}};

bool has_long_quotation(std::string_view text, const Marks& marks) {
  for (std::size_t open = text.find(marks.open); open != text.npos;) {
    const std::size_t start = open + marks.open.size();
    const std::size_t close = text.find(marks.close, start);
    if (close == text.npos) return false;
    if (words(text.substr(start, close - start)).size() > kMostQuotedWords) return true;
    open = text.find(marks.open, close + marks.close.size());
  }
  return false;
}

}  // namespace

void rule_quotations(const Subject& subject) {
  for (const Sentence& sentence : shown_sentences(subject))
    for (const Marks& marks : kMarks)
      if (has_long_quotation(sentence.text, marks))
        subject.add(sentence.line,
                    msg("more than {limit} words stand in quotation marks", {{"limit", std::to_string(kMostQuotedWords)}}),
                    msg("tell it in indirect speech"));
}

}  // namespace etalon::scenario
