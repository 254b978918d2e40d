#include <gtest/gtest.h>

#include "tests/arch/scope_rule.h"

namespace etalon::arch {
namespace {

Findings in_tree(Findings (*check)(const SourceFile&)) {
  Findings findings;
  for (const auto& file : cpp_files()) append(findings, check(file));
  return findings;
}

std::size_t mutable_states(const std::string& code) { return check_mutable_state({"ui/toolkit/a.cpp", code}).size(); }

TEST(MutableState, is_nowhere_in_the_tree) { EXPECT_EQ(report(in_tree(check_mutable_state)), ""); }

TEST(MutableState, is_seen_inside_functions) {
  EXPECT_EQ(mutable_states("int next() {\n  static int count = 0;\n  return ++count;\n}\n"), 1U);
  EXPECT_EQ(mutable_states("void f() { if (x) { static std::string last; } }"), 1U);
  EXPECT_EQ(mutable_states("void f() { thread_local int depth = 0; }"), 1U);
  EXPECT_EQ(mutable_states("void f() { static const char* name = nullptr; }"), 1U);
  EXPECT_EQ(mutable_states("template <class T>\nvoid f() { static T last{}; }"), 1U);
  EXPECT_EQ(mutable_states("struct S { void f() { static int a = 0; } };"), 1U);
  EXPECT_EQ(mutable_states("S::S(int a) : a_{a}, b_(2) { static int n = 0; }"), 1U);
  EXPECT_EQ(mutable_states("auto g() { return [] { static int n = 0; return n; }; }"), 1U);
}

TEST(MutableState, is_seen_at_namespace_level) {
  EXPECT_EQ(mutable_states("namespace a {\nint counter = 0;\n}"), 1U);
  EXPECT_EQ(mutable_states("namespace {\nstd::vector<int> cache;\n}"), 1U);
  EXPECT_EQ(mutable_states("static std::map<int, int> cache{};"), 1U);
}

TEST(MutableState, is_not_what_never_changes) {
  EXPECT_EQ(mutable_states("const T& t() {\n  static const T kT{1, 2};\n  return kT;\n}"), 0U);
  EXPECT_EQ(mutable_states("void f() { static constexpr std::array kA{1}; static_assert(true); }"), 0U);
  EXPECT_EQ(mutable_states("void f() { static const char* const kName = \"\"; }"), 0U);
  EXPECT_EQ(mutable_states("struct Value {\n  static Value of(std::string code);\n  int a = 0;\n};"), 0U);
  EXPECT_EQ(mutable_states("constexpr int kA = 1;\ninline constexpr int kB = 2;\nint f(int a);\nusing A = int;\n"), 0U);
  EXPECT_EQ(mutable_states("void f() { struct L { static int g() { return 1; } }; }"), 0U);
}

TEST(FunctionLengths, are_all_short_enough) { EXPECT_EQ(report(in_tree(check_function_lengths)), ""); }

TEST(FunctionLengths, are_counted_in_lines) {
  const auto function = [](int lines) {
    return "void f() {" + std::string(static_cast<std::size_t>(lines - 1), '\n') + "}\n";
  };
  EXPECT_TRUE(check_function_lengths({"a.cpp", function(kLongestFunction)}).empty());
  EXPECT_EQ(check_function_lengths({"a.cpp", function(kLongestFunction + 1)}).size(), 1U);
  EXPECT_EQ(check_function_lengths({"a.cpp", "namespace n {\nstruct S {\n" + function(61) + "};\n}\n"}).size(), 1U);
  EXPECT_TRUE(check_function_lengths({"a.cpp", "auto f() { return R\"(" + std::string(99, '\n') + ")\"; }"}).empty());
  EXPECT_TRUE(check_function_lengths({"a.cpp", "struct S {" + std::string(99, '\n') + "};"}).empty());
}

TEST(Sources, are_all_short_enough) { EXPECT_EQ(report(in_tree(check_source_length)), ""); }

TEST(Sources, are_counted_in_lines) {
  EXPECT_TRUE(check_source_length({"a.cpp", std::string(kLongestSource - 1, '\n')}).empty());
  EXPECT_EQ(check_source_length({"a.cpp", std::string(kLongestSource, '\n')}).size(), 1U);
}

}  // namespace
}  // namespace etalon::arch
