// What was on the screen in the last frame, for tests and for the shell: every control and every named text,
// in the order it was drawn.
#pragma once

#include <string>

#include "ui/toolkit/geometry.h"

namespace etalon::ui::toolkit {

enum class Role {
  Text,
  Heading,
  Button,
  Chip,
  Segment,
  Fact,
  TextField,
  Tab,
  Row,
  Badge,
  Callout,
  Banner,
  Chart,
  Table,
  Panel,
  Overlay,
};

struct ProbeItem {
  std::string id;  // full path, "replay/legality/manifest": stable, independent of the language
  Role role = Role::Text;
  Rect rect;          // in pixels of the frame buffer
  Rect visible;       // the part that is not scrolled or clipped away
  std::string label;  // as shown
  bool enabled = true;
  bool selected = false;
  bool focused = false;

  friend bool operator==(const ProbeItem&, const ProbeItem&) = default;
};

}  // namespace etalon::ui::toolkit
