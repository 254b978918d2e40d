// Blocks outside, replicates inside: the rows of 256 units stay in the first cache while every replicate draws from them,
// and nothing is kept of a unit. Units with the same number of ratings are next to each other, so that sums stay integers
// until a whole stratum is done.
#include <algorithm>
#include <atomic>

#include "sim/base/parallel.h"
#include "sim/stats/agreement/metric.h"
#include "sim/stats/agreement/pair_sum.h"
#include "sim/stats/resampling/lanes.h"
#include "sim/stats/resampling/resample.h"

namespace etalon::stats {
namespace {

constexpr std::size_t kMostLanes = 4'096;
constexpr std::size_t kMostNumber = 8'191;  // in a lane: eight of them at least can be added

std::size_t pairs_of(std::size_t categories) { return categories * (categories + 1) / 2; }

// What a row holds, one number after the other.
struct Layout {
  std::size_t categories = 0, raters = 0;
  std::size_t same = 0;      // where the agreeing pairs of identity weights stand; 0: they are too many for a lane
  std::size_t products = 0;  // where n_k n_l begin, k <= l; 0: none. For the ordinal metric.
  std::size_t use = 0;       // where rater and category begin; 0: none. For Conger.
  std::size_t lanes = 0, stride = 0;
  std::size_t largest = 0;  // number in a row
};

Layout layout_of(const RatingTable& table, const std::vector<Question>& questions, std::size_t most_ratings) {
  Layout out{table.categories().size(), table.raters()};
  out.lanes = out.categories;
  out.largest = std::max<std::size_t>(1, most_ratings);
  if (most_ratings * most_ratings <= kMostNumber) {
    out.same = out.lanes++;
    out.largest *= out.largest;
  }
  const auto any = [&](const auto& is) { return std::any_of(questions.begin(), questions.end(), is); };
  if (any([](const Question& q) { return q.by_ranks; })) {
    out.products = out.lanes;
    out.lanes += pairs_of(out.categories);
  }
  if (any([](const Question& q) { return q.coefficient == Coefficient::CongerKappa; })) {
    out.use = out.lanes;
    out.lanes += out.raters * out.categories;
  }
  out.stride = (out.lanes + kLane - 1) / kLane * kLane;
  return out;
}

// A row read as counts.
struct RowCounts {
  const std::uint16_t* row;
  std::size_t categories, own_ratings;

  std::size_t ratings() const { return own_ratings; }
  double dot(const CategoryNumbers& numbers) const {
    double sum = 0;
    for (std::size_t k = 0; k < categories; ++k) sum += row[k] * numbers[k];
    return sum;
  }
  template <class Use>
  void each(const Use& use) const {
    for (std::size_t k = 0; k < categories; ++k)
      if (row[k] > 0) use(k, static_cast<std::size_t>(row[k]));
  }
};

// The units of one block: a row each, and their agreeing pairs by each of the weights.
struct BlockRows {
  std::vector<std::uint16_t> rows;
  std::vector<std::vector<double>> agreeing;  // by weights, then by unit
};

void fill_row(const RatingTable& table, std::size_t unit, const Layout& layout, std::uint16_t* row) {
  table.with_codes([&](const auto& codes) {
    using Code = typename std::decay_t<decltype(codes)>::Code;
    const Code* cells = codes.row(unit);
    for (std::size_t rater = 0; rater < layout.raters; ++rater) {
      if (cells[rater] == Codes<Code>::kGap) continue;
      ++row[cells[rater]];
      if (layout.use > 0) row[layout.use + rater * layout.categories + cells[rater]] = 1;
    }
  });
  if (layout.same > 0)
    for (std::size_t k = 0; k < layout.categories; ++k)
      row[layout.same] = static_cast<std::uint16_t>(row[layout.same] + row[k] * (row[k] - 1));
  if (layout.products == 0) return;
  std::uint16_t* product = row + layout.products;
  for (std::size_t k = 0; k < layout.categories; ++k)
    for (std::size_t l = k; l < layout.categories; ++l) *product++ = static_cast<std::uint16_t>(row[k] * row[l]);
}

void fill(BlockRows& out, const RatingTable& table, const DrawPlan& plan, const DrawBlock& block, const Layout& layout,
          const std::vector<Weights>& weights) {
  out.rows.assign(block.size * layout.stride, 0);
  out.agreeing.assign(weights.size(), std::vector<double>(block.size));
  for (std::size_t i = 0; i < block.size; ++i)
    fill_row(table, plan.units[block.begin + i], layout, out.rows.data() + i * layout.stride);
  for (std::size_t w = layout.same > 0 ? 1 : 0; w < weights.size(); ++w)
    with_pair_sum(weights[w], [&](auto pair_sum) {
      for (std::size_t i = 0; i < block.size; ++i)
        out.agreeing[w][i] = pair_sum(RowCounts{out.rows.data() + i * layout.stride, layout.categories, block.ratings});
    });
}

// Four chains of sums in a fixed order.
double sum_of(const std::vector<double>& values, const std::uint8_t* picked, std::size_t count) {
  double lanes[4] = {};
  std::size_t i = 0;
  for (; i + 4 <= count; i += 4)
    for (std::size_t j = 0; j < 4; ++j) lanes[j] += values[picked[i + j]];
  for (; i < count; ++i) lanes[0] += values[picked[i]];
  return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}

// One replicate, so far.
struct Sums {
  std::size_t left = 0;              // draws to make
  std::size_t drawn = 0;             // in this stratum
  std::vector<std::uint64_t> lanes;  // of this stratum
  std::vector<double> agreeing;      // of this stratum, by weights
  std::vector<Moments> moments;      // of the strata before, by weights
  std::vector<double> products;      // coincidences: sum of n_k n_l / (m - 1)
  std::vector<std::uint64_t> use;    // rater and category
};

class Sampler {
 public:
  Sampler(const RatingTable& table, const DrawPlan& plan, const Layout& layout, const std::vector<Weights>& weights,
          std::uint64_t seed, std::size_t first, std::size_t count)
      : table_(table),
        plan_(plan),
        layout_(layout),
        weights_(weights),
        seed_(seed),
        first_(first),
        sums_(count),
        small_(layout.stride) {
    Moments empty;
    empty.shares.resize(layout.categories);
    empty.counts.resize(layout.categories);
    for (Sums& sums : sums_) {
      sums.left = plan.units.size();
      sums.lanes.resize(layout.lanes);
      sums.agreeing.resize(weights.size());
      sums.moments.assign(weights.size(), empty);
      if (layout.products > 0) sums.products.resize(pairs_of(layout.categories));
      if (layout.use > 0) sums.use.resize(layout.raters * layout.categories);
    }
  }

  void take(std::size_t b) {
    const DrawBlock& block = plan_.blocks[b];
    fill(rows_, table_, plan_, block, layout_, weights_);
    for (std::size_t i = 0; i < sums_.size(); ++i) draw(sums_[i], first_ + i, b, block);
    const bool ends = b + 1 == plan_.blocks.size() || plan_.blocks[b + 1].ratings != block.ratings;
    if (!ends) return;
    for (Sums& sums : sums_) fold(sums, block.ratings);
  }

  const std::vector<Sums>& sums() const { return sums_; }

 private:
  void draw(Sums& sums, std::size_t replicate, std::size_t b, const DrawBlock& block) {
    draws_.draw(seed_, replicate, b, block.size, plan_.units.size() - block.begin, sums.left);
    sums.left -= draws_.count();
    sums.drawn += draws_.count();
    const std::size_t most = 65'535 / layout_.largest;
    for (std::size_t at = 0; at < draws_.count(); at += most) {
      const std::size_t count = std::min(most, draws_.count() - at);
      std::fill(small_.begin(), small_.end(), std::uint16_t{0});
      add_rows(rows_.rows.data(), layout_.stride, draws_.begin() + at, count, small_.data());
      for (std::size_t lane = 0; lane < layout_.lanes; ++lane) sums.lanes[lane] += small_[lane];
    }
    for (std::size_t w = layout_.same > 0 ? 1 : 0; w < weights_.size(); ++w)
      sums.agreeing[w] += sum_of(rows_.agreeing[w], draws_.begin(), draws_.count());
  }

  void fold(Sums& sums, std::size_t ratings) {
    Stratum stratum{
        sums.drawn, 0, {sums.lanes.begin(), sums.lanes.begin() + static_cast<std::ptrdiff_t>(layout_.categories)}};
    for (std::size_t w = 0; w < weights_.size(); ++w) {
      const bool in_lane = w == 0 && layout_.same > 0;
      stratum.agreeing = in_lane ? static_cast<double>(sums.lanes[layout_.same]) : sums.agreeing[w];
      add(sums.moments[w], ratings, stratum);
    }
    for (std::size_t i = 0; ratings > 1 && i < sums.products.size(); ++i)
      sums.products[i] += static_cast<double>(sums.lanes[layout_.products + i]) / static_cast<double>(ratings - 1);
    for (std::size_t i = 0; i < sums.use.size(); ++i) sums.use[i] += sums.lanes[layout_.use + i];
    std::fill(sums.lanes.begin(), sums.lanes.end(), 0);
    std::fill(sums.agreeing.begin(), sums.agreeing.end(), 0);
    sums.drawn = 0;
  }

  const RatingTable& table_;
  const DrawPlan& plan_;
  const Layout& layout_;
  const std::vector<Weights>& weights_;
  std::uint64_t seed_;
  std::size_t first_;
  std::vector<Sums> sums_;
  std::vector<std::uint16_t> small_;
  BlockRows rows_;
  BlockDraws draws_;
};

// Agreeing pairs under the weights of this replicate, out of its coincidences.
double agreeing_by(const Weights& weights, const Sums& sums) {
  const std::vector<double>& n = sums.moments.front().counts;
  double out = 0;
  std::size_t at = 0;
  for (std::size_t k = 0; k < n.size(); ++k)
    for (std::size_t l = k; l < n.size(); ++l, ++at) out += (k == l ? 1 : 2 * weights.at(k, l)) * sums.products[at];
  return out;
}

std::optional<double> ordinal_value(const Question& question, const Sums& sums) {
  const Weights weights = rank_weights(sums.moments.front().counts);
  Moments moments = sums.moments.front();
  // The coincidences hold each rating with itself too: m / (m - 1) for each unit, which the identity's pairs tell.
  double itself = -moments.pairs;
  std::size_t at = 0;
  for (std::size_t k = 0; k < moments.counts.size(); at += moments.counts.size() - k, ++k) itself += sums.products[at];
  moments.pairs = agreeing_by(weights, sums) - itself;
  return value_of(question, moments, weights, nullptr);
}

// The distinct weights, the identity first; and which of them a question has.
struct WeightList {
  std::vector<Weights> weights;
  std::vector<std::size_t> of_question;
};

WeightList list_weights(const RatingTable& table, const std::vector<Question>& questions) {
  WeightList out{{Weights::identity(table.categories().size())}, {}};
  for (const Question& question : questions) {
    const bool plain = question.by_ranks || question.weights.kind() == Weights::Kind::Identity;
    std::size_t i = plain ? 0 : 1;
    while (i < out.weights.size() && !plain && !out.weights[i].same_as(question.weights)) ++i;
    if (i == out.weights.size()) out.weights.push_back(question.weights);
    out.of_question.push_back(i);
  }
  return out;
}

}  // namespace

bool fits_blocks(const RatingTable& table, const Question& question, const DrawPlan& plan) {
  if (!is_made_of_moments(question.coefficient) || question.coefficient == Coefficient::ScottPi) return false;
  const std::size_t most = plan.blocks.empty() ? 0 : plan.blocks.back().ratings;
  const Layout layout = layout_of(table, {question}, most);
  return layout.lanes <= kMostLanes && layout.largest <= kMostNumber && (!question.by_ranks || layout.same > 0);
}

std::optional<double> value_of(const Question& question, const Moments& moments, const Weights& weights,
                               const RaterUse* use) {
  const auto parts = defined_parts(question.coefficient, moments, weights, use);
  return parts ? std::optional(parts->value()) : std::nullopt;
}

bool by_blocks(const RatingTable& table, const std::vector<Question>& questions, const DrawPlan& plan,
               const BootstrapOptions& options, const Ticker& tick, Replicates& out) {
  const Layout layout = layout_of(table, questions, plan.blocks.empty() ? 0 : plan.blocks.back().ratings);
  const WeightList weights = list_weights(table, questions);
  out.assign(questions.size(), std::vector<std::optional<double>>(options.replicates));
  const std::size_t parts = std::min(std::max<std::size_t>(1, options.threads), options.replicates);
  std::atomic<bool> goes_on{true};
  in_parallel(parts, options.threads, [&](std::size_t part) {
    const std::size_t first = options.replicates * part / parts, last = options.replicates * (part + 1) / parts;
    Sampler sampler(table, plan, layout, weights.weights, options.seed, first, last - first);
    for (std::size_t b = 0; b < plan.blocks.size() && goes_on; ++b) {
      sampler.take(b);
      if (!tick(1.0 / static_cast<double>(plan.blocks.size() * parts))) goes_on = false;
    }
    if (!goes_on) return;
    for (std::size_t i = first; i < last; ++i) {
      const Sums& sums = sampler.sums()[i - first];
      const RaterUse use = rater_use(sums.use, layout.categories);
      for (std::size_t j = 0; j < questions.size(); ++j) {
        const std::size_t w = weights.of_question[j];
        const bool conger = questions[j].coefficient == Coefficient::CongerKappa;
        out[j][i] = questions[j].by_ranks
                        ? ordinal_value(questions[j], sums)
                        : value_of(questions[j], sums.moments[w], weights.weights[w], conger ? &use : nullptr);
      }
    }
  });
  return goes_on;
}

}  // namespace etalon::stats
