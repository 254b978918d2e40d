#include <gtest/gtest.h>

#include "tests/arch/data_rule.h"

namespace etalon::arch {
namespace {

const SourceFile& file_at(const std::vector<SourceFile>& files, const std::string& path) {
  for (const auto& file : files) {
    if (file.path == path) return file;
  }
  static const SourceFile kNone;
  ADD_FAILURE() << path << " is missing";
  return kNone;
}

TEST(Scenarios, stand_in_both_languages) {
  Findings findings;
  int seen = 0;
  for (const auto& file : project_files()) {
    if (!file.under("scenarios") || !file.ends_with(".yaml")) continue;
    append(findings, check_both_languages(file));
    ++seen;
  }
  EXPECT_GE(seen, 19);  // the starter pack: sixteen scenarios, scheme, catalogue and manifest
  EXPECT_EQ(report(findings), "");
}

std::string languages(const std::string& yaml) { return report(check_both_languages({"a.yaml", yaml})); }

TEST(Scenarios, may_write_their_texts_on_one_line_or_on_many) {
  EXPECT_EQ(languages("title: {fr: Un titre, en: A title}\n"), "");
  EXPECT_EQ(languages("text:\n  fr: >-\n    Le {F1|fait} tient.\n  en: >-\n    The {F1|fact} holds.\n"), "");
  EXPECT_EQ(languages("- fr: \"Un\"\n  en: \"One\"\n"), "");
  EXPECT_EQ(languages("fr:\n    Un texte long\nen:\n    A long text\n"), "");
}

TEST(Scenarios, may_not_leave_a_language_out) {
  EXPECT_EQ(languages("title: {fr: Un titre}\n"), "a.yaml:1: fr stands alone\n");
  EXPECT_EQ(languages("a: {fr: Un, en: One}\nb:\n  en: Two\n"), "a.yaml:3: en stands alone\n");
  EXPECT_EQ(languages("a: {fr: Un, en: \"\"}\n"), "a.yaml:1: en is empty\n");
  EXPECT_EQ(languages("a:\n  fr:\n  en: One\n"), "a.yaml:2: fr is empty\n");
  EXPECT_EQ(languages("a:\n  fr: Le {F1|fait}\n  en: The {F2|fact}\n"), "a.yaml:2: fr and en mark other facts\n");
}

TEST(Documents, link_to_what_there_is) {
  const auto files = project_files();
  Findings findings;
  int seen = 0;
  for (const auto& file : files) {
    if (!file.ends_with(".md")) continue;
    append(findings, check_links(file, files));
    ++seen;
  }
  EXPECT_GE(seen, 8);
  EXPECT_EQ(report(findings), "");
}

TEST(Documents, may_not_link_to_nowhere) {
  const std::vector<SourceFile> files{{"docs/b.md", "# One two: three\n"}};
  const auto links = [&](const std::string& text) { return report(check_links({"docs/a.md", text}, files)); };
  EXPECT_EQ(links("[b](b.md) [c](b.md#one-two-three) [d](https://example.org/x) [e](../README.md)\n# Here\n[f](#here)"), "");
  EXPECT_EQ(links("\n[x](nowhere.md)"), "docs/a.md:2: a link to nowhere: nowhere.md\n");
  EXPECT_EQ(links("[x](b.md#four)"), "docs/a.md:1: a link to a heading that is not there: b.md#four\n");
  EXPECT_EQ(links("`sim/base/result.h`, `sim/<module>`, `cmake --preset dev`"), "");
  EXPECT_EQ(links("`sim/base/no_such.h`"), "docs/a.md:1: no such place in the tree: sim/base/no_such.h\n");
}

TEST(Packages, are_listed_once_with_their_purpose) {
  const auto files = project_files();
  EXPECT_EQ(report(check_packages(file_at(files, "scripts/packages.txt"))), "");
}

TEST(Packages, are_checked_one_by_one) {
  const auto packages = [](const std::string& text) { return report(check_packages({"p.txt", text})); };
  EXPECT_EQ(packages("# all\n[build]\ng++  # compiler\n\n[test]\nxvfb # screen\n"), "");
  EXPECT_EQ(packages("[build]\na # b\na # c\n"), "p.txt:3: a: named twice\n");
  EXPECT_EQ(packages("[build]\na\n"), "p.txt:2: a: what is it for?\n");
  EXPECT_EQ(packages("[build]\na b # c\n"), "p.txt:2: a b: one package a line\n");
  EXPECT_EQ(packages("a # b\n"), "p.txt:1: a: in no section that is installed\n");
}

TEST(Packages, hold_every_part_that_cmake_asks_for) {
  const auto files = project_files();
  const auto packages = packages_of(file_at(files, "scripts/packages.txt").text);
  EXPECT_GT(packages.size(), 20U);
  Findings findings;
  int asked = 0;
  for (const auto& file : files) {
    if (!file.ends_with(".cmake")) continue;
    append(findings, check_parts(file, packages));
    asked += static_cast<int>(check_parts(file, {}).size());
  }
  EXPECT_GE(asked, 15);
  EXPECT_EQ(report(findings), "");
}

TEST(Packages, are_asked_for_by_name_in_cmake) {
  const auto parts = [](const std::string& text) {
    return report(check_parts({"P.cmake", text}, packages_of("[build]\nliba-dev # a")));
  };
  EXPECT_EQ(parts("etalon_find(a liba-dev)\n# etalon_find(x libx-dev)"), "");
  EXPECT_EQ(parts("etalon_font(a fonts-b B.otf)"), "P.cmake:1: not in scripts/packages.txt: fonts-b\n");
  EXPECT_EQ(parts("\netalon_pkg_config(b b libb-dev)"), "P.cmake:2: not in scripts/packages.txt: libb-dev\n");
}

}  // namespace
}  // namespace etalon::arch
