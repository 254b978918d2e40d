// Is a person as sure as they are right? A confidence is the probability, 0 … 1, that the person gave their own choice.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/stats/estimate.h"

namespace etalon::stats {

struct Judged {
  double confidence = 0;  // 0 … 1
  bool right = false;
};

// Decisions with a confidence in [low, high[, the last bin [low, 1].
struct CalibrationBin {
  double low = 0, high = 0;
  std::size_t decisions = 0;
  double confidence = 0;  // mean; 0 without decisions
  Estimate accuracy;      // with Wilson's interval; undefined without decisions
};

// All undefined without decisions.
struct Calibration {
  Estimate brier;  // Brier 1950: mean squared difference of confidence and being right; 0 is perfect; normal interval
  // Murphy 1973 (J. Appl. Meteorol. 12, 595-600), over the distinct confidences, so that brier = reliability - resolution +
  // uncertainty holds exactly.
  double reliability = 0, resolution = 0, uncertainty = 0;
  std::vector<CalibrationBin> bins;
  // Sum over bins of the share of decisions times |accuracy - mean confidence| (Naeini, Cooper and Hauskrecht 2015), with a
  // percentile interval from resampled decisions. Always above 0 by chance alone: the interval, not the value, tells.
  Estimate expected_calibration_error;
  Estimate overconfidence;  // mean confidence less the share right; normal interval
};

struct CalibrationOptions {
  std::size_t bins = 10;  // of the same width
  double level = 0.95;
  std::size_t replicates = 1'000;
  std::uint64_t seed = 1;
};

Calibration calibration(const std::vector<Judged>& decisions, const CalibrationOptions& options = {});

}  // namespace etalon::stats
