#include "sim/scenario/answers.h"

#include <algorithm>

#include "sim/base/csv.h"
#include "sim/base/file.h"
#include "sim/base/text.h"
#include "sim/domain/session.h"
#include "sim/scenario/answer_rows.h"
#include "sim/scenario/findings.h"
#include "sim/scenario/known_codes.h"
#include "sim/scenario/lint/lint.h"
#include "sim/scenario/nearest.h"

namespace etalon::scenario {
namespace {

constexpr std::uint64_t kAnswersLimit = 50'000'000;  // bytes
constexpr std::size_t kMostRefused = 1000;           // scenarios; then the file is taken for another one

class AnswersReader {
 public:
  AnswersReader(std::string file, const Pack& pack)
      : file_(std::move(file)), pack_(pack), known_(pack.scheme, pack.catalogue) {}

  Result<AnswersFile> read(std::string_view bytes) {
    CsvReader csv(bytes, file_);
    auto header = csv.next();
    if (!header) return fail(header.error());
    if (!*header)
      return fail(ErrorKind::Input, msg("the file is empty"), msg("its first line names the columns scenario,facet,value"),
                  {file_, 1});
    auto columns = read_columns(**header, file_);
    if (!columns) return fail(columns.error());
    if (auto ok = read_rows(csv, *columns); !ok) return fail(ok.error());
    return finish();
  }

 private:
  Result<void> read_rows(CsvReader& csv, const Columns& columns) {
    for (;;) {
      auto row = csv.next();
      if (!row) return fail(row.error());
      if (!*row) return {};
      take(**row, columns);
      if (refused_.size() > kMostRefused)
        return fail(ErrorKind::Input,
                    msg("more than {limit} scenarios are refused", {{"limit", std::to_string(kMostRefused)}}),
                    msg("check that the file belongs to this pack"), {file_, (*row)->line});
    }
  }

  void take(const CsvRow& cells, const Columns& columns) {
    const AnswerRow row = read_row(cells, columns);
    if (refused_.count(row.scenario) > 0) return;
    const Scenario* scenario = pack_.find(ScenarioId(row.scenario));
    if (scenario == nullptr)
      return refuse(row.scenario, row.line, msg("the pack has no scenario “{id}”", {{"id", shortened(row.scenario)}}),
                    suggestion(row.scenario, scenario_ids()));
    const auto [entry, is_new] = drafts_.try_emplace(row.scenario, *scenario, row.line);
    if (is_new) order_.push_back(row.scenario);
    if (const auto problem = entry->second.add(row, cells.cells.size(), columns, pack_.scheme))
      refuse(row.scenario, row.line, problem->what, problem->mend);
  }

  std::vector<std::string> scenario_ids() const {
    std::vector<std::string> out;
    for (const Scenario& scenario : pack_.scenarios) out.push_back(scenario.id.value);
    return out;
  }

  void refuse(std::string scenario, int line, Message what, Message mend) {
    Message told = msg("scenario {scenario}: {problem}", {{"scenario", shortened(scenario)}, {"problem", english(what)}});
    drafts_.erase(scenario);
    refused_.emplace(std::move(scenario), Error{ErrorKind::Input, std::move(told), std::move(mend), {file_, line}});
  }

  Result<AnswersFile> finish() {
    AnswersFile out;
    for (const std::string& id : order_)
      if (const auto draft = drafts_.find(id); draft != drafts_.end()) judge(id, draft->second, out);
    for (auto& entry : refused_) out.refused.push_back(std::move(entry.second));
    std::stable_sort(out.refused.begin(), out.refused.end(),
                     [](const Error& a, const Error& b) { return a.where.line < b.where.line; });
    if (out.good.empty() && out.refused.empty())
      return fail(ErrorKind::Input, msg("the file holds no answer"), msg("add a row a facet below the header"), {file_, 0});
    return out;
  }

  // Whether the values go together; only now are all of them known.
  void judge(const std::string& id, AnswerDraft& draft, AnswersFile& out) {
    ScenarioAnswers& answers = draft.answers;
    if (const auto ok = lint::check_free_text(answers.rationale); !ok)
      return refuse(id, answers.line, ok.error().what, ok.error().mend);
    const Values effective = pack_.scheme.effective(answers.values);
    const Scenario* scenario = pack_.find(ScenarioId(id));
    const std::string day = scenario == nullptr ? std::string() : scenario->law_as_of;
    for (const auto& [facet, value] : answers.values) {
      const int given = draft.lines.at(facet);
      const int line = given > 0 ? given : answers.line;
      if (const auto ok = known_.check(*pack_.scheme.find(facet), value, answers.values, day); !ok)
        return refuse(id, line, ok.error().what, ok.error().mend);
      if (effective.count(facet) == 0)
        return refuse(id, line, msg("the facet “{facet}” is not asked after these answers", {{"facet", facet.value}}),
                      msg("remove the row, or correct the answers it hangs on"));
    }
    if (const auto lacking = missing(pack_, answers.values, day); !lacking.empty()) {
      std::vector<std::string> names;
      for (const FacetId& facet : lacking) names.push_back(facet.value);
      return refuse(id, answers.line, msg("no complete answer to: {facets}", {{"facets", join(names, ", ")}}),
                    msg("add a row for each"));
    }
    out.good.push_back(std::move(answers));
  }

  std::string file_;
  const Pack& pack_;
  KnownCodes known_;
  std::vector<std::string> order_;
  std::map<std::string, AnswerDraft> drafts_;
  std::map<std::string, Error> refused_;
};

}  // namespace

Result<AnswersFile> read_answers(const std::filesystem::path& path, const Pack& pack) {
  auto bytes = read_file(path, kAnswersLimit);
  if (!bytes) return fail(bytes.error());
  return AnswersReader(path.string(), pack).read(*bytes);
}

}  // namespace etalon::scenario
