// The corpus of tests/data/lint and how well the linter does on it. Format and origin: tests/data/lint/README.md.
#pragma once

#include <cstdio>
#include <map>
#include <set>

#include "sim/base/assert.h"
#include "sim/base/file.h"
#include "sim/base/text.h"
#include "sim/scenario/lint/lint.h"

namespace etalon::testing_lint {

namespace lint = scenario::lint;

struct Line {
  std::string id, text;
  bool childhood = false;
  std::set<std::string> expected;  // the rules that must find something, no other may
};

// Puts characters for \u{200B}.
inline std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!text.substr(at).starts_with("\\u{")) {
      out += text[at];
      continue;
    }
    const std::size_t end = text.find('}', at);
    const auto c = static_cast<unsigned>(std::stoul(std::string(text.substr(at + 3, end - at - 3)), nullptr, 16));
    const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
    if (c < 0x80)
      out += static_cast<char>(c);
    else if (c < 0x800)
      out += {static_cast<char>(0xC0U | (c >> 6U)), tail(0)};
    else if (c < 0x10000)
      out += {static_cast<char>(0xE0U | (c >> 12U)), tail(6), tail(0)};
    else
      out += {static_cast<char>(0xF0U | (c >> 18U)), tail(12), tail(6), tail(0)};
    at = end;
  }
  return out;
}

inline std::vector<Line> read_corpus(const std::filesystem::path& folder) {
  std::vector<Line> out;
  const std::string bytes = read_file(folder / "corpus.tsv", 1U << 20U).value();
  for (const std::string_view line : split(bytes, '\n')) {
    const auto cells = split(line, '\t');
    if (cells.size() != 5 || line.front() == '#') continue;
    Line one{std::string(cells[0]), unescaped(cells[4]), cells[2] == "childhood", {}};
    for (const std::string_view rule : split(cells[3], '+'))
      if (rule != "none") one.expected.insert(std::string(rule));
    out.push_back(std::move(one));
  }
  return out;
}

// The bundled lists and those of the invented words in `folder`/words.
inline lint::WordLists corpus_words(const std::filesystem::path& folder) {
  lint::WordLists out = lint::bundled_words();
  for (const auto& entry : std::filesystem::directory_iterator(folder / "words")) {
    lint::WordList header;
    header.rule = entry.path().stem().string().substr(0, 3);
    header.childhood = entry.path().stem().string().ends_with("-childhood");
    header.blocking = header.rule != "L12";
    header.source = "invented words";
    header.salt = "00112233445566778899aabbccddeeff";
    out.add(lint::build_words(header, read_file(entry.path(), 1U << 16U).value(), entry.path().string()).value());
  }
  return out;
}

struct Score {
  std::size_t hit = 0, missed = 0, wrong = 0;

  double recall() const { return hit + missed == 0 ? 1 : static_cast<double>(hit) / static_cast<double>(hit + missed); }
  double precision() const { return hit + wrong == 0 ? 1 : static_cast<double>(hit) / static_cast<double>(hit + wrong); }
};

// By rule; each text counts once a rule. `complain` hears of every text that was not judged as expected.
template <class Complain>
std::map<std::string, Score> score(const std::vector<Line>& corpus, const lint::WordLists& words, Complain complain) {
  std::map<std::string, Score> out;
  for (const Line& line : corpus) {
    std::set<std::string> found;
    for (const auto& finding : lint::lint_text(line.text, lint::TextKind::Shown, line.childhood, words))
      found.insert(finding.rule);
    for (const std::string& rule : line.expected) ++(found.count(rule) > 0 ? out[rule].hit : out[rule].missed);
    for (const std::string& rule : found)
      if (line.expected.count(rule) == 0) ++out[rule].wrong;
    if (found != line.expected) complain(line, found);
  }
  return out;
}

}  // namespace etalon::testing_lint
