#include <gtest/gtest.h>

#include <algorithm>

#include "tests/arch/translation_rule.h"

namespace etalon::arch {
namespace {

std::vector<Key> keys_in_tree() {
  std::vector<Key> keys;
  for (const auto& file : cpp_files()) {
    if (file.under("tests")) continue;
    for (auto& key : keys_of(file)) keys.push_back(std::move(key));
  }
  return keys;
}

class EveryCatalogue : public testing::TestWithParam<const char*> {};

TEST_P(EveryCatalogue, has_every_sentence_of_the_tree) {
  const std::string path = std::string("assets/translations/") + GetParam() + ".po";
  const auto keys = keys_in_tree();
  EXPECT_GT(keys.size(), 100U);
  const auto files = project_files();
  const auto po = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.path == path; });
  ASSERT_NE(po, files.end()) << path << " is missing";
  EXPECT_EQ(report(check_catalogue(*po, keys)), "");
}

INSTANTIATE_TEST_SUITE_P(Translations, EveryCatalogue, testing::Values("fr", "en"),
                         [](const auto& language) { return std::string(language.param); });

TEST(Translations, are_asked_for_every_word_in_a_view) {
  Findings findings;
  for (const auto& file : cpp_files()) append(findings, check_view_literals(file));
  EXPECT_EQ(report(findings), "");
}

TEST(Keys, are_the_literals_of_tr_msg_and_plural) {
  const auto keys = keys_of({"ui/present/a.cpp",
                             "// tr(\"not this\")\n"
                             "text.tr(\"Start\") + msg(\"{file} is \"\n  \"too large\", {{\"file\", name}});\n"
                             "text.plural(\"{n} vote\", \"{n} votes\", 2);\n"
                             "tr(done ? \"Done\" : \"Go on\"); string(\"nor this\"); tr(sentence);"});
  ASSERT_EQ(keys.size(), 5U);
  EXPECT_EQ(keys[0].text, "Start");
  EXPECT_EQ(keys[1].text, "{file} is too large");
  EXPECT_EQ(keys[1].line, 2);
  EXPECT_EQ(keys[2].text, "{n} vote");
  EXPECT_EQ(keys[2].plural, "{n} votes");
  EXPECT_EQ(keys[3].text, "Done");
  EXPECT_EQ(keys[4].text, "Go on");
}

std::string complaints(const std::string& po, const Key& key) { return report(check_catalogue({"fr.po", po}, {key})); }

TEST(Catalogue, is_complete_with_a_translation_of_every_key) {
  EXPECT_EQ(complaints("msgid \"\"\nmsgstr \"Language: fr\\n\"\n\nmsgid \"Start\"\nmsgstr \"Commencer\"\n",
                       {"Start", "", "a.cpp", 1}),
            "");
  EXPECT_EQ(complaints("msgid \"\"\n\"a \"\n\"b\"\nmsgstr \"\"\n\"c\"\n", {"a b", "", "a.cpp", 1}), "");
  EXPECT_EQ(complaints("msgid \"{n} vote\"\nmsgid_plural \"{n} votes\"\nmsgstr[0] \"{n} voix\"\nmsgstr[1] \"{n} voix\"\n",
                       {"{n} vote", "{n} votes", "a.cpp", 1}),
            "");
}

TEST(Catalogue, is_not_complete_otherwise) {
  const Key start{"Start", "", "a.cpp", 1}, size{"{a} of {b}", "", "a.cpp", 1};
  EXPECT_EQ(complaints("", start), "a.cpp:1: in fr.po missing: Start\n");
  EXPECT_EQ(complaints("#~ msgid \"Start\"\n#~ msgstr \"Commencer\"\n", start), "a.cpp:1: in fr.po missing: Start\n");
  EXPECT_EQ(complaints("msgid \"Start\"\nmsgstr \"\"\n", start), "a.cpp:1: in fr.po empty: Start\n");
  EXPECT_EQ(complaints("#, fuzzy\nmsgid \"Start\"\nmsgstr \"Départ\"\n", start), "a.cpp:1: in fr.po fuzzy: Start\n");
  EXPECT_EQ(complaints("msgid \"{a} of {b}\"\nmsgstr \"{a} de {c}\"\n", size),
            "a.cpp:1: in fr.po other places: {a} of {b}\n");
  EXPECT_NE(complaints("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[1] \"\"\n", {"a", "b", "a.cpp", 1}), "");
  EXPECT_NE(complaints("msgid \"a\"\nmsgstr \"c\"\n", {"a", "b", "a.cpp", 1}), "");
}

TEST(Catalogue, tells_a_fuzzy_entry_from_its_neighbour) {
  const auto entries = po_entries("#, fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n\nmsgid \"c\"\nmsgstr \"d\"\n");
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_TRUE(entries[0].fuzzy);
  EXPECT_FALSE(entries[1].fuzzy);
}

TEST(ViewLiterals, are_ids_or_translated) {
  const auto findings = [](const std::string& code) { return check_view_literals({"ui/views/a.cpp", code}).size(); };
  EXPECT_EQ(
      findings("#include \"ui/views/Big.h\"\nui.button(\"replay.submit\", screen.submit); ui.text(tr(\"Start now\"));"), 0U);
  EXPECT_EQ(findings("// \"Start now\"\nui.sign(\"→\"); ui.gap(\" \"); ui.text(\"\");"), 0U);
  EXPECT_EQ(findings("ui.button(\"replay.submit\", \"Submit\");"), 1U);
  EXPECT_EQ(findings("ui.text(\"go on\");"), 1U);
  EXPECT_EQ(findings("ui.text(\"légalité\");"), 1U);
}

}  // namespace
}  // namespace etalon::arch
