// The linter: precision and recall of each rule on the corpus; how long a bank of 124 scenarios takes against reading its
// files, and the whole check of the starter pack; how much its scenarios resemble each other, and its twins; and whether a
// hostile text takes a time that grows with its length alone.
// etalon_bench_lint
#include <algorithm>

#include "sim/scenario/near_duplicates.h"
#include "sim/scenario/reader.h"
#include "tests/bench/timing.h"
#include "tests/support/lint_corpus.h"

namespace etalon::bench {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kScenarios = 124;
constexpr double kMostMs = 1000, kLeastRecall = 0.98, kLeastPrecision = 0.95;

bool quality() {
  using namespace testing_lint;
  const fs::path folder = fs::path(ETALON_SOURCE_DIR) / "tests/data/lint";
  bool kept = true;
  for (const auto& [rule, of] : score(read_corpus(folder), corpus_words(folder), [](const auto&, const auto&) {})) {
    const bool ok = of.recall() >= kLeastRecall && of.precision() >= kLeastPrecision;
    std::printf("%s  found %3zu, missed %2zu, wrong %2zu: recall %.3f (at least %g), precision %.3f (at least %g)  %s\n",
                rule.c_str(), of.hit, of.missed, of.wrong, of.recall(), kLeastRecall, of.precision(), kLeastPrecision,
                ok ? "ok" : "MISSED");
    kept = kept && ok;
  }
  return kept;
}

// The texts of the starter pack's scenarios, whole files, as often as it takes to have 124 of them.
std::vector<fs::path> bank() {
  std::vector<fs::path> files, out;
  for (const auto& entry : fs::directory_iterator(fs::path(ETALON_SOURCE_DIR) / "scenarios/starter/scenarios"))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (std::size_t i = 0; i < kScenarios; ++i) out.push_back(files[i % files.size()]);
  return out;
}

bool speed() {
  const auto files = bank();
  std::size_t bytes = 0, findings = 0;
  const Compared found = compare(
      5,
      [&] {
        bytes = 0;
        for (const fs::path& file : files) bytes += read_file(file, 1U << 20U).value().size();
      },
      [&] {
        findings = 0;
        for (const fs::path& file : files) {
          const std::string text = read_file(file, 1U << 20U).value();
          for (const std::string_view line : split(text, '\n'))
            findings += scenario::lint::lint_text(line, scenario::lint::TextKind::Shown).size();
        }
      });
  const bool kept = found.engine <= kMostMs && bytes > 0;
  std::printf("%zu scenarios, %zu bytes: linted in %.1f ms (at most %g), read in %.1f ms, ratio %.1f  %s\n", files.size(),
              bytes, found.engine, kMostMs, found.limit, found.ratio(), kept ? "ok" : "MISSED");
  return kept;
}

// L15: the most alike that are no twins, the least alike twins, and the limit between the two.
bool alike() {
  const auto pack = scenario::read_pack(fs::path(ETALON_SOURCE_DIR) / "scenarios/starter");
  if (!pack) return false;
  std::vector<const Scenario*> all;
  for (const Scenario& each : pack->scenarios) all.push_back(&each);
  bool kept = true;
  for (const Language language : {Language::French, Language::English}) {
    double most = 0, least = 1;
    const double took = milliseconds([&] {
      for (const scenario::Nearest& near : scenario::nearest_earlier(all, language)) most = std::max(most, near.resemblance);
    });
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (all[i]->twin && all[j]->twin && all[i]->twin->set == all[j]->twin->set)
          least = std::min(least, scenario::resemblance(*all[i], *all[j], language));
    const bool ok = most <= scenario::kMostAlike && scenario::kMostAlike < least;
    std::printf("%s: resemblance of no twins at most %.3f (limit %g), of twins at least %.3f; found in %.1f ms  %s\n",
                std::string(code(language)).c_str(), most, scenario::kMostAlike, least, took, ok ? "ok" : "MISSED");
    kept = kept && ok;
  }
  return kept;
}

bool whole_check() {
  const fs::path folder = fs::path(ETALON_SOURCE_DIR) / "scenarios/starter";
  std::size_t findings = 0;
  double best = 1e300;
  for (int turn = 0; turn < 5; ++turn)
    best = std::min(best, milliseconds([&] { findings = scenario::check_pack(folder).findings.size(); }));
  const bool kept = best <= kMostMs;
  std::printf("check of the starter pack: %.1f ms (at most %g), %zu findings  %s\n", best, kMostMs, findings,
              kept ? "ok" : "MISSED");
  return kept;
}

// A text of one piece again and again, whole, against its two halves one after the other: 1 where the time grows with the
// length, 2 where it grows with its square.
bool floods() {
  constexpr std::size_t kHalf = 60'000;
  constexpr double kMostRatio = 1.6;
  bool kept = true;
  for (const std::string_view piece : {"contact@example.org ", "a.", "a@", "a:", "/", "1", "“", "b ", "1° ", "aged 12 ",
                                       "data:", "{F1|", "](", "IMG_", "we "}) {
    std::string half;
    while (half.size() < kHalf) half += piece;
    const std::string whole = half + half;
    const auto lint = [](const std::string& text) { scenario::lint::lint_text(text, scenario::lint::TextKind::Shown); };
    const Compared found = compare(
        5, [&] { lint(half), lint(half); }, [&] { lint(whole); });
    const bool ok = found.ratio() <= kMostRatio;
    std::printf("%zu bytes of “%s”: %.1f ms, its halves %.1f ms, ratio %.2f (at most %g)  %s\n", whole.size(),
                std::string(piece).c_str(), found.engine, found.limit, found.ratio(), kMostRatio, ok ? "ok" : "MISSED");
    kept = kept && ok;
  }
  return kept;
}

}  // namespace
}  // namespace etalon::bench

int main() {
  using namespace etalon::bench;
  bool good = true;
  for (const auto measure : {quality, speed, whole_check, alike, floods}) good = measure() && good;
  return good ? 0 : 1;
}
