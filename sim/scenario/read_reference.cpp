#include <algorithm>

#include "sim/base/text.h"
#include "sim/scenario/read_scenario.h"

namespace etalon::scenario {
namespace {

class ReferenceReader {
 public:
  ReferenceReader(const Scheme* scheme, const std::string& file, Findings& findings)
      : scheme_(scheme), file_(file), findings_(findings) {}

  Reference read(const Node& node) {
    Reference out;
    MapReader map(node, file_, findings_);
    out.settledness = map.one_of("settledness", kSettledness);
    if (const Node* values = map.map("values")) read_values(*values, out.values);
    if (const Node* elements = map.map("elements", Need::May)) read_elements(*elements, out.elements);
    if (const Node* actions = map.map("actions")) out.actions = read_actions(*actions);
    for (const Node& item : map.list("alternatives", Need::May)) out.alternatives.push_back(alternative(item));
    for (const Node& item : map.list("critical_errors", Need::May)) out.critical_errors.push_back(critical_error(item));
    out.notice = map.local("notice", Need::May);
    out.rationale = map.local("rationale");
    if (const Node* panel = map.map("panel")) out.panel = read_panel(*panel);
    if (const Node* review = map.map("review")) read_review(*review, out);
    map.finish();
    return out;
  }

 private:
  void add(int line, std::string_view rule, Message what, Message mend) {
    findings_.add({file_, line}, rule, std::move(what), std::move(mend));
  }

  void read_values(const Node& node, Values& out) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const Node& item = node.items[i];
      if (item.kind == Node::Kind::Map || item.kind == Node::Kind::Null)
        add(item.line, "type", msg("a code or a list of codes is expected"),
            msg("write facet: code or facet: [code, code]"));
      else
        out.emplace(FacetId(node.keys[i]), value(item));
    }
  }

  Value value(const Node& item) {
    if (item.kind == Node::Kind::Scalar) return Value::of_code(item.text);
    CodeSet codes;
    for (const Node& code : item.items) {
      if (code.kind != Node::Kind::Scalar) add(code.line, "type", msg("a code is expected"), msg("write [code, code]"));
      codes.push_back(code.text);
    }
    return Value::of_set(std::move(codes));
  }

  void read_elements(const Node& node, std::vector<ElementReference>& out) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      MapReader map(node.items[i], file_, findings_);
      ElementReference element{ElementId(node.keys[i]), map.one_of("state", kElementStates), {}};
      for (const std::string& fact : map.texts("evidence", Need::May)) element.evidence.emplace_back(fact);
      map.finish();
      out.push_back(std::move(element));
    }
  }

  ActionReference read_actions(const Node& node) {
    MapReader map(node, file_, findings_);
    ActionReference out{sorted(map, "required"), sorted(map, "permitted"), sorted(map, "forbidden")};
    map.finish();
    return out;
  }

  static CodeSet sorted(MapReader& map, std::string_view key) {
    CodeSet codes = map.texts(key);
    std::sort(codes.begin(), codes.end());
    const auto repeat = std::adjacent_find(codes.begin(), codes.end());
    if (repeat != codes.end())
      map.problem(map.line_of(key), "actions", msg("“{code}” stands twice in one list", {{"code", shortened(*repeat)}}),
                  msg("keep one"));
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
  }

  Alternative alternative(const Node& node) {
    Alternative out;
    MapReader map(node, file_, findings_);
    out.facet = FacetId(map.id("facet"));
    const std::string text = map.text("value");
    const Facet* facet = scheme_ == nullptr ? nullptr : scheme_->find(out.facet);
    if (facet != nullptr) {
      auto parsed = Value::parse(facet->shape(), text);
      if (parsed)
        out.value = std::move(*parsed);
      else
        map.problem(map.line_of("value"), "value", parsed.error().what, parsed.error().mend);
    }
    out.credit = map.number("credit");
    out.reason = map.local("reason");
    map.finish();
    return out;
  }

  CriticalError critical_error(const Node& node) {
    MapReader map(node, file_, findings_);
    CriticalError out{map.id("id"),
                      FacetId(map.id("facet")),
                      map.texts("in", Need::May),
                      map.texts("includes", Need::May),
                      map.texts("lacks", Need::May),
                      map.local("message")};
    map.finish();
    return out;
  }

  Panel read_panel(const Node& node) {
    MapReader map(node, file_, findings_);
    Panel out{map.integer("judges", 1, 1000), map.integer("agreed", 0, 1000), map.local("dissent", Need::May)};
    if (out.agreed > out.judges)
      map.problem(map.line_of("agreed"), "value", msg("more judges agreed than there are"),
                  msg("correct one of the two numbers"));
    map.finish();
    return out;
  }

  void read_review(const Node& node, Reference& out) {
    MapReader map(node, file_, findings_);
    out.review_date = map.date("date");
    for (const std::string& code : map.texts("triggers", Need::May)) out.review_triggers.emplace_back(code);
    map.finish();
  }

  const Scheme* scheme_;
  const std::string& file_;
  Findings& findings_;
};

}  // namespace

Reference read_reference(const Node& node, const Scheme* scheme, const std::string& file, Findings& findings) {
  return ReferenceReader(scheme, file, findings).read(node);
}

}  // namespace etalon::scenario
