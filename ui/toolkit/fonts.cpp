#include "ui/toolkit/fonts.h"

#include <algorithm>
#include <cmath>

#include "sim/base/file.h"
#include "ui/toolkit/font_file.h"
#include "ui/toolkit/fonts_data.h"

namespace etalon::ui::toolkit {
namespace {

constexpr std::uint64_t kFontLimit = 16'000'000;

struct FaceSpec {
  int file;  // index into kFiles
  float size;
};
constexpr std::array<const char*, 6> kFiles = {"Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
                                               "Inter-Bold.otf",    "Signs-Math.ttf",   "Signs-Symbols.ttf"};
constexpr std::array<FaceSpec, kFaces> kFaceSpecs = {
    {{2, 10.5F}, {0, 13}, {2, 13}, {0, 14}, {2, 14}, {0, 15}, {1, 15}, {2, 15}, {2, 18}, {2, 22}, {2, 28}}};
constexpr std::size_t kFirstSign = 4;

// Latin 1, Latin extended A and the letters of French beyond it, Greek, general punctuation with its spaces, super- and
// subscripts, euro, letter-like, fractions, arrows, mathematics, shapes, check marks, replacement.
constexpr std::array<ImWchar, 31> kRanges = {0x0020, 0x007E, 0x00A0, 0x017F, 0x0218, 0x021B, 0x02C6, 0x02DD,
                                             0x0391, 0x03C9, 0x1E9E, 0x1E9E, 0x2000, 0x206F, 0x2070, 0x209C,
                                             0x20AC, 0x20AC, 0x2100, 0x215F, 0x2190, 0x21D5, 0x2200, 0x22A5,
                                             0x25A0, 0x2612, 0x2713, 0x2718, 0xFFFD, 0xFFFD, 0};

// The spaces a typesetter needs, in parts of the font's size, for fonts that lack them.
struct Space {
  ImWchar code;
  float width;
};
constexpr std::array<Space, 5> kSpaces = {
    {{0x00A0, 0.28F}, {0x202F, 0.17F}, {0x2009, 0.2F}, {0x2007, 0.6F}, {0x200A, 0.1F}}};
constexpr std::array<ImWchar, 7> kInvisible = {0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0x200E, 0x200F};

void add_face(FontsData& data, std::size_t index, const std::vector<float>& heights) {
  const FaceSpec& spec = kFaceSpecs[index];
  for (std::size_t file : {static_cast<std::size_t>(spec.file), kFirstSign, kFirstSign + 1}) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = 2;
    config.OversampleV = 1;
    config.MergeMode = file >= kFirstSign;
    std::string& bytes = data.files[file];
    ImFont* font = data.atlas.AddFontFromMemoryTTF(bytes.data(), static_cast<int>(bytes.size()),
                                                   spec.size * data.scale * heights[file], &config, kRanges.data());
    if (!config.MergeMode) data.faces[index] = font;
  }
}

// Fonts that lack a typographic space would show the fallback sign in its place.
void mend_spaces(ImFont& font, float size) {
  const ImFontGlyph* space = font.FindGlyphNoFallback(' ');
  const auto add = [&](ImWchar code, float width) {
    if (font.FindGlyphNoFallback(code) == nullptr && space != nullptr)
      font.AddGlyph(nullptr, code, 0, 0, 0, 0, 0, 0, 0, 0, width);
  };
  for (const Space& s : kSpaces) add(s.code, s.width * size);
  for (const ImWchar code : kInvisible) add(code, 0);
  for (ImFontGlyph& glyph : font.Glyphs) {
    if (std::find(kInvisible.begin(), kInvisible.end(), static_cast<ImWchar>(glyph.Codepoint)) == kInvisible.end()) continue;
    glyph.AdvanceX = 0;
    glyph.Visible = 0;
  }
  font.BuildLookupTable();
}

}  // namespace

Fonts::Fonts(std::unique_ptr<FontsData> data) : data_(std::move(data)) {}
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;
Fonts::~Fonts() = default;

Result<Fonts> Fonts::build(const std::filesystem::path& share, int percent) {
  auto data = std::make_unique<FontsData>();
  data->scale = static_cast<float>(std::clamp(percent, 100, 200)) / 100;
  std::vector<float> heights;
  for (const char* name : kFiles) {
    Result<std::string> bytes = read_file(share / "fonts" / name, kFontLimit);
    if (!bytes) return fail(bytes.error());
    const std::optional<float> height = em_to_pixel_height(*bytes);
    if (!height)
      return fail(ErrorKind::Environment, msg("is not a font, or is damaged"), msg("install Étalon’s data files again"),
                  {(share / "fonts" / name).string(), 0});
    heights.push_back(*height);
    data->files.push_back(std::move(*bytes));
  }
  data->atlas.TexDesiredWidth = 2048;
  data->atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
  for (std::size_t i = 0; i < kFaces; ++i) add_face(*data, i, heights);
  if (!data->atlas.Build())
    return fail(ErrorKind::Environment, msg("the fonts cannot be prepared"), msg("install Étalon’s data files again"),
                {(share / "fonts").string(), 0});
  for (std::size_t i = 0; i < kFaces; ++i) mend_spaces(*data->faces[i], kFaceSpecs[i].size * data->scale);
  return Fonts(std::move(data));
}

bool Fonts::has_glyph(Face face, char32_t c) const {
  return c <= IM_UNICODE_CODEPOINT_MAX && data_->face(face)->FindGlyphNoFallback(static_cast<ImWchar>(c)) != nullptr;
}

float Fonts::width(Face face, std::string_view utf8) const {
  if (utf8.empty()) return 0;
  const ImFont* font = data_->face(face);
  const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, utf8.data(), utf8.data() + utf8.size());
  return size.x / data_->scale;
}

float Fonts::size(Face face) const { return kFaceSpecs[static_cast<std::size_t>(face)].size; }

float Fonts::line_height(Face face) const {
  const float em = size(face);
  // Running text needs air; titles hold together.
  return em <= 15 ? std::round(em * 1.5F) : std::round(em * 1.3F);
}

float Fonts::scale() const { return data_->scale; }

}  // namespace etalon::ui::toolkit
