// Reference values that no test reads would prove nothing.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path).rdbuf();
  return out.str();
}

TEST(Vectors, are_each_read_by_a_test_and_have_their_source_in_the_readme) {
  const fs::path root(ETALON_SOURCE_DIR);
  std::string tests;
  for (const auto& file : fs::recursive_directory_iterator(root / "tests/unit/sim/stats"))
    if (file.path().extension() == ".cpp") tests += text_of(file.path());
  const std::string readme = text_of(root / "tests/data/vectors/README.md");
  std::size_t found = 0;
  for (const auto& file : fs::directory_iterator(root / "tests/data/vectors")) {
    if (file.path().extension() != ".json") continue;
    const std::string name = file.path().stem().string();
    EXPECT_NE(tests.find('"' + name + '"'), std::string::npos) << name;
    EXPECT_NE(readme.find(name.substr(0, 3)), std::string::npos) << name;
    ++found;
  }
  EXPECT_GE(found, 64U);
}

}  // namespace
