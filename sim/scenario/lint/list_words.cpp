#include "sim/scenario/lint/list_words.h"

#include <algorithm>

namespace etalon::scenario::lint {
namespace {

bool is_sign_for_letter(char c) { return c == '@' || c == '$' || c == '!' || c == '|'; }

char as_letter(char c) {
  constexpr std::string_view kSigns = "0134578@$!|i", kLetters = "oleastbaslll";
  const std::size_t hit = kSigns.find(c);
  return hit == kSigns.npos ? c : kLetters[hit];
}

std::string key_of(std::string_view word) {
  if (std::all_of(word.begin(), word.end(), is_digit)) return std::string(word);
  std::string out;
  for (const char c : word)
    if (const char letter = as_letter(c); out.empty() || out.back() != letter) out += letter;
  return out;
}

bool belongs(std::string_view text, std::size_t index) {
  if (is_word(text[index])) return true;
  return is_sign_for_letter(text[index]) && index > 0 && is_word(text[index - 1]) && is_word(at(text, index + 1));
}

bool is_single(const ListWord& word) { return word.span.end - word.span.begin == 1; }

// One character lies between, and it is a blank or a mark that takes words apart.
bool lie_apart(std::string_view text, const ListWord& a, const ListWord& b, std::string_view marks) {
  return b.span.begin == a.span.end + 1 && marks.find(text[a.span.end]) != marks.npos;
}

ListWord joined(std::string_view text, const std::vector<ListWord>& words, std::size_t first, std::size_t past) {
  std::string letters;
  for (std::size_t i = first; i < past; ++i)
    letters += text.substr(words[i].span.begin, words[i].span.end - words[i].span.begin);
  return {{words[first].span.begin, words[past - 1].span.end}, key_of(letters)};
}

}  // namespace

std::vector<ListWord> list_words(const Folded& folded) {
  std::vector<ListWord> out;
  const std::string_view text = folded.text;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && belongs(text, end)) ++end;
    if (end > begin) out.push_back({{begin, end}, key_of(text.substr(begin, end - begin))});
    begin = std::max(end, begin + 1);
  }
  return out;
}

std::vector<ListWord> joined_words(const Folded& folded, const std::vector<ListWord>& words) {
  std::vector<ListWord> out;
  const std::string_view text = folded.text;
  for (std::size_t i = 0; i + 1 < words.size();) {
    std::size_t past = i + 1;
    while (past < words.size() && is_single(words[past - 1]) && is_single(words[past]) &&
           lie_apart(text, words[past - 1], words[past], " .-_*'/"))
      ++past;
    // A word of one letter, such as “à”, may stand before or after.
    for (std::size_t first = i; first <= i + 1; ++first)
      for (std::size_t end = past - 1; end <= past; ++end)
        if (end >= first + 4) out.push_back(joined(text, words, first, end));
    if (past == i + 1 && lie_apart(text, words[i], words[past], ".-_*")) out.push_back(joined(text, words, i, past + 1));
    i = past;
  }
  return out;
}

}  // namespace etalon::scenario::lint
