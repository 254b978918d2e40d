// The painter: units in, the draw list of Dear ImGui out. Snaps to the pixel grid so that hairlines are one pixel and
// text is crisp at any scale. Internal to the toolkit; the types of Dear ImGui stay in canvas.cpp.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "ui/toolkit/fonts.h"
#include "ui/toolkit/geometry.h"
#include "ui/toolkit/theme.h"

struct ImDrawList;

namespace etalon::ui::toolkit {

class Canvas {
 public:
  // Painting order within a layer: grounds of panels, grounds of cards (outer before inner), everything else.
  static constexpr int kLayers = 2;  // the surface, the overlay above it
  static constexpr int kDepths = 5;  // 0 panel, 1..3 nested cards, 4 content
  static constexpr int kContent = kDepths - 1;

  Canvas();
  ~Canvas();

  void begin(ImDrawList* list, const Fonts* fonts);
  void finish();

  void to(int layer, int depth);
  void push_clip(const Rect& rect);
  void pop_clip();

  enum class Corners { All, Left, Right, None };
  void fill(const Rect& rect, Colour colour, float radius = 0, Corners corners = Corners::All);
  // Inside the rectangle; thickness in units, 0: one pixel.
  void frame(const Rect& rect, Colour colour, float radius = 0, float thickness = 0);
  void line_h(float x0, float x1, float y, Colour colour);  // one pixel
  void line_v(float x, float y0, float y1, Colour colour);  // one pixel
  void dotted_h(float x0, float x1, float y, Colour colour);
  void dashed_h(float x0, float x1, float y, Colour colour);
  void dashed_v(float x, float y0, float y1, Colour colour);
  void stroke(Point a, Point b, float thickness, Colour colour);
  void polyline(std::span<const Point> points, float thickness, Colour colour);
  void quad(Point a, Point b, Point c, Point d, Colour colour);
  void disc(Point centre, float radius, Colour colour);
  void ring(Point centre, float radius, float thickness, Colour colour);
  void dashed_ring(Point centre, float radius, float thickness, Colour colour);
  // `at` is the top left of the text's box (see text_height).
  void text(Face face, Point at, Colour colour, std::string_view utf8);

  float width(Face face, std::string_view utf8) const { return fonts_->width(face, utf8); }
  float text_height(Face face) const;  // of the box a line of text is drawn in: ascent and descent
  float ascent(Face face) const;
  float pixel() const { return 1 / scale_; }
  float snap(float units) const;  // to the nearest pixel

  // Everything painted from a mark on can be moved until the frame ends.
  std::size_t mark() const;
  void shift(std::size_t mark, float dx, float dy);

 private:
  struct Splitter;
  ImDrawList* list_ = nullptr;
  const Fonts* fonts_ = nullptr;
  float scale_ = 1;
  std::unique_ptr<Splitter> splitter_;
};

}  // namespace etalon::ui::toolkit
