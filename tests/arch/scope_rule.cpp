#include "tests/arch/scope_rule.h"

#include <algorithm>
#include <functional>
#include <regex>
#include <set>

namespace etalon::arch {

namespace {

enum class Scope { Namespace, Type, Initializer, Block };

struct Open {
  Scope scope = Scope::Namespace;
  int line = 0;
};

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\n") - first + 1));
}

// Directives blanked, with the lines that continue them.
std::string without_directives(std::string code) {
  bool continued = false, line_start = true, directive = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i] == '\n') {
      continued = directive && i > 0 && code[i - 1] == '\\';
      directive = continued;
      line_start = true;
      continue;
    }
    if (line_start && code[i] == '#') directive = true;
    if (code[i] != ' ' && code[i] != '\t') line_start = false;
    if (directive && !(code[i] == '\\' && i + 1 < code.size() && code[i + 1] == '\n')) code[i] = ' ';
  }
  return code;
}

// What the brace opens, from the text between the last statement and it.
Scope scope_of(const std::string& head, bool in_block) {
  static const std::regex kNamespace(R"(^(inline\s+)?namespace\b[^()]*$)");
  static const std::regex kType(R"(^(template\s*<[^{]*>\s*)?(typedef\s+)?(class|struct|union|enum)\b[^()=]*$)");
  static const std::regex kExtern(R"(^extern\s+"\s*"$)");
  if (std::regex_search(head, kNamespace) || std::regex_search(head, kExtern)) return Scope::Namespace;
  if (std::regex_search(head, kType)) return Scope::Type;
  if (in_block || head.empty()) return Scope::Block;
  const bool has_body =
      head.find(')') != std::string::npos && head.back() != '=' && head.back() != '(' && head.back() != ',';
  return has_body ? Scope::Block : Scope::Initializer;
}

// Walks the braces of a source and hands out statements and blocks with where they stand.
class Outline {
 public:
  using Statement = std::function<void(const std::string& text, const std::vector<Open>& open, int line)>;
  using Closed = std::function<void(const Open& closed, const std::vector<Open>& around, int line)>;

  Outline(Statement statement, Closed closed) : statement_(std::move(statement)), closed_(std::move(closed)) {}

  void read(std::string_view source) {
    const auto code = without_directives(without_comments(source, Literals::Blank));
    for (const char c : code) {
      if (c == '\n') ++line_;
      if (c == '(') ++parentheses_;
      if (c == ')') --parentheses_;
      if (c == '{')
        open();
      else if (c == '}')
        close();
      else if (c == ';' && parentheses_ <= 0)
        end_statement();
      else
        head_ += c;
      if (head_.size() == 1 && (c == ' ' || c == '\n')) head_.clear();
    }
  }

 private:
  void end_statement() {
    statement_(trimmed(head_), open_, line_);
    head_.clear();
  }
  void open() {
    const bool in_block = std::any_of(open_.begin(), open_.end(), [](const Open& o) { return o.scope == Scope::Block; });
    const auto head = trimmed(head_);
    statement_(head, open_, line_);
    open_.push_back({scope_of(head, in_block && (open_.back().scope != Scope::Type)), line_});
    held_.push_back(parentheses_);
    parentheses_ = 0;
    head_.clear();
  }
  void close() {
    head_.clear();
    if (open_.empty()) return;
    const auto closed = open_.back();
    open_.pop_back();
    parentheses_ = held_.back();
    held_.pop_back();
    closed_(closed, open_, line_);
  }

  Statement statement_;
  Closed closed_;
  std::vector<Open> open_;
  std::vector<int> held_;
  std::string head_;
  int line_ = 1;
  int parentheses_ = 0;
};

bool is_constant(const std::string& statement) {
  static const std::regex kConstexpr(R"(\bconstexpr\b)");
  static const std::regex kConst(R"(\bconst\b)");
  static const std::regex kMutablePointer(R"(\*\s*\w+\s*(=|$|\[))");
  if (std::regex_search(statement, kConstexpr)) return true;
  return std::regex_search(statement, kConst) && !std::regex_search(statement, kMutablePointer);
}

bool is_local_static(const std::string& statement) {
  static const std::regex kStatic(R"((^|[\s:)])(static|thread_local)\s)");
  return std::regex_search(statement, kStatic);
}

// "int counter = 0", "std::string name": a type and a name, and no parenthesis before the value.
bool is_variable(const std::string& statement) {
  static const std::regex kOther(
      R"(^(using|typedef|template|class|struct|union|enum|namespace|extern|friend|static_assert|inline namespace|return|else|do|public|private|protected|concept|requires|export|asm)\b)");
  static const std::regex kVariable(
      R"(^(\[\[[^\]]*\]\]\s*)?((static|inline|thread_local|constinit|auto|unsigned|long)\s+)*[\w:]+(<.*>)?[\s*&]+\w+(\[[^\]]*\])*\s*(=.*)?$)");
  const auto value = statement.find('=');
  if (statement.substr(0, value).find('(') != std::string::npos) return false;
  const std::string declaration = value == std::string::npos ? statement : statement.substr(0, value + 1);
  return !std::regex_search(statement, kOther) && std::regex_match(declaration, kVariable);
}

bool in_namespace(const std::vector<Open>& open) {
  return std::all_of(open.begin(), open.end(), [](const Open& o) { return o.scope == Scope::Namespace; });
}

bool in_function(const std::vector<Open>& open) { return !open.empty() && open.back().scope == Scope::Block; }

// The lines that go on with a string literal: a style sheet in a function is no longer function for it.
std::multiset<int> text_lines(std::string_view code) {
  std::multiset<int> lines;
  for (const auto& literal : string_literals(code)) {
    const int last = line_at(code, literal.end);
    for (int line = line_at(code, literal.at) + 1; line <= last; ++line) lines.insert(line);
  }
  return lines;
}

}  // namespace

Findings check_mutable_state(const SourceFile& file) {
  Findings findings;
  const auto statement = [&](const std::string& text, const std::vector<Open>& open, int line) {
    if (text.size() > 2000 || is_constant(text)) return;
    if (in_function(open) && is_local_static(text)) {
      findings.push_back({file.path, line, "a mutable function-local static: " + text});
    }
    // Tests may need some: what C calls back has no other place for its state.
    if (in_namespace(open) && is_variable(text) && !file.under("tests"))
      findings.push_back({file.path, line, "a mutable global: " + text});
  };
  Outline(statement, [](const Open&, const std::vector<Open>&, int) {}).read(file.text);
  return findings;
}

Findings check_function_lengths(const SourceFile& file) {
  Findings findings;
  const auto texts = text_lines(file.text);
  const auto closed = [&](const Open& block, const std::vector<Open>& around, int line) {
    if (block.scope != Scope::Block || in_function(around)) return;
    const auto from = texts.lower_bound(block.line), to = texts.upper_bound(line);
    const int lines = line - block.line + 1 - static_cast<int>(std::distance(from, to));
    if (lines <= kLongestFunction) return;
    findings.push_back({file.path, block.line, "a function of " + std::to_string(lines) + " lines"});
  };
  Outline([](const std::string&, const std::vector<Open>&, int) {}, closed).read(file.text);
  return findings;
}

Findings check_source_length(const SourceFile& file) {
  const auto lines = static_cast<int>(std::count(file.text.begin(), file.text.end(), '\n'));
  if (lines < kLongestSource) return {};
  return {{file.path, lines, "a source of " + std::to_string(lines) + " lines"}};
}

}  // namespace etalon::arch
