#include "tests/arch/include_rule.h"

#include <algorithm>
#include <map>
#include <regex>

namespace etalon::arch {

namespace {

using Allowed = std::vector<std::string>;

// A module may include itself and what stands beside it here. An entry may be a single header.
const std::map<std::string, Allowed>& table() {
  static const std::map<std::string, Allowed> kTable{
      {"sim/base", {}},
      {"sim/stats", {"sim/base"}},
      {"sim/domain", {"sim/base"}},
      {"sim/scenario", {"sim/base", "sim/domain"}},
      {"sim/journal", {"sim/base", "sim/domain"}},
      {"sim/analysis", {"sim/base", "sim/domain", "sim/stats"}},
      {"sim/exchange", {"sim/base", "sim/stats"}},
      {"sim/report", {"sim/base", "sim/domain", "sim/stats", "sim/analysis"}},
      {"sim/app", {"sim/base", "sim/domain", "sim/stats", "sim/analysis"}},
      {"ui/text", {"sim/base"}},
      {"ui/model", {"sim/base", "sim/domain", "ui/text"}},
      {"ui/present", {"sim/base", "sim/domain", "sim/stats", "sim/analysis", "sim/app", "ui/text", "ui/model"}},
      {"ui/toolkit", {"sim/base", "ui/text"}},
      {"ui/views",
       {"sim/base", "sim/domain/ids.h", "sim/domain/value.h", "ui/text", "ui/model", "ui/present", "ui/toolkit"}},
      {"ui/shell",
       {"sim/base", "sim/domain", "sim/analysis", "sim/app", "sim/journal", "sim/report", "sim/scenario", "ui/text",
        "ui/model", "ui/present", "ui/toolkit", "ui/views"}},
      {"ui/cli",
       {"sim/base", "sim/domain", "sim/stats", "sim/analysis", "sim/app", "sim/exchange", "sim/journal", "sim/report",
        "sim/scenario", "ui/text"}},
      {"ui/main", {"sim/base", "ui/shell", "ui/cli"}},
  };
  return kTable;
}

// Parts from outside that only some modules may touch. Tests may touch all of them.
struct Part {
  std::string name;
  std::string pattern;  // of the header's name
  std::vector<std::string> modules;
};

const std::vector<Part>& parts() {
  static const std::vector<Part> kParts{
      {"Dear ImGui", R"(^(imgui|imconfig|imstb_|backends/imgui_|misc/freetype/imgui).*)", {"ui/toolkit"}},
      {"GLFW", R"(^GLFW/.*)", {"ui/shell"}},
      {"OpenGL", R"(^(GL|GLES[23]?|EGL|KHR)/.*)", {"ui/shell"}},
      {"SQLite", R"(^(SQLiteCpp/.*|sqlite3.*\.h))", {"sim/journal"}},
      {"YAML", R"(^yaml-cpp/.*)", {"sim/scenario"}},
      {"CLI11", R"(^CLI/.*)", {"ui/cli"}},
      {"libsodium", R"(^sodium.*)", {"sim/base"}},
  };
  return kParts;
}

bool may_include(const std::string& module, const std::string& header) {
  if (module == "tests" || module_of(header) == module) return true;
  const auto row = table().find(module);
  if (row == table().end()) return false;
  return std::any_of(row->second.begin(), row->second.end(),
                     [&](const std::string& allowed) { return header == allowed || module_of(header) == allowed; });
}

bool is_ours(const std::string& header) {
  return header.starts_with("sim/") || header.starts_with("ui/") || header.starts_with("tests/");
}

void check_part(const SourceFile& file, int line, const std::string& header, Findings& findings) {
  const auto module = module_of(file.path);
  if (module == "tests") return;
  for (const auto& part : parts()) {
    if (!std::regex_match(header, std::regex(part.pattern))) continue;
    if (std::find(part.modules.begin(), part.modules.end(), module) != part.modules.end()) continue;
    findings.push_back({file.path, line, part.name + " belongs to " + part.modules.front() + " alone: " + header});
  }
}

}  // namespace

std::string module_of(std::string_view path) {
  if (path.starts_with("tests/")) return "tests";
  const auto first = path.find('/');
  const auto second = first == std::string_view::npos ? first : path.find('/', first + 1);
  return std::string(path.substr(0, second == std::string_view::npos ? first : second));
}

Findings check_includes(const SourceFile& file) {
  const auto module = module_of(file.path);
  if (module != "tests" && !table().contains(module)) return {{file.path, 0, "the include rule knows no module " + module}};
  Findings findings;
  const std::regex include(R"(^\s*#\s*include\s*(["<])([^">]+)[">].*)");
  const auto lines = lines_of(without_comments(file.text, Literals::Keep));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::smatch match;
    if (!std::regex_match(lines[i], match, include)) continue;
    const int line = static_cast<int>(i) + 1;
    const std::string header = match[2];
    if (is_ours(header) && !may_include(module, header)) {
      findings.push_back({file.path, line, module + " may not include " + header});
    }
    if (header.find("..") != std::string::npos || (match[1] == "\"" && !is_ours(header))) {
      findings.push_back({file.path, line, "not from the project's folder: " + header});
    }
    check_part(file, line, header, findings);
  }
  return findings;
}

}  // namespace etalon::arch
