#include "sim/scenario/dsa_taxonomy.h"

#include <algorithm>
#include <array>

#include "sim/base/text.h"
#include "sim/scenario/findings.h"
#include "sim/scenario/nearest.h"

namespace etalon::scenario {
namespace {

constexpr std::string_view kCategory = "STATEMENT_CATEGORY_";
constexpr std::string_view kKeyword = "KEYWORD_";
constexpr std::string_view kOther = "KEYWORD_OTHER";

struct Group {
  std::string_view category;  // without its prefix, as all identifiers here
  std::string_view keywords;  // its own, apart from OTHER
};

constexpr std::array<Group, 16> kGroups{{
    {"ANIMAL_WELFARE", "ANIMAL_HARM UNLAWFUL_SALE_ANIMALS"},
    {"CONSUMER_INFORMATION",
     "HIDDEN_ADVERTISEMENT INSUFFICIENT_INFORMATION_ON_TRADERS MISLEADING_INFO_GOODS_SERVICES MISLEADING_INFO_CONSUMER_RIGHTS NONCOMPLIANCE_PRICING"},
    {"CYBER_VIOLENCE",
     "CYBER_BULLYING_INTIMIDATION CYBER_HARASSMENT CYBER_INCITEMENT CYBER_STALKING NON_CONSENSUAL_IMAGE_SHARING NON_CONSENSUAL_MATERIAL_DEEPFAKE"},
    {"CYBER_VIOLENCE_AGAINST_WOMEN",
     "BULLYING_AGAINST_GIRLS CYBER_HARASSMENT_AGAINST_WOMEN CYBER_STALKING_AGAINST_WOMEN FEMALE_GENDERED_DISINFORMATION INCITEMENT_AGAINST_WOMEN NON_CONSENSUAL_IMAGE_SHARING_AGAINST_WOMEN NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN"},
    {"DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
     "BIOMETRIC_DATA_BREACH DATA_FALSIFICATION MISSING_PROCESSING_GROUND RIGHT_TO_BE_FORGOTTEN"},
    {"ILLEGAL_OR_HARMFUL_SPEECH", "DEFAMATION DISCRIMINATION HATE_SPEECH"},
    {"INTELLECTUAL_PROPERTY_INFRINGEMENTS",
     "COPYRIGHT_INFRINGEMENT DESIGN_INFRINGEMENT GEOGRAPHIC_INDICATIONS_INFRINGEMENT PATENT_INFRINGEMENT TRADE_SECRET_INFRINGEMENT TRADEMARK_INFRINGEMENT"},
    {"NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS",
     "MISINFORMATION_DISINFORMATION VIOLATION_EU_LAW VIOLATION_NATIONAL_LAW"},
    {"NOT_SPECIFIED_NOTICE", ""},
    {"OTHER_VIOLATION_TC",
     "ADULT_SEXUAL_MATERIAL AGE_SPECIFIC_RESTRICTIONS GEOGRAPHICAL_REQUIREMENTS GOODS_SERVICES_NOT_PERMITTED LANGUAGE_REQUIREMENTS NUDITY"},
    {"PROTECTION_OF_MINORS",
     "AGE_SPECIFIC_RESTRICTIONS_MINORS CHILD_SEXUAL_ABUSE_MATERIAL CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE GROOMING_SEXUAL_ENTICEMENT_MINORS UNSAFE_CHALLENGES"},
    {"RISK_FOR_PUBLIC_SECURITY", "ILLEGAL_ORGANIZATIONS RISK_ENVIRONMENTAL_DAMAGE RISK_PUBLIC_HEALTH TERRORIST_CONTENT"},
    {"SCAMS_AND_FRAUD",
     "IMPERSONATION_ACCOUNT_HIJACKING INAUTHENTIC_ACCOUNTS INAUTHENTIC_LISTINGS INAUTHENTIC_USER_REVIEWS PHISHING PYRAMID_SCHEMES"},
    {"SELF_HARM", "CONTENT_PROMOTING_EATING_DISORDERS SELF_MUTILATION SUICIDE"},
    {"UNSAFE_AND_PROHIBITED_PRODUCTS", "PROHIBITED_PRODUCTS UNSAFE_PRODUCTS"},
    {"VIOLENCE", "COORDINATED_HARM INCITEMENT_VIOLENCE_HATRED HUMAN_EXPLOITATION HUMAN_TRAFFICKING TRAFFICKING_WOMEN_GIRLS"},
}};

struct Renamed {
  std::string_view old, now;
};

// Identifiers of the first version of the database, and where their statements go now.
constexpr std::array<Renamed, 4> kOld{{{"NON_CONSENSUAL_BEHAVIOUR", "CYBER_VIOLENCE"},
                                       {"PORNOGRAPHY_OR_SEXUALIZED_CONTENT", "OTHER_VIOLATION_TC"},
                                       {"SCOPE_OF_PLATFORM_SERVICE", "OTHER_VIOLATION_TC"},
                                       {"UNSAFE_AND_ILLEGAL_PRODUCTS", "UNSAFE_AND_PROHIBITED_PRODUCTS"}}};

std::string with(std::string_view prefix, std::string_view id) { return std::string(prefix) + std::string(id); }

std::optional<DsaProblem> category_problem(std::string_view category) {
  std::vector<std::string> known;
  for (const Group& group : kGroups) known.push_back(with(kCategory, group.category));
  if (std::find(known.begin(), known.end(), category) != known.end()) return std::nullopt;
  const auto old =
      std::find_if(kOld.begin(), kOld.end(), [&](const Renamed& one) { return with(kCategory, one.old) == category; });
  if (old != kOld.end())
    return DsaProblem{false,
                      msg("“{id}” is an identifier of the first version of the database", {{"id", std::string(category)}}),
                      msg("write {id}", {{"id", with(kCategory, old->now)}})};
  return DsaProblem{false, msg("the DSA database has no category “{id}”", {{"id", shortened(category)}}),
                    suggestion(category, known)};
}

}  // namespace

std::optional<DsaProblem> dsa_problem(std::string_view category, std::string_view keyword) {
  if (category.empty() || keyword.empty()) return std::nullopt;
  if (auto wrong = category_problem(category)) return wrong;
  if (keyword == kOther) return std::nullopt;
  std::vector<std::string> here{std::string(kOther)};
  for (const Group& group : kGroups)
    if (with(kCategory, group.category) == category && !group.keywords.empty())
      for (const std::string_view own : split(group.keywords, ' ')) here.push_back(with(kKeyword, own));
  if (std::find(here.begin(), here.end(), keyword) != here.end()) return std::nullopt;
  return DsaProblem{true,
                    msg("the category {category} has no keyword “{id}”",
                        {{"category", std::string(category)}, {"id", shortened(keyword)}}),
                    suggestion(keyword, here)};
}

}  // namespace etalon::scenario
