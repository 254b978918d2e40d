#include "sim/scenario/dsa_taxonomy.h"

#include <algorithm>
#include <array>

#include "sim/scenario/findings.h"
#include "sim/scenario/nearest.h"

namespace etalon::scenario {
namespace {

constexpr std::string_view kCategory = "STATEMENT_CATEGORY_";
constexpr std::string_view kKeyword = "KEYWORD_";
constexpr std::string_view kOther = "KEYWORD_OTHER";

struct Pair {
  std::string_view category, keyword;  // without the two prefixes
};

// Categories; the one without a keyword of its own takes KEYWORD_OTHER only.
constexpr std::array<std::string_view, 16> kCategories{"ANIMAL_WELFARE",
                                                       "CONSUMER_INFORMATION",
                                                       "CYBER_VIOLENCE",
                                                       "CYBER_VIOLENCE_AGAINST_WOMEN",
                                                       "DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
                                                       "ILLEGAL_OR_HARMFUL_SPEECH",
                                                       "INTELLECTUAL_PROPERTY_INFRINGEMENTS",
                                                       "NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS",
                                                       "NOT_SPECIFIED_NOTICE",
                                                       "OTHER_VIOLATION_TC",
                                                       "PROTECTION_OF_MINORS",
                                                       "RISK_FOR_PUBLIC_SECURITY",
                                                       "SCAMS_AND_FRAUD",
                                                       "SELF_HARM",
                                                       "UNSAFE_AND_PROHIBITED_PRODUCTS",
                                                       "VIOLENCE"};

constexpr std::array<Pair, 67> kPairs{{{"ANIMAL_WELFARE", "ANIMAL_HARM"},
                                       {"ANIMAL_WELFARE", "UNLAWFUL_SALE_ANIMALS"},
                                       {"CONSUMER_INFORMATION", "HIDDEN_ADVERTISEMENT"},
                                       {"CONSUMER_INFORMATION", "INSUFFICIENT_INFORMATION_ON_TRADERS"},
                                       {"CONSUMER_INFORMATION", "MISLEADING_INFO_GOODS_SERVICES"},
                                       {"CONSUMER_INFORMATION", "MISLEADING_INFO_CONSUMER_RIGHTS"},
                                       {"CONSUMER_INFORMATION", "NONCOMPLIANCE_PRICING"},
                                       {"CYBER_VIOLENCE", "CYBER_BULLYING_INTIMIDATION"},
                                       {"CYBER_VIOLENCE", "CYBER_HARASSMENT"},
                                       {"CYBER_VIOLENCE", "CYBER_INCITEMENT"},
                                       {"CYBER_VIOLENCE", "CYBER_STALKING"},
                                       {"CYBER_VIOLENCE", "NON_CONSENSUAL_IMAGE_SHARING"},
                                       {"CYBER_VIOLENCE", "NON_CONSENSUAL_MATERIAL_DEEPFAKE"},
                                       {"CYBER_VIOLENCE_AGAINST_WOMEN", "BULLYING_AGAINST_GIRLS"},
                                       {"CYBER_VIOLENCE_AGAINST_WOMEN", "CYBER_HARASSMENT_AGAINST_WOMEN"},
                                       {"CYBER_VIOLENCE_AGAINST_WOMEN", "CYBER_STALKING_AGAINST_WOMEN"},
                                       {"CYBER_VIOLENCE_AGAINST_WOMEN", "FEMALE_GENDERED_DISINFORMATION"},
                                       {"CYBER_VIOLENCE_AGAINST_WOMEN", "INCITEMENT_AGAINST_WOMEN"},
                                       {"CYBER_VIOLENCE_AGAINST_WOMEN", "NON_CONSENSUAL_IMAGE_SHARING_AGAINST_WOMEN"},
                                       {"CYBER_VIOLENCE_AGAINST_WOMEN", "NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN"},
                                       {"DATA_PROTECTION_AND_PRIVACY_VIOLATIONS", "BIOMETRIC_DATA_BREACH"},
                                       {"DATA_PROTECTION_AND_PRIVACY_VIOLATIONS", "DATA_FALSIFICATION"},
                                       {"DATA_PROTECTION_AND_PRIVACY_VIOLATIONS", "MISSING_PROCESSING_GROUND"},
                                       {"DATA_PROTECTION_AND_PRIVACY_VIOLATIONS", "RIGHT_TO_BE_FORGOTTEN"},
                                       {"ILLEGAL_OR_HARMFUL_SPEECH", "DEFAMATION"},
                                       {"ILLEGAL_OR_HARMFUL_SPEECH", "DISCRIMINATION"},
                                       {"ILLEGAL_OR_HARMFUL_SPEECH", "HATE_SPEECH"},
                                       {"INTELLECTUAL_PROPERTY_INFRINGEMENTS", "COPYRIGHT_INFRINGEMENT"},
                                       {"INTELLECTUAL_PROPERTY_INFRINGEMENTS", "DESIGN_INFRINGEMENT"},
                                       {"INTELLECTUAL_PROPERTY_INFRINGEMENTS", "GEOGRAPHIC_INDICATIONS_INFRINGEMENT"},
                                       {"INTELLECTUAL_PROPERTY_INFRINGEMENTS", "PATENT_INFRINGEMENT"},
                                       {"INTELLECTUAL_PROPERTY_INFRINGEMENTS", "TRADE_SECRET_INFRINGEMENT"},
                                       {"INTELLECTUAL_PROPERTY_INFRINGEMENTS", "TRADEMARK_INFRINGEMENT"},
                                       {"NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS", "MISINFORMATION_DISINFORMATION"},
                                       {"NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS", "VIOLATION_EU_LAW"},
                                       {"NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS", "VIOLATION_NATIONAL_LAW"},
                                       {"OTHER_VIOLATION_TC", "ADULT_SEXUAL_MATERIAL"},
                                       {"OTHER_VIOLATION_TC", "AGE_SPECIFIC_RESTRICTIONS"},
                                       {"OTHER_VIOLATION_TC", "GEOGRAPHICAL_REQUIREMENTS"},
                                       {"OTHER_VIOLATION_TC", "GOODS_SERVICES_NOT_PERMITTED"},
                                       {"OTHER_VIOLATION_TC", "LANGUAGE_REQUIREMENTS"},
                                       {"OTHER_VIOLATION_TC", "NUDITY"},
                                       {"PROTECTION_OF_MINORS", "AGE_SPECIFIC_RESTRICTIONS_MINORS"},
                                       {"PROTECTION_OF_MINORS", "CHILD_SEXUAL_ABUSE_MATERIAL"},
                                       {"PROTECTION_OF_MINORS", "CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE"},
                                       {"PROTECTION_OF_MINORS", "GROOMING_SEXUAL_ENTICEMENT_MINORS"},
                                       {"PROTECTION_OF_MINORS", "UNSAFE_CHALLENGES"},
                                       {"RISK_FOR_PUBLIC_SECURITY", "ILLEGAL_ORGANIZATIONS"},
                                       {"RISK_FOR_PUBLIC_SECURITY", "RISK_ENVIRONMENTAL_DAMAGE"},
                                       {"RISK_FOR_PUBLIC_SECURITY", "RISK_PUBLIC_HEALTH"},
                                       {"RISK_FOR_PUBLIC_SECURITY", "TERRORIST_CONTENT"},
                                       {"SCAMS_AND_FRAUD", "IMPERSONATION_ACCOUNT_HIJACKING"},
                                       {"SCAMS_AND_FRAUD", "INAUTHENTIC_ACCOUNTS"},
                                       {"SCAMS_AND_FRAUD", "INAUTHENTIC_LISTINGS"},
                                       {"SCAMS_AND_FRAUD", "INAUTHENTIC_USER_REVIEWS"},
                                       {"SCAMS_AND_FRAUD", "PHISHING"},
                                       {"SCAMS_AND_FRAUD", "PYRAMID_SCHEMES"},
                                       {"SELF_HARM", "CONTENT_PROMOTING_EATING_DISORDERS"},
                                       {"SELF_HARM", "SELF_MUTILATION"},
                                       {"SELF_HARM", "SUICIDE"},
                                       {"UNSAFE_AND_PROHIBITED_PRODUCTS", "PROHIBITED_PRODUCTS"},
                                       {"UNSAFE_AND_PROHIBITED_PRODUCTS", "UNSAFE_PRODUCTS"},
                                       {"VIOLENCE", "COORDINATED_HARM"},
                                       {"VIOLENCE", "INCITEMENT_VIOLENCE_HATRED"},
                                       {"VIOLENCE", "HUMAN_EXPLOITATION"},
                                       {"VIOLENCE", "HUMAN_TRAFFICKING"},
                                       {"VIOLENCE", "TRAFFICKING_WOMEN_GIRLS"}}};

// Identifiers of the first version of the database, and where their statements go now.
constexpr std::array<Pair, 4> kOld{{{"NON_CONSENSUAL_BEHAVIOUR", "CYBER_VIOLENCE"},
                                    {"PORNOGRAPHY_OR_SEXUALIZED_CONTENT", "OTHER_VIOLATION_TC"},
                                    {"SCOPE_OF_PLATFORM_SERVICE", "OTHER_VIOLATION_TC"},
                                    {"UNSAFE_AND_ILLEGAL_PRODUCTS", "UNSAFE_AND_PROHIBITED_PRODUCTS"}}};

std::string with(std::string_view prefix, std::string_view id) { return std::string(prefix) + std::string(id); }

std::optional<DsaProblem> category_problem(std::string_view category) {
  std::vector<std::string> known;
  for (const std::string_view id : kCategories) known.push_back(with(kCategory, id));
  if (std::find(known.begin(), known.end(), category) != known.end()) return std::nullopt;
  const auto old =
      std::find_if(kOld.begin(), kOld.end(), [&](const Pair& pair) { return with(kCategory, pair.category) == category; });
  if (old != kOld.end())
    return DsaProblem{false,
                      msg("“{id}” is an identifier of the first version of the database", {{"id", std::string(category)}}),
                      msg("write {id}", {{"id", with(kCategory, old->keyword)}})};
  return DsaProblem{false, msg("the DSA database has no category “{id}”", {{"id", shortened(category)}}),
                    suggestion(category, known)};
}

}  // namespace

std::optional<DsaProblem> dsa_problem(std::string_view category, std::string_view keyword) {
  if (category.empty() || keyword.empty()) return std::nullopt;
  if (auto wrong = category_problem(category)) return wrong;
  if (keyword == kOther) return std::nullopt;
  std::vector<std::string> here{std::string(kOther)};
  for (const Pair& pair : kPairs)
    if (with(kCategory, pair.category) == category) here.push_back(with(kKeyword, pair.keyword));
  if (std::find(here.begin(), here.end(), keyword) != here.end()) return std::nullopt;
  return DsaProblem{true,
                    msg("the category {category} has no keyword “{id}”",
                        {{"category", std::string(category)}, {"id", shortened(keyword)}}),
                    suggestion(keyword, here)};
}

}  // namespace etalon::scenario
