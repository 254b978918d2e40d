#include "ui/toolkit/canvas.h"

#include <cmath>

#include "sim/base/assert.h"
#include "ui/toolkit/fonts_data.h"

namespace etalon::ui::toolkit {
namespace {

ImU32 packed(Colour c) { return IM_COL32(c.r, c.g, c.b, c.a); }

ImDrawFlags flags_of(Canvas::Corners corners) {
  switch (corners) {
    case Canvas::Corners::Left: return ImDrawFlags_RoundCornersLeft;
    case Canvas::Corners::Right: return ImDrawFlags_RoundCornersRight;
    case Canvas::Corners::None: return ImDrawFlags_RoundCornersNone;
    case Canvas::Corners::All: break;
  }
  return ImDrawFlags_RoundCornersAll;
}

constexpr float kTau = 6.2831853F;

}  // namespace

struct Canvas::Splitter {
  ImDrawListSplitter channels;
};

Canvas::Canvas() : splitter_(std::make_unique<Splitter>()) {}
Canvas::~Canvas() = default;

void Canvas::begin(ImDrawList* list, const Fonts* fonts) {
  list_ = list;
  fonts_ = fonts;
  scale_ = fonts->scale();
  splitter_->channels.Split(list_, kLayers * kDepths);
  to(0, kContent);
}

void Canvas::finish() { splitter_->channels.Merge(list_); }

void Canvas::to(int layer, int depth) {
  ETALON_ASSERT(layer >= 0 && layer < kLayers && depth >= 0 && depth < kDepths);
  splitter_->channels.SetCurrentChannel(list_, layer * kDepths + depth);
}

float Canvas::snap(float units) const { return std::round(units * scale_) / scale_; }

void Canvas::push_clip(const Rect& r) {
  list_->PushClipRect({std::round(r.x * scale_), std::round(r.y * scale_)},
                      {std::round(r.right() * scale_), std::round(r.bottom() * scale_)}, true);
}

void Canvas::pop_clip() { list_->PopClipRect(); }

void Canvas::fill(const Rect& r, Colour colour, float radius, Corners corners) {
  list_->AddRectFilled({std::round(r.x * scale_), std::round(r.y * scale_)},
                       {std::round(r.right() * scale_), std::round(r.bottom() * scale_)}, packed(colour), radius * scale_,
                       flags_of(corners));
}

void Canvas::frame(const Rect& r, Colour colour, float radius, float thickness) {
  const float t = std::max(1.0F, std::round(thickness * scale_));
  const float inset = (t - 1) / 2;
  list_->AddRect({std::round(r.x * scale_) + inset, std::round(r.y * scale_) + inset},
                 {std::round(r.right() * scale_) - inset, std::round(r.bottom() * scale_) - inset}, packed(colour),
                 radius * scale_, ImDrawFlags_RoundCornersAll, t);
}

void Canvas::line_h(float x0, float x1, float y, Colour colour) {
  const float top = std::round(y * scale_);
  list_->AddRectFilled({std::round(x0 * scale_), top}, {std::round(x1 * scale_), top + 1}, packed(colour));
}

void Canvas::line_v(float x, float y0, float y1, Colour colour) {
  const float left = std::round(x * scale_);
  list_->AddRectFilled({left, std::round(y0 * scale_)}, {left + 1, std::round(y1 * scale_)}, packed(colour));
}

void Canvas::dotted_h(float x0, float x1, float y, Colour colour) {
  const float top = std::round(y * scale_);
  const float dot = std::max(1.0F, std::floor(scale_));
  const float end = std::round(x1 * scale_);
  for (float x = std::round(x0 * scale_); x < end; x += 2 * dot)
    list_->AddRectFilled({x, top}, {std::min(x + dot, end), top + dot}, packed(colour));
}

void Canvas::dashed_h(float x0, float x1, float y, Colour colour) {
  const float top = std::round(y * scale_);
  const float dash = std::round(3 * scale_);
  for (float x = std::round(x0 * scale_); x < x1 * scale_; x += 2 * dash)
    list_->AddRectFilled({x, top}, {std::min(x + dash, x1 * scale_), top + std::max(1.0F, std::round(scale_))},
                         packed(colour));
}

void Canvas::dashed_v(float x, float y0, float y1, Colour colour) {
  const float left = std::round(x * scale_);
  const float dash = std::round(3 * scale_);
  for (float y = std::round(y0 * scale_); y < y1 * scale_; y += 2 * dash)
    list_->AddRectFilled({left, y}, {left + std::max(1.0F, std::round(scale_)), std::min(y + dash, y1 * scale_)},
                         packed(colour));
}

void Canvas::stroke(Point a, Point b, float thickness, Colour colour) {
  list_->AddLine({a.x * scale_, a.y * scale_}, {b.x * scale_, b.y * scale_}, packed(colour), thickness * scale_);
}

void Canvas::polyline(std::span<const Point> points, float thickness, Colour colour) {
  for (const Point& p : points) list_->PathLineTo({p.x * scale_, p.y * scale_});
  list_->PathStroke(packed(colour), ImDrawFlags_None, thickness * scale_);
}

void Canvas::quad(Point a, Point b, Point c, Point d, Colour colour) {
  // Without anti-aliasing at the edges: neighbours of a band would show their seams.
  const ImDrawListFlags before = list_->Flags;
  list_->Flags &= ~ImDrawListFlags_AntiAliasedFill;
  list_->AddQuadFilled({a.x * scale_, a.y * scale_}, {b.x * scale_, b.y * scale_}, {c.x * scale_, c.y * scale_},
                       {d.x * scale_, d.y * scale_}, packed(colour));
  list_->Flags = before;
}

void Canvas::disc(Point c, float radius, Colour colour) {
  list_->AddCircleFilled({c.x * scale_, c.y * scale_}, radius * scale_, packed(colour));
}

void Canvas::ring(Point c, float radius, float thickness, Colour colour) {
  list_->AddCircle({c.x * scale_, c.y * scale_}, radius * scale_, packed(colour), 0, thickness * scale_);
}

void Canvas::dashed_ring(Point c, float radius, float thickness, Colour colour) {
  constexpr int kDashes = 8;
  for (int i = 0; i < kDashes; ++i) {
    const float from = kTau * static_cast<float>(i) / kDashes;
    list_->PathArcTo({c.x * scale_, c.y * scale_}, radius * scale_, from, from + kTau / kDashes * 0.55F, 4);
    list_->PathStroke(packed(colour), ImDrawFlags_None, thickness * scale_);
  }
}

void Canvas::text(Face face, Point at, Colour colour, std::string_view utf8) {
  if (utf8.empty()) return;
  ImFont* font = fonts_->data().face(face);
  list_->AddText(font, font->FontSize, {std::round(at.x * scale_), std::round(at.y * scale_)}, packed(colour), utf8.data(),
                 utf8.data() + utf8.size());
}

float Canvas::text_height(Face face) const { return fonts_->data().face(face)->FontSize / scale_; }
float Canvas::ascent(Face face) const { return fonts_->data().face(face)->Ascent / scale_; }

std::size_t Canvas::mark() const { return static_cast<std::size_t>(list_->VtxBuffer.Size); }

void Canvas::shift(std::size_t mark, float dx, float dy) {
  const float px = std::round(dx * scale_);
  const float py = std::round(dy * scale_);
  for (int i = static_cast<int>(mark); i < list_->VtxBuffer.Size; ++i) {
    list_->VtxBuffer[i].pos.x += px;
    list_->VtxBuffer[i].pos.y += py;
  }
}

}  // namespace etalon::ui::toolkit
