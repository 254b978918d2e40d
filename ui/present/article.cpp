#include "ui/present/stage.h"
#include "ui/text/formats.h"

namespace etalon::ui {
namespace {

std::string validity_text(const Stage& stage, const Offence& offence, const Scenario& scenario) {
  std::string out;
  if (!offence.valid_from.empty())
    out = stage.cat.tr("In force since {date}", {{"date", long_date(stage.language, offence.valid_from)}}) + " · ";
  return out + stage.cat.tr("law as of {date}", {{"date", long_date(stage.language, scenario.law_as_of)}});
}

std::string confirmed_text(const Stage& stage, const Offence& offence) {
  if (!offence.confirmed) return stage.cat.tr("to be confirmed");
  if (offence.verified_on.empty()) return stage.cat.tr("confirmed");
  return stage.cat.tr("verified on {date}", {{"date", long_date(stage.language, offence.verified_on)}});
}

void add_exceptions(const Stage& stage, const Offence& offence, Article& out) {
  if (!offence.exceptions.empty()) out.exceptions_title = stage.cat.tr("Exceptions");
  const std::string beside = offence.confirmed ? std::string() : stage.cat.tr("to be confirmed");
  for (const LocalText& exception : offence.exceptions) out.exceptions.push_back({exception.in(stage.language), beside});
}

// The offence that the article panel is about: in the replay the one that was chosen, so that nothing is given away.
const Offence* panel_offence(const Stage& stage, const Scenario& scenario) {
  const FacetId& role = stage.pack.scheme.roles.qualification;
  const ScenarioProgress* progress = shown_progress(stage.state, stage.world);
  const Values values = stage.state.route == Route::Debrief ? reference_values(stage.pack, scenario)
                        : progress == nullptr               ? Values()
                                                            : progress->draft.values;
  const Value* value = find_value(values, role);
  if (value == nullptr || value->shape() != Shape::Code) return nullptr;
  return stage.pack.catalogue.find(OffenceCode(value->as_code()), scenario.law_as_of);
}

}  // namespace

Article article_of(const Stage& stage, const Offence& offence, const Scenario& scenario) {
  Article out;
  out.title = offence.article.in(stage.language);
  out.name = offence.name.in(stage.language);
  if (!offence.penalty.in(stage.language).empty())
    out.penalty = with_colon(stage.language, stage.cat.tr("Penalty")) + " " + offence.penalty.in(stage.language);
  out.validity = validity_text(stage, offence, scenario);
  out.confirmed = confirmed_text(stage, offence);
  out.to_confirm = !offence.confirmed;
  out.elements_title = stage.cat.tr("Elements");
  for (const Element& element : offence.elements)
    out.elements.push_back({element.name.in(stage.language), element.question.in(stage.language)});
  add_exceptions(stage, offence, out);
  if (!offence.neighbours.empty()) out.neighbours_title = stage.cat.tr("Not to be confused with");
  for (const Neighbour& neighbour : offence.neighbours) {
    const Offence* other = stage.pack.catalogue.find(neighbour.code, scenario.law_as_of);
    const std::string name = other == nullptr ? neighbour.code.value : other->name.in(stage.language);
    out.neighbours.push_back({name, neighbour.question.in(stage.language)});
  }
  if (!offence.source.empty()) out.source = with_colon(stage.language, stage.cat.tr("Source")) + " " + offence.source;
  out.disclaimer = stage.cat.tr("Training reference, not legal advice");
  return out;
}

std::optional<ArticlePanel> article_panel(const Stage& stage) {
  if (!stage.state.article) return std::nullopt;
  if (stage.state.route != Route::Replay && stage.state.route != Route::Debrief) return std::nullopt;
  const Scenario* scenario = shown_scenario(stage.state, stage.world);
  if (scenario == nullptr) return std::nullopt;
  ArticlePanel out;
  out.title = stage.cat.tr("Article");
  out.close = {"article.close", stage.cat.tr("Close"), "A", ToggleArticle{}};
  if (const Offence* offence = panel_offence(stage, *scenario))
    out.article = article_of(stage, *offence, *scenario);
  else if (stage.state.route == Route::Debrief)
    out.empty_text = stage.cat.tr("The reference retains no offence.");
  else
    out.empty_text = stage.cat.tr("Choose an offence to read its article.");
  return out;
}

}  // namespace etalon::ui
