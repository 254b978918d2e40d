// The one thing we need to know from inside a font file (OpenType 1.9, tables "head" and "hhea").
#pragma once

#include <optional>
#include <string_view>

namespace etalon::ui::toolkit {

// (ascender - descender) / unitsPerEm: Dear ImGui sizes a font by that height, designers by the em.
// nullopt: not a font, or a damaged one.
std::optional<float> em_to_pixel_height(std::string_view file);

}  // namespace etalon::ui::toolkit
