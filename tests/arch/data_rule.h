// Rules about what is not C++: scenario texts, documents, the list of packages.
#pragma once

#include "tests/arch/source_tree.h"

namespace etalon::arch {

// In YAML: every French text has its English one right after it, neither is empty, both mark the same facts.
Findings check_both_languages(const SourceFile& yaml);

// In Markdown: links to files and headings that do not exist, and `paths/of the tree` in code marks that do not.
Findings check_links(const SourceFile& markdown, const std::vector<SourceFile>& files);

struct Package {
  std::string section, name, purpose;
  int line = 0;
};

std::vector<Package> packages_of(std::string_view list);
// Packages named twice or without a purpose, sections that nobody installs.
Findings check_packages(const SourceFile& list);
// Debian packages that CMake names where a part is missing, but the list does not hold.
Findings check_parts(const SourceFile& cmake, const std::vector<Package>& packages);

}  // namespace etalon::arch
