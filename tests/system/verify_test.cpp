#include "tests/system/ward.hpp"

#include <boost/json/object.hpp>
#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using ward::Ward;

namespace {

/// Changes one byte of the closed database: the last of the `n`-th place where `text` stands.
void change_byte(const Ward& ward, const std::string& text, int n = 1) {
    std::string bytes = ward::read_file(ward.db());
    std::size_t at = std::string::npos;
    for (int i = 0; i < n; ++i) {
        at = bytes.find(text, at + 1);
        REQUIRE(at != std::string::npos);
    }
    bytes[at + text.size() - 1] ^= 1;
    ward::write_file(ward.db(), bytes);
}

/// What verify names, which must end with exit 1.
std::string findings(const Ward& ward) {
    const Ended ended = ward.run({"verify"});
    INFO(ended.errors);
    CHECK(ended.status == 1);
    CHECK_THAT(ended.errors, Contains("do not follow from the journal"));
    CHECK(ward::lines_of(ended.errors).size() == 1);
    return ended.output;
}

void import_some(const Ward& ward) {
    ward::write_file(ward / "first.csv", ward::first_rows(200));
    ward.import_register(ward / "first.csv");
}

} // namespace

TEST_CASE("verify finds one byte changed in the journal and names its row", "[system][verify]") {
    const Ward ward;
    import_some(ward);
    change_byte(ward, "\"applicant_name\":\"Lương Bích Hoa");
    CHECK_THAT(findings(ward),
               Contains("journal row 4 (Taken from a register, 000.00.18.H55-230103-0001): was "
                        "changed"));
    const Ended json = ward.run({"verify", "--format", "json"});
    CHECK(json.status == 1);
    CHECK_THAT(json.output, Contains("\"sound\":false") && Contains("journal row 4 "));
}

TEST_CASE("verify finds one byte changed in a dossier's row and names the dossier",
          "[system][verify]") {
    const Ward ward;
    import_some(ward);
    change_byte(ward, "cc01Lương Bích Hoa"); // two columns beside each other, not the journal
    CHECK_THAT(findings(ward),
               Contains("dossier 000.00.18.H55-230103-0001: ") && !Contains("journal row"));
}

TEST_CASE("verify finds one byte changed in the office's row and in the catalogue",
          "[system][verify]") {
    const Ward ward;
    change_byte(ward, "Nguyên đán Bính Ngọ");
    CHECK_FALSE(findings(ward).empty());
    const Ward other;
    change_byte(other, "Thủ tục đăng ký khai sinh");
    CHECK_FALSE(findings(other).empty());
}

TEST_CASE("verify tells what it has checked when all is sound", "[system][verify]") {
    const Ward ward;
    import_some(ward);
    CHECK_THAT(ward.done({"verify"}), Contains("sound: 204 events, 200 dossiers"));
    const auto summary = ward.done_json({"verify"});
    CHECK(summary.at("sound") == true);
    CHECK(summary.at("dossiers") == 200);
    CHECK(summary.at("findings").as_array().empty());
}
