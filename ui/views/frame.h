// What stands around every screen: the bars, the banner, and what opens over it.
#pragma once

#include "ui/present/screens.h"
#include "ui/views/intent_sink.h"
#include "ui/views/kit.h"

namespace etalon::ui {

void draw_top_bar(const TopBar& top, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink);
void draw_bottom_bar(const BottomBar& bottom, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink);
float banner_height(const Banner& banner, const tk::Ui& ui, float width);
void draw_banner(const Banner& banner, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink);
void draw_article_panel(const ArticlePanel& panel, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink);
void draw_article(const Article& article, tk::Ui& ui);
void draw_dialog(const Dialog& dialog, tk::Ui& ui, IntentSink& sink);
void draw_key_help(const KeyHelp& help, tk::Ui& ui, IntentSink& sink);

}  // namespace etalon::ui
