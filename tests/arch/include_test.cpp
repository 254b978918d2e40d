#include <gmock/gmock.h>

#include <set>

#include "tests/arch/include_rule.h"

namespace etalon::arch {
namespace {

std::string findings_for(const char* path, const char* text) { return report(check_includes({path, text})); }

TEST(IncludeRule, holds_in_the_whole_tree) {
  Findings findings;
  for (const auto& file : cpp_files()) append(findings, check_includes(file));
  EXPECT_EQ(report(findings), "");
}

TEST(IncludeRule, sees_the_whole_tree) {
  std::set<std::string> modules;
  for (const auto& file : cpp_files()) modules.insert(module_of(file.path));
  EXPECT_THAT(modules, testing::IsSupersetOf({"sim/base", "sim/domain", "sim/app", "tests"}));
}

TEST(IncludeRule, lets_a_module_use_itself_and_what_is_below) {
  EXPECT_EQ(findings_for("sim/app/app.cpp", "#include \"sim/app/app.h\"\n#include \"sim/domain/session.h\"\n"), "");
}

TEST(IncludeRule, refuses_sim_that_includes_ui) {
  EXPECT_EQ(findings_for("sim/app/app.cpp", "\n#include \"ui/text/text.h\"\n"),
            "sim/app/app.cpp:2: sim/app may not include ui/text/text.h\n");
}

TEST(IncludeRule, refuses_a_view_that_sees_the_application) {
  EXPECT_NE(findings_for("ui/views/replay.cpp", "#include \"sim/app/app.h\"\n"), "");
  EXPECT_NE(findings_for("ui/views/replay.cpp", "#include \"sim/domain/session.h\"\n"), "");
  EXPECT_EQ(findings_for("ui/views/replay.cpp", "#include \"sim/domain/ids.h\"\n"), "");
}

TEST(IncludeRule, refuses_a_module_that_is_not_in_the_table) {
  EXPECT_EQ(findings_for("sim/magic/wand.cpp", ""), "sim/magic/wand.cpp:0: the include rule knows no module sim/magic\n");
}

TEST(IncludeRule, refuses_neighbours_without_their_folder) {
  EXPECT_NE(findings_for("sim/base/text.cpp", "#include \"text.h\"\n"), "");
  EXPECT_NE(findings_for("sim/base/text.cpp", "#include <../text.h>\n"), "");
}

TEST(IncludeRule, keeps_each_part_from_outside_in_its_place) {
  for (const char* header : {"imgui.h", "imgui_internal.h", "GLFW/glfw3.h", "GL/gl.h", "SQLiteCpp/Database.h", "sqlite3.h",
                             "yaml-cpp/yaml.h", "CLI/CLI.hpp", "sodium.h"}) {
    const std::string text = std::string("#include <") + header + ">\n";
    EXPECT_NE(findings_for("ui/present/screen.cpp", text.c_str()), "") << header;
  }
  EXPECT_EQ(findings_for("ui/toolkit/ui.cpp", "#include <imgui.h>\n"), "");
  EXPECT_EQ(findings_for("sim/journal/journal.cpp", "#include <SQLiteCpp/SQLiteCpp.h>\n"), "");
}

TEST(IncludeRule, does_not_read_comments) {
  EXPECT_EQ(findings_for("sim/base/text.cpp", "// #include \"ui/text/text.h\"\n/*\n#include <imgui.h>\n*/\n"), "");
}

}  // namespace
}  // namespace etalon::arch
