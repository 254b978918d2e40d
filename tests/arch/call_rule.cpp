#include "tests/arch/call_rule.h"

#include <algorithm>
#include <cctype>
#include <regex>
#include <set>

namespace etalon::arch {

namespace {

enum class Use { Any, Call, Standard };

struct Rule {
  std::string name;
  Use use = Use::Any;  // Call: only where "(" follows, and not on an object of ours. Standard: only after std::
  std::set<std::string, std::less<>> names;
  std::vector<std::string> places;  // folders and files where it is right
};

const std::vector<Rule>& rules() {
  static const std::vector<Rule> kRules{
      {"the wall clock", Use::Any, {"system_clock", "high_resolution_clock", "utc_clock"}, {"sim/base"}},
      {"the wall clock", Use::Call, {"time", "gettimeofday", "clock_gettime", "timespec_get"}, {"sim/base"}},
      {"the steady clock", Use::Any, {"steady_clock", "glfwGetTime"}, {"sim/base", "ui/shell"}},
      {"randomness", Use::Any, {"random_device", "mt19937", "mt19937_64", "default_random_engine"}, {"sim/base"}},
      {"randomness", Use::Call, {"rand", "srand", "random", "drand48", "getrandom", "randombytes_buf"}, {"sim/base"}},
      {"a result that differs between libraries",
       Use::Standard,
       {"uniform_int_distribution", "uniform_real_distribution", "normal_distribution", "shuffle"},
       {}},
      {"printing", Use::Any, {"cout", "cerr", "clog"}, {"ui/cli", "ui/main", "ui/shell"}},
      {"printing",
       Use::Call,
       {"printf", "fprintf", "vprintf", "puts", "fputs", "putchar", "perror", "print"},
       {"ui/cli", "ui/main", "ui/shell", "sim/base/assert.cpp"}},
      {"the end of the program",
       Use::Call,
       {"exit", "_exit", "quick_exit", "abort", "terminate"},
       {"ui/cli", "ui/main", "ui/shell", "sim/base/assert.cpp"}},
      {"the locale of the process", Use::Call, {"setlocale", "locale"}, {"ui/main", "ui/shell"}},
      {"the network", Use::Call, {"socket", "getaddrinfo", "gethostbyname"}, {}},
      {"a shell", Use::Call, {"system", "popen"}, {}},
  };
  return kRules;
}

struct Word {
  std::string_view text;
  std::size_t at = 0;
};

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::vector<Word> words_of(std::string_view code) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < code.size();) {
    std::size_t end = at;
    while (end < code.size() && is_word(code[end])) ++end;
    if (end > at) words.push_back({code.substr(at, end - at), at});
    at = end + 1;
  }
  return words;
}

std::size_t skip_blanks(std::string_view code, std::size_t at) {
  while (at < code.size() && std::isspace(static_cast<unsigned char>(code[at])) != 0) ++at;
  return at;
}

// time(nullptr), time(&now): what looks like it, such as a function of ours by that name, takes something else.
bool is_c_time(std::string_view arguments) {
  return arguments.starts_with("nullptr") || arguments.starts_with("NULL") || arguments.starts_with("0)") ||
         arguments.starts_with("&");
}

bool is_call(std::string_view code, const Word& word) {
  const auto open = skip_blanks(code, word.at + word.text.size());
  if (open >= code.size() || code[open] != '(') return false;
  if (word.text == "time" && !is_c_time(code.substr(open + 1))) return false;
  const auto before = code.substr(0, word.at);
  if (before.ends_with(".") || before.ends_with("->")) return false;
  if (before.ends_with("std::") || before.ends_with("fmt::")) return true;
  const bool qualified = before.ends_with("::");
  const auto left = before.substr(0, before.size() - (qualified ? 2 : 0));
  if (qualified && !left.empty() && is_word(left.back())) return false;  // some other scope's
  // "int time(" declares, "return time(" calls.
  const auto last = left.find_last_not_of(" \t\n");
  return last == std::string_view::npos || !is_word(left[last]) || left.substr(0, last + 1).ends_with("return");
}

bool is_right_place(const SourceFile& file, const Rule& rule) {
  return std::any_of(rule.places.begin(), rule.places.end(),
                     [&](const std::string& place) { return file.path == place || file.under(place); });
}

}  // namespace

Findings check_calls(const SourceFile& file) {
  Findings findings;
  if (file.under("tests")) return findings;
  const auto code = without_comments(file.text, Literals::Blank);
  for (const auto& word : words_of(code)) {
    for (const auto& rule : rules()) {
      if (!rule.names.contains(word.text) || is_right_place(file, rule)) continue;
      if (rule.use == Use::Call && !is_call(code, word)) continue;
      if (rule.use == Use::Standard && !code.substr(0, word.at).ends_with("std::")) continue;
      findings.push_back({file.path, line_at(code, word.at), rule.name + ": " + std::string(word.text)});
    }
  }
  return findings;
}

Findings check_sql(const SourceFile& file) {
  static const std::regex kStatement(
      R"(^\s*(SELECT\s+\S+.*|INSERT\s+INTO\s.*|UPDATE\s+\w+\s+SET\s.*|DELETE\s+FROM\s.*|(CREATE|DROP|ALTER)\s+(TABLE|INDEX|TRIGGER|VIEW)\s.*|PRAGMA\s+\w.*|BEGIN\s+(IMMEDIATE|EXCLUSIVE).*)$)");
  Findings findings;
  if (file.under("tests") || file.under("sim/journal")) return findings;
  for (const auto& literal : string_literals(file.text)) {
    for (const auto& line : lines_of(literal.text)) {
      if (line.size() < 400 && std::regex_match(line, kStatement)) {
        findings.push_back({file.path, line_at(file.text, literal.at), "SQL belongs to sim/journal alone: " + line});
      }
    }
  }
  return findings;
}

}  // namespace etalon::arch
