#include <gtest/gtest.h>

#include "sim/report/escape.h"
#include "sim/report/numbers.h"
#include "sim/report/writers.h"
#include "tests/support/sample_report.h"

namespace etalon::report {
namespace {

using namespace etalon::support;

std::string page(const analysis::ConsistencyReport& report, Language language = Language::English) {
  return to_html(report, language, in_english);
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(Html, stands_alone_and_runs_nothing) {
  const std::string html = page(team_report());
  for (const char* foreign : {"<script", "javascript:", "http://", "https://", "url(", "@import", "src=", "<link", "href="})
    EXPECT_FALSE(has(html, foreign)) << foreign;
  EXPECT_TRUE(has(html, "default-src 'none'"));
  EXPECT_TRUE(has(html, "<html lang=\"en\">"));
}

TEST(Html, hostile_text_stays_text) {
  const std::string html = page(team_report(hostile_pack()));
  EXPECT_FALSE(has(html, "<script"));
  EXPECT_FALSE(has(html, "<img"));
  EXPECT_TRUE(has(html, "&lt;script&gt;"));
  EXPECT_FALSE(has(html, "\xe2\x80\xae")) << "the direction of writing cannot be turned";
}

TEST(Html, a_hostile_pseudonym_stays_text) {
  auto report = team_report();
  report.head.selection.analyst = AnalystId("\"><script>alert(1)</script>");
  EXPECT_FALSE(has(page(report), "<script"));
}

TEST(Html, says_every_sentence_through_the_translator) {
  const std::string html = to_html(team_report(), Language::French, [](const Message&) { return std::string("§"); });
  for (const char* sentence :
       {"Consistency report", "Over-flagging", "Fleiss’ kappa", "legal advice", "How this was computed"})
    EXPECT_FALSE(has(html, sentence)) << sentence;
  EXPECT_TRUE(has(html, "Licéité")) << "labels come from the pack";
}

TEST(Html, footer_names_journal_pack_scheme_and_formulas) {
  const std::string html = page(team_report());
  EXPECT_TRUE(has(html, hex(hash_of("head"))));
  EXPECT_TRUE(has(html, hex(hash_of("small"))));
  EXPECT_TRUE(has(html, "cohen_kappa 1"));
  EXPECT_TRUE(has(html, "A training reference, not legal advice."));
}

TEST(Html, under_ten_decisions_it_shows_counts_and_no_rate) {
  auto rows = team_decisions();
  rows.resize(4);
  const std::string html = page(analysis::make_report(small_pack(), rows, {}));
  EXPECT_TRUE(has(html, "No verdict."));
  EXPECT_FALSE(has(html, "class=\"figure\""));
  EXPECT_FALSE(has(html, "class=\"range\""));
}

TEST(Html, says_once_under_the_table_why_a_value_has_no_interval) {
  const std::string html = page(team_report());
  EXPECT_TRUE(has(html, "[–] One of the two used a single category, so kappa can only be 0.</p>"));
}

TEST(Html, an_empty_journal_gives_a_page_that_says_so) {
  const std::string html = page(analysis::make_report(small_pack(), {}, {}));
  EXPECT_TRUE(has(html, "No decision is scored yet."));
}

TEST(Html, keeps_people_and_reference_apart_and_names_nobody) {
  const std::string html = page(team_report());
  EXPECT_LT(html.find("Validity: agreement with the reference"), html.find("Reliability: agreement between analysts"));
  for (const char* name : {"ANA", "BEN", "CLO", "DEE"}) EXPECT_FALSE(has(html, name)) << name;
}

TEST(Escape, makes_markup_and_control_characters_harmless) {
  EXPECT_EQ(escape("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&#39;");
  EXPECT_EQ(escape(std::string("\0x", 2)), "\ufffdx");
  EXPECT_EQ(escape("\xff"), "\ufffd");
  EXPECT_EQ(escape("é — “x”"), "é — “x”");
}

TEST(Numbers, follow_the_language) {
  EXPECT_EQ(decimal(-0.544, 2, Language::English), "\u22120.54");
  EXPECT_EQ(decimal(0.544, 2, Language::French), "0,54");
  EXPECT_EQ(decimal(-0.001, 2, Language::English), "0.00");
  EXPECT_EQ(percent(0.75, Language::French), "75\u202f%");
  EXPECT_EQ(percent_range(0.468, 0.911, Language::English), "[47–91%]");
  EXPECT_EQ(minute(Instant{0}), "1970-01-01 00:00 UTC");
}

}  // namespace
}  // namespace etalon::report
