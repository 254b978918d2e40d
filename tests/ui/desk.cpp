#include "tests/ui/desk.h"

#include <unistd.h>

namespace etalon::ui {
namespace {

const std::filesystem::path kShare = std::filesystem::path(ETALON_BINARY_DIR) / "share" / "etalon";
const std::filesystem::path kPack = std::filesystem::path(ETALON_SOURCE_DIR) / "scenarios" / "starter";

// What is asked first and not answered yet: the id to click on.
std::string first_open_choice(const Screen& screen) {
  const auto* replay = std::get_if<ReplayScreen>(&screen.body);
  if (!replay) return {};
  for (const auto& facet : replay->facets) {
    if (facet.answered) continue;
    if (!facet.chips.empty()) return facet.id + "/" + facet.chips.front().id;
    for (const auto& row : facet.rows) {
      bool chosen = false;
      for (const auto& state : row.states) chosen = chosen || state.chosen;
      if (!chosen) return row.id + "/" + row.states.front().id;
    }
  }
  return {};
}

}  // namespace

void Desk::SetUp() {
  const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
  folder_ =
      std::filesystem::temp_directory_path() / ("etalon-ui-" + std::to_string(getpid()) + "-" + std::string(test->name()));
  std::filesystem::create_directories(folder_);
  sit_down_again();
}

void Desk::TearDown() {
  scene_.reset();
  ui_.reset();
  shop_.reset();
  std::filesystem::remove_all(folder_);
}

void Desk::sit_down_again() {
  scene_.reset();
  ui_.reset();
  shop_.reset();
  auto shop = Workshop::open({kShare, kPack, folder_ / "etalon.db", folder_ / "settings.json", folder_ / "reports", 0},
                             clock_, rng_, [] {});
  ASSERT_TRUE(shop) << english(shop.error());
  shop_ = std::move(*shop);
  auto ui = toolkit::Ui::create({kShare, 100, toolkit::ThemeName::Light});
  ASSERT_TRUE(ui) << english(ui.error());
  ui_ = std::move(*ui);
  scene_ = std::make_unique<Scene>(shop_->controller(), *ui_);
  settle();
}

void Desk::resize(float width, float height) {
  size_ = {width, height};
  settle();
}

void Desk::frame(const std::vector<toolkit::InputEvent>& events) {
  std::vector<StampedEvent> stamped;
  for (const auto& event : events) stamped.push_back({event, clock_.now()});
  scene_->frame(size_, 1, stamped, clock_.now());
  for (int i = 0; i < 8 && scene_->wants_frame(); ++i) scene_->frame(size_, 1, {}, clock_.now());
}

void Desk::settle() {
  shop_->jobs().settle_all();
  frame();
  frame();
}

void Desk::key(toolkit::Key key, toolkit::Mods mods) {
  clock_.advance(300);
  frame({toolkit::KeyEvent{key, mods, 0, false}});
  settle();
}

void Desk::type(std::string_view ascii) {
  for (const char c : ascii) {
    clock_.advance(100);
    frame({toolkit::KeyEvent{toolkit::Key::None, {}, static_cast<char32_t>(c), false}});
  }
}

const toolkit::ProbeItem* Desk::find(const std::string& id) { return ui_->find(path_of(*ui_, id)); }

void Desk::click(const std::string& id) {
  const std::string path = path_of(*ui_, id);
  ASSERT_FALSE(path.empty()) << id << " is not on the screen";
  ui_->reveal(path);
  settle();
  const auto* item = ui_->find(path);
  ASSERT_TRUE(item && !item->visible.empty()) << id << " cannot be scrolled to";
  const auto at = item->visible.centre();
  clock_.advance(400);
  frame({toolkit::MouseMove{at}});
  frame({toolkit::MouseButton{true, at, 1}});
  frame({toolkit::MouseButton{false, at, 1}});
  settle();
}

void Desk::enter(std::string_view pseudonym) {
  type(pseudonym);
  key(toolkit::Key::Enter);
  ASSERT_EQ(route(), Route::Home);
}

void Desk::answer_by_mouse() {
  for (int i = 0; i < 60; ++i) {
    const std::string id = first_open_choice(screen());
    if (id.empty()) return;
    click(id);
    if (HasFatalFailure()) return;
  }
  FAIL() << "something is still asked: " << first_open_choice(screen());
}

std::size_t Desk::recorded_decisions() {
  auto journal = journal::Journal::open(folder_ / "etalon.db", journal::OpenMode::ReadOnly);
  return journal ? (*journal)->decisions({})->size() : 0;
}

}  // namespace etalon::ui
