// Looks the words of a text up in all lists.
#include <algorithm>

#include "sim/scenario/lint/list_words.h"
#include "sim/scenario/lint/word_list.h"

namespace etalon::scenario::lint {

class WordSearch {
 public:
  WordSearch(const WordLists& lists, bool childhood) : lists_(lists), childhood_(childhood) {}

  // The entries that begin at words[first]; goes on to the next word only while some entry does.
  void from(const std::vector<ListWord>& words, std::size_t first, std::vector<WordHit>& out) const {
    for (const WordLists::Group& group : lists_.groups_) {
      std::string key;
      bool goes_on = true;
      for (std::size_t i = first; goes_on && i < words.size() && i < first + group.words; ++i) {
        key += (i == first ? "" : " ") + words[i].key;
        goes_on = look_up(group, key, {words[first].span.begin, words[i].span.end}, out);
      }
    }
  }

 private:
  bool look_up(const WordLists::Group& group, const std::string& key, Span span, std::vector<WordHit>& out) const {
    bool goes_on = false;
    const auto [begin, end] = group.by_hash.equal_range(word_hash(group.salt, key));
    for (auto it = begin; it != end; ++it) {
      const WordList& list = lists_.headers_[it->second.list];
      if (!it->second.whole)
        goes_on = true;
      else if (childhood_ || !list.childhood)
        out.push_back({span, list.rule, list.blocking});
    }
    return goes_on;
  }

  const WordLists& lists_;
  bool childhood_;
};

void WordLists::add(const WordList& list) {
  auto group = std::find_if(groups_.begin(), groups_.end(), [&](const Group& one) { return one.salt == list.salt; });
  if (group == groups_.end()) group = groups_.insert(groups_.end(), Group{list.salt, 1, {}});
  group->words = std::max(group->words, list.words);
  for (const WordList::Line& line : list.lines) group->by_hash.insert({line.hash, {headers_.size(), line.whole}});
  headers_.push_back(list);
  headers_.back().lines.clear();
}

std::vector<WordHit> WordLists::find(const Folded& folded, bool childhood) const {
  const WordSearch search(*this, childhood);
  std::vector<WordHit> out;
  const std::vector<ListWord> words = list_words(folded);
  for (std::size_t i = 0; i < words.size(); ++i) search.from(words, i, out);
  for (const ListWord& word : joined_words(folded, words)) search.from({word}, 0, out);
  return out;
}

std::size_t WordLists::entries(std::string_view rule) const {
  std::size_t out = 0;
  for (const WordList& list : headers_) out += list.rule == rule ? list.entries : 0;
  return out;
}

}  // namespace etalon::scenario::lint
