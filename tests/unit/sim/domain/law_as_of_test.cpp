#include <gtest/gtest.h>

#include "sim/domain/comparison.h"
#include "sim/domain/session.h"
#include "tests/support/tiny_pack.h"

namespace etalon {
namespace {

const ScenarioId kOld("A1"), kNew("A2");
const OffenceCode kHate("HATE");

// HATE asks for publicity and appeal; until the end of 2020 it asked for publicity and malice. A1 is read under the law
// of 2019, A2 under that of 2026. NOVEL exists since 2021 only.
Pack two_wordings() {
  Pack out = support::tiny_pack();
  Offence older = out.catalogue.offences[0];
  older.name = {"Ancienne rédaction", "Former wording"};
  older.valid_to = "2020-12-31";
  older.elements[1] = {ElementId("malice"), {"Malice", "Malice"}, {"Malice ?", "Malice?"}};
  Offence novel = out.catalogue.offences[1];
  novel.code = OffenceCode("NOVEL");
  novel.valid_from = "2021-01-01";
  out.catalogue.offences[0].valid_from = "2021-01-01";
  out.catalogue.offences.insert(out.catalogue.offences.begin() + 1, older);
  out.catalogue.offences.push_back(novel);
  out.scenarios[0].law_as_of = "2019-05-01";
  out.scenarios[0].reference.elements[1].id = ElementId("malice");
  return out;
}

std::vector<std::string> asked(const Pack& pack, const ScenarioId& id, const char* facet) {
  const Scenario& scenario = *pack.find(id);
  std::vector<std::string> out;
  for (const Choice& choice :
       pack.scheme.choices(*pack.scheme.find(FacetId(facet)), pack.catalogue, scenario.reference.values, scenario.law_as_of))
    out.push_back(choice.id);
  return out;
}

class law_as_of : public ::testing::Test {
 protected:
  void SetUp() override {
    run(StartSession{{AnalystId("A-01"), Mode::Practice, Language::French, pack_.ref, "1", {kOld, kNew}, std::nullopt}});
    run(OpenScenario{kOld});
  }
  Result<void> run(const SessionCommand& command) {
    auto events = decide(state_, command, pack_);
    if (!events) return fail(events.error());
    for (const EventBody& body : *events) apply(state_, {Instant{1000}, body});
    return {};
  }

  Pack pack_ = two_wordings();
  SessionState state_;
};

TEST_F(law_as_of, finds_the_wording_in_force_on_the_day_and_the_newest_without_one) {
  EXPECT_EQ(pack_.catalogue.find(kHate, "2020-12-31")->name.en, "Former wording");
  EXPECT_EQ(pack_.catalogue.find(kHate, "2021-01-01")->name.en, "HATE (en)");
  EXPECT_EQ(pack_.catalogue.find(kHate)->name.en, "HATE (en)");
  EXPECT_EQ(pack_.catalogue.find(OffenceCode("NOVEL"), "2020-12-31"), nullptr);
}

TEST_F(law_as_of, offers_each_offence_once_and_only_those_in_force) {
  EXPECT_EQ(asked(pack_, kOld, "qualification"), (std::vector<std::string>{"HATE", "INSULT", "NONE"}));
  EXPECT_EQ(asked(pack_, kNew, "qualification"), (std::vector<std::string>{"HATE", "INSULT", "NOVEL", "NONE"}));
}

TEST_F(law_as_of, asks_the_elements_of_that_wording) {
  EXPECT_EQ(asked(pack_, kOld, "elements"), (std::vector<std::string>{"publicity", "malice"}));
  EXPECT_EQ(asked(pack_, kNew, "elements"), (std::vector<std::string>{"publicity", "appeal"}));
}

TEST_F(law_as_of, session_takes_the_older_elements_and_refuses_the_newer) {
  const auto choose = [&](const char* facet, Value value) { return run(ChooseValue{kOld, FacetId(facet), value, {}}); };
  ASSERT_TRUE(choose("qualification", Value::of_code("HATE")));
  EXPECT_TRUE(choose("elements", Value::of_checklist({{ElementId("malice"), ElementState::Met}})));
  EXPECT_FALSE(choose("elements", Value::of_checklist({{ElementId("appeal"), ElementState::Met}})));
  EXPECT_FALSE(choose("qualification", Value::of_code("NOVEL")));
}

TEST_F(law_as_of, decision_is_scored_by_the_older_elements) {
  const Scenario& scenario = *pack_.find(kOld);
  RecordDecision right{kOld, support::right_answers(pack_, kOld), {FactId("F1")}, "ok", {10, 5}};
  ASSERT_TRUE(run(right));
  const Comparison compared = compare(pack_, scenario, right.values, right.facts);
  ASSERT_EQ(compared.elements.size(), 2U);
  EXPECT_EQ(compared.elements[1].reference->id, ElementId("malice"));
  EXPECT_TRUE(compared.elements[1].agrees);
}

TEST_F(law_as_of, decision_on_the_newer_elements_is_incomplete) {
  RecordDecision wrong{kOld, support::right_answers(pack_, kOld), {FactId("F1")}, "ok", {10, 5}};
  wrong.values[FacetId("elements")] =
      Value::of_checklist({{ElementId("publicity"), ElementState::Met}, {ElementId("appeal"), ElementState::Met}});
  EXPECT_FALSE(run(wrong));
}

}  // namespace
}  // namespace etalon
