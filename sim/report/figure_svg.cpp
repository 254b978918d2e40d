#include <algorithm>
#include <charconv>

#include "sim/base/text.h"
#include "sim/report/escape.h"
#include "sim/report/figure.h"

namespace etalon::report {

namespace {

// In SVG units; the page scales the whole. Room for row labels to the left and their notes to the right.
constexpr double kWidth = 920, kLeft = 190, kRight = 190, kTop = 8, kRowHeight = 34, kBottom = 30;
constexpr double kDot = 5.5, kCap = 5;

std::string number(double x) {
  char buffer[400];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, x, std::chars_format::fixed, 2);
  return std::string(buffer, end.ptr);
}

std::string tone(Tone tone) {
  switch (tone) {
    case Tone::Muted: return "tone-muted";
    case Tone::Accent: return "tone-accent";
    case Tone::Agree: return "tone-agree";
    case Tone::Differ: return "tone-differ";
    case Tone::Critical: return "tone-critical";
  }
  return "tone-muted";
}

// As many characters as fit left of the plot; the table below the figure has the whole label.
constexpr std::size_t kLongestLabel = 24;

std::string shortened(const std::string& label) {
  if (count_code_points(label) <= kLongestLabel) return label;
  std::size_t end = 0;
  for (std::size_t points = 0; end < label.size(); ++end) {
    const bool starts = (static_cast<unsigned char>(label[end]) & 0xc0) != 0x80;
    if (starts && points++ == kLongestLabel - 1) break;
  }
  return label.substr(0, end) + "…";
}

class SvgPainter {
 public:
  explicit SvgPainter(const Figure& figure) : figure_(figure) {}

  std::string paint() {
    out_ = "<svg class=\"figure\" viewBox=\"0 0 " + number(kWidth) + " " + number(bottom() + kBottom) +
           "\" role=\"img\" aria-label=\"" + escape(figure_.title) + "\">";
    for (const Band& band : figure_.bands) paint(band);
    for (const Tick& tick : figure_.x.ticks) paint_column(tick);
    for (const Tick& tick : figure_.y.ticks) paint_row(tick);
    for (const Series& series : figure_.series)
      for (const Mark& mark : series.marks) paint(mark);
    return out_ + "</svg>";
  }

 private:
  double bottom() const { return kTop + (figure_.y.high - figure_.y.low) * kRowHeight; }
  double x(double at) const {
    const double inside = std::clamp(at, figure_.x.low, figure_.x.high) - figure_.x.low;
    return kLeft + inside / (figure_.x.high - figure_.x.low) * (kWidth - kLeft - kRight);
  }
  double y(double at) const { return kTop + (at - figure_.y.low) * kRowHeight; }

  void line(const std::string& style, double x1, double y1, double x2, double y2) {
    out_ += "<line class=\"" + style + "\" x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) +
            "\" y2=\"" + number(y2) + "\"/>";
  }
  void text(const std::string& style, double at_x, double at_y, const std::string& words) {
    out_ +=
        "<text class=\"" + style + "\" x=\"" + number(at_x) + "\" y=\"" + number(at_y) + "\">" + escape(words) + "</text>";
  }
  void paint(const Band& band) {
    if (band.from == band.to) return line("band " + tone(band.tone), x(band.from), kTop, x(band.from), bottom());
    out_ += "<rect class=\"band " + tone(band.tone) + "\" x=\"" + number(x(band.from)) + "\" y=\"" + number(kTop) +
            "\" width=\"" + number(x(band.to) - x(band.from)) + "\" height=\"" + number(bottom() - kTop) + "\"/>";
  }
  void paint_column(const Tick& tick) {
    line("grid", x(tick.at), kTop, x(tick.at), bottom());
    text("tick", x(tick.at), bottom() + 20, tick.label);
  }
  void paint_row(const Tick& tick) {
    line("row", 0, y(tick.at) + kRowHeight / 2, kWidth, y(tick.at) + kRowHeight / 2);
    text("label", 0, y(tick.at) + 5, shortened(tick.label));
    text("note", kWidth, y(tick.at) + 5, tick.note);
  }
  void paint_interval(double low, double high, double at) {
    line("whisker", x(low), at, x(high), at);
    line("whisker", x(low), at - kCap, x(low), at + kCap);
    line("whisker", x(high), at - kCap, x(high), at + kCap);
  }
  void paint(const Mark& mark) {
    const double at = y(mark.y);
    out_ += "<g class=\"mark " + tone(mark.tone) + "\"><title>" + escape(mark.hint) + "</title>";
    if (mark.low && mark.high) paint_interval(*mark.low, *mark.high, at);
    if (mark.shape == MarkShape::Dot) {
      out_ += "<circle cx=\"" + number(x(mark.x)) + "\" cy=\"" + number(at) + "\" r=\"" + number(kDot) + "\"/></g>";
      return;
    }
    const std::string cx = number(x(mark.x)), cy = number(at);
    out_ += "<path d=\"M" + cx + " " + number(at - kDot - 1) + "L" + number(x(mark.x) + kDot + 1) + " " + cy + "L" + cx +
            " " + number(at + kDot + 1) + "L" + number(x(mark.x) - kDot - 1) + " " + cy + "Z\"/></g>";
  }

  const Figure& figure_;
  std::string out_;
};

}  // namespace

std::string to_svg(const Figure& figure) { return SvgPainter(figure).paint(); }

}  // namespace etalon::report
