// One surface, drawn anew each frame. A view calls widgets from top to bottom; each takes room at the cursor of the
// region it is in and answers what the person did to it. Widgets change nothing but the toolkit's own ephemera
// (focus, scrolling, the caret).
//
// Interaction is judged against the frame the person saw: what lies under the pointer or has the focus comes from the
// last frame drawn. A headless test therefore draws one frame, then sends the input with the next.
//
// Units: everything is in units (pixels at 100 %); only FrameInput and the probe are in pixels of the frame buffer.
// Ids are stable, language-free and form paths: scope "replay" + control "submit" = "replay/submit". Panels, cards and
// overlays are scopes too, and so are the controls made of several (chips, segments, tables, texts with facts).
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"
#include "ui/toolkit/fonts.h"
#include "ui/toolkit/geometry.h"
#include "ui/toolkit/input.h"
#include "ui/toolkit/probe.h"
#include "ui/toolkit/theme.h"

namespace etalon::ui::toolkit {

class Canvas;
class Ui;
struct UiState;

// Ends on destruction what a begin_ of Ui began. Keep it in a named variable: auto panel = ui.panel(…);
class [[nodiscard]] Scoped {
 public:
  Scoped(Ui& ui, void (Ui::*end)()) : ui_(ui), end_(end) {}
  ~Scoped() { (ui_.*end_)(); }
  Scoped(const Scoped&) = delete;
  Scoped& operator=(const Scoped&) = delete;

 private:
  Ui& ui_;
  void (Ui::*end_)();
};

enum class PointerShape { Arrow, Hand, Beam };

enum class Ground { None, Page, Surface };  // nothing, theme.background, theme.panel

struct PanelStyle {
  Ground ground = Ground::Page;
  float pad_x = 28;
  float pad_y = 28;
  bool scroll = true;
  bool main = false;     // arrows, Page up/down, Home, End scroll this one when no control wants them
  float max_width = 0;   // of the content; 0: none. The content stays at the left
  bool centred = false;  // ... or in the middle
  bool line_left = false, line_right = false, line_top = false, line_bottom = false;
};

// A column of Ui::columns: fixed width, or a share of what is left. Where a share would fall under `min`, the
// columns are stacked instead.
struct Track {
  float share = 1;
  float fixed = 0;
  float min = 0;
};

struct CardStyle {
  float pad = 20;
  float min_height = 0;
  Ground ground = Ground::Surface;
};

struct RowStyle {
  float gap = 12;
  float height = 0;    // controls are centred in it; 0: as high as the highest, aligned at the top
  bool wrap = false;   // a control that does not fit goes to a new line
  float line_gap = 8;  // between the lines when wrapping
};

// What happened to a control since the last frame, and how it is to be drawn.
struct Interaction {
  bool activated = false;  // clicked, or Enter/Space with the focus on it
  bool hovered = false;
  bool pressed = false;
  bool focused = false;  // has the keyboard (whether or not the ring shows)
  bool ring = false;     // draw the focus ring
};

struct ItemSpec {
  Role role = Role::Button;
  std::string label;
  bool enabled = true;
  bool selected = false;
  bool focusable = true;
  // Items of one group are one stop for Tab; arrows move inside. Full path; empty: a stop of its own.
  std::string group;
  bool enter_activates = true;  // false: Enter is left to the view even when this has the focus (Space still works)
};

struct UiOptions {
  std::filesystem::path share;  // folder with fonts/
  int percent = 100;            // 100..200
  ThemeName theme = ThemeName::Light;
};

class Ui {
 public:
  // Environment error: fonts missing. One Ui at a time in a process.
  static Result<std::unique_ptr<Ui>> create(const UiOptions& options);
  ~Ui();
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  // Settings; take effect with the next begin_frame.
  void set_theme(ThemeName name);
  void set_percent(int percent);  // clamped to 100..200; rebuilds the font atlas
  int percent() const;
  const Theme& theme() const;
  const Fonts& fonts() const;

  // The system clipboard; without these an own one is used.
  void set_clipboard(std::function<std::string()> get, std::function<void(const std::string&)> set);

  // Frame ----------------------------------------------------------------------------------------------------
  void begin_frame(const FrameInput& input);
  void end_frame();
  // Seconds until a frame is needed though nothing happens; 0: at once (something moved while it was drawn);
  // nullopt: only on input. Carets do not blink, so a resting window is never redrawn.
  std::optional<double> redraw_after() const;
  // Would the toolkit use this key, as things stand after the last frame? If not, it belongs to the key map.
  // Typing in a field: all but Escape*, Ctrl+Enter, F-keys, Ctrl chords it does not know (*Escape leaves the field and
  // is used). A focus ring on a control: Space, Enter (see ItemSpec), arrows in a group. Always: Tab.
  bool wants(const KeyEvent& key) const;
  bool typing() const;                 // a text field has the focus
  PointerShape pointer_shape() const;  // what the pointer should look like after the last frame

  // Probe ----------------------------------------------------------------------------------------------------
  const std::vector<ProbeItem>& probe() const;       // of the last finished frame
  const ProbeItem* find(std::string_view id) const;  // by full path; nullptr: not there
  Rect to_pixels(const Rect& units) const;

  // Focus ----------------------------------------------------------------------------------------------------
  const std::string& focused() const;                // full path; empty: nothing
  bool focused_within(std::string_view path) const;  // on it or on something below it
  // A control, or a group or scope: then its chosen or first control. Shows the ring and scrolls to it.
  void set_focus(std::string_view path);
  void clear_focus();
  // Scrolls so that the item shows, once it has been drawn.
  void reveal(std::string_view path);
  void scroll_to_top();  // every panel

  // Ids ------------------------------------------------------------------------------------------------------
  Scoped scope(std::string_view id);
  std::string path(std::string_view id) const;

  // Layout ---------------------------------------------------------------------------------------------------
  Rect screen() const;  // the whole surface, from 0,0
  Scoped panel(std::string_view id, const Rect& rect, const PanelStyle& style = {});
  Scoped card(std::string_view id, const CardStyle& style = {});
  // Columns side by side; cards that are the only thing in theirs end at the same height.
  Scoped columns(const std::vector<Track>& tracks, float gap = 24);
  void next_column();  // before each but the first
  Scoped row(const RowStyle& style = {});
  void spring();    // in a row: what follows is pushed to the right end
  void new_line();  // in a wrapping row
  Scoped indent(float left, float right = 0);
  Scoped overlay(std::string_view id, float width);  // a modal sheet over a dimmed surface
  // Takes room without drawing.
  void space(float height);
  void hairline(float before = 0, float after = 0);
  float width() const;  // left for a control here
  // Of a whole line here: in a row that wraps, what the next line offers; else as width().
  float line_width() const;
  Point cursor() const;
  Rect place(float w, float h);  // w <= 0: the whole width

  // For widgets ----------------------------------------------------------------------------------------------
  Canvas& canvas();
  Interaction interact(std::string_view id, const Rect& rect, const ItemSpec& spec);
  // Names something that is only looked at, for the probe.
  void note(std::string_view id, const Rect& rect, Role role, std::string_view label, bool selected = false);
  UiState& state() { return *state_; }

 private:
  explicit Ui(std::unique_ptr<UiState> state);
  void begin_panel(std::string_view id, const Rect& rect, const PanelStyle& style);
  void end_scope();
  void end_panel();
  void end_card();
  void end_columns();
  void end_row();
  void end_indent();
  void end_overlay();

  std::unique_ptr<UiState> state_;
};

}  // namespace etalon::ui::toolkit
