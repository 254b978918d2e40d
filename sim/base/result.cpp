#include "sim/base/result.h"

#include "sim/base/text.h"

namespace etalon {

std::string english(const Error& error) {
  std::string out = error.where.file;
  if (!out.empty() && error.where.line > 0) out += ':' + std::to_string(error.where.line);
  if (!out.empty()) out += ": ";
  out += english(error.what);
  if (!error.mend.text.empty()) out += " (" + english(error.mend) + ')';
  return printable(out);
}

}  // namespace etalon
