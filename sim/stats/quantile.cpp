#include "sim/stats/quantile.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include "sim/base/assert.h"

namespace etalon::stats {

double normal_critical(double level) {
  ETALON_ASSERT(level > 0 && level < 1);
  return boost::math::quantile(boost::math::normal(), 0.5 + level / 2);
}

double t_critical(double level, double degrees) {
  ETALON_ASSERT(level > 0 && level < 1 && degrees > 0);
  return boost::math::quantile(boost::math::students_t(degrees), 0.5 + level / 2);
}

}  // namespace etalon::stats
