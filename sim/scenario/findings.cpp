#include "sim/scenario/findings.h"

#include <algorithm>
#include <tuple>

#include "sim/base/text.h"

namespace etalon::scenario {

void Findings::add(Finding finding) {
  if (finding.blocking) ++blocking_;
  if (all_.size() + 1 < kMost)
    all_.push_back(std::move(finding));
  else
    ++left_out_;
}

void Findings::add(Place where, std::string_view rule, Message message, Message mend) {
  add(Finding{std::move(where), std::string(rule), std::move(message), std::move(mend), true});
}

std::vector<Finding> Findings::take() {
  std::vector<Finding> out;
  out.swap(all_);
  const auto key = [](const Finding& f) { return std::tie(f.where.file, f.where.line); };
  std::stable_sort(out.begin(), out.end(), [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
  if (left_out_ > 0)
    out.push_back({{},
                   "more",
                   msg("{count} more findings are not listed", {{"count", std::to_string(left_out_)}}),
                   msg("mend these first"),
                   blocking_ > 0});
  blocking_ = left_out_ = 0;
  return out;
}

std::string english(const Finding& finding) {
  std::string out = finding.where.file;
  if (finding.where.line > 0) out += ":" + std::to_string(finding.where.line);
  if (!out.empty()) out += ": ";
  out += finding.rule + ": " + english(finding.message);
  if (!finding.mend.text.empty()) out += " (" + english(finding.mend) + ")";
  return printable(out);
}

std::string shortened(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool starts_code_point = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (starts_code_point && ++count > most) return std::string(text.substr(0, at)) + "…";
  }
  return std::string(text);
}

}  // namespace etalon::scenario
