#include "tests/arch/word_rule.h"

namespace etalon::arch {

namespace {

// Put together from pieces, so that this file does not hold what it looks for.
std::string pieces(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const auto part : parts) text += part;
  return text;
}

// ASCII, and the capitals of the Latin-1 block of UTF-8 (É, À, Ç…), which differ in one bit as ASCII's do.
std::string lower(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto byte = static_cast<unsigned char>(out[i]);
    const bool ascii = byte >= 'A' && byte <= 'Z';
    const bool latin =
        i > 0 && static_cast<unsigned char>(out[i - 1]) == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
    if (ascii || latin) out[i] = static_cast<char>(byte + 0x20);
  }
  return out;
}

}  // namespace

const std::vector<Word>& luxembourg_words() {
  static const std::string kAbuse = "say what it is: abuse or exploitation of a child";
  static const std::vector<Word> kWords{
      {pieces({"child", " porn"}), kAbuse},
      {pieces({"child", "-porn"}), kAbuse},
      {pieces({"kiddie", " porn"}), kAbuse},
      {pieces({"porno", "graphie enfantine"}), kAbuse},
      {pieces({"porno", "graphie infantile"}), kAbuse},
      {pieces({"pédo", "porn"}), kAbuse},
      {pieces({"pedo", "porn"}), kAbuse},
      {pieces({"child", " prostitut"}), kAbuse},
      {pieces({"underage", " prostitut"}), kAbuse},
      {pieces({"juvenile", " prostitut"}), kAbuse},
      {pieces({"child", " sex work"}), kAbuse},
      {pieces({"child", " sex touris"}), kAbuse},
      {pieces({"prostitution", " enfantine"}), kAbuse},
      {pieces({"prostitution", " infantile"}), kAbuse},
      {pieces({"enfant", " prostitué"}), kAbuse},
      {pieces({"enfants", " prostitué"}), kAbuse},
      {pieces({"tourisme", " sexuel"}), kAbuse},
  };
  return kWords;
}

const std::vector<Word>& careless_words() {
  static const std::string kPath = "a path of one machine";
  static const std::string kUndone = "work left undone: finish it or open an issue";
  static const std::string kMirror = "the address of a package mirror";
  static const std::vector<Word> kWords{
      {pieces({"/ho", "me/"}), kPath},           {pieces({"/wo", "rk/"}), kPath},
      {pieces({"/us", "ers/"}), kPath},          {pieces({"c:", "\\users"}), kPath},
      {pieces({"../sha", "red/"}), kPath},       {pieces({"to", "do:"}), kUndone},
      {pieces({"to", "do("}), kUndone},          {pieces({"fix", "me"}), kUndone},
      {pieces({"lorem", " ipsum"}), kUndone},    {pieces({"deb.", "debian.org"}), kMirror},
      {pieces({"registry.", "npmjs"}), kMirror},
  };
  return kWords;
}

Findings check_words(const SourceFile& file, const std::vector<Word>& words) {
  Findings findings;
  const auto lines = lines_of(lower(file.text));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const auto& word : words) {
      if (lines[i].find(word.text) == std::string::npos) continue;
      findings.push_back({file.path, static_cast<int>(i) + 1, "“" + word.text + "”: " + word.why});
    }
  }
  return findings;
}

}  // namespace etalon::arch
