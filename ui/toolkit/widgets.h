// The small controls. All take an id that is unique in its scope; all answer what happened and change nothing.
// Widgets add no space around themselves: use Ui::space, multiples of 4.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/toolkit/ui.h"

namespace etalon::ui::toolkit {

inline constexpr float kRadius = 6;
// The frame around what has the focus, just outside `rect`.
void focus_ring(Ui& ui, const Rect& rect, float radius = kRadius);

// Text ---------------------------------------------------------------------------------------------------------

struct TextStyle {
  Face face = Face::Body;
  Tone tone = Tone::Neutral;  // Neutral: theme.text, Muted: theme.muted
  enum class Align { Left, Right, Centre } align = Align::Left;
  std::string_view id = {};  // named in the probe when not empty
  float max_width = 0;       // 0: what is there
  bool wrap = true;          // false: one line, cut with "…" where it does not fit
};
void text(Ui& ui, std::string_view utf8, const TextStyle& style = {});
void big_title(Ui& ui, std::string_view utf8, std::string_view id = {});    // 28
void title(Ui& ui, std::string_view utf8, std::string_view id = {});        // 22
void lead(Ui& ui, std::string_view utf8, std::string_view id = {});         // 18
void label(Ui& ui, std::string_view utf8, std::string_view id = {});        // small, semibold, muted: above a group
void muted(Ui& ui, std::string_view utf8, std::string_view id = {});        // 15, muted
void small_print(Ui& ui, std::string_view utf8, std::string_view id = {});  // 13, muted

// Buttons ------------------------------------------------------------------------------------------------------

struct ButtonStyle {
  enum class Kind { Primary, Secondary, Plain } kind = Kind::Secondary;  // Plain: only the words
  std::string_view key = {};                                             // key cap beside it: "Entrée"
  bool enabled = true;
  float width = 0;  // 0: as the label needs
};
bool button(Ui& ui, std::string_view id, std::string_view label, const ButtonStyle& style = {});
bool primary_button(Ui& ui, std::string_view id, std::string_view label, std::string_view key = {}, bool enabled = true);

// Choices ------------------------------------------------------------------------------------------------------

struct Chip {
  std::string id;
  std::string label;
  std::string key;  // shown as a small cap on the chip; empty: none
  bool selected = false;
  bool enabled = true;
  std::string detail;  // second, muted text on the chip ("art. 24 al. 7")
};
struct ChipsStyle {
  bool multiple = false;  // only says how arrows behave: in a single choice they do not choose either; Space does
  bool active = false;    // digits act on this group now: its key caps are drawn in the accent
};
// Wraps. The index of the chip that was activated. Ids in the probe: <id>/<chip id>; group (one Tab stop): <id>.
std::optional<std::size_t> chips(Ui& ui, std::string_view id, std::span<const Chip> chips, const ChipsStyle& style = {});

struct Segment {
  std::string id;
  std::string label;
  Tone tone = Tone::Accent;  // when selected
  bool selected = false;
};
std::optional<std::size_t> segmented(Ui& ui, std::string_view id, std::span<const Segment> segments, bool enabled = true);

// Label at the left, the facts it rests on beside it, the states at the right, a hairline below.
struct StateRow {
  std::string label;
  std::vector<std::string> facts;  // "F2"
  std::vector<Segment> states;     // met, not met, ?
  bool last = false;               // no hairline
  bool active = false;             // keys act on this row now: an accent bar at its left
  std::string hint;                // second line, small (the question behind the element); empty: none
};
std::optional<std::size_t> state_row(Ui& ui, std::string_view id, const StateRow& row);

// On or off, with words: "☑ label". True when it was activated.
bool check(Ui& ui, std::string_view id, std::string_view label, bool on, bool enabled = true);

// Signs and words ----------------------------------------------------------------------------------------------

void badge(Ui& ui, std::string_view text, Tone tone = Tone::Neutral, std::string_view id = {});
void key_cap(Ui& ui, std::string_view key);
// Key cap and what it does; in a row.
void key_hint(Ui& ui, std::string_view key, std::string_view label);
// The same, to be clicked as well.
bool key_button(Ui& ui, std::string_view id, std::string_view key, std::string_view label);
// Label left, badge right, hairline below.
struct ValueRow {
  std::string label;
  std::string value;
  Tone tone = Tone::Neutral;
  bool last = false;
};
void value_row(Ui& ui, std::string_view id, const ValueRow& row);

enum class CalloutKind { Critical, Warning, Info, Good };
// Tinted, with the word first: "Critical  You closed the report …".
void callout(Ui& ui, std::string_view id, CalloutKind kind, std::string_view word, std::string_view text);
// Across the whole width; true when it was dismissed. `how` says how to mend it, may be empty.
bool banner(Ui& ui, std::string_view id, CalloutKind kind, std::string_view text, std::string_view how,
            std::string_view dismiss_label);

// Lists and navigation -----------------------------------------------------------------------------------------

struct ListRow {
  std::string title;
  std::string detail;  // second line, may be empty
  std::string value;   // at the right, may be empty
  Tone value_tone = Tone::Muted;
  bool selected = false;
  bool enabled = true;
  bool last = false;  // no hairline
};
// True when activated. `group` (an id, not a path) makes the rows of a list one Tab stop with arrows inside.
bool list_row(Ui& ui, std::string_view id, const ListRow& row, std::string_view group = {});

struct NavItem {
  std::string id;
  std::string label;
  bool selected = false;
  bool enabled = true;
};
// Words in the top bar; the index of the one activated.
std::optional<std::size_t> nav(Ui& ui, std::string_view id, std::span<const NavItem> items);

// The mark (a circle with an upright stroke) and the name.
void logo(Ui& ui, std::string_view name);
// `done` of `total` dashes filled, then "4 / 12" as given.
void progress_dashes(Ui& ui, std::string_view id, int done, int total, std::string_view words);

// Key help -----------------------------------------------------------------------------------------------------

struct KeyHelpLine {
  std::vector<std::string> keys;
  std::string what;
};
struct KeyHelpGroup {
  std::string title;
  std::vector<KeyHelpLine> lines;
};
// A modal sheet over the surface. True when it is to be closed (button, Escape is the key map's).
bool key_help(Ui& ui, std::string_view id, std::string_view title, std::span<const KeyHelpGroup> groups,
              std::string_view close_label);

// The bars of every screen -------------------------------------------------------------------------------------

inline constexpr float kTopBar = 52;
inline constexpr float kFooter = 38;
// Panels for the bars: row-like, vertically centred, with their hairline. Put controls in; ui.spring() goes right.
class [[nodiscard]] Bar {
 public:
  Bar(Ui& ui, std::string_view id, const Rect& rect, bool top);

 private:
  Scoped panel_;
  Scoped row_;
};

}  // namespace etalon::ui::toolkit
