// Numbers as a reader of the language expects them. Digits only: no locale of the machine comes in.
#pragma once

#include <string>

#include "sim/base/clock.h"
#include "sim/base/language.h"

namespace etalon::report {

// Rounded to `digits` places: "0.54", in French "0,54"; a true minus sign.
std::string decimal(double number, int digits, Language language);
// "75%", in French "75 %" with a narrow no-break space.
std::string percent(double proportion, Language language);
// "[47–91%]"
std::string percent_range(double low, double high, Language language);
// "[0.12, 0.81]", in French "[0,12 ; 0,81]"
std::string decimal_range(double low, double high, Language language);
// "2026-04-02 09:12 UTC"
std::string minute(Instant at);

}  // namespace etalon::report
