#include "sim/scenario/check_catalogue.h"

#include <algorithm>
#include <map>
#include <set>

#include "sim/domain/scheme.h"
#include "sim/scenario/nearest.h"

namespace etalon::scenario {
namespace {

bool overlap(const Offence& a, const Offence& b) {
  const auto ends_before = [](const Offence& one, const Offence& other) {
    return !one.valid_to.empty() && !other.valid_from.empty() && one.valid_to < other.valid_from;
  };
  return !ends_before(a, b) && !ends_before(b, a);
}

class CatalogueCheck {
 public:
  CatalogueCheck(const Catalogue& catalogue, const Node& root, const std::string& file, Findings& findings)
      : catalogue_(catalogue), root_(root), file_(file), findings_(findings) {}

  void run() {
    for (const Offence& offence : catalogue_.offences) codes_.insert(offence.code.value);
    check_wordings();
    for (std::size_t i = 0; i < catalogue_.offences.size(); ++i) check_offence(catalogue_.offences[i], item("offences", i));
    check_versions();
    check_look_alikes();
    check_confusions();
  }

 private:
  const Node& item(std::string_view list, std::size_t i) const { return root_.find(list)->items[i]; }

  void add(int line, std::string_view rule, Message what, Message mend) {
    findings_.add({file_, line}, rule, std::move(what), std::move(mend));
  }

  void check_code(const std::string& code, int line) {
    if (codes_.count(code) == 0)
      add(line, "unknown-id", msg("the catalogue has no offence “{id}”", {{"id", shortened(code)}}),
          suggestion(code, {codes_.begin(), codes_.end()}));
  }

  // The wordings of one code belong to one family and never hold on the same day.
  void check_wordings() {
    std::map<OffenceCode, std::vector<const Offence*>> earlier;
    for (std::size_t i = 0; i < catalogue_.offences.size(); ++i) {
      const Offence& offence = catalogue_.offences[i];
      std::vector<const Offence*>& others = earlier[offence.code];
      const auto same_days = [&](const Offence* other) { return overlap(*other, offence); };
      const auto other_family = [&](const Offence* other) { return other->family != offence.family; };
      if (std::any_of(others.begin(), others.end(), same_days))
        add(line_at(item("offences", i), {"code"}), "duplicate-id",
            msg("the offence “{id}” stands twice for the same days", {{"id", shortened(offence.code.value)}}),
            msg("give the two wordings days that do not overlap, or another code"));
      if (std::any_of(others.begin(), others.end(), other_family))
        add(line_at(item("offences", i), {"family"}), "value",
            msg("the wordings of {code} have different families", {{"code", shortened(offence.code.value)}}),
            msg("give them one family"));
      others.push_back(&offence);
    }
  }

  void check_offence(const Offence& offence, const Node& node) {
    if (offence.code.value == kNoOffence)
      add(line_at(node, {"code"}), "value", msg("NONE is reserved for “no offence”"), msg("choose another code"));
    for (std::size_t n = 0; n < offence.neighbours.size(); ++n)
      check_code(offence.neighbours[n].code.value, node.find("neighbours")->items[n].line);
    const auto preferred =
        std::count_if(offence.dsa.begin(), offence.dsa.end(), [](const DsaTag& tag) { return tag.preferred; });
    if (node.find("dsa") != nullptr && preferred != 1)
      add(line_at(node, {"dsa"}), "dsa",
          msg("{count} of the offence’s DSA entries are preferred", {{"count", std::to_string(preferred)}}),
          msg("list at least one, and prefer exactly one"));
  }

  void check_versions() {
    const auto& versions = catalogue_.versions;
    for (std::size_t i = 0; i < versions.size(); ++i) {
      const Node& node = item("versions", i);
      if (i > 0 && versions[i].version <= versions[i - 1].version)
        add(line_at(node, {"version"}), "value", msg("the version is not later than the one before it"),
            msg("list the versions oldest first"));
      for (const OffenceCode& code : versions[i].changed) check_code(code.value, line_at(node, {"changed"}));
    }
    if (root_.find("versions") != nullptr && (versions.empty() || versions.back().version != catalogue_.version))
      add(line_at(root_, {"versions"}), "value", msg("the last of the versions is not the catalogue’s own"),
          msg("end the list with {version}", {{"version", shortened(catalogue_.version)}}));
  }

  void check_look_alikes() {
    std::set<LookAlikeId> seen;
    for (std::size_t i = 0; i < catalogue_.look_alikes.size(); ++i)
      if (!seen.insert(catalogue_.look_alikes[i].id).second)
        add(line_at(item("look_alikes", i), {"id"}), "duplicate-id",
            msg("the look-alike “{id}” stands twice", {{"id", shortened(catalogue_.look_alikes[i].id.value)}}),
            msg("give each its own id"));
  }

  void check_confusions() {
    std::set<ConfusionId> seen;
    for (std::size_t i = 0; i < catalogue_.confusions.size(); ++i) {
      const Confusion& confusion = catalogue_.confusions[i];
      const Node& node = item("confusions", i);
      if (!seen.insert(confusion.id).second)
        add(line_at(node, {"id"}), "duplicate-id",
            msg("the confusion pair “{id}” stands twice", {{"id", shortened(confusion.id.value)}}),
            msg("give each its own id"));
      if (node.find("sides") != nullptr && (confusion.sides.size() < 2 || confusion.sides.size() > 26))
        add(line_at(node, {"sides"}), "value", msg("a confusion pair has two sides or more, at most 26"),
            msg("list what is confused, one side each"));
      for (std::size_t s = 0; s < confusion.sides.size(); ++s)
        check_side(confusion.sides[s], node.find("sides")->items[s].line);
    }
  }

  void check_side(const ConfusionSide& side, int line) {
    if (side.offences.empty() && side.look_alikes.empty())
      add(line, "missing", msg("the side has neither an offence nor a look-alike"), msg("list at least one"));
    for (const OffenceCode& code : side.offences) check_code(code.value, line);
    std::vector<std::string> known;
    for (const LookAlike& each : catalogue_.look_alikes) known.push_back(each.id.value);
    for (const LookAlikeId& id : side.look_alikes)
      if (catalogue_.find(id) == nullptr)
        add(line, "unknown-id", msg("the catalogue has no look-alike “{id}”", {{"id", shortened(id.value)}}),
            suggestion(id.value, known));
  }

  const Catalogue& catalogue_;
  const Node& root_;
  const std::string& file_;
  Findings& findings_;
  std::set<std::string> codes_;
};

}  // namespace

void check_catalogue(const Catalogue& catalogue, const Node& root, const std::string& file, Findings& findings) {
  if (root.kind == Node::Kind::Map) CatalogueCheck(catalogue, root, file, findings).run();
}

}  // namespace etalon::scenario
