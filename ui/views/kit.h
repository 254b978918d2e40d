// The toolkit as the views write it: tk::button beside the Screen's own Action, Chip, Tone …
#pragma once

#include "ui/toolkit/charts.h"
#include "ui/toolkit/rich_text.h"
#include "ui/toolkit/table.h"
#include "ui/toolkit/text_edit.h"
#include "ui/toolkit/ui.h"
#include "ui/toolkit/widgets.h"

namespace etalon::ui {
namespace tk = toolkit;
}  // namespace etalon::ui
