// etalon check PACK --preview ID
#include <ostream>

#include "sim/base/text.h"
#include "sim/domain/labels.h"
#include "sim/scenario/preview.h"
#include "sim/scenario/reader.h"
#include "ui/cli/pack_questions.h"
#include "ui/text/formats.h"

namespace etalon::ui::cli {
namespace {

using scenario::Preview;
using scenario::PreviewCondition;
using scenario::PreviewQuestion;
using scenario::PreviewStep;

class Page {
 public:
  Page(std::ostream& out, const Catalogue& catalogue) : out_(out), cat_(catalogue) {}

  void print(const Preview& preview) {
    line(preview.title);
    for (const PreviewStep& step : preview.steps) print(step);
    for (const PreviewQuestion& question : preview.questions) print(question);
  }

 private:
  void line(const std::string& text) { out_ << printable(text) << '\n'; }

  void print(const PreviewStep& step) {
    line("");
    line(day_offset(cat_.language(), step.day) + " " + step.time + " · " + cat_.tr(step_label(step.type)));
    line(step.text);
  }

  void print(const PreviewQuestion& question) {
    line("");
    line("? " + question.label);
    line("  " + question.help);
    if (!question.asked_when.empty())
      line("  " + cat_.tr("Asked where {conditions}", {{"conditions", conditions(question)}}));
    if (question.of_offence) line("  - " + cat_.tr("the elements of the offence that is chosen"));
    for (const std::string& choice : question.choices) line("  - " + choice);
  }

  std::string conditions(const PreviewQuestion& question) const {
    std::vector<std::string> out;
    for (const PreviewCondition& one : question.asked_when)
      out.push_back(with_colon(cat_.language(), one.facet) + " " + join(one.choices, " / "));
    return list(cat_.language(), out);
  }

  std::ostream& out_;
  const Catalogue& cat_;
};

Result<Catalogue> catalogue_of(const World& world, Language language) {
  if (language == world.catalogue.language()) return world.catalogue;
  return Catalogue::load(world.share, language);
}

}  // namespace

int show_preview(const World& world, const std::string& folder, const std::string& id, Language language) {
  const auto catalogue = catalogue_of(world, language);
  if (!catalogue) return say(world, catalogue.error());
  const auto pack = scenario::read_pack(folder);
  if (!pack) return say(world, pack.error());
  const auto found = scenario::scenario_of(*pack, id, folder);
  if (!found) return say(world, found.error());
  Page(world.out, *catalogue).print(scenario::preview(*pack, **found, language));
  return kDone;
}

}  // namespace etalon::ui::cli
