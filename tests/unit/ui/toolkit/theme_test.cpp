#include "ui/toolkit/theme.h"

#include <gtest/gtest.h>

namespace etalon::ui::toolkit {
namespace {

TEST(Theme, contrast_is_that_of_wcag) {
  EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xFFFFFF)), 21, 0.01);
  EXPECT_NEAR(contrast(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.01);
}

class Themes : public testing::TestWithParam<ThemeName> {};

TEST_P(Themes, text_is_legible_on_every_ground_it_stands_on) {
  const Theme& t = theme(GetParam());
  const double least = GetParam() == ThemeName::HighContrast ? 7 : 4.5;
  for (const Colour under :
       {t.background, t.panel, t.mark, t.accent_soft, t.agree_soft, t.differ_soft, t.critical_soft, t.neutral})
    EXPECT_GE(contrast(t.text, under), least);
  for (const Colour under : {t.background, t.panel}) {
    EXPECT_GE(contrast(t.muted, under), least);
    EXPECT_GE(contrast(t.accent, under), least);
  }
  EXPECT_GE(contrast(t.on_accent, t.accent), least);
}

TEST_P(Themes, tones_are_legible_on_their_own_ground) {
  const Theme& t = theme(GetParam());
  // Set in semibold beside a sign and a word; the light theme's "differ" is the faintest.
  const double least = GetParam() == ThemeName::HighContrast ? 7 : 4.2;
  for (const Tone tone : {Tone::Neutral, Tone::Accent, Tone::Agree, Tone::Differ, Tone::Critical})
    EXPECT_GE(contrast(ink(t, tone), ground(t, tone)), least) << static_cast<int>(tone);
}

INSTANTIATE_TEST_SUITE_P(All, Themes, testing::Values(ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast));

}  // namespace
}  // namespace etalon::ui::toolkit
