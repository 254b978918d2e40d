// The journal: the append-only, hash-chained record of events, and the read tables that follow from it, in one SQLite
// file. The only truth of the product, and the only SQL of the project. docs/journal-format.md describes the file.
#pragma once

#include <filesystem>
#include <memory>

#include "sim/domain/ports.h"
#include "sim/journal/maintenance.h"

namespace etalon::journal {

enum class OpenMode {
  ReadWrite,  // created where there is none, with its folder; an older layout is migrated
  ReadOnly,   // nothing is created or changed; append() is refused (Usage)
};

// How long another program may hold the journal before we say so.
inline constexpr int kWaitMs = 3000;

// Opening takes the same time however long the journal is: only the last record is checked, verify() checks them all.
//
// Errors of open() and of every method: Input (not a journal, or one of a newer Étalon), Environment (locked longer
// than kWaitMs, disk full, disk error, read-only, damaged). After an error the journal is as it was before the call:
// a batch is recorded whole or not at all. Several programs may use one journal at once, and several threads one
// Journal.
class Journal final : public Store {
 public:
  static Result<std::unique_ptr<Journal>> open(const std::filesystem::path& path, OpenMode mode = OpenMode::ReadWrite);
  ~Journal() override;
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  const std::filesystem::path& path() const;

  // The new head. On disk when it returns: a power cut after that loses nothing of it.
  Result<Head> append(const std::vector<StreamAppend>& batch) override;
  // Empty for a stream that nobody has written to. Every record is checked against its hash.
  Result<std::vector<StoredEvent>> load(const StreamId& stream) override;
  Result<Head> head() override;
  Result<std::vector<SessionRow>> sessions(const std::optional<AnalystId>& analyst) override;
  Result<std::vector<DecisionRow>> decisions(const DecisionFilter& filter) override;
  Result<std::vector<CalibrationRow>> calibrations() override;
  Result<std::vector<AnalystId>> analysts() override;  // those with a session, sorted
  // Durable when it returns; a pack that is kept already costs one look.
  Result<void> keep_pack(const Hash& pack, const PackContent& content) override;
  Result<std::optional<PackContent>> kept_pack(const Hash& pack) override;

 private:
  struct Parts;
  explicit Journal(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace etalon::journal
