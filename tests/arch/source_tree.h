// The project's own files, read as text, for the rules about them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace etalon::arch {

struct SourceFile {
  std::string path;  // from the project's folder, with '/': "sim/base/text.cpp"
  std::string text;

  bool ends_with(std::string_view ending) const { return path.ends_with(ending); }
  bool under(std::string_view folder) const { return path.starts_with(std::string(folder) + "/"); }
};

struct Finding {
  std::string file;
  int line = 0;  // 1-based; 0: the whole file
  std::string what;
  friend bool operator==(const Finding&, const Finding&) = default;
};

using Findings = std::vector<Finding>;

// "file:line: what", a line each; empty when there is none.
std::string report(const Findings& findings);
void append(Findings& to, Findings more);

std::filesystem::path project_folder();
// Every text file of the project but what is built and what git keeps, by path. Read once per call.
std::vector<SourceFile> project_files();
// Those of them that end in .h or .cpp, in sim, ui and tests.
std::vector<SourceFile> cpp_files();

std::vector<std::string> lines_of(std::string_view text);
int line_at(std::string_view text, std::size_t offset);

// The same text, byte for byte as long, with comments blanked, and on request the insides of string and
// character literals too. Line feeds stay.
enum class Literals { Keep, Blank };
std::string without_comments(std::string_view code, Literals literals);

struct Literal {
  std::size_t at = 0;   // of the opening quote
  std::size_t end = 0;  // past the closing quote
  std::string text;     // unescaped as far as a catalogue needs: \n \t \" \\ ; all else as it is written
};

// String literals of C++ code in order, adjacent ones each for themselves, those in comments left out.
std::vector<Literal> string_literals(std::string_view code);

}  // namespace etalon::arch
