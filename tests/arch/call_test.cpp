#include <gtest/gtest.h>

#include "tests/arch/call_rule.h"

namespace etalon::arch {
namespace {

std::string findings_for(const char* path, const std::string& text) { return report(check_calls({path, text})); }

TEST(CallRule, holds_in_the_whole_tree) {
  Findings findings;
  for (const auto& file : cpp_files()) append(findings, check_calls(file));
  EXPECT_EQ(report(findings), "");
}

TEST(CallRule, keeps_the_wall_clock_in_sim_base) {
  EXPECT_EQ(findings_for("sim/app/app.cpp", "\nauto now = std::chrono::system_clock::now();"),
            "sim/app/app.cpp:2: the wall clock: system_clock\n");
  EXPECT_NE(findings_for("ui/shell/loop.cpp", "auto t = std::time(nullptr);"), "");
  EXPECT_NE(findings_for("ui/shell/loop.cpp", "auto t = ::time(0);"), "");
  EXPECT_NE(findings_for("ui/shell/loop.cpp", "gettimeofday(&a, nullptr);"), "");
  EXPECT_EQ(findings_for("sim/base/clock.cpp", "auto now = std::chrono::system_clock::now();"), "");
}

TEST(CallRule, leaves_the_steady_clock_to_the_shell) {
  EXPECT_EQ(findings_for("ui/shell/loop.cpp", "std::chrono::steady_clock::now()"), "");
  EXPECT_NE(findings_for("ui/toolkit/input.cpp", "std::chrono::steady_clock::now()"), "");
}

TEST(CallRule, keeps_randomness_in_sim_base) {
  EXPECT_NE(findings_for("sim/app/app.cpp", "std::random_device device;"), "");
  EXPECT_NE(findings_for("sim/app/app.cpp", "int x = rand();"), "");
  EXPECT_NE(findings_for("sim/app/app.cpp", "return rand();"), "");
  EXPECT_NE(findings_for("sim/base/rng.cpp", "std::shuffle(a, b, c);"), "");
  EXPECT_EQ(findings_for("sim/base/rng.cpp", "std::random_device device;"), "");
}

TEST(CallRule, keeps_printing_in_the_command_line) {
  for (const char* code : {"std::cout << 1;", "std::cerr << 1;", "printf(\"x\");", "std::fprintf(stderr, \"x\");",
                           "fmt::print(\"x\");", "std::puts(text);"}) {
    EXPECT_NE(findings_for("sim/report/html.cpp", code), "") << code;
    EXPECT_EQ(findings_for("ui/cli/report.cpp", code), "") << code;
  }
  EXPECT_EQ(findings_for("sim/base/text.cpp", "std::snprintf(buffer, size, \"%d\", 1);"), "");
}

TEST(CallRule, knows_functions_of_ours_by_the_same_name) {
  EXPECT_EQ(findings_for("ui/present/rail.cpp", "std::string time(const Step& step);"), "");
  EXPECT_EQ(findings_for("ui/present/rail.cpp", "auto x = step.time(); out.print(1); page->puts(2);"), "");
  EXPECT_EQ(findings_for("sim/app/app.cpp", "void shuffle(Rng& rng);\nshuffle(rng); shell::system(1);"), "");
}

TEST(CallRule, reads_neither_comments_nor_texts) {
  EXPECT_EQ(findings_for("sim/app/app.cpp", "// std::cout, rand()\nauto a = \"std::cout << rand()\"; /* system_clock */"),
            "");
  EXPECT_EQ(findings_for("sim/app/app.cpp", "auto a = R\"x( \" std::cout )x\"; char q = '\"';"), "");
  EXPECT_NE(findings_for("sim/app/app.cpp", "auto big = 1'000; std::cout << 1; auto c = 'x';"), "");
}

TEST(SqlRule, holds_in_the_whole_tree) {
  Findings findings;
  for (const auto& file : cpp_files()) append(findings, check_sql(file));
  EXPECT_EQ(report(findings), "");
}

TEST(SqlRule, sees_statements_in_literals) {
  for (const char* sql : {"SELECT id FROM record", "INSERT INTO record VALUES (1)", "UPDATE record SET a = 1",
                          "DELETE FROM record", "CREATE TABLE record (id)", "PRAGMA user_version"}) {
    const std::string code = "\nrun(\"" + std::string(sql) + "\");";
    EXPECT_EQ(check_sql({"sim/app/app.cpp", code}).size(), 1U) << sql;
    EXPECT_TRUE(check_sql({"sim/journal/record.cpp", code}).empty()) << sql;
  }
  EXPECT_TRUE(check_sql({"ui/present/replay.cpp", "tr(\"Select a scenario from the list\"); // SELECT x FROM y"}).empty());
}

}  // namespace
}  // namespace etalon::arch
