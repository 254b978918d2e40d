// A report as the bytes of a file.
#pragma once

#include "sim/analysis/consistency_report.h"
#include "ui/model/state.h"
#include "ui/text/catalogue.h"

namespace etalon::ui {

std::string write_report(const analysis::ConsistencyReport& report, ReportFormat format, Language language,
                         const Catalogue& catalogue);

}  // namespace etalon::ui
