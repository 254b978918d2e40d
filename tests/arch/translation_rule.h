// Every sentence that a person reads stands in every catalogue.
#pragma once

#include <set>

#include "tests/arch/source_tree.h"

namespace etalon::arch {

struct Key {
  std::string text;    // the English sentence, as the catalogue's msgid
  std::string plural;  // empty: it has none
  std::string file;
  int line = 0;
};

// The literals given to tr(…), msg(…) and plural(…, …); adjacent literals are one.
std::vector<Key> keys_of(const SourceFile& file);

struct PoEntry {
  std::string id, plural;
  std::vector<std::string> translations;
  bool fuzzy = false;
  int line = 0;
};

// The entries of a .po file but the header and what is commented out.
std::vector<PoEntry> po_entries(std::string_view text);

// Keys that the catalogue lacks, has as fuzzy, leaves empty, or translates with other {places}.
Findings check_catalogue(const SourceFile& po, const std::vector<Key>& keys);

// In ui/views: literals that read like words for people and are not given to tr or plural.
Findings check_view_literals(const SourceFile& file);

}  // namespace etalon::arch
