#include "ui/shell/image.h"

#include <png.h>

#include "sim/base/assert.h"
#include "sim/base/file.h"

namespace etalon::ui {
namespace {

png_image describe(const Image& image) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  png.width = static_cast<png_uint_32>(image.width);
  png.height = static_cast<png_uint_32>(image.height);
  png.format = PNG_FORMAT_RGB;
  return png;
}

}  // namespace

Result<void> write_png(const std::filesystem::path& file, const Image& image) {
  ETALON_ASSERT(image.rgb.size() == static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 3);
  png_image png = describe(image);
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
  std::string bytes(size, '\0');
  if (!png_image_write_to_memory(&png, bytes.data(), &size, 0, image.rgb.data(), 0, nullptr)) {
    png_image_free(&png);
    return fail(ErrorKind::Environment, msg("The picture could not be encoded: {reason}", {{"reason", png.message}}));
  }
  bytes.resize(size);
  return write_file(file, bytes);
}

}  // namespace etalon::ui
