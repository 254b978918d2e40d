#include "sim/scenario/pack_file.h"

#include <gtest/gtest.h>

#include "sim/base/file.h"
#include "tests/unit/sim/scenario/temp_pack.h"

namespace etalon::scenario {
namespace {

SecretKey key_of(std::uint64_t seed) {
  SeededRng rng(seed);
  return SecretKey::draw(rng);
}

class PackInOneFile : public testing::Test {
 protected:
  void SetUp() override {
    pack_ = *check_pack(folder_.folder()).pack;
    reviewers_ = {{one_.public_key(), "REV-01"}, {two_.public_key(), "REV-02"}, {author_.public_key(), "AUTEUR-01"}};
  }
  ReviewerSignature signed_by(const SecretKey& key, const std::string& name) const {
    return sign(pack_.ref, *pack_.content, name, key);
  }
  std::string both_signed() const {
    return to_pack_file(pack_.ref, *pack_.content, {signed_by(one_, "rev-01"), signed_by(two_, "rev-02")});
  }
  CheckedPack check(const std::string& bytes) const {
    folder_.write("it.etalonpack", bytes);
    return check_pack(folder_.folder() / "it.etalonpack", reviewers_);
  }
  std::string refusal(const std::string& bytes) const {
    const auto file = from_pack_file(bytes, "f");
    return file ? std::string() : english(file.error().message);
  }
  // The block as it stands in the file: its length, then itself.
  static std::string block(const std::string& text) {
    std::string out(8, '\0');
    for (std::size_t i = 0; i < 8; ++i) out[i] = static_cast<char>(text.size() >> (8 * i));
    return out + text;
  }
  static std::string with_manifest(const std::string& manifest) { return "ETALPAK1" + block(manifest); }
  static std::string entry(const std::string& path, const std::string& bytes = "0") {
    return R"({"path":")" + path + R"(","bytes":)" + bytes + R"(,"blake2b":")" + hex(etalon::hash_of("")) + R"("})";
  }
  static std::string files(const std::string& entries) {
    return R"({"format":1,"id":"p","version":"1","files":[)" + entries + "]}";
  }

  const TempPack folder_;
  const SecretKey one_ = key_of(1), two_ = key_of(2), author_ = key_of(3), stranger_ = key_of(4);
  Pack pack_;
  Reviewers reviewers_;
};

TEST_F(PackInOneFile, is_the_same_pack_as_its_folder) {
  const CheckedPack checked = check(both_signed());
  ASSERT_TRUE(checked.pack);
  EXPECT_TRUE(checked.findings.empty());
  EXPECT_EQ(checked.pack->ref, pack_.ref);
  EXPECT_EQ(*checked.pack->content, *pack_.content);
  EXPECT_EQ(checked.pack->status, PackStatus::Trusted);
}

TEST_F(PackInOneFile, has_the_same_bytes_whatever_the_order_of_the_signatures) {
  EXPECT_EQ(both_signed(), to_pack_file(pack_.ref, *pack_.content, {signed_by(two_, "REV-02"), signed_by(one_, "REV-01")}));
}

TEST_F(PackInOneFile, with_any_changed_byte_is_a_draft_or_no_pack_at_all) {
  const std::string good = both_signed();
  for (std::size_t at = 0; at < good.size(); at += 37) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    const CheckedPack checked = check(bytes);
    if (checked.pack) { EXPECT_EQ(checked.pack->status, PackStatus::Draft) << at; }
    if (!checked.pack) { EXPECT_FALSE(checked.findings.empty()) << at; }
  }
}

TEST_F(PackInOneFile, cut_off_anywhere_is_refused) {
  const std::string good = both_signed();
  for (std::size_t length = 0; length < good.size(); length += 13) EXPECT_NE(refusal(good.substr(0, length)), "") << length;
  EXPECT_EQ(refusal(good.substr(0, good.size() - 1)), "the file is cut off");
}

TEST_F(PackInOneFile, names_the_file_that_was_changed) {
  std::string bytes = both_signed();
  bytes[bytes.find("CC-BY-4.0") + 6] = '3';
  const CheckedPack checked = check(bytes);
  ASSERT_TRUE(checked.pack);
  ASSERT_EQ(checked.findings.size(), 1U);
  EXPECT_EQ(checked.findings.front().rule, "changed");
  EXPECT_TRUE(checked.findings.front().where.file.ends_with("it.etalonpack/scenarios/S1.yaml"));
}

TEST_F(PackInOneFile, refuses_what_is_hostile) {
  EXPECT_EQ(refusal(both_signed() + "x"), "something stands after its end");
  EXPECT_EQ(refusal("PK\x03\x04"), "is neither a folder nor a pack in one file");
  EXPECT_EQ(refusal("ETALPAK1" + std::string(8, '\xff')), "a block is longer than 2097152 bytes");
  for (const char* path : {"../x", "/etc/x", "a/../../x", "a//b", "./a", "a\\\\b", "", "a/"})
    EXPECT_NE(refusal(with_manifest(files(entry(path)))).find("leaves the pack"), std::string::npos) << path;
  EXPECT_NE(refusal(with_manifest(files(entry("a") + "," + entry("a")))).find("twice or out of order"), std::string::npos);
  EXPECT_NE(refusal(with_manifest(files(entry("b") + "," + entry("a")))).find("twice or out of order"), std::string::npos);
  EXPECT_NE(refusal(with_manifest(files(entry("a", "18446744073709551615")))).find("longer than"), std::string::npos);
  EXPECT_NE(refusal(with_manifest(files(entry("a", "9223372036854775807") + "," + entry("b", "9223372036854775807")))), "");
  EXPECT_NE(refusal(with_manifest(files(entry("a", "-1")))), "");
  EXPECT_NE(refusal(with_manifest(" " + files(entry("a")))).find("not written as"), std::string::npos);
  EXPECT_NE(refusal(with_manifest(files(entry("a")) + "{}")), "");
  EXPECT_NE(refusal(with_manifest(std::string(1'000'000, '['))), "");
  EXPECT_NE(refusal(with_manifest("\xff")), "");
}

TEST_F(PackInOneFile, refuses_a_file_that_its_manifest_does_not_name) {
  PackContent more = *pack_.content;
  more["readme.txt"] = "x";
  const CheckedPack checked = check(to_pack_file(pack_.ref, more, {}));
  EXPECT_FALSE(checked.pack);
  ASSERT_EQ(checked.findings.size(), 1U);
  EXPECT_EQ(checked.findings.front().rule, "pack-file");
}

TEST_F(PackInOneFile, may_lack_no_file_of_its_manifest) {
  PackContent less = *pack_.content;
  less.erase("scheme.yaml");
  const CheckedPack checked = check(to_pack_file(pack_.ref, less, {}));
  EXPECT_FALSE(checked.pack);
  EXPECT_TRUE(checked.findings.front().where.file.ends_with("it.etalonpack/scheme.yaml"));
}

class Trust : public PackInOneFile {
 protected:
  PackTrust of(std::vector<ReviewerSignature> signatures) const {
    return trust_in(pack_, std::move(signatures), reviewers_);
  }
  Standing standing(const ReviewerSignature& signature) const { return of({signature}).signatures.front().standing; }
};

TEST_F(Trust, takes_two_reviewers) {
  EXPECT_EQ(of({}).status(), PackStatus::Draft);
  EXPECT_EQ(of({signed_by(one_, "REV-01")}).status(), PackStatus::Draft);
  EXPECT_EQ(of({signed_by(one_, "REV-01"), signed_by(two_, "REV-02")}).status(), PackStatus::Trusted);
}

TEST_F(Trust, counts_a_reviewer_once) {
  EXPECT_EQ(of({signed_by(one_, "REV-01"), signed_by(one_, "REV-01")}).status(), PackStatus::Draft);
  reviewers_.emplace(stranger_.public_key(), "REV-01");  // a second key of the same person
  const PackTrust trust = of({signed_by(one_, "REV-01"), signed_by(stranger_, "REV-01")});
  EXPECT_EQ(trust.counted, 1U);
  EXPECT_EQ(trust.signatures.back().standing, Standing::Repeated);
}

TEST_F(Trust, does_not_count_unknown_keys_borrowed_names_and_authors) {
  EXPECT_EQ(standing(signed_by(stranger_, "REV-02")), Standing::UnknownKey);
  EXPECT_EQ(standing(signed_by(one_, "REV-02")), Standing::UnknownKey);
  EXPECT_EQ(standing(signed_by(author_, "auteur-01")), Standing::Author);
  ReviewerSignature renamed = signed_by(stranger_, "REV-09");
  renamed.reviewer = "REV-01";
  renamed.key = one_.public_key();
  EXPECT_EQ(standing(renamed), Standing::OtherContent);
}

TEST_F(Trust, does_not_count_a_signature_of_another_version_or_content) {
  Pack next = pack_;
  next.ref.version = "1.0.1";
  EXPECT_EQ(standing(sign(next.ref, *next.content, "REV-01", one_)), Standing::OtherContent);
  PackContent other = *pack_.content;
  other["scheme.yaml"] += "# more\n";
  EXPECT_EQ(standing(sign(pack_.ref, other, "REV-01", one_)), Standing::OtherContent);
}

TEST_F(Trust, of_a_folder_is_in_its_signatures_and_not_in_its_hash) {
  folder_.write(kSignaturesFile, to_yaml({signed_by(two_, "REV-02"), signed_by(one_, "REV-01")}));
  const CheckedPack checked = check_pack(folder_.folder(), reviewers_);
  ASSERT_TRUE(checked.pack);
  EXPECT_EQ(checked.pack->status, PackStatus::Trusted);
  EXPECT_EQ(checked.pack->ref.hash, pack_.ref.hash);
  EXPECT_EQ(check_pack(folder_.folder()).pack->status, PackStatus::Draft) << "nobody is trusted where no list says so";
  folder_.replace("scheme.yaml", "format: 1", "format: 1 # changed");
  EXPECT_EQ(check_pack(folder_.folder(), reviewers_).pack->status, PackStatus::Draft);
}

TEST_F(Trust, signatures_outside_the_folder_are_neither_read_nor_quoted) {
  const TempPack elsewhere;
  elsewhere.write("secret", "token: 4711\n");
  std::filesystem::create_symlink(elsewhere.folder() / "secret", folder_.folder() / kSignaturesFile);
  const CheckedPack checked = check_pack(folder_.folder(), reviewers_);
  EXPECT_FALSE(checked.pack);
  ASSERT_EQ(checked.findings.size(), 1U);
  EXPECT_EQ(checked.findings.front().rule, "path");
  EXPECT_EQ(english(checked.findings.front()).find("token"), std::string::npos);
}

TEST_F(Trust, list_of_reviewers_is_read_and_refuses_a_key_of_two) {
  const std::string a = hex(one_.public_key());
  const auto list = [&](const std::string& entries) {
    folder_.write("reviewers.yaml", "format: 1\nreviewers:" + entries + "\n");
    return load_reviewers({folder_.folder() / "absent.yaml", folder_.folder() / "reviewers.yaml"});
  };
  EXPECT_TRUE(list(" []")->empty());
  EXPECT_EQ(list("\n  - {pseudonym: rev-01, key: \"" + a + "\"}")->at(one_.public_key()), "REV-01");
  EXPECT_FALSE(list("\n  - {pseudonym: rev-01, key: \"" + a + "\"}\n  - {pseudonym: rev-02, key: \"" + a + "\"}"));
  const auto wrong = list("\n  - {pseudonym: rev-01, key: \"12\"}");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().where.line, 3);
}

TEST_F(Trust, kept_pack_is_read_again_though_a_rule_has_grown_stricter_since) {
  PackContent content = *pack_.content;
  std::string& text = content["scenarios/S1.yaml"];
  const std::string old = "they are shocked";
  text.replace(text.find(old), old.size(), "something on 2026-03-04");  // no rule for texts would let it pass
  folder_.write("now.etalonpack", to_pack_file(pack_.ref, content, {}));
  EXPECT_FALSE(check_pack(folder_.folder() / "now.etalonpack").pack);
  PackRef ref = pack_.ref;
  ref.hash = etalon::hash_of(content);
  const auto kept = read_kept_pack(content, ref);
  ASSERT_TRUE(kept) << english(kept.error());
  EXPECT_EQ(kept->scenarios.size(), 2U);
  EXPECT_EQ(read_kept_pack(content, pack_.ref).error().kind, ErrorKind::Environment) << "not what was asked for";
}

}  // namespace
}  // namespace etalon::scenario
