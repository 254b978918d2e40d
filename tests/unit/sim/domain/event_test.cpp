#include "sim/domain/event.h"

#include <gtest/gtest.h>

namespace etalon {
namespace {

std::vector<EventBody> one_of_each() {
  const PackRef pack{"starter", "1.0.0", hash_of("x")};
  const Elapsed elapsed{12, 3};
  return {SessionStarted{AnalystId("A"),
                         Mode::Retest,
                         Language::English,
                         pack,
                         "1",
                         {ScenarioId("S1")},
                         CalibrationId("C"),
                         PackStatus::Trusted},
          ScenarioOpened{ScenarioId("S1"), 2},
          StepRevealed{ScenarioId("S1"), 3, elapsed},
          FactMarked{ScenarioId("S1"), FactId("F1"), false, elapsed},
          ValueChosen{ScenarioId("S1"), FacetId("actions"), Value::of_set({"a", "b"}), elapsed},
          RationaleWritten{ScenarioId("S1"), "« é » \"\\\n\x01", elapsed},
          DecisionRecorded{ScenarioId("S1"),
                           {{FacetId("e"), *Value::parse(Shape::Checklist, "x=met")}, {FacetId("l"), Value::of_code("z")}},
                           {FactId("F1")},
                           "why",
                           4,
                           elapsed},
          SessionClosed{true},
          CalibrationOpened{
              "t", AnalystId("L"), {AnalystId("A"), AnalystId("B")}, {ScenarioId("S1")}, pack, "1", PackStatus::Trusted},
          VoteCompleted{AnalystId("A"), SessionId("S")},
          RoundClosed{true},
          ScenarioLeft{ScenarioId("S1"), elapsed},
          LanguageChosen{Language::English}};
}

TEST(event, reads_its_own_bytes_back) {
  ASSERT_EQ(one_of_each().size(), std::variant_size_v<EventBody>);
  for (const EventBody& body : one_of_each()) {
    const auto again = decode(type_name(body), type_version(body), encode(body));
    ASSERT_TRUE(again) << english(again.error());
    EXPECT_EQ(*again, body) << type_name(body);
    EXPECT_EQ(encode(*again), encode(body));
  }
}

// The journal chains these bytes: changing them needs a new type_version.
TEST(event, keeps_the_bytes_of_version_1) {
  EXPECT_EQ(encode(ValueChosen{ScenarioId("S1"), FacetId("actions"), Value::of_set({"b", "a"}), {12, 3}}),
            R"({"scenario":"S1","facet":"actions","value":{"set":"a|b"},"active_ms":12,"idle_ms":3})");
}

TEST(event, keeps_the_bytes_of_leaving_and_of_the_language) {
  EXPECT_EQ(encode(ScenarioLeft{ScenarioId("S1"), {12, 3}}), R"({"scenario":"S1","active_ms":12,"idle_ms":3})");
  EXPECT_EQ(encode(LanguageChosen{Language::English}), R"({"language":"en"})");
}

TEST(event, says_since_version_2_whether_the_pack_of_a_session_was_signed) {
  const SessionStarted start{
      AnalystId("A"),   Mode::Practice, Language::French, {"p", "1", hash_of("x")}, "1", {ScenarioId("S1")}, {},
      PackStatus::Draft};
  const std::string bytes = encode(start);
  EXPECT_EQ(type_version(EventBody(start)), 2);
  EXPECT_TRUE(bytes.ends_with(R"("scenarios":["S1"],"pack_status":"draft"})")) << bytes;
  EXPECT_FALSE(decode("session_started", 2, bytes.substr(0, bytes.find(",\"pack_status")) + "}"));
  EXPECT_FALSE(decode("session_started", 3, bytes));
}

TEST(event, reads_a_session_of_version_1_as_one_that_does_not_say) {
  const auto old = decode("session_started", 1,
                          R"({"analyst":"A","mode":"practice","language":"fr","pack":{"id":"p","version":"1","hash":")" +
                              hex(hash_of("x")) + R"("},"scheme_version":"1","scenarios":["S1"]})");
  ASSERT_TRUE(old) << english(old.error());
  EXPECT_EQ(std::get<SessionStarted>(*old).pack_status, PackStatus::NotSaid);
}

TEST(event, says_since_version_2_whether_the_pack_of_a_round_was_signed) {
  const CalibrationOpened opening{"t", AnalystId("L"),     {AnalystId("A")}, {ScenarioId("S1")}, {"p", "1", hash_of("x")},
                                  "1", PackStatus::Trusted};
  const std::string bytes = encode(opening);
  EXPECT_EQ(type_version(EventBody(opening)), 2);
  const std::string at_the_end = R"("scheme_version":"1","pack_status":"trusted"})";
  ASSERT_TRUE(bytes.ends_with(at_the_end)) << bytes;
  const std::string old = bytes.substr(0, bytes.find(R"(,"pack_status")")) + "}";
  EXPECT_FALSE(decode("calibration_opened", 2, old));
  EXPECT_FALSE(decode("calibration_opened", 3, bytes));
  const auto first = decode("calibration_opened", 1, old);
  ASSERT_TRUE(first) << english(first.error());
  EXPECT_EQ(std::get<CalibrationOpened>(*first).pack_status, PackStatus::NotSaid);
}

TEST(event, refuses_an_unknown_type_version_or_payload) {
  EXPECT_FALSE(decode("dance_started", 1, "{}"));
  EXPECT_FALSE(decode("session_closed", 99, R"({"finished":true})"));
  EXPECT_FALSE(decode("session_closed", 1, "{}"));
  EXPECT_FALSE(decode("session_closed", 1, "not json"));
  EXPECT_FALSE(decode("value_chosen", 1, R"({"scenario":"S","facet":"f","value":{},"active_ms":0,"idle_ms":0})"));
}

}  // namespace
}  // namespace etalon
