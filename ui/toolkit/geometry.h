// Points and rectangles. Everything in the toolkit is in units: one unit is one pixel at 100 % scale.
#pragma once

#include <algorithm>

namespace etalon::ui::toolkit {

struct Point {
  float x = 0;
  float y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  Point centre() const { return {x + w / 2, y + h / 2}; }
  bool empty() const { return w <= 0 || h <= 0; }
  bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  bool contains(const Rect& r) const { return r.x >= x && r.y >= y && r.right() <= right() && r.bottom() <= bottom(); }
  bool overlaps(const Rect& r) const { return r.x < right() && x < r.right() && r.y < bottom() && y < r.bottom(); }
  Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
  Rect shrunk(float by) const { return shrunk(by, by); }
  Rect shrunk(float dx, float dy) const { return {x + dx, y + dy, std::max(0.0F, w - 2 * dx), std::max(0.0F, h - 2 * dy)}; }
  Rect clipped(const Rect& to) const {
    const float left = std::max(x, to.x), top = std::max(y, to.y);
    return {left, top, std::max(0.0F, std::min(right(), to.right()) - left),
            std::max(0.0F, std::min(bottom(), to.bottom()) - top)};
  }

  // Cut a strip off one side; this rectangle keeps the rest.
  Rect cut_top(float by) {
    by = std::clamp(by, 0.0F, h);
    const Rect strip{x, y, w, by};
    y += by;
    h -= by;
    return strip;
  }
  Rect cut_bottom(float by) {
    by = std::clamp(by, 0.0F, h);
    h -= by;
    return {x, y + h, w, by};
  }
  Rect cut_left(float by) {
    by = std::clamp(by, 0.0F, w);
    const Rect strip{x, y, by, h};
    x += by;
    w -= by;
    return strip;
  }
  Rect cut_right(float by) {
    by = std::clamp(by, 0.0F, w);
    w -= by;
    return {x + w, y, by, h};
  }

  friend bool operator==(const Rect&, const Rect&) = default;
};

}  // namespace etalon::ui::toolkit
