// A folder, a clock and two streams of its own for each test that calls the command line in the test's own process.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/file.h"
#include "ui/cli/cli.h"

namespace etalon::support {

class command_desk : public testing::Test {
 protected:
  // `pack`: the default of --pack.
  explicit command_desk(std::filesystem::path pack = starter()) : default_pack_(std::move(pack)) {
    const auto& test = *testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(testing::TempDir()) /
              ("etalon_" + std::string(test.test_suite_name()) + "_" + std::string(test.name()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~command_desk() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  static std::filesystem::path starter() { return std::filesystem::path(ETALON_SOURCE_DIR) / "scenarios" / "starter"; }
  std::string file(const std::string& name) const { return (folder_ / name).string(); }

  // The exit status; out_ and err_ hold what this call said.
  int run(const std::vector<std::string>& arguments) {
    out_.str("");
    err_.str("");
    return ui::cli::run(ui::cli::World{out_,
                                       err_,
                                       clock_,
                                       rng_,
                                       folder_ / "etalon.db",
                                       default_pack_,
                                       Language::English,
                                       {},
                                       {folder_ / "reviewers.yaml"},
                                       std::filesystem::path(ETALON_BINARY_DIR) / "share" / "etalon"},
                        arguments);
  }

  std::filesystem::path default_pack_, folder_;
  ManualClock clock_{Instant{1775121120000}};
  SeededRng rng_{3};
  std::ostringstream out_, err_;
};

}  // namespace etalon::support
