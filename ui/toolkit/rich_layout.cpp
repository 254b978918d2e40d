#include "ui/toolkit/rich_layout.h"

#include <algorithm>

namespace etalon::ui::toolkit {
namespace {

// A stretch between two places where a line may end, or a run begins.
struct Atom {
  std::size_t run = 0;
  std::string_view text;
  bool may_end = false;  // a line may end behind it
  bool must_end = false;
  float number = 0;
};

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string_view without_spaces(std::string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<Atom> cut(LineBreaker& breaker, std::span<const Run> runs, const std::string& whole,
                      const RichMeasure& measure) {
  std::vector<Atom> atoms;
  const std::vector<BreakPoint> breaks = breaker.breaks(whole);
  auto next = breaks.begin();
  std::size_t at = 0;
  for (std::size_t r = 0; r < runs.size(); ++r) {
    const std::size_t end = at + runs[r].text.size();
    while (at < end) {
      while (next != breaks.end() && next->at <= at) ++next;
      const bool inside = next != breaks.end() && next->at <= end;
      const std::size_t to = inside ? next->at : end;
      atoms.push_back({r, std::string_view(whole).substr(at, to - at), inside, inside && next->mandatory, 0});
      at = to;
    }
    // The number stands at the end of its run and never leaves the last word.
    if (!runs[r].fact.empty() && !atoms.empty() && atoms.back().run == r) atoms.back().number = measure.number(runs[r].fact);
  }
  return atoms;
}

class Filler {
 public:
  Filler(float width, const RichMeasure& measure) : width_(width), measure_(measure) {}

  // `group` cannot be parted: it goes onto the line or onto the next one.
  void add(std::span<const Atom> group) {
    float w = 0;
    for (std::size_t i = 0; i < group.size(); ++i) {
      const bool last = i + 1 == group.size();
      w += measure_.text(last && group[i].number <= 0 ? without_spaces(group[i].text) : group[i].text) + group[i].number;
    }
    if (x_ > 0 && x_ + w > width_ + 0.5F) new_line();
    for (const Atom& atom : group) add(atom);
    if (group.back().must_end) new_line();
  }

  RichLayout take() {
    out_.lines = line_ + 1;
    return std::move(out_);
  }

 private:
  void new_line() {
    // Spaces at the end of a line take no room and draw no underline.
    if (!out_.pieces.empty() && out_.pieces.back().line == line_) {
      RichPiece& last = out_.pieces.back();
      last.text = without_spaces(last.text);
      last.width = measure_.text(last.text);
    }
    ++line_;
    x_ = 0;
  }

  // What does not fit now would not fit onto a line of its own either: it is split between characters.
  void add(const Atom& atom) {
    std::string_view text = atom.text;
    while (x_ + measure_.text(without_spaces(text)) + atom.number > width_ + 0.5F) {
      const std::size_t fit = fitting(text);
      if (fit >= text.size() && x_ <= 0) break;
      if (fit > 0) put(atom.run, text.substr(0, fit), 0);
      new_line();
      text.remove_prefix(fit);
    }
    put(atom.run, text, atom.number);
  }

  // How much of `text` fits behind what is on the line; at the start of a line at least one character, and always
  // less than all of it where there is more than one.
  std::size_t fitting(std::string_view text) const {
    const std::size_t last = previous_character(text, text.size());
    std::size_t fit = 0;
    for (std::size_t next = next_character(text, 0); next <= last; next = next_character(text, next)) {
      if (x_ + measure_.text(text.substr(0, next)) > width_ + 0.5F) break;
      fit = next;
    }
    return fit == 0 && x_ <= 0 ? next_character(text, 0) : fit;
  }

  void put(std::size_t run, std::string_view text, float number) {
    const std::string_view shown = number > 0 ? without_spaces(text) : text;
    const bool joins = !out_.pieces.empty() && out_.pieces.back().run == run && out_.pieces.back().line == line_;
    if (!joins) out_.pieces.push_back({run, {}, x_, 0, 0, line_});
    RichPiece& piece = out_.pieces.back();
    piece.text += shown;
    piece.width = measure_.text(piece.text);
    piece.number = number;
    x_ = piece.x + piece.width + number;
    if (shown.size() < text.size()) x_ += measure_.text(text.substr(shown.size()));
  }

  float width_;
  const RichMeasure& measure_;
  RichLayout out_;
  std::size_t line_ = 0;
  float x_ = 0;
};

}  // namespace

RichLayout lay_out(LineBreaker& breaker, std::span<const Run> runs, float width, const RichMeasure& measure) {
  std::string whole;
  for (const Run& run : runs) whole += run.text;
  const std::vector<Atom> atoms = cut(breaker, runs, whole, measure);
  Filler filler(width, measure);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    if (!atoms[i].may_end && i + 1 < atoms.size()) continue;
    filler.add(std::span(atoms).subspan(begin, i + 1 - begin));
    begin = i + 1;
  }
  return filler.take();
}

}  // namespace etalon::ui::toolkit
