#include "ui/toolkit/ui.h"

#include <algorithm>
#include <cmath>

#include "sim/base/assert.h"
#include "ui/toolkit/edit_state.h"
#include "ui/toolkit/fonts_data.h"
#include "ui/toolkit/ui_state.h"

namespace etalon::ui::toolkit {
namespace {

bool below(std::string_view id, std::string_view path) {
  return id.size() > path.size() && id.starts_with(path) && id[path.size()] == '/';
}

}  // namespace

UiState::UiState(Fonts built, std::filesystem::path share_folder) : fonts(std::move(built)), share(std::move(share_folder)) {
  context = ImGui::CreateContext(&fonts.data().atlas);
  ImGui::SetCurrentContext(context);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
}

UiState::~UiState() { ImGui::DestroyContext(context); }

std::size_t WrapKeyHash::operator()(const WrapKey& key) const {
  const std::size_t text = std::hash<std::string>{}(key.text);
  return text ^ (std::hash<float>{}(key.width) * 31 + static_cast<std::size_t>(key.face));
}

const std::vector<Line>& UiState::wrap(Face face, std::string_view text, float width) {
  Wrapped& wrapped = wraps[WrapKey{std::string(text), face, width}];
  if (wrapped.lines.empty())
    // A hair of tolerance: a text measured to fit must not wrap when it is given just that width.
    wrapped.lines = breaker.wrap(text, width + 0.5F, [&](std::string_view part) { return fonts.width(face, part); });
  wrapped.frame = frame;
  return wrapped.lines;
}

std::string UiState::clipboard() const { return get_clipboard ? get_clipboard() : own_clipboard; }

void UiState::to_clipboard(const std::string& text) {
  own_clipboard = text;
  if (set_clipboard) set_clipboard(text);
}

Result<std::unique_ptr<Ui>> Ui::create(const UiOptions& options) {
  Result<Fonts> fonts = Fonts::build(options.share, options.percent);
  if (!fonts) return fail(fonts.error());
  auto state = std::make_unique<UiState>(std::move(*fonts), options.share);
  state->percent = state->wanted_percent = std::clamp(options.percent, 100, 200);
  state->theme = options.theme;
  return std::unique_ptr<Ui>(new Ui(std::move(state)));
}

Ui::Ui(std::unique_ptr<UiState> state) : state_(std::move(state)) {}
Ui::~Ui() = default;

void Ui::set_theme(ThemeName name) {
  state_->redraw = state_->redraw || state_->theme != name;
  state_->theme = name;
}
void Ui::set_percent(int percent) {
  state_->wanted_percent = std::clamp(percent, 100, 200);
  state_->redraw = state_->redraw || state_->wanted_percent != state_->percent;
}
int Ui::percent() const { return state_->wanted_percent; }
const Theme& Ui::theme() const { return toolkit::theme(state_->theme); }
const Fonts& Ui::fonts() const { return state_->fonts; }
Canvas& Ui::canvas() { return state_->canvas; }

void Ui::set_clipboard(std::function<std::string()> get, std::function<void(const std::string&)> set) {
  state_->get_clipboard = std::move(get);
  state_->set_clipboard = std::move(set);
}

namespace {

void rebuild_fonts(UiState& s) {
  if (s.percent == s.wanted_percent) return;
  Result<Fonts> fonts = Fonts::build(s.share, s.wanted_percent);
  // The files were there at the start; should they have gone since, the old size stays.
  if (!fonts) {
    s.wanted_percent = s.percent;
    return;
  }
  s.fonts = std::move(*fonts);
  s.percent = s.wanted_percent;
  s.atlas_changed = true;
  s.wraps.clear();
  s.seen.clear();
}

void start_drawing(UiState& s, const FrameInput& input) {
  ImGui::SetCurrentContext(s.context);
  ImGuiIO& io = ImGui::GetIO();
  io.Fonts = &s.fonts.data().atlas;
  io.DisplaySize = {std::max(1.0F, input.size.x), std::max(1.0F, input.size.y)};
  io.DeltaTime = std::max(0.0001F, input.dt);
  ImGui::NewFrame();
  s.canvas.begin(ImGui::GetBackgroundDrawList(), &s.fonts);
}

// Where the focus asked for by set_focus goes: the control itself, or the chosen or first one within.
std::string resolve(const std::vector<Item>& items, std::string_view path) {
  const Item* best = nullptr;
  for (const Item& item : items) {
    if (!item.focusable || !item.enabled) continue;
    if (item.id == path) return item.id;
    if (item.group != path && !below(item.id, path)) continue;
    if (best == nullptr || (item.selected && !best->selected && item.group == best->group)) best = &item;
  }
  return best == nullptr ? std::string() : best->id;
}

void settle_focus(UiState& s) {
  if (!s.wanted_focus.empty()) {
    const std::string target = resolve(s.items, s.wanted_focus);
    if (!target.empty() && target != s.focus) {
      s.focus = s.reveal = target;
      s.redraw = true;
    }
    s.wanted_focus.clear();
  }
  const auto alive = [&](const Item& item) { return item.id == s.focus && item.enabled; };
  if (!s.focus.empty() && std::none_of(s.items.begin(), s.items.end(), alive)) s.focus.clear();
}

void publish(UiState& s) {
  const float scale = s.fonts.scale();
  const auto pixels = [&](const Rect& r) { return Rect{r.x * scale, r.y * scale, r.w * scale, r.h * scale}; };
  s.probe.clear();
  for (const Item& item : s.items)
    s.probe.push_back({item.id, item.role, pixels(item.rect), pixels(item.rect.clipped(item.clip)), item.label, item.enabled,
                       item.selected, item.id == s.focus});
}

}  // namespace

void Ui::begin_frame(const FrameInput& input) {
  UiState& s = *state_;
  rebuild_fonts(s);
  ++s.frame;
  s.redraw = false;
  s.size = {input.size.x / s.fonts.scale(), input.size.y / s.fonts.scale()};
  s.activated.clear();
  s.typed.clear();
  s.pointed.clear();
  for (const InputEvent& event : input.events) s.dispatch(event);
  s.items.clear();
  s.scope.clear();
  s.layer = 0;
  for (auto& [id, panel] : s.panel_memory) panel.alive = false;
  start_drawing(s, input);
  s.clips = {screen()};
  s.flows = {Flow{0, s.size.x, 0, false, {}, 0, 0, false, false, 0, 0}};
  s.canvas.to(0, 0);
  s.canvas.fill(screen(), theme().background);
  s.canvas.to(0, Canvas::kContent);
}

void Ui::end_frame() {
  UiState& s = *state_;
  ETALON_ASSERT(s.panels.empty() && s.cards.empty() && s.columns.empty() && s.flows.size() == 1);
  s.canvas.finish();
  ImGui::Render();
  settle_focus(s);
  publish(s);
  const auto same_place = [](const Item& a, const Item& b) { return a.id == b.id && a.rect == b.rect && a.clip == b.clip; };
  s.redraw = s.redraw || !std::equal(s.items.begin(), s.items.end(), s.seen.begin(), s.seen.end(), same_place);
  s.seen.swap(s.items);
  std::erase_if(s.wraps, [&](const auto& entry) { return entry.second.frame + 1 < s.frame; });
  std::erase_if(s.panel_memory, [](const auto& entry) { return !entry.second.alive; });
  std::erase_if(s.edits, [&](const auto& entry) { return s.seen_item(entry.first) == nullptr; });
  const Item* item = s.under(s.mouse);
  s.hovered = item == nullptr ? std::string() : item->id;
}

std::optional<double> Ui::redraw_after() const {
  if (state_->redraw) return 0.0;
  return std::nullopt;
}

bool Ui::wants(const KeyEvent& key) const { return state_->wants(key); }

bool Ui::typing() const {
  const Item* item = state_->seen_item(state_->focus);
  return item != nullptr && item->role == Role::TextField;
}

PointerShape Ui::pointer_shape() const {
  const Item* item = state_->seen_item(state_->hovered);
  if (item == nullptr || !item->enabled) return PointerShape::Arrow;
  return item->role == Role::TextField ? PointerShape::Beam : PointerShape::Hand;
}

const std::vector<ProbeItem>& Ui::probe() const { return state_->probe; }

const ProbeItem* Ui::find(std::string_view id) const {
  const auto& all = state_->probe;
  const auto hit = std::find_if(all.begin(), all.end(), [&](const ProbeItem& item) { return item.id == id; });
  return hit == all.end() ? nullptr : &*hit;
}

Rect Ui::to_pixels(const Rect& r) const {
  const float scale = state_->fonts.scale();
  return {r.x * scale, r.y * scale, r.w * scale, r.h * scale};
}

const std::string& Ui::focused() const { return state_->focus; }

bool Ui::focused_within(std::string_view path) const { return state_->focus == path || below(state_->focus, path); }

void Ui::set_focus(std::string_view path) {
  state_->wanted_focus = path;
  state_->ring = true;
}

void Ui::clear_focus() {
  state_->focus.clear();
  state_->wanted_focus.clear();
  state_->ring = false;
}

void Ui::reveal(std::string_view path) { state_->reveal = path; }

void Ui::scroll_to_top() {
  for (auto& panel : state_->panel_memory) panel.second.scroll = 0;
}

Scoped Ui::scope(std::string_view id) {
  UiState& s = *state_;
  s.scope_lengths.push_back(s.scope.size());
  if (!s.scope.empty()) s.scope += '/';
  s.scope += id;
  return Scoped(*this, &Ui::end_scope);
}

void Ui::end_scope() {
  state_->scope.resize(state_->scope_lengths.back());
  state_->scope_lengths.pop_back();
}

std::string Ui::path(std::string_view id) const {
  if (state_->scope.empty()) return std::string(id);
  return state_->scope + '/' + std::string(id);
}

Interaction Ui::interact(std::string_view id, const Rect& rect, const ItemSpec& spec) {
  UiState& s = *state_;
  const std::string full = path(id);
  Interaction out;
  out.hovered = spec.enabled && s.hovered == full;
  out.pressed = out.hovered && s.mouse_down && s.pressed == full;
  out.focused = spec.enabled && s.focus == full;
  out.ring = out.focused && s.ring;
  out.activated = spec.enabled && s.activated.contains(full);
  s.items.push_back({full, spec.role, rect, s.clips.back(), spec.label, spec.enabled, spec.selected, true, spec.focusable,
                     spec.group, spec.enter_activates, s.layer});
  return out;
}

void Ui::note(std::string_view id, const Rect& rect, Role role, std::string_view label, bool selected) {
  UiState& s = *state_;
  s.items.push_back(
      {path(id), role, rect, s.clips.back(), std::string(label), true, selected, false, false, {}, true, s.layer});
}

}  // namespace etalon::ui::toolkit
