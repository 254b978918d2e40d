// L13: lengths, number of steps, and sentences that can be read in one breath.
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
// Words of a sentence: of what is shown, and of the rationale, which argues.
constexpr std::size_t kLongestSentence = 40;
constexpr std::size_t kLongestReason = 60;

struct Limits {
  std::size_t text, sentence;
};

// The end of the sentence that begins at `begin`: past a mark with a blank, or the end of the text, after it.
std::size_t sentence_end(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin; at < text.size(); ++at) {
    const bool marked = text[at] == '.' || text[at] == '!' || text[at] == '?';
    if (marked && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n')) return at + 1;
  }
  return text.size();
}

std::size_t longest_sentence(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = sentence_end(text, begin);
    longest = std::max(longest, words(text.substr(begin, end - begin)).size());
    begin = end;
  }
  return longest;
}

void check_text(const Subject& subject, std::string_view text, const Limits& limits, int line) {
  const std::size_t length = count_code_points(text);
  if (length > limits.text)
    subject.add(line,
                msg("the text has {length} characters, at most {limit} fit",
                    {{"length", std::to_string(length)}, {"limit", std::to_string(limits.text)}}),
                msg("shorten it"));
  const std::size_t count = longest_sentence(text);
  if (count > limits.sentence)
    subject.add(line,
                msg("a sentence has {count} words, {limit} can be read in one breath",
                    {{"count", std::to_string(count)}, {"limit", std::to_string(limits.sentence)}}),
                msg("make two of it"));
}

void check_both(const Subject& subject, const LocalText& text, const Limits& limits,
                std::initializer_list<std::string_view> path) {
  const int line = line_at(subject.root, path);
  check_text(subject, text.fr, limits, line);
  check_text(subject, text.en, limits, line);
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
  constexpr Limits step{kLongestText, kLongestSentence};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Node& node = subject.root.find("steps")->items[i];
    check_text(subject, plain_text(steps[i].fr), step, line_at(node, {"text", "fr"}));
    check_text(subject, plain_text(steps[i].en), step, line_at(node, {"text", "en"}));
  }
  check_both(subject, subject.scenario.reference.rationale, {kLongestRationale, kLongestReason}, {"reference", "rationale"});
  check_both(subject, subject.scenario.title, {kLongestTitle, kLongestSentence}, {"title"});
}

}  // namespace etalon::scenario
