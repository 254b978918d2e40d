// What the toolkit remembers between frames and while it draws one. Internal to the toolkit.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "ui/toolkit/canvas.h"
#include "ui/toolkit/line_break.h"
#include "ui/toolkit/ui.h"

struct ImGuiContext;

namespace etalon::ui::toolkit {

struct EditState;  // text_edit.cpp

struct Item {
  std::string id;
  Role role = Role::Text;
  Rect rect;  // units, as drawn
  Rect clip;  // what its panel shows
  std::string label;
  bool enabled = true;
  bool selected = false;
  bool interactive = false;
  bool focusable = false;
  std::string group;
  bool enter_activates = true;
  int layer = 0;
  friend bool operator==(const Item&, const Item&) = default;
};

struct PanelMemory {
  float scroll = 0;
  float content = 0;  // height of what is in it
  float seen = 0;     // height of what shows
  Rect rect;
  int layer = 0;
  bool main = false;
  bool alive = false;
};

// A region that controls are placed in: from top to bottom, or in a row.
struct Flow {
  float x = 0, w = 0;
  float y = 0;  // next control
  bool is_row = false;
  RowStyle row;
  float next_x = 0;  // in a row
  float line_h = 0;
  bool started = false;  // the row's line has a control
  bool sprung = false;
  std::size_t spring_mark = 0, spring_items = 0;
};

struct PendingCard {
  Rect rect;
  int depth = 0;
  Ground ground = Ground::Surface;
};

struct OpenCard {
  PendingCard card;
  float pad = 0, min_height = 0;
};

struct OpenColumns {
  std::vector<float> widths;
  float gap = 0;
  bool stacked = false;
  std::size_t index = 0;
  float x = 0, top = 0, bottom = 0;
  std::vector<PendingCard> cards;
};

struct OpenPanel {
  std::string id;
  Rect rect;
  PanelStyle style;
  float content_top = 0;
  std::size_t first_item = 0;
};

struct PointerEvent {
  enum class Kind { Down, Drag } kind = Kind::Down;
  Point at;
  int clicks = 1;
  bool shift = false;
};

struct WrapKey {
  std::string text;
  Face face = Face::Body;
  float width = 0;
  friend bool operator==(const WrapKey&, const WrapKey&) = default;
};
struct WrapKeyHash {
  std::size_t operator()(const WrapKey& key) const;
};
struct Wrapped {
  std::vector<Line> lines;
  std::uint64_t frame = 0;  // when it was last asked for
};

struct UiState {
  UiState(Fonts built, std::filesystem::path share_folder);
  ~UiState();

  // Settings
  Fonts fonts;
  std::filesystem::path share;
  int percent = 100;
  int wanted_percent = 100;
  ThemeName theme = ThemeName::Light;
  bool atlas_changed = true;  // the renderer has not uploaded it yet
  std::function<std::string()> get_clipboard;
  std::function<void(const std::string&)> set_clipboard;
  std::string own_clipboard;
  ImGuiContext* context = nullptr;

  // Frame
  Canvas canvas;
  LineBreaker breaker;
  std::unordered_map<WrapKey, Wrapped, WrapKeyHash> wraps;
  std::uint64_t frame = 0;
  bool redraw = false;
  Point size;               // units
  std::vector<Item> items;  // drawn so far in this frame
  std::vector<Item> seen;   // of the last finished frame
  std::vector<ProbeItem> probe;
  std::string scope;
  std::vector<std::size_t> scope_lengths;
  std::vector<Flow> flows;
  std::vector<OpenPanel> panels;
  std::vector<OpenCard> cards;
  std::vector<OpenColumns> columns;
  std::vector<Rect> clips;
  std::map<std::string, PanelMemory, std::less<>> panel_memory;
  int layer = 0;

  // The person
  Point mouse{-1, -1};
  bool mouse_down = false;
  bool shift_down = false;
  std::string hovered, pressed;
  std::string focus;
  bool ring = false;         // the focus came by keyboard, show it
  std::string wanted_focus;  // to be resolved against the items of this frame
  std::string reveal;        // scroll to this once it is drawn
  std::set<std::string, std::less<>> activated;
  std::vector<KeyEvent> typed;        // for the field with the focus
  std::vector<PointerEvent> pointed;  // for the field that is pressed
  std::map<std::string, std::unique_ptr<EditState>, std::less<>> edits;

  Flow& flow() { return flows.back(); }
  const std::vector<Line>& wrap(Face face, std::string_view text, float width);
  const Item* seen_item(std::string_view id) const;
  void dispatch(const InputEvent& event);
  bool wants(const KeyEvent& key) const;
  std::string clipboard() const;
  void to_clipboard(const std::string& text);

 private:
  friend class Ui;
  int top_layer() const;
  const Item* under(Point at) const;
  void mouse_moved(Point at);
  void mouse_button(const MouseButton& button);
  void wheel(const MouseWheel& wheel);
  void key(const KeyEvent& event);
  void move_focus(int step);
  void move_in_group(int step);
  void scroll_by_key(Key key);
  std::vector<const Item*> stops() const;
};

// Escape hatch for keys: which of them a text field uses.
bool field_uses(const KeyEvent& key, bool multi_line);

}  // namespace etalon::ui::toolkit
