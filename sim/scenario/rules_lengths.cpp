// L13: lengths and number of steps.
#include "sim/base/text.h"
#include "sim/scenario/step_text.h"
#include "sim/scenario/texts.h"

namespace etalon::scenario {
namespace {

constexpr std::size_t kLongestText = 600;        // code points of a step
constexpr std::size_t kLongestRationale = 1200;  // code points
constexpr std::size_t kLongestTitle = 120;       // code points
constexpr std::size_t kFewestSteps = 3;
constexpr std::size_t kMostSteps = 8;

void check_length(const Subject& subject, std::string_view text, std::size_t limit, int line) {
  const std::size_t length = count_code_points(text);
  if (length > limit)
    subject.add(line,
                msg("the text has {length} characters, at most {limit} fit",
                    {{"length", std::to_string(length)}, {"limit", std::to_string(limit)}}),
                msg("shorten it"));
}

void check_both(const Subject& subject, const LocalText& text, std::size_t limit,
                std::initializer_list<std::string_view> path) {
  const int line = line_at(subject.root, path);
  check_length(subject, text.fr, limit, line);
  check_length(subject, text.en, limit, line);
}

}  // namespace

void rule_lengths(const Subject& subject) {
  const auto& steps = subject.scenario.steps;
  if (subject.root.find("steps") != nullptr && (steps.size() < kFewestSteps || steps.size() > kMostSteps))
    subject.add(line_at(subject.root, {"steps"}),
                msg("the scenario has {count} steps, it takes {low} to {high}", {{"count", std::to_string(steps.size())},
                                                                                 {"low", std::to_string(kFewestSteps)},
                                                                                 {"high", std::to_string(kMostSteps)}}),
                msg("split or join steps"));
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Node& node = subject.root.find("steps")->items[i];
    check_length(subject, plain_text(steps[i].fr), kLongestText, line_at(node, {"text", "fr"}));
    check_length(subject, plain_text(steps[i].en), kLongestText, line_at(node, {"text", "en"}));
  }
  check_both(subject, subject.scenario.reference.rationale, kLongestRationale, {"reference", "rationale"});
  check_both(subject, subject.scenario.title, kLongestTitle, {"title"});
}

}  // namespace etalon::scenario
