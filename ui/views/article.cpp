#include "ui/views/frame.h"
#include "ui/views/parts.h"

namespace etalon::ui {
namespace {

void draw_elements(const std::string& heading, const std::vector<ArticleElement>& elements, tk::Ui& ui) {
  if (elements.empty()) return;
  ui.space(20);
  tk::label(ui, heading);
  for (const auto& element : elements) {
    ui.space(8);
    tk::text(ui, element.name, {.face = tk::Face::ControlSemi});
    if (!element.question.empty()) tk::text(ui, element.question, {.face = tk::Face::Control, .tone = tk::Tone::Muted});
  }
}

void draw_validity(const Article& article, tk::Ui& ui) {
  if (!article.penalty.empty()) tk::text(ui, article.penalty, {.face = tk::Face::Control});
  if (!article.validity.empty()) tk::small_print(ui, article.validity, "validity");
  if (article.confirmed.empty()) return;
  if (!article.to_confirm) return tk::small_print(ui, article.confirmed, "confirmed");
  ui.space(8);
  tk::badge(ui, article.confirmed, tk::Tone::Differ, "confirmed");
}

}  // namespace

void draw_article(const Article& article, tk::Ui& ui) {
  auto scope = ui.scope("article");
  tk::text(ui, article.title, {.face = tk::Face::BodySemi, .tone = tk::Tone::Accent, .id = "title"});
  ui.space(4);
  tk::text(ui, article.name, {.id = "name"});
  ui.space(8);
  draw_validity(article, ui);
  draw_elements(article.elements_title, article.elements, ui);
  draw_elements(article.exceptions_title, article.exceptions, ui);
  draw_elements(article.neighbours_title, article.neighbours, ui);
  ui.space(16);
  if (!article.source.empty()) tk::small_print(ui, article.source);
  if (!article.disclaimer.empty()) tk::small_print(ui, article.disclaimer);
}

void draw_article_panel(const ArticlePanel& content, tk::Ui& ui, const tk::Rect& rect, IntentSink& sink) {
  auto panel = ui.panel("law", rect, {.ground = tk::Ground::Surface, .line_left = true});
  {
    auto row = ui.row({.height = 32});
    tk::text(ui, content.title, {.face = tk::Face::Lead, .id = "heading", .wrap = false});
    ui.spring();
    draw_action(content.close, ui, sink);
  }
  ui.space(16);
  if (content.article) {
    draw_article(*content.article, ui);
  } else {
    tk::muted(ui, content.empty_text, "empty");
  }
}

}  // namespace etalon::ui
