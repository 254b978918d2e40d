// Quantiles of the distributions that intervals are built on (Boost.Math).
#pragma once

namespace etalon::stats {

// The two-sided critical value: P(|Z| <= z) = level, level in ]0, 1[.
double normal_critical(double level);
// The same of Student's t with `degrees` > 0 degrees of freedom.
double t_critical(double level, double degrees);

}  // namespace etalon::stats
