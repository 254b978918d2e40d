#include "tests/arch/data_rule.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

namespace etalon::arch {

namespace {

struct LanguageKey {
  std::string language;
  std::size_t end = 0;  // past its colon
  int line = 0;
};

std::vector<LanguageKey> language_keys(const std::string& text) {
  static const std::regex kKey(R"((^|[{,\n][ \t]*|- )(fr|en):(?=\s))");
  std::vector<LanguageKey> keys;
  for (std::sregex_iterator it(text.begin(), text.end(), kKey), end; it != end; ++it) {
    const auto past = static_cast<std::size_t>(it->position() + it->length());
    keys.push_back({(*it)[2], past, line_at(text, past)});
  }
  return keys;
}

std::set<std::string> facts_in(const std::string& text) {
  static const std::regex kFact(R"(\{(F[0-9]+)\|)");
  std::set<std::string> facts;
  for (std::sregex_iterator it(text.begin(), text.end(), kFact), end; it != end; ++it) facts.insert((*it)[1]);
  return facts;
}

bool is_empty_text(std::string text) {
  text = text.substr(0, text.find('\n'));
  static const std::regex kEmpty(R"(^\s*(""|''|~|null)?\s*([,}].*)?$)");
  return std::regex_match(text, kEmpty);
}

std::string slug(std::string_view heading) {
  std::string out;
  for (const char c : heading) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0 || c == '-' || c == '_')
      out += static_cast<char>(std::tolower(byte));
    else if (c == ' ')
      out += '-';
  }
  return out;
}

std::set<std::string> headings_of(const SourceFile& markdown) {
  std::set<std::string> headings;
  for (const auto& line : lines_of(markdown.text)) {
    const auto start = line.find_first_not_of('#');
    if (start != 0 && start != std::string::npos && line[start] == ' ') headings.insert(slug(line.substr(start + 1)));
  }
  return headings;
}

const SourceFile* find(const std::vector<SourceFile>& files, const std::string& path) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.path == path; });
  return found == files.end() ? nullptr : &*found;
}

bool exists(const std::string& path) { return std::filesystem::exists(project_folder() / path); }

// The complaint about a link, or nothing.
std::string broken_link(const SourceFile& from, const std::string& target, const std::vector<SourceFile>& files) {
  if (target.find("://") != std::string::npos || target.starts_with("mailto:")) return {};
  const auto hash = target.find('#');
  const auto folder = std::filesystem::path(from.path).parent_path();
  const auto path = hash == 0 ? from.path : (folder / target.substr(0, hash)).lexically_normal().generic_string();
  const auto* page = path == from.path ? &from : find(files, path);
  if (page == nullptr && !exists(path)) return "a link to nowhere: " + target;
  if (hash == std::string::npos || page == nullptr) return {};
  return headings_of(*page).contains(target.substr(hash + 1)) ? "" : "a link to a heading that is not there: " + target;
}

// Whether a code mark means a place in the tree: it begins with one of the project's folders and is nothing but a path.
bool is_tree_path(const std::string& mark) {
  static const std::regex kPath(R"(^(sim|ui|tests|scripts|docs|cmake|scenarios|assets|\.ci)/[\w./-]*$)");
  return std::regex_match(mark, kPath);
}

std::vector<std::pair<std::string, int>> matches(const SourceFile& file, const std::regex& pattern) {
  std::vector<std::pair<std::string, int>> found;
  const auto lines = lines_of(file.text);
  bool fenced = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].starts_with("```")) fenced = !fenced;
    if (fenced) continue;
    for (std::sregex_iterator it(lines[i].begin(), lines[i].end(), pattern), end; it != end; ++it) {
      found.emplace_back((*it)[1], static_cast<int>(i) + 1);
    }
  }
  return found;
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t");
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

Findings check_both_languages(const SourceFile& yaml) {
  Findings findings;
  const auto keys = language_keys(yaml.text);
  const auto text_of = [&](std::size_t i) {
    const auto end = i + 1 < keys.size() ? keys[i + 1].end : yaml.text.size();
    return yaml.text.substr(keys[i].end, end - keys[i].end);
  };
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const bool is_pair = keys[i].language == "fr" && i + 1 < keys.size() && keys[i + 1].language == "en";
    const bool is_second = keys[i].language == "en" && i > 0 && keys[i - 1].language == "fr";
    if (!is_pair && !is_second) findings.push_back({yaml.path, keys[i].line, keys[i].language + " stands alone"});
    const auto own = yaml.text.substr(keys[i].end);
    const bool continues = own.find('\n') != std::string::npos && own.find_first_not_of(" \n") > own.find('\n') &&
                           own.find_first_not_of(" \n") - own.find('\n') > 4;
    if (is_empty_text(own) && !continues) findings.push_back({yaml.path, keys[i].line, keys[i].language + " is empty"});
    if (is_pair && facts_in(text_of(i)) != facts_in(text_of(i + 1))) {
      findings.push_back({yaml.path, keys[i].line, "fr and en mark other facts"});
    }
  }
  return findings;
}

Findings check_links(const SourceFile& markdown, const std::vector<SourceFile>& files) {
  static const std::regex kLink(R"(\]\(([^)\s]+)\))");
  static const std::regex kMark(R"(`([^`]+)`)");
  Findings findings;
  for (const auto& [target, line] : matches(markdown, kLink)) {
    const auto what = broken_link(markdown, target, files);
    if (!what.empty()) findings.push_back({markdown.path, line, what});
  }
  for (const auto& [mark, line] : matches(markdown, kMark)) {
    if (is_tree_path(mark) && !exists(mark)) findings.push_back({markdown.path, line, "no such place in the tree: " + mark});
  }
  return findings;
}

std::vector<Package> packages_of(std::string_view list) {
  std::vector<Package> packages;
  std::string section;
  int number = 0;
  for (const auto& line : lines_of(list)) {
    ++number;
    const auto hash = line.find('#');
    const auto name = trimmed(line.substr(0, hash));
    if (name.empty()) continue;
    if (name.front() == '[')
      section = name.substr(1, name.size() - 2);
    else
      packages.push_back({section, name, hash == std::string::npos ? "" : trimmed(line.substr(hash + 1)), number});
  }
  return packages;
}

Findings check_packages(const SourceFile& list) {
  static constexpr std::array kSections{"build", "display", "test", "fuzz", "develop"};
  Findings findings;
  std::set<std::string> seen;
  for (const auto& package : packages_of(list.text)) {
    const auto say = [&](const std::string& what) {
      findings.push_back({list.path, package.line, package.name + ": " + what});
    };
    if (!seen.insert(package.name).second) say("named twice");
    if (package.purpose.empty()) say("what is it for?");
    if (package.name.find(' ') != std::string::npos) say("one package a line");
    if (std::find(kSections.begin(), kSections.end(), package.section) == kSections.end())
      say("in no section that is installed");
  }
  return findings;
}

Findings check_parts(const SourceFile& cmake, const std::vector<Package>& packages) {
  static const std::regex kPart(R"re(^\s*etalon_(find|font|pkg_config|missing)\((.*)\))re");
  static const std::regex kPackage(R"(\b(lib[a-z0-9.+-]+-dev|nlohmann-json3-dev|gettext|fonts-[a-z-]+)\b)");
  Findings findings;
  const auto lines = lines_of(cmake.text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::smatch part;
    if (!std::regex_search(lines[i], part, kPart)) continue;
    const std::string arguments = part[2];
    for (std::sregex_iterator it(arguments.begin(), arguments.end(), kPackage), end; it != end; ++it) {
      const auto name = it->str();
      const bool known = std::any_of(packages.begin(), packages.end(), [&](const Package& p) { return p.name == name; });
      if (!known) findings.push_back({cmake.path, static_cast<int>(i) + 1, "not in scripts/packages.txt: " + name});
    }
  }
  return findings;
}

}  // namespace etalon::arch
