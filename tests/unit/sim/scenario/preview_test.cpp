#include "sim/scenario/preview.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "sim/scenario/reader.h"

namespace etalon::scenario {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Pack mini() { return read_pack(fs::path(ETALON_SOURCE_DIR) / "tests/data/mini-pack").value(); }
Pack starter() { return read_pack(fs::path(ETALON_SOURCE_DIR) / "scenarios/starter").value(); }

std::string all_text(const Preview& preview) {
  std::string out = preview.title + "\n";
  for (const PreviewStep& step : preview.steps) out += std::to_string(step.day) + step.time + step.text + "\n";
  for (const PreviewQuestion& question : preview.questions) {
    out += question.label + question.help + "\n";
    for (const PreviewCondition& condition : question.asked_when) out += condition.facet + "\n";
    for (const std::string& choice : question.choices) out += choice + "\n";
  }
  return out;
}

TEST(Preview, reads_the_steps_without_marks_and_keeps_the_placeholders) {
  const Pack pack = mini();
  const Preview found = preview(pack, pack.scenarios[0], Language::French);
  EXPECT_EQ(found.title, "Un message signalé");
  ASSERT_EQ(found.steps.size(), 3U);
  EXPECT_EQ(found.steps[0].text, "Un signalement arrive à propos de [URL-1]. Le déclarant se dit choqué.");
  EXPECT_EQ(found.steps[2].type, StepType::SpeechAct);
  EXPECT_EQ(found.steps[2].day, 2);
  EXPECT_EQ(found.steps[2].time, "10:00");
}

TEST(Preview, asks_every_facet_in_the_order_of_the_scheme) {
  const Pack pack = starter();
  const Preview found = preview(pack, pack.scenarios[0], Language::English);
  ASSERT_EQ(found.questions.size(), pack.scheme.facets.size());
  for (std::size_t i = 0; i < found.questions.size(); ++i)
    EXPECT_EQ(found.questions[i].label, pack.scheme.facets[i].label.en);
  EXPECT_THAT(found.questions[1].choices, ElementsAre("In remit", "Redirect", "Out of remit"));
  ASSERT_EQ(found.questions[1].asked_when.size(), 1U);
  EXPECT_EQ(found.questions[1].asked_when[0].facet, "Report usable");
  EXPECT_THAT(found.questions[1].asked_when[0].choices, ElementsAre("Usable"));
}

TEST(Preview, gives_offences_their_article_and_no_elements_before_one_is_chosen) {
  const Pack pack = starter();
  const Preview found = preview(pack, pack.scenarios[0], Language::English);
  const PreviewQuestion& offence = found.questions[3];
  EXPECT_THAT(offence.choices, testing::Contains(HasSubstr(" — Criminal Code, art. 227-23")));
  EXPECT_EQ(offence.choices.back(), "None comes near");
  const PreviewQuestion& elements = found.questions[4];
  EXPECT_TRUE(elements.of_offence);
  EXPECT_TRUE(elements.choices.empty());
}

TEST(Preview, is_the_same_whatever_the_reference_and_the_weight_of_the_facts) {
  Pack pack = starter();
  for (Scenario& scenario : pack.scenarios) {
    for (const Language language : {Language::French, Language::English}) {
      const std::string before = all_text(preview(pack, scenario, language));
      Scenario other = scenario;
      other.reference = {};
      other.covers = {};
      for (Fact& fact : other.facts) fact.polarity = Polarity::Neutral;
      EXPECT_EQ(all_text(preview(pack, other, language)), before) << scenario.id.value;
      EXPECT_THAT(before, Not(HasSubstr(scenario.reference.rationale.in(language))));
      EXPECT_THAT(before, Not(HasSubstr("{F")));
    }
  }
}

TEST(Preview, proposes_the_nearest_id_for_an_unknown_one) {
  const Pack pack = starter();
  const auto found = scenario_of(pack, "s0012", "pack");
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().kind, ErrorKind::Input);
  EXPECT_THAT(english(found.error()), HasSubstr("did you mean “S0012”?"));
}

}  // namespace
}  // namespace etalon::scenario
