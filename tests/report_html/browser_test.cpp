// Opens the report in a real browser: what it shows, and that nothing smuggled in runs. Chromium is required
// (scripts/packages.txt).
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "sim/report/writers.h"
#include "tests/support/sample_report.h"

namespace etalon::report {
namespace {

using namespace etalon::support;
namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

class Browser : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "etalon-browser-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    ASSERT_EQ(std::system("command -v chromium > /dev/null"), 0) << "chromium is missing: apt-get install chromium";
  }
  void TearDown() override { fs::remove_all(folder_); }

  // Standard output of one run on the page.
  std::string run(const std::string& html, const std::string& options) {
    std::ofstream(folder_ / "report.html", std::ios::binary) << html;
    const std::string command =
        "timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
        "--disable-background-networking --disable-component-update --disable-sync --hide-scrollbars --user-data-dir=" +
        (folder_ / "profile").string() + " " + options + " file://" + (folder_ / "report.html").string() + " > " +
        (folder_ / "out").string() + " 2> " + (folder_ / "err").string();
    EXPECT_EQ(std::system(command.c_str()), 0) << read(folder_ / "err");
    return read(folder_ / "out");
  }

  fs::path folder_;
};

TEST_F(Browser, shows_the_report_with_its_figures) {
  const std::string dom = run(to_html(team_report(), Language::English, in_english), "--dump-dom");
  EXPECT_NE(dom.find("Consistency report"), std::string::npos);
  EXPECT_NE(dom.find("</svg>"), std::string::npos);
  EXPECT_NE(dom.find("not legal advice"), std::string::npos);
  EXPECT_EQ(read(folder_ / "err").find("Content Security Policy"), std::string::npos) << "our own page keeps its own policy";
}

TEST_F(Browser, builds_no_element_from_hostile_text) {
  const std::string dom = run(to_html(team_report(hostile_pack()), Language::French, in_english), "--dump-dom");
  EXPECT_EQ(dom.find("<script"), std::string::npos);
  EXPECT_EQ(dom.find("<img"), std::string::npos);
  EXPECT_NE(dom.find("&lt;script&gt;"), std::string::npos);
}

TEST_F(Browser, paints_a_picture) {
  const fs::path picture = folder_ / "page.png";
  run(to_html(team_report(), Language::English, in_english), "--window-size=1100,1600 --screenshot=" + picture.string());
  const std::string png = read(picture);
  ASSERT_GT(png.size(), 40'000U) << "an empty page is far smaller";
  EXPECT_EQ(png.substr(1, 3), "PNG");
}

}  // namespace
}  // namespace etalon::report
