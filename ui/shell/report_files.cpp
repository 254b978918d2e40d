#include "ui/shell/report_files.h"

#include "sim/report/writers.h"

namespace etalon::ui {

std::string write_report(const analysis::ConsistencyReport& report, ReportFormat format, Language language,
                         const Catalogue& catalogue) {
  switch (format) {
    case ReportFormat::Json: return report::to_json(report);
    case ReportFormat::Csv: return report::to_csv(report);
    case ReportFormat::Html: break;
  }
  return report::to_html(report, language, [&](const Message& message) { return catalogue.tr(message); });
}

}  // namespace etalon::ui
