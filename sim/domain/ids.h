// The identifiers of the domain. Each is text; each is its own type.
#pragma once

#include "sim/base/id.h"

namespace etalon {

using FacetId = Id<struct FacetTag>;
using ElementId = Id<struct ElementTag>;
using OffenceCode = Id<struct OffenceTag>;
using OffenceFamily = Id<struct OffenceFamilyTag>;
using LookAlikeId = Id<struct LookAlikeTag>;
using ConfusionId = Id<struct ConfusionTag>;
using FactId = Id<struct FactTag>;
using ScenarioId = Id<struct ScenarioTag>;
using TwinSetId = Id<struct TwinSetTag>;
using AnalystId = Id<struct AnalystTag>;  // a pseudonym
using SessionId = Id<struct SessionTag>;
using CalibrationId = Id<struct CalibrationTag>;
using StreamId = Id<struct StreamTag>;  // "session/…" or "calibration/…"

}  // namespace etalon
