#include <charconv>

#include "sim/analysis/validity.h"

namespace etalon::analysis {

namespace {

bool is_correct(const Pack& pack, const Comparison& comparison) {
  const FacetComparison* legality = comparison.find(pack.scheme.roles.legality);
  return legality == nullptr || legality->match == Match::Agrees || legality->match == Match::Accepted;
}

std::optional<double> number_of(const std::string& code) {
  int number = 0;
  const auto read = std::from_chars(code.data(), code.data() + code.size(), number);
  if (read.ec != std::errc() || read.ptr != code.data() + code.size()) return std::nullopt;
  return number;
}

struct Mean {
  double sum = 0;
  std::size_t n = 0;

  void add(double x) { sum += x, ++n; }
  std::optional<double> get() const { return n == 0 ? std::nullopt : std::optional(sum / static_cast<double>(n)); }
};

struct Confident {
  std::string code;
  bool correct = false;
};

std::vector<Confident> gather(const Pack& pack, const std::vector<const Sampled*>& scored) {
  std::vector<Confident> all;
  for (const Sampled* one : scored) {
    const auto found = one->chosen.find(pack.scheme.roles.confidence);
    if (found == one->chosen.end() || found->second.shape() != Shape::Code) continue;
    all.push_back({found->second.as_code(), is_correct(pack, one->comparison)});
  }
  return all;
}

void add_means(ConfidenceCalibration& calibration, const std::vector<Confident>& all) {
  Mean mean, when_correct, when_wrong;
  for (const Confident& one : all) {
    const auto number = number_of(one.code);
    if (!number) return;
    mean.add(*number);
    (one.correct ? when_correct : when_wrong).add(*number);
  }
  calibration.mean = mean.get();
  calibration.mean_when_correct = when_correct.get();
  calibration.mean_when_wrong = when_wrong.get();
}

}  // namespace

ConfidenceCalibration confidence_against_correctness(const Pack& pack, const std::vector<const Sampled*>& scored,
                                                     const Message& no_verdict_reason) {
  ConfidenceCalibration calibration;
  const Facet* facet = pack.scheme.find(pack.scheme.roles.confidence);
  if (facet == nullptr) return calibration;
  const auto all = gather(pack, scored);
  calibration.n = all.size();
  for (const Choice& choice : pack.scheme.choices(*facet, pack.catalogue, {}, {})) {
    std::size_t n = 0, correct = 0;
    for (const Confident& one : all) {
      if (one.code != choice.id) continue;
      ++n;
      correct += one.correct ? 1U : 0U;
    }
    calibration.levels.push_back({choice.id, choice.label, rate(correct, n, no_verdict_reason)});
  }
  if (no_verdict_reason.text.empty()) add_means(calibration, all);
  return calibration;
}

}  // namespace etalon::analysis
