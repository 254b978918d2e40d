// The faces of the program: Inter in four weights, with a second font merged in for the signs Inter lacks.
// The atlas is made on the CPU, so tests and benchmarks need no window.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "sim/base/result.h"

namespace etalon::ui::toolkit {

// Size in units (pixels at 100 %) and weight.
enum class Face {
  Tiny,         // 10.5 semibold: key caps and fact numbers
  Small,        // 13 regular: secondary text
  SmallSemi,    // 13 semibold: labels above groups
  Control,      // 14 regular: chips and tables
  ControlSemi,  // 14 semibold: chosen chips
  Body,         // 15 regular
  BodyMedium,   // 15 medium: buttons
  BodySemi,     // 15 semibold
  Lead,         // 18 semibold
  Title,        // 22 semibold
  Big,          // 28 semibold
};
inline constexpr int kFaces = 11;

struct FontsData;

class Fonts {
 public:
  // `share`/fonts holds the files; `percent` in 100..200. Environment error: a font file is missing or unreadable.
  static Result<Fonts> build(const std::filesystem::path& share, int percent);

  Fonts(Fonts&&) noexcept;
  Fonts& operator=(Fonts&&) noexcept;
  ~Fonts();

  bool has_glyph(Face face, char32_t c) const;
  float width(Face face, std::string_view utf8) const;  // in units
  float size(Face face) const;                          // in units
  float line_height(Face face) const;                   // in units, of running text
  float scale() const;                                  // pixels for one unit

  FontsData& data() const { return *data_; }  // for the painter only

 private:
  explicit Fonts(std::unique_ptr<FontsData> data);
  std::unique_ptr<FontsData> data_;
};

}  // namespace etalon::ui::toolkit
