// The quotas of a bank: one line each, here and nowhere else. docs/command-line.md says them in words.
#pragma once

#include <array>
#include <string_view>

#include "sim/scenario/coverage.h"

namespace etalon::scenario {

inline constexpr std::string_view kEach = "*";  // every item of the dimension fills the quota by itself

struct Quota {
  std::string_view name;             // stable: scripts read it
  std::string_view dimension, item;  // what is counted, see features.h
  Bound bound;
  std::string_view also_dimension = {}, also_item = {};  // only those that have this too
};

constexpr Bound at_least(std::size_t low) { return {low, 0, false}; }
constexpr Bound percent(std::size_t low, std::size_t high) { return {low, high, true}; }

inline constexpr std::array<Quota, 24> kQuotas{{
    {"scenarios", "scenario", "all", at_least(120)},
    {"languages", "language", kEach, percent(100, 100)},
    {"flagged", "flagged", "yes", percent(28, 40)},
    {"families", "family", kEach, at_least(2)},
    {"confusion_sides", "confusion", kEach, at_least(1)},
    {"look_alikes", "look_alike", kEach, at_least(1)},
    {"pillars", "pillar", kEach, at_least(12)},
    {"twin_sets", "twin_set", "of_2_to_4", at_least(30)},
    {"access_failed", "usable", "access_failed", at_least(4)},
    {"insufficient_locator", "usable", "insufficient_locator", at_least(2)},
    {"duplicate", "usable", "duplicate", at_least(2)},
    {"not_a_report", "usable", "not_a_report", at_least(2)},
    {"redirect", "remit", "redirect", at_least(4)},
    {"out_of_remit", "remit", "out_of_remit", at_least(2)},
    {"reporter_mistaken", "reporter", "mistaken", at_least(6)},
    {"reporter_malicious", "reporter", "malicious", at_least(3)},
    {"hosting", "hosting", kEach, at_least(4)},
    {"platform_replies", "step", "platform_reply", at_least(8)},
    {"late_fact_changes", "late_fact", "changes", at_least(6)},
    {"late_fact_changes_nothing", "late_fact", "changes_nothing", at_least(6)},
    {"urgent_life", "priority", "urgent_life", at_least(4), "step", "urgency_signal"},
    {"sensitivity", "sensitivity", kEach, at_least(3)},
    {"difficulty", "difficulty", kEach, percent(14, 28)},
    {"contested", "settledness", "contested", percent(8, 12)},
}};

}  // namespace etalon::scenario
