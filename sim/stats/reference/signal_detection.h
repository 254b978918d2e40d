// Does a rater tell the two kinds apart, and which way does the rater lean? Signal detection from hits and false alarms
// (Stanislaw and Todorov 1999, Behav. Res. Methods 31, 137-149).
#pragma once

#include "sim/stats/reference/classification.h"

namespace etalon::stats {

struct Detections {
  std::size_t hits = 0, misses = 0;                      // of the units that are the signal
  std::size_t false_alarms = 0, correct_rejections = 0;  // of those that are not
};

// `category` as the signal, all others as noise.
Detections detections(const ConfusionMatrix& matrix, std::size_t category);

struct SignalDetection {
  Estimate d_prime;    // z(hit rate) - z(false alarm rate); error and interval: Gourevitch and Galanter 1967
  Estimate criterion;  // c = -(z(hit rate) + z(false alarm rate)) / 2: above 0 leans to “no”; error of the same kind
  Estimate beta;       // exp(d' c); no interval
  Estimate a_prime;    // Pollack and Norman 1964, both sides of chance (Snodgrass and Corwin 1988); 0.5 is chance
  Estimate b_double_prime;    // Grier 1971: lean, in [-1, 1], from H (1 - H) and F (1 - F); a package calls it B''D
  Estimate b_double_prime_d;  // Donaldson 1992: lean, in [-1, 1], from (1 - H) (1 - F) and H F
};

// `adjusted`: the log-linear correction, half a unit to each cell (Hautus 1995), which keeps d' finite at rates of 0 and 1;
// without it d', c and beta are undefined there. A', B'' and B''D take the rates as they are. Undefined without a signal or
// without noise.
SignalDetection signal_detection(const Detections& counts, bool adjusted, double level = 0.95);

}  // namespace etalon::stats
