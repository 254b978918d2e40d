// Any bytes as a text for the linter. The first byte chooses what kind of text it is, the rest is the text.
#include <algorithm>
#include <array>
#include <cstdint>

#include "sim/base/text.h"
#include "sim/scenario/lint/lint.h"
#include "tests/fuzz/require.h"

namespace etalon::fuzz {
namespace {

namespace lint = scenario::lint;

void check_finding(const lint::TextFinding& finding, std::string_view text, bool is_text) {
  require(finding.span.begin <= finding.span.end && finding.span.end <= text.size(), "a finding lies inside the text");
  require(finding.rule.size() == 3 && finding.rule.front() == 'L', "a finding names its rule");
  require(!finding.what.text.empty() && !finding.mend.text.empty(), "a finding says what and how to mend it");
  require(!is_text || (is_utf8(english(finding.what)) && is_utf8(english(finding.mend))), "a finding quotes whole letters");
}

void check_text(std::string_view text, lint::TextKind kind, bool childhood) {
  const auto findings = lint::lint_text(text, kind, childhood);
  const bool is_text = is_utf8(text);
  for (const auto& finding : findings) check_finding(finding, text, is_text);
  const auto in_order = [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; };
  require(std::is_sorted(findings.begin(), findings.end(), in_order), "findings come by place");
  if (kind != lint::TextKind::Free || childhood) return;
  const bool blocks = std::any_of(findings.begin(), findings.end(), [](const auto& one) { return one.blocking; });
  require(lint::check_free_text(text).has_value() == !blocks, "a free text is refused for what blocks");
}

}  // namespace
}  // namespace etalon::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace etalon::fuzz;
  constexpr std::array kKinds{lint::TextKind::Shown, lint::TextKind::Told, lint::TextKind::Free};
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t choice = data[0];
  check_text(bytes.substr(1), kKinds[choice % kKinds.size()], choice / kKinds.size() % 2 == 1);
  return 0;
}
