#include "sim/scenario/answers.h"

#include <gmock/gmock.h>

#include "tests/unit/sim/scenario/temp_pack.h"

namespace etalon::scenario {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Answers : public testing::Test {
 protected:
  void SetUp() override {
    auto pack = read_pack(temp_.folder());
    ASSERT_TRUE(pack.has_value());
    pack_ = std::move(*pack);
  }

  Result<AnswersFile> read(std::string_view csv) {
    temp_.write("answers.csv", csv);
    return read_answers(temp_.folder() / "answers.csv", pack_);
  }

  // The one scenario that is refused, as line and sentence.
  std::pair<int, std::string> refused(std::string_view csv) {
    const auto file = read(csv);
    if (!file) return {file.error().where.line, "whole file: " + english(file.error().what)};
    if (file->refused.size() != 1) return {0, std::to_string(file->refused.size()) + " refused"};
    return {file->refused[0].where.line, english(file->refused[0].what)};
  }

  TempPack temp_;
  Pack pack_;
};

constexpr std::string_view kShort =
    "scenario,facet,value\n"
    "S1,remit,out_of_remit\n"
    "S1,actions,close|helpline\n"
    "S1,confidence,high\n";

TEST_F(Answers, short_path_is_taken) {
  const auto file = read(kShort);
  ASSERT_TRUE(file.has_value());
  EXPECT_THAT(file->refused, IsEmpty());
  ASSERT_THAT(file->good, SizeIs(1));
  EXPECT_EQ(file->good[0].scenario, ScenarioId("S1"));
  EXPECT_EQ(file->good[0].line, 2);
  EXPECT_EQ(file->good[0].values.at(FacetId("actions")), Value::of_set({"close", "helpline"}));
}

TEST_F(Answers, a_rationale_with_personal_data_is_refused_with_its_line) {
  const auto [line, sentence] = refused(
      "scenario,facet,value,rationale\n"
      "S1,remit,out_of_remit,It is Jean Dupont\n"
      "S1,actions,close|helpline,\n"
      "S1,confidence,high,\n");
  EXPECT_EQ(line, 2);
  EXPECT_THAT(sentence, HasSubstr("Jean Dupont"));
}

TEST_F(Answers, every_column_is_understood) {
  const auto file = read(
      "\xEF\xBB\xBFscenario,facet,value,step,confidence,seconds,rationale,facts\r\n"
      "S1,remit,in_remit,1,high,10,\"Because, in short,\nit \"\"fits\"\".\",F1\r\n"
      "S1,legality,manifest,2,high,2.5,,F2|F1\r\n"
      "S1,qualification,SAMPLE_A,2,,,,\r\n"
      "S1,elements,publicity=met|appeal=unknown,3,,,,\r\n"
      "S1,actions,{},3,,,,\r\n");
  ASSERT_TRUE(file.has_value());
  ASSERT_THAT(file->good, SizeIs(1)) << english(file->refused.at(0));
  const ScenarioAnswers& answers = file->good[0];
  EXPECT_EQ(answers.rationale, "Because, in short,\nit \"fits\".");
  EXPECT_THAT(answers.facts, ElementsAre(FactId("F1"), FactId("F2")));
  EXPECT_EQ(answers.total.active_ms, 12'500);
  EXPECT_EQ(answers.steps.at(FacetId("legality")), 2);
  EXPECT_EQ(answers.values.at(FacetId("confidence")), Value::of_code("high"));
  EXPECT_EQ(answers.values.at(FacetId("elements")).as_checklist().at(ElementId("appeal")), ElementState::Unknown);
}

TEST_F(Answers, no_offence_needs_no_elements) {
  const auto file = read(
      "scenario,facet,value\nS1,remit,in_remit\nS1,legality,lawful\nS1,qualification,NONE\nS1,actions,close\nS1,confidence,low\n");
  ASSERT_TRUE(file.has_value());
  EXPECT_THAT(file->good, SizeIs(1));
}

TEST_F(Answers, a_refused_scenario_does_not_take_the_others_with_it) {
  const auto file = read(std::string(kShort) + "S2,remit,perhaps\nS9,remit,in_remit\n");
  ASSERT_TRUE(file.has_value());
  EXPECT_THAT(file->good, SizeIs(1));
  ASSERT_THAT(file->refused, SizeIs(2));
  EXPECT_EQ(file->refused[0].where.line, 5);
  EXPECT_EQ(file->refused[1].where.line, 6);
  EXPECT_EQ(file->refused[0].kind, ErrorKind::Input);
}

TEST_F(Answers, unknown_ids_are_refused_with_their_line) {
  EXPECT_THAT(refused("scenario,facet,value\nS3,remit,in_remit\n"), testing::Pair(2, HasSubstr("no scenario “S3”")));
  EXPECT_THAT(refused(std::string(kShort) + "S1,remitt,in_remit\n"), testing::Pair(5, HasSubstr("no facet “remitt”")));
  EXPECT_THAT(refused("scenario,facet,value\nS1,actions,close\nS1,confidence,low\nS1,remit,perhaps\n"),
              testing::Pair(4, HasSubstr("no choice “perhaps”")));
  EXPECT_THAT(refused("scenario,facet,value,facts\nS1,remit,in_remit,F1|F8\n"), testing::Pair(2, HasSubstr("no fact “F8”")));
}

TEST_F(Answers, facet_that_does_not_apply_is_refused_with_its_line) {
  EXPECT_THAT(refused(std::string(kShort) + "S1,legality,lawful\n"), testing::Pair(5, HasSubstr("“legality” is not asked")));
}

TEST_F(Answers, missing_facets_are_named_with_the_first_line_of_the_scenario) {
  EXPECT_THAT(refused("scenario,facet,value\nS1,remit,in_remit\nS1,actions,close\n"),
              testing::Pair(2, testing::AllOf(HasSubstr("legality"), HasSubstr("confidence"))));
}

TEST_F(Answers, incomplete_checklist_is_refused) {
  EXPECT_THAT(refused("scenario,facet,value\nS1,remit,in_remit\nS1,legality,lawful\nS1,qualification,SAMPLE_A\n"
                      "S1,elements,appeal=met\nS1,actions,close\nS1,confidence,low\n"),
              testing::Pair(2, HasSubstr("elements")));
}

TEST_F(Answers, repeated_answers_are_refused) {
  EXPECT_THAT(refused(std::string(kShort) + "S1,remit,in_remit\n"), testing::Pair(5, HasSubstr("answered twice")));
  EXPECT_THAT(refused("scenario,facet,value,confidence\nS1,remit,out_of_remit,low\nS1,actions,close,high\n"),
              testing::Pair(3, HasSubstr("confidence is given twice")));
}

TEST_F(Answers, numbers_out_of_range_are_refused) {
  const std::string head = "scenario,facet,value,step,seconds\nS1,remit,out_of_remit,";
  EXPECT_THAT(refused(head + "4,1\n"), testing::Pair(2, HasSubstr("“4” is not a step")));
  EXPECT_THAT(refused(head + "0,1\n"), testing::Pair(2, HasSubstr("“0” is not a step")));
  for (const char* seconds : {"-1", "nan", "inf", "86401", "1e99", "ten"})
    EXPECT_THAT(refused(head + "1," + seconds + "\n"), testing::Pair(2, HasSubstr("not a time"))) << seconds;
}

TEST_F(Answers, row_with_too_few_cells_is_refused) {
  EXPECT_THAT(refused("scenario,facet,value\nS1,remit\n"), testing::Pair(2, HasSubstr("2 cells, the header 3")));
}

TEST_F(Answers, file_that_is_no_answers_file_is_refused_as_a_whole) {
  EXPECT_THAT(refused(""), testing::Pair(1, HasSubstr("the file is empty")));
  EXPECT_THAT(refused("scenario,facet\n"), testing::Pair(1, HasSubstr("“value” is missing")));
  EXPECT_THAT(refused("scenario,facet,value,conf\n"), testing::Pair(1, HasSubstr("“conf” is not known")));
  EXPECT_THAT(refused("scenario,facet,value,value\n"), testing::Pair(1, HasSubstr("stands twice")));
  EXPECT_THAT(refused("scenario,facet,value\nS1,\"remit,x\n"), testing::Pair(2, HasSubstr("never closed")));
  EXPECT_THAT(refused(std::string("scenario,facet,value\nS1,re\0mit,x\n", 31)), testing::Pair(2, HasSubstr("not UTF-8")));
  EXPECT_THAT(refused("scenario,facet,value\n"), testing::Pair(0, HasSubstr("holds no answer")));
}

TEST_F(Answers, file_over_fifty_megabytes_is_refused_unread) {
  temp_.write("answers.csv", "x");
  std::filesystem::resize_file(temp_.folder() / "answers.csv", 50'000'001);
  const auto file = read_answers(temp_.folder() / "answers.csv", pack_);
  ASSERT_FALSE(file.has_value());
  EXPECT_THAT(english(file.error().what), HasSubstr("50000001 bytes"));
}

TEST_F(Answers, thousands_of_unknown_scenarios_end_the_reading) {
  std::string csv = "scenario,facet,value\n";
  for (int i = 0; i < 3000; ++i) csv += "X" + std::to_string(i) + ",remit,in_remit\n";
  EXPECT_THAT(refused(csv), testing::Pair(1002, HasSubstr("more than 1000 scenarios")));
}

}  // namespace
}  // namespace etalon::scenario
