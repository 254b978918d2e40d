// Writes a consistency report. Computes nothing: every number is in the report, here it only gets a shape.
#pragma once

#include <functional>
#include <string>

#include "sim/analysis/consistency_report.h"

namespace etalon::report {

// The sentence in the reader's language, its values filled in.
using Translator = std::function<std::string(const Message&)>;
inline std::string in_english(const Message& message) { return english(message); }

// JSON: complete, keys in a fixed order, numbers unrounded, sentences in English, labels in both languages.
std::string to_json(const analysis::ConsistencyReport& report);

// CSV, one row a measure: section,facet,measure,value,low,high,n,status,reason. Numbers unrounded, reasons in
// English. No spreadsheet runs a cell as a formula.
std::string to_csv(const analysis::ConsistencyReport& report);

// One page that stands alone: no script, nothing loaded from anywhere, light and dark, ready to print. Whatever comes
// from a pack or a person is escaped.
std::string to_html(const analysis::ConsistencyReport& report, Language language, const Translator& translate);

}  // namespace etalon::report
