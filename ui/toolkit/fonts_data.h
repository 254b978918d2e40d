// Internal to the toolkit: the atlas behind Fonts. Includes Dear ImGui, so no header a view reads may include this.
#pragma once

#include <imgui.h>

#include <array>
#include <string>
#include <vector>

#include "ui/toolkit/fonts.h"

namespace etalon::ui::toolkit {

struct FontsData {
  float scale = 1;
  std::vector<std::string> files;  // the bytes the atlas reads from
  ImFontAtlas atlas;
  std::array<ImFont*, kFaces> faces{};

  ImFont* face(Face face) const { return faces[static_cast<std::size_t>(face)]; }
};

}  // namespace etalon::ui::toolkit
