// What somebody who wishes the program ill might hand to `etalon check`.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>
#include <functional>
#include <set>

#include "sim/base/hash.h"
#include "tests/program/program.h"
#include "tests/unit/sim/scenario/temp_pack.h"

namespace etalon {
namespace {

namespace fs = std::filesystem;
using scenario::TempPack;

struct Hostile {
  std::string name;
  std::function<void(const TempPack&)> make;
  int status = 0;
  std::string said;           // stands in what the program says
  std::string argument = {};  // what is checked, from the pack's folder; empty: the folder
  unsigned seconds = kMostSeconds;

  friend void PrintTo(const Hostile& hostile, std::ostream* out) { *out << hostile.name; }
};

// Piece by piece: what this process holds would count as the program's.
void write_repeated(const TempPack& pack, const char* path, std::string_view piece, std::size_t bytes) {
  std::string block;
  while (block.size() < 1'000'000) block += piece;
  std::ofstream out(pack.folder() / path, std::ios::binary);
  for (std::size_t done = 0; done < bytes; done += std::min(block.size(), bytes - done))
    out.write(block.data(), static_cast<std::streamsize>(std::min(block.size(), bytes - done)));
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

// Nine names, each ten times the one before: a billion words if it were built.
std::string alias_bomb() {
  std::string out = "a0: &a0 word\n";
  for (int i = 1; i <= 9; ++i) {
    const std::string name = "a" + std::to_string(i), last = "*a" + std::to_string(i - 1);
    out += name + ": &" + name + " [" + last + repeated(", " + last, 9) + "]\n";
  }
  return out;
}

void replace_scheme(const TempPack& pack, const std::function<void(const fs::path&)>& make) {
  fs::remove(pack.folder() / "scheme.yaml");
  make(pack.folder() / "scheme.yaml");
}

void make_pipe(const fs::path& path) { ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0); }

// The first step's English text and its fact, with `piece` as often as a scenario may be long.
void flood_text(const TempPack& pack, std::string_view piece) {
  constexpr std::size_t kLongest = 250'000;
  pack.replace("scenarios/S1.yaml", "{F1|The reporter says they are shocked.}\"",
               "{F1|The reporter says they are shocked.} " + repeated(piece, kLongest / piece.size()) + "\"");
}

// As many scenarios as a pack may hold of the longest, 60 MB of plain words.
void fill_pack(const TempPack& pack) {
  constexpr int kScenarios = 240;
  std::string manifest = pack.read("pack.yaml"), flood = repeated("a plain word and another ", 250'000 / 25);
  const std::string scenario = pack.read("scenarios/S2.yaml");
  const std::string begin = "The reporter says they are shocked.";
  for (int i = 3; i <= kScenarios; ++i) {
    std::string one = scenario;
    one.replace(one.find("id: S2"), 6, "id: S" + std::to_string(i));
    one.replace(one.find(begin), begin.size(), begin + " " + flood);
    const std::string path = "scenarios/S" + std::to_string(i) + ".yaml";
    std::ofstream(pack.folder() / path, std::ios::binary) << one;
    manifest += "  - " + path + "\n";
  }
  pack.write("pack.yaml", manifest);
}

std::string length_of(std::size_t size) {
  std::string out(8, '\0');
  for (std::size_t i = 0; i < 8; ++i) out[i] = static_cast<char>(size >> (8 * i));
  return out;
}

// The folder as one file, it.etalonpack, written file by file for the same reason as above.
void build_by_hand(const TempPack& pack) {
  std::set<std::string> paths{"catalogue.yaml", "pack.yaml", "scheme.yaml"};
  for (const auto& entry : fs::directory_iterator(pack.folder() / "scenarios"))
    paths.insert("scenarios/" + entry.path().filename().string());
  std::string manifest = R"({"format":1,"id":"mini","version":"1.0.0","files":[)";
  for (const std::string& path : paths) {
    const std::string bytes = pack.read(path);
    manifest += R"({"path":")" + path + R"(","bytes":)" + std::to_string(bytes.size()) + R"(,"blake2b":")" +
                hex(etalon::hash_of(std::string_view(bytes))) + "\"},";
  }
  manifest.back() = ']';
  manifest += '}';
  const std::string signatures = R"({"format":1,"signatures":[]})";
  std::ofstream out(pack.folder() / "it.etalonpack", std::ios::binary);
  out << "ETALPAK1" << length_of(manifest.size()) << manifest;
  for (const std::string& path : paths) out << pack.read(path);
  out << length_of(signatures.size()) << signatures;
}

using Cases = std::vector<Hostile>;

// What is in the files.
Cases contents() {
  return {
      {"file_of_a_hundred_megabytes",
       [](const TempPack& pack) { write_repeated(pack, "scheme.yaml", "facets: [a, b, c]\n", 100'000'000); }, 1,
       "scheme.yaml:0: size: is 100000000 bytes long"},
      {"manifest_of_a_hundred_megabytes",
       [](const TempPack& pack) { write_repeated(pack, "pack.yaml", "format: 1\n", 100'000'000); }, 1,
       "pack.yaml:0: size: "},
      {"alias_bomb", [](const TempPack& pack) { pack.write("scheme.yaml", alias_bomb()); }, 1, "scheme.yaml:1: alias: "},
      {"ten_thousand_brackets",
       [](const TempPack& pack) { pack.write("scheme.yaml", "facets: " + std::string(10'000, '[')); }, 1,
       "scheme.yaml:1: depth: "},
      {"ten_thousand_braces", [](const TempPack& pack) { pack.write("scheme.yaml", "facets: " + repeated("{a: ", 10'000)); },
       1, "scheme.yaml:1: depth: "},
      {"ten_thousand_nested_lists",
       [](const TempPack& pack) { pack.write("scheme.yaml", "facets:\n  " + repeated("- ", 10'000)); }, 1,
       "scheme.yaml:2: depth: "},
      {"ten_thousand_questions", [](const TempPack& pack) { pack.write("scheme.yaml", repeated("? ", 10'000)); }, 1,
       "scheme.yaml:1: "},
      {"brackets_until_the_limit", [](const TempPack& pack) { write_repeated(pack, "scheme.yaml", "[],", 2'000'000); }, 1,
       "scheme.yaml:1: size: "},
      {"key_of_two_megabytes", [](const TempPack& pack) { write_repeated(pack, "scheme.yaml", "a", 2'000'000); }, 1,
       "scheme.yaml:"},
      {"quotation_that_does_not_end",
       [](const TempPack& pack) { pack.write("scheme.yaml", "format: \"" + repeated("a\n", 900'000)); }, 1, "scheme.yaml:"},
      {"file_of_nuls",
       [](const TempPack& pack) {
         write_repeated(pack, "scheme.yaml", {"\0", 1}, 1'000'000);
       },
       1, "scheme.yaml:1: encoding: "},
      {"text_that_is_not_utf8",
       [](const TempPack& pack) { pack.replace("scenarios/S1.yaml", "they are shocked", "they are \xE9\xFF shocked"); }, 1,
       "scenarios/S1.yaml:22: encoding: "},
      {"utf16",
       [](const TempPack& pack) {
         pack.write("scheme.yaml", {"\xFF\xFE"
                                    "f\0o\0r\0",
                                    8});
       },
       1, "scheme.yaml:1: encoding: "},
      {"scenarios_without_an_end",
       [](const TempPack& pack) {
         pack.write("pack.yaml", pack.read("pack.yaml") + repeated("  - scenarios/S1.yaml\n", 9'000));
       },
       1, "pack.yaml:"},
      {"pack_as_long_as_one_is_read", fill_pack, 1, "scenarios/S3.yaml:", {}, 240},
  };
}

// What stands in the place of files, and where the manifest says that they are.
Cases places() {
  return {
      {"symbolic_link_to_itself",
       [](const TempPack& pack) { replace_scheme(pack, [](const fs::path& path) { fs::create_symlink(path, path); }); }, 1,
       "pack.yaml:6: path: "},
      {"folder_that_is_a_link_to_itself",
       [](const TempPack& pack) { fs::create_symlink(pack.folder() / "loop", pack.folder() / "loop"); }, 3, "loop", "loop"},
      {"pipe_in_place_of_a_file", [](const TempPack& pack) { replace_scheme(pack, make_pipe); }, 3,
       "scheme.yaml:0: read: is not a regular file"},
      {"pipe_in_place_of_the_folder", [](const TempPack& pack) { make_pipe(pack.folder() / "pipe"); }, 3, "pipe", "pipe"},
      {"folder_in_place_of_a_file",
       [](const TempPack& pack) { replace_scheme(pack, [](const fs::path& path) { fs::create_directory(path); }); }, 3,
       "scheme.yaml:0: read: is not a regular file"},
      {"file_in_place_of_the_folder", [](const TempPack&) {}, 3, "pack.yaml", "pack.yaml"},
      {"folder_that_is_not_there", [](const TempPack&) {}, 3, "nowhere", "nowhere"},
      {"folder_with_an_endless_name", [](const TempPack&) {}, 3, "aaaa", std::string(10'000, 'a')},
      {"folder_without_a_manifest", [](const TempPack& pack) { fs::remove(pack.folder() / "pack.yaml"); }, 3, "pack.yaml"},
      {"path_that_leaves_the_pack",
       [](const TempPack& pack) { pack.replace("pack.yaml", "scheme: scheme.yaml", "scheme: ../../../../etc/hostname"); }, 1,
       "pack.yaml:6: path: “../../../../etc/hostname” leaves the pack"},
      {"path_to_a_device",
       [](const TempPack& pack) { pack.replace("pack.yaml", "scheme: scheme.yaml", "scheme: /dev/zero"); }, 1,
       "pack.yaml:6: path: "},
      {"link_to_a_device",
       [](const TempPack& pack) {
         replace_scheme(pack, [](const fs::path& path) { fs::create_symlink("/dev/zero", path); });
       },
       1, "pack.yaml:6: path: "},
      {"signatures_that_are_a_link_to_a_file_outside",
       [](const TempPack& pack) { fs::create_symlink("/etc/passwd", pack.folder() / "signatures.yaml"); }, 1,
       "signatures.yaml:0: path: “signatures.yaml” leaves the pack"},
      {"path_without_an_end",
       [](const TempPack& pack) {
         pack.replace("pack.yaml", "scheme: scheme.yaml", "scheme: " + repeated("a/", 50'000) + "scheme.yaml");
       },
       1, "pack.yaml:6: path: “a/a/"},
      {"path_that_speaks_to_the_terminal",
       [](const TempPack& pack) { pack.replace("pack.yaml", "scheme: scheme.yaml", R"(scheme: "../\e]0;title\a\e[2J")"); },
       1, R"(\x1B]0;title\x07\x1B[2J)"},
  };
}

// A pack in one file.
Cases files() {
  return {
      {"file_of_a_pack_as_long_as_one_is_read",
       [](const TempPack& pack) {
         fill_pack(pack);
         build_by_hand(pack);
       },
       1, "scenarios/S3.yaml:", "it.etalonpack", 240},
      {"file_of_a_long_pack_that_is_cut_off",
       [](const TempPack& pack) {
         fill_pack(pack);
         build_by_hand(pack);
         fs::resize_file(pack.folder() / "it.etalonpack", 50'000'000);
       },
       3, "the file is cut off", "it.etalonpack"},
      {"file_of_a_pack_with_a_changed_byte",
       [](const TempPack& pack) {
         build_by_hand(pack);
         std::string bytes = pack.read("it.etalonpack");
         bytes[bytes.rfind("facets:") + 6] = ']';
         pack.write("it.etalonpack", bytes);
       },
       1, "it.etalonpack/scheme.yaml:0: changed: the file is not the one", "it.etalonpack"},
      {"file_of_a_hundred_megabytes_that_is_no_pack",
       [](const TempPack& pack) { write_repeated(pack, "it.etalonpack", "ETALPAK1", 100'000'000); }, 3,
       "is 100000000 bytes long", "it.etalonpack"},
  };
}

class HostilePackInTheProgram : public testing::TestWithParam<Hostile> {};

TEST_P(HostilePackInTheProgram, is_refused_with_a_message_in_time_and_memory) {
  const Hostile& hostile = GetParam();
  const TempPack pack;
  hostile.make(pack);
  const support::Ended ended = run_etalon({"check", (pack.folder() / hostile.argument).string()}, hostile.seconds);
  const std::string said = ended.out + ended.err;
  EXPECT_EQ(ended.status, hostile.status) << said.substr(0, 4000);
  EXPECT_THAT(said, testing::HasSubstr(hostile.said));
  EXPECT_THAT(said, testing::HasSubstr(")\n")) << "how to mend it is missing";
  EXPECT_EQ(said.find('\x1B'), said.npos);
}

constexpr auto name_of = [](const auto& tested) { return tested.param.name; };
INSTANTIATE_TEST_SUITE_P(Contents, HostilePackInTheProgram, testing::ValuesIn(contents()), name_of);
INSTANTIATE_TEST_SUITE_P(Files, HostilePackInTheProgram, testing::ValuesIn(files()), name_of);
INSTANTIATE_TEST_SUITE_P(Places, HostilePackInTheProgram, testing::ValuesIn(places()), name_of);

struct Flood {
  std::string name, piece;

  friend void PrintTo(const Flood& flood, std::ostream* out) { *out << flood.name; }
};

class FloodedTextInTheProgram : public testing::TestWithParam<Flood> {};

// etalon_bench_lint measures that the time grows with the length alone.
TEST_P(FloodedTextInTheProgram, is_checked_to_its_end) {
  const TempPack pack;
  flood_text(pack, GetParam().piece);
  const support::Ended ended = run_etalon({"check", pack.folder().string()});
  EXPECT_EQ(ended.status, 1) << ended.err;
  EXPECT_THAT(ended.out, testing::HasSubstr("scenarios/S1.yaml:22: "));
}

INSTANTIATE_TEST_SUITE_P(Cases, FloodedTextInTheProgram,
                         testing::Values(Flood{"addresses", "contact@example.org "}, Flood{"dots", "a."},
                                         Flood{"at_signs", "a@"}, Flood{"colons", "a:"}, Flood{"slashes", "/"},
                                         Flood{"digits", "1"}, Flood{"quotation_marks", "“"}, Flood{"single_letters", "b "},
                                         Flood{"degrees", "1° "}, Flood{"ages", "aged 12 "}, Flood{"data", "data:"},
                                         Flood{"braces", "{F1|"}, Flood{"brackets", "]("}),
                         name_of);

TEST(UnreadablePackInTheProgram, is_refused) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read every file";
  const TempPack pack;
  fs::permissions(pack.folder() / "scheme.yaml", fs::perms::none);
  const support::Ended ended = run_etalon({"check", pack.folder().string()});
  EXPECT_EQ(ended.status, 3);
  EXPECT_THAT(ended.out + ended.err, testing::HasSubstr("scheme.yaml:0: read: cannot be read"));
}

}  // namespace
}  // namespace etalon
