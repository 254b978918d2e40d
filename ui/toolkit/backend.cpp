#include "ui/toolkit/backend.h"

#include <backends/imgui_impl_opengl3.h>

#include "ui/toolkit/fonts_data.h"
#include "ui/toolkit/ui_state.h"

namespace etalon::ui::toolkit {

Result<std::unique_ptr<Renderer>> Renderer::create(Ui& ui) {
  ImGui::SetCurrentContext(ui.state().context);
  ImGui::GetIO().Fonts = &ui.state().fonts.data().atlas;
  if (!ImGui_ImplOpenGL3_Init("#version 150"))
    return fail(ErrorKind::Environment, msg("the graphics system offers no OpenGL 3.2"),
                msg("update the graphics driver, or use the command line"));
  return std::unique_ptr<Renderer>(new Renderer(ui));
}

Renderer::~Renderer() {
  ImGui::SetCurrentContext(ui_.state().context);
  ImGui_ImplOpenGL3_Shutdown();
}

void Renderer::render() {
  UiState& s = ui_.state();
  ImGui::SetCurrentContext(s.context);
  ImGui_ImplOpenGL3_NewFrame();  // makes the shaders the first time
  if (s.atlas_changed) {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
    s.atlas_changed = false;
  }
  ImDrawData* data = ImGui::GetDrawData();
  if (data == nullptr) return;
  // The frame may have been drawn before its atlas had a texture; there is only the one.
  const ImTextureID texture = s.fonts.data().atlas.TexID;
  for (int i = 0; i < data->CmdListsCount; ++i)
    for (ImDrawCmd& command : data->CmdLists[i]->CmdBuffer) command.TextureId = texture;
  ImGui_ImplOpenGL3_RenderDrawData(data);
}

}  // namespace etalon::ui::toolkit
