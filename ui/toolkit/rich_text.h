// The scenario as a well-set page: a time rail at the left, flowing text with facts as inline spans.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/toolkit/ui.h"

namespace etalon::ui::toolkit {

// A stretch of text; one with a fact id is a span that can be hit, focused and activated.
struct Run {
  std::string text;
  std::string fact;            // "F2"; empty: plain text
  bool marked = false;         // the analyst relies on it: highlighted
  bool determinative = false;  // debrief: firm underline and a bolder number
};

struct RichTextStyle {
  Face face = Face::Body;
  bool interactive = true;  // false: facts are shown but cannot be focused or activated
  std::string_view group =
      {};  // full path of the Tab stop the facts belong to, so that several texts can share one; empty: the text's own
};

// The index of the run that was activated. Fact spans are in the probe as <id>/<fact>.
std::optional<std::size_t> rich_text(Ui& ui, std::string_view id, std::span<const Run> runs,
                                     const RichTextStyle& style = {});

struct RailStep {
  std::string day;    // "J+0", shown when not empty
  std::string time;   // "09:12"
  std::string title;  // "Réception"
  bool last = false;  // no line towards a next one
};

// Draws dot, time and title; what is placed until it ends goes into the text column of the rail.
class [[nodiscard]] Rail {
 public:
  Rail(Ui& ui, std::string_view id, const RailStep& step);
  ~Rail();
  Rail(const Rail&) = delete;
  Rail& operator=(const Rail&) = delete;

 private:
  Ui& ui_;
  bool last_;
  Point dot_;
};

// The open end of the rail: "◌ Étape suivante [Espace]". True when activated.
bool rail_next(Ui& ui, std::string_view id, std::string_view label, std::string_view key);

}  // namespace etalon::ui::toolkit
