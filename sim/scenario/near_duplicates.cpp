#include "sim/scenario/near_duplicates.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "sim/scenario/lint/fold.h"
#include "sim/scenario/step_text.h"

namespace etalon::scenario {
namespace {

constexpr std::size_t kWords = 3;                 // of a sequence
constexpr std::size_t kMostWords = 1000;          // of a scenario; eight steps of 600 characters have fewer
constexpr std::size_t kMostHolders = 64;          // of one sequence
constexpr std::uint64_t kPrime = 1099511628211U;  // of FNV-1a

std::uint64_t word_hash(std::string_view word) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return hash;
}

std::vector<std::uint64_t> word_hashes(const Scenario& scenario, Language language) {
  std::vector<std::uint64_t> out;
  for (const Step& step : scenario.steps) {
    const lint::Folded folded = lint::fold(plain_text(step.in(language)));
    for (const lint::Token& token : lint::tokens(folded))
      if (out.size() < kMostWords) out.push_back(word_hash(token.text));
  }
  return out;
}

// The hashes of all sequences, ascending, each once.
std::vector<std::uint64_t> sequences(const Scenario& scenario, Language language) {
  const std::vector<std::uint64_t> words = word_hashes(scenario, language);
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i + kWords <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < kWords; ++k) hash = (hash ^ words[i + k]) * kPrime;
    out.push_back(hash);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

double share(std::size_t both, std::size_t a, std::size_t b) {
  return both == 0 ? 0 : static_cast<double>(both) / static_cast<double>(a + b - both);
}

bool may_be_alike(const Scenario& a, const Scenario& b) {
  const bool twins = a.twin && b.twin && a.twin->set == b.twin->set;
  return !twins && a.status != Status::Retired && b.status != Status::Retired;
}

// A sequence and a scenario that holds it.
struct Holding {
  std::uint64_t sequence = 0;
  std::size_t holder = 0;
};

class Bank {
 public:
  Bank(const std::vector<const Scenario*>& scenarios, Language language) : scenarios_(scenarios) {
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
      const std::vector<std::uint64_t> all = sequences(*scenarios[i], language);
      for (const std::uint64_t sequence : all) holdings_.push_back({sequence, i});
      sizes_.push_back(all.size());
    }
    std::sort(holdings_.begin(), holdings_.end(), [](const Holding& a, const Holding& b) {
      return a.sequence != b.sequence ? a.sequence < b.sequence : a.holder < b.holder;
    });
    find_shared();
  }

  std::vector<Nearest> nearest() const {
    std::vector<Nearest> out;
    std::vector<std::size_t> both(scenarios_.size(), 0);  // sequences shared with each earlier one
    for (std::size_t i = 0; i < scenarios_.size(); ++i) {
      for (const std::size_t first : shared_[i]) count(first, i, both);
      Nearest best{i, 0, 0};
      for (std::size_t j = 0; j < i; ++j) {
        const double alike = share(both[j], sizes_[i], sizes_[j]);
        if (alike > best.resemblance && may_be_alike(*scenarios_[i], *scenarios_[j])) best = {i, j, alike};
        both[j] = 0;
      }
      if (best.resemblance > 0) out.push_back(best);
    }
    return out;
  }

 private:
  // For each scenario, where the holders of its sequences begin, of those that an earlier one holds.
  void find_shared() {
    shared_.resize(scenarios_.size());
    for (std::size_t first = 0, i = 0; i < holdings_.size(); ++i) {
      if (holdings_[i].sequence != holdings_[first].sequence) first = i;
      if (i > first) shared_[holdings_[i].holder].push_back(first);
    }
  }
  void count(std::size_t first, std::size_t before, std::vector<std::size_t>& both) const {
    for (std::size_t i = first; i < first + kMostHolders && holdings_[i].holder < before; ++i) ++both[holdings_[i].holder];
  }

  const std::vector<const Scenario*>& scenarios_;
  std::vector<Holding> holdings_;
  std::vector<std::size_t> sizes_;
  std::vector<std::vector<std::size_t>> shared_;
};

std::string percent(double share) { return std::to_string(std::lround(share * 100)); }

}  // namespace

double resemblance(const Scenario& a, const Scenario& b, Language language) {
  const std::vector<std::uint64_t> one = sequences(a, language), other = sequences(b, language);
  std::vector<std::uint64_t> both;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
  return share(both.size(), one.size(), other.size());
}

std::vector<Nearest> nearest_earlier(const std::vector<const Scenario*>& bank, Language language) {
  return Bank(bank, language).nearest();
}

void check_near_duplicates(const std::vector<BankEntry>& bank, Findings& findings) {
  std::vector<const Scenario*> scenarios;
  scenarios.reserve(bank.size());
  for (const BankEntry& entry : bank) scenarios.push_back(entry.scenario);
  for (const Language language : {Language::French, Language::English})
    for (const Nearest& near : nearest_earlier(scenarios, language))
      if (near.resemblance > kMostAlike)
        findings.add(bank[near.index].where, "L15",
                     msg("the steps resemble those of {other} by {percent} % (“{language}”), at most {limit} % may",
                         {{"other", scenarios[near.earlier]->id.value},
                          {"percent", percent(near.resemblance)},
                          {"language", std::string(code(language))},
                          {"limit", percent(kMostAlike)}}),
                     msg("tell another story, or make the two twins that differ by one fact"));
}

}  // namespace etalon::scenario
