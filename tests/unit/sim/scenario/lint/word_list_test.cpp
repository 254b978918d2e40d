#include "sim/scenario/lint/word_list.h"

#include <gmock/gmock.h>

#include "sim/base/text.h"
#include "sim/scenario/lint/lint.h"

namespace etalon::scenario::lint {
namespace {

WordList header() {
  WordList out;
  out.rule = "L11";
  out.source = "invented words";
  out.salt = "00112233445566778899aabbccddeeff";
  return out;
}

WordList built(std::string_view plain) { return build_words(header(), plain, "plain.txt").value(); }

std::size_t hits(const WordList& list, std::string_view text, bool childhood = false) {
  WordLists lists;
  lists.add(list);
  return lists.find(fold(text), childhood).size();
}

TEST(WordList, reads_what_it_wrote) {
  const WordList list = built("blorvine\n# a comment\ntriple faux terme\n");
  EXPECT_EQ(list.entries, 2U);
  const auto again = read_words(write_words(list), "a.words");
  ASSERT_TRUE(again.has_value()) << english(again.error());
  EXPECT_EQ(again->lines, list.lines);
  EXPECT_EQ(again->words, 3U);
  EXPECT_EQ(write_words(*again), write_words(list));
}

TEST(WordList, holds_no_word_in_plain) {
  const std::string bytes = write_words(built("blorvine\n"));
  EXPECT_EQ(bytes.find("blorvine"), std::string::npos);
}

TEST(WordList, another_salt_gives_other_hashes) {
  WordList other = header();
  other.salt = std::string(32, '0');
  EXPECT_NE(build_words(other, "blorvine", "a").value().lines, built("blorvine").lines);
}

TEST(WordList, finds_words_in_their_disguises_and_no_others) {
  const WordList list = built("blorvine\ntriple faux terme\n");
  for (const char* text : {"un blorvine ici", "BLORVINE", "bl0rv1ne", "blor-vine", "b l o r v i n e", "bl\u200Borvine",
                           "blоrvine" /* a Cyrillic o */, "un Triple  faux-terme"})
    EXPECT_EQ(hits(list, text), 1U) << text;
  for (const char* text : {"blorvines", "triple faux", "faux terme", "", "blor vine"})
    EXPECT_EQ(hits(list, text), 0U) << text;
}

TEST(WordList, of_the_childhood_pillar_is_asked_there_only) {
  WordList list = built("blorvine");
  list.childhood = true;
  EXPECT_EQ(hits(list, "blorvine", true), 1U);
  EXPECT_EQ(hits(list, "blorvine", false), 0U);
}

TEST(WordList, a_damaged_list_is_refused_with_its_line) {
  const std::string good = write_words(built("blorvine\ntriple faux terme\n"));
  for (const std::string_view line : split(good, '\n')) {
    if (line.empty()) continue;
    std::string bad = good;
    bad.replace(bad.find(line), 1, "?");
    if (line.starts_with("source")) continue;
    const auto read = read_words(bad, "a.words");
    if (line.starts_with("entries")) continue;
    ASSERT_FALSE(read.has_value()) << line;
    EXPECT_EQ(read.error().kind, ErrorKind::Input);
    EXPECT_GT(read.error().where.line, 0);
  }
  EXPECT_FALSE(read_words("", "a.words").has_value());
  EXPECT_FALSE(read_words(good + "0000000000000000\n", "a.words").has_value()) << "not in order";
}

TEST(WordList, is_not_made_where_it_could_not_be_read_again) {
  WordList bad = header();
  for (const char* source : {"", " ", "invented\nentries: 9", "invented\r", "\xFF"}) {
    bad.source = source;
    EXPECT_EQ(build_words(bad, "blorvine", "plain.txt").error().kind, ErrorKind::Usage) << source;
  }
  std::string many;
  for (int i = 0; i <= 1'000'000; ++i) many += std::to_string(i) + "\n";
  EXPECT_EQ(build_words(header(), many, "plain.txt").error().kind, ErrorKind::Input);
}

TEST(WordList, is_not_made_of_bytes_that_are_no_text) {
  const auto built = build_words(header(), "blorvine\ncaf\xE9\n", "plain.txt");
  ASSERT_FALSE(built.has_value());
  EXPECT_EQ(built.error().where, (Place{"plain.txt", 2}));
}

TEST(WordList, a_listed_warning_does_not_block) {
  WordList list = built("blorvine");
  list.blocking = false;
  WordLists lists;
  lists.add(list);
  const auto findings = lint_text("un blorvine", TextKind::Shown, false, lists);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_FALSE(findings[0].blocking);
}

TEST(WordList, the_bundled_lists_are_all_readable) {
  for (const char* rule : {"L04", "L08", "L09", "L10", "L11", "L12"}) EXPECT_GT(bundled_words().entries(rule), 0U) << rule;
}

TEST(FreeText, passes_legal_prose_and_refuses_personal_data) {
  EXPECT_TRUE(check_free_text("L’article 24 de la loi du 29 juillet 1881 : les éléments F2 et F5 sont réunis."));
  EXPECT_TRUE(check_free_text(""));
  for (const char* text : {"voir example.org", "appelez le 06 39 98 00 12", "c’est Jean Dupont",
                           "d41d8cd98f00b204e9800998ecf8427e", "un mot\u200Bcaché"})
    EXPECT_FALSE(check_free_text(text)) << text;
}

TEST(FreeText, may_not_hide_a_place_behind_a_name_that_is_too_long) {
  for (std::size_t length = 240; length < 260; ++length) {
    const std::string padding(length, 'a');
    EXPECT_FALSE(check_free_text("b." + padding + ".com"));
    EXPECT_FALSE(check_free_text("www." + padding + "." + padding + ".example.org"));
    EXPECT_FALSE(check_free_text(padding + "@example.org"));
  }
}

TEST(FreeText, survives_bytes_that_are_no_text) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  EXPECT_FALSE(check_free_text(bytes));
  EXPECT_FALSE(check_free_text(bytes + bytes + std::string(3, '\xC3')));
}

// Found by the fuzzer: the blanks behind the sign were looked for past the end of the text, for ever.
TEST(FreeText, may_end_with_a_sign_of_degrees) {
  for (const char* text : {"il faisait 30°", "il faisait 30° ", "°", "30°5"}) EXPECT_TRUE(check_free_text(text)) << text;
}

}  // namespace
}  // namespace etalon::scenario::lint
