#include "ui/text/catalogue.h"

#include <gtest/gtest.h>

#include "sim/base/message.h"

namespace etalon::ui {
namespace {

const std::filesystem::path kShare = std::filesystem::path(ETALON_BINARY_DIR) / "share/etalon";

Catalogue french() {
  return Catalogue(
      Language::French,
      {{"Hello, {name}", "Bonjour, {name}"}, {"{n} vote", std::string("{n} voix\0{n} votes", 18)}, {"Empty", ""}});
}

TEST(Catalogue, leaves_what_it_does_not_know_in_english) {
  EXPECT_EQ(french().tr("Stop now"), "Stop now");
  EXPECT_EQ(french().tr("Empty"), "Empty");
}

TEST(Catalogue, sets_in_the_values_of_a_message) {
  EXPECT_EQ(french().tr(msg("Hello, {name}", {{"name", "{name} %s"}})), "Bonjour, {name} %s");
}

TEST(Catalogue, french_has_the_singular_for_zero_and_one) {
  const Catalogue fr = french();
  EXPECT_EQ(fr.plural("{n} vote", "{n} votes", 0), "0 voix");
  EXPECT_EQ(fr.plural("{n} vote", "{n} votes", 1), "1 voix");
  EXPECT_EQ(fr.plural("{n} vote", "{n} votes", 2), "2 votes");
}

TEST(Catalogue, english_has_the_singular_for_one_only) {
  const Catalogue en;
  EXPECT_EQ(en.plural("{n} vote", "{n} votes", 0), "0 votes");
  EXPECT_EQ(en.plural("{n} vote", "{n} votes", 1), "1 vote");
  EXPECT_EQ(en.plural("{n} vote", "{n} votes", 1200), "1,200 votes");
}

TEST(Catalogue, an_error_names_the_place_and_the_way_out_and_hides_control_characters) {
  const Error error{ErrorKind::Input, msg("is \x1B[2J empty"), msg("fill it"), {"a.yaml", 3}};
  EXPECT_EQ(Catalogue().error(error), "a.yaml:3: is \\x1B[2J empty (fill it)");
}

TEST(Catalogue, loads_both_languages_of_the_product) {
  for (const Language language : {Language::French, Language::English}) {
    const auto catalogue = Catalogue::load(kShare, language);
    ASSERT_TRUE(catalogue) << english(catalogue.error());
    EXPECT_EQ(catalogue->language(), language);
    EXPECT_TRUE(catalogue->knows("Stop now"));
  }
  EXPECT_EQ(Catalogue::load(kShare, Language::French)->tr("Stop now"), "Arrêter maintenant");
}

TEST(Catalogue, says_which_file_is_missing) {
  const auto catalogue = Catalogue::load("/nonexistent", Language::French);
  ASSERT_FALSE(catalogue);
  EXPECT_NE(catalogue.error().where.file.find("fr.mo"), std::string::npos);
}

}  // namespace
}  // namespace etalon::ui
