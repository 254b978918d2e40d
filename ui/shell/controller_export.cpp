// Reports on files: made, written and announced beside the frames.
#include "sim/base/file.h"
#include "ui/shell/controller.h"

namespace etalon::ui {
namespace {

// "2026-04-02T09-12-00": sorts by time, and any file system takes it.
std::string file_stamp(Instant at) {
  std::string stamp = iso8601(at).substr(0, 19);
  for (char& c : stamp) c = c == ':' ? '-' : c;
  return stamp;
}

DecisionFilter filter_of(const ReportSubject& subject) {
  DecisionFilter filter;
  filter.analyst = subject.analyst;
  filter.session = subject.session;
  filter.calibration = subject.calibration;
  return filter;
}

}  // namespace

std::filesystem::path Controller::report_file(const ReportSubject& subject, ReportFormat format) const {
  std::string name = "report-";
  if (subject.analyst) name += subject.analyst->value + "-";
  if (subject.session) name += subject.session->value + "-";
  if (subject.calibration) name += subject.calibration->value + "-";
  return place_.reports_folder / (name + file_stamp(place_.clock.now()) + "." + std::string(code(format)));
}

void Controller::start_export(const ReportSubject& subject, ReportFormat format) {
  const auto language = state_.settings.language;
  // By value: the job may outlive what it was started from.
  place_.jobs.start([this, filter = filter_of(subject), format, language, file = report_file(subject, format),
                     make = place_.make_report, write = place_.write_report] {
    const auto written = [&]() -> Result<void> {
      const auto report = make(filter);
      if (!report) return fail(report.error());
      std::error_code failure;
      std::filesystem::create_directories(file.parent_path(), failure);
      return write_file(file, write(*report, format, language));
    }();
    return Jobs::Finish([this, written, file] {
      const Outcome outcome = written ? Outcome(ReportWritten{file.string()}) : Outcome(Failed{written.error()});
      run(absorb(state_, world_, outcome, place_.clock.now()), place_.clock.now());
    });
  });
}

}  // namespace etalon::ui
