#include "ui/text/catalogue.h"

#include "sim/base/file.h"
#include "sim/base/text.h"
#include "ui/text/formats.h"

namespace etalon::ui {
namespace {

constexpr std::uint64_t kCatalogueLimit = 8'000'000;

bool is_many(Language language, std::int64_t n) {
  if (language == Language::French) return n > 1 || n < -1;
  return n != 1;
}

}  // namespace

Result<Catalogue> Catalogue::load(const std::filesystem::path& share, Language language) {
  const std::filesystem::path path = share / "translations" / (std::string(code(language)) + ".mo");
  const Result<std::string> bytes = read_file(path, kCatalogueLimit);
  if (!bytes) return fail(bytes.error());
  Result<MoEntries> entries = parse_mo(*bytes, path.string());
  if (!entries) return fail(entries.error());
  return Catalogue(language, std::move(*entries));
}

std::string Catalogue::tr(std::string_view english) const {
  const auto hit = entries_.find(english);
  if (hit == entries_.end() || hit->second.empty()) return std::string(english);
  return hit->second.substr(0, hit->second.find('\0'));
}

std::string Catalogue::tr(std::string_view english, const Args& args) const { return substitute(tr(english), args); }

std::string Catalogue::tr(const Message& message) const { return substitute(tr(message.text), message.args); }

std::string Catalogue::plural(std::string_view one, std::string_view many, std::int64_t n, const Args& args) const {
  const bool plural = is_many(language_, n);
  std::string form(plural ? many : one);
  if (const auto hit = entries_.find(one); hit != entries_.end() && !hit->second.empty()) {
    const std::vector<std::string_view> forms = split(hit->second, '\0');
    if (forms.size() > 1 && !forms[1].empty()) form = std::string(forms[plural ? 1 : 0]);
  }
  Args all = args;
  all.emplace_back("n", integer(language_, n));
  return substitute(form, all);
}

std::string Catalogue::error(const Error& error) const {
  std::string out;
  if (!error.where.file.empty()) {
    out = error.where.file;
    if (error.where.line > 0) out += ":" + std::to_string(error.where.line);
    out += language_ == Language::French ? "\u00A0: " : ": ";
  }
  out += tr(error.what);
  if (!error.mend.text.empty()) out += " (" + tr(error.mend) + ")";
  return printable(out);
}

}  // namespace etalon::ui
