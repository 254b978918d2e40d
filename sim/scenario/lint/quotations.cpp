// L06: what somebody wrote is told in indirect speech; a few quoted words may stand.
#include <algorithm>
#include <array>

#include "sim/scenario/lint/detect.h"

namespace etalon::scenario::lint {
namespace {

constexpr std::size_t kMostQuotedWords = 3;

struct Marks {
  std::string_view open, close;
  bool one_sided = true;  // an opening mark without a closing one still quotes
};
constexpr std::array<Marks, 12> kMarks{{{"“", "”", true},
                                        {"«", "»", true},
                                        {"\"", "\"", false},
                                        {"＂", "＂", false},
                                        {"„", "“", false},
                                        {"‹", "›", true},
                                        {"»", "«", false},
                                        {"‘", "’", false},
                                        {"'", "'", false},
                                        {"``", "''", false},
                                        {"''", "''", false},
                                        {"❝", "❞", true}}};

bool is_apostrophe(std::string_view mark) { return mark == "'" || mark == "’"; }

std::size_t count_words(std::string_view text) { return tokens(fold(text)).size(); }

class Quotations {
 public:
  explicit Quotations(Reading& reading) : reading_(reading), text_(reading.original) {}

  void run() {
    for (const Marks& marks : kMarks) between(marks);
    announced();
  }

 private:
  // An apostrophe is no quotation mark.
  bool opens(std::string_view mark, std::size_t at) const {
    return !is_apostrophe(mark) || at == 0 || text_[at - 1] == ' ' || text_[at - 1] == '(';
  }
  bool closes(std::string_view mark, std::size_t at) const {
    if (!is_apostrophe(mark)) return true;
    const std::size_t next = at + mark.size();
    return next >= text_.size() || std::string_view(" .,;:!?)").find(text_[next]) != std::string_view::npos;
  }
  void between(const Marks& marks) {
    for (std::size_t open = text_.find(marks.open); open != text_.npos; open = text_.find(marks.open, open)) {
      const std::size_t start = open + marks.open.size();
      std::size_t close = opens(marks.open, open) ? text_.find(marks.close, start) : start;
      while (close != text_.npos && close > start && !closes(marks.close, close)) close = text_.find(marks.close, close + 1);
      if (close == text_.npos && !marks.one_sided) return;
      const std::size_t end = std::min(close, text_.size());
      if (count_words(text_.substr(start, end - start)) > kMostQuotedWords) add(start, end);
      open = std::max(end, start);
    }
  }
  // citation : …
  void announced() {
    const auto& tokens = reading_.tokens;
    for (std::size_t i = 0; i + kMostQuotedWords + 1 < tokens.size(); ++i) {
      const bool word = is_one_of(tokens[i].text, {"citation", "quote", "quotation", "verbatim", "sic"});
      const bool phrase = tokens[i].text == "cite" && i > 0 && tokens[i - 1].text == "je";
      const std::size_t end = tokens[i].span.end;
      const std::string_view gap = reading_.text().substr(end, tokens[i + 1].span.begin - end);
      const bool marked = gap.find(':') != gap.npos || (phrase && gap.find(',') != gap.npos);
      if ((word || phrase) && marked) {
        const Span span = reading_.folded.original({tokens[i + 1].span.begin, reading_.text().size()});
        add(span.begin, span.end);
      }
    }
  }
  void add(std::size_t begin, std::size_t end) {
    reading_.add_original("L06", {begin, end},
                          msg("more than {limit} words are quoted", {{"limit", std::to_string(kMostQuotedWords)}}),
                          msg("tell it in indirect speech"));
  }

  Reading& reading_;
  std::string_view text_;
};

}  // namespace

void find_quotations(Reading& reading) { Quotations(reading).run(); }

}  // namespace etalon::scenario::lint
