// etalon check PACK --coverage
#include <algorithm>
#include <ostream>

#include "sim/base/json_writer.h"
#include "sim/base/text.h"
#include "sim/scenario/coverage.h"
#include "sim/scenario/reader.h"
#include "ui/cli/output.h"
#include "ui/cli/pack_questions.h"

namespace etalon::ui::cli {
namespace {

using scenario::Bound;
using scenario::Coverage;
using scenario::CoverageCount;
using scenario::QuotaResult;
using scenario::Tally;

constexpr std::string_view kMatrix = "pillar_by_legality";

std::string wanted(const Bound& bound) {
  const std::string low = std::to_string(bound.low), high = std::to_string(bound.high);
  if (!bound.percent) return ">= " + low;
  return bound.low == bound.high ? low + "%" : low + "% to " + high + "%";
}

std::string unmet(const World& world, const QuotaResult& result) {
  return result.holds ? "" : world.catalogue.tr(result.what) + " (" + world.catalogue.tr(result.mend) + ")";
}

std::string brief(const Tally& tally) {
  return std::to_string(tally.active) + "/" + std::to_string(tally.waiting) + "/" + std::to_string(tally.draft);
}

// The matrix as people read it: a row a pillar, a column for what is decided about legality.
Rows matrix(const Coverage& found) {
  Rows out{{"active/waiting/draft"}, {}};
  for (const CoverageCount& count : found.counts) {
    if (count.dimension != kMatrix) continue;
    const auto parts = split(count.item, '/');
    const std::string pillar(parts.front()), legality(parts.back());
    if (std::find(out.columns.begin(), out.columns.end(), legality) == out.columns.end()) out.columns.push_back(legality);
    if (out.rows.empty() || out.rows.back().front() != Cell(pillar)) out.rows.push_back({pillar});
    out.rows.back().emplace_back(brief(count.tally));
  }
  return out;
}

Rows counts(const Coverage& found) {
  Rows out{{"dimension", "item", "active", "waiting", "draft"}, {}};
  for (const CoverageCount& one : found.counts)
    if (one.dimension != kMatrix)
      out.rows.push_back(
          {one.dimension, one.item, count(one.tally.active), count(one.tally.waiting), count(one.tally.draft)});
  return out;
}

Rows quotas(const Coverage& found) {
  Rows out{{"quota", "item", "wanted", "active", "waiting", "draft", "holds", "would hold"}, {}};
  for (const QuotaResult& one : found.quotas)
    out.rows.push_back({one.name, one.item, wanted(one.bound), count(one.tally.active), count(one.tally.waiting),
                        count(one.tally.draft), one.holds, one.would_hold});
  return out;
}

void print_table(const World& world, const Coverage& found) {
  for (const Rows& rows : {matrix(found), counts(found), quotas(found)}) {
    print(world.out, "table", rows);
    world.out << '\n';
  }
  for (const QuotaResult& one : found.quotas)
    if (!one.holds) world.out << printable(unmet(world, one)) << '\n';
}

// One table, so that a spreadsheet can filter it: first the counts, then the quotas.
void print_csv(const World& world, const Coverage& found) {
  Rows out{{"part", "name", "item", "active", "waiting", "draft", "wanted", "holds", "would_hold", "message"}, {}};
  for (const CoverageCount& one : found.counts)
    out.rows.push_back({"count", one.dimension, one.item, count(one.tally.active), count(one.tally.waiting),
                        count(one.tally.draft), "", "", "", ""});
  for (const QuotaResult& one : found.quotas)
    out.rows.push_back({"quota", one.name, one.item, count(one.tally.active), count(one.tally.waiting),
                        count(one.tally.draft), wanted(one.bound), one.holds, one.would_hold, unmet(world, one)});
  print(world.out, "csv", out);
}

void write_tally(JsonWriter& json, const Tally& tally) {
  json.field("active", tally.active).field("waiting", tally.waiting).field("draft", tally.draft);
}

void write_quota(JsonWriter& json, const World& world, const QuotaResult& one) {
  json.begin_object().field("quota", one.name).field("item", one.item);
  json.field("unit", one.bound.percent ? "percent" : "count").field("low", one.bound.low).key("high");
  one.bound.high == 0 ? json.null() : json.value(one.bound.high);
  write_tally(json, one.tally);
  json.field("of", one.all).field("holds", one.holds).field("would_hold", one.would_hold).key("next").begin_array();
  for (const std::string& id : one.tally.next) json.value(id);
  json.end_array();
  if (!one.holds) json.field("message", world.catalogue.tr(one.what)).field("mend", world.catalogue.tr(one.mend));
  json.end_object();
}

void print_json(const World& world, const Pack& pack, const Coverage& found) {
  JsonWriter json;
  json.begin_object().field("pack", pack.ref.id).field("version", pack.ref.version).field("holds", found.holds());
  json.key("counts").begin_array();
  for (const CoverageCount& one : found.counts) {
    json.begin_object().field("dimension", one.dimension).field("item", one.item);
    write_tally(json, one.tally);
    json.end_object();
  }
  json.end_array().key("quotas").begin_array();
  for (const QuotaResult& one : found.quotas) write_quota(json, world, one);
  json.end_array().end_object();
  world.out << json.text() << '\n';
}

}  // namespace

int show_coverage(const World& world, const std::string& folder, const std::string& format) {
  const auto pack = scenario::read_pack(folder);
  if (!pack) return say(world, pack.error());
  const Coverage found = scenario::coverage(*pack);
  if (format == "json")
    print_json(world, *pack, found);
  else if (format == "csv")
    print_csv(world, found);
  else
    print_table(world, found);
  return found.holds() ? kDone : kCheckFailed;
}

}  // namespace etalon::ui::cli
