#include "core/domain/email_address.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using core::EmailAddress;

TEST_CASE("an e-mail address is kept as it was written", "[domain][email]") {
    for (const char* written : {"an@example.vn", "nguyen.van+mot-cua@xa.hanoi.gov.vn",
                                "A_1@localhost", "o'neil@example.ie", "thư@điện-tử.vn"}) {
        INFO(written);
        const auto email = EmailAddress::read(written);
        REQUIRE(email);
        CHECK(email->written() == written);
    }
    CHECK(EmailAddress::read("  an@example.vn\u00A0")->written() == "an@example.vn");
}

TEST_CASE("what no letter can reach is refused by name", "[domain][email]") {
    const std::vector<std::pair<const char*, const char*>> refused = {
        {"x", "email-no-address"},
        {"example.vn", "email-no-address"},
        {"@example.vn", "email-no-address"},
        {"an@", "email-no-address"},
        {"không có", "email-no-address"},
        {"an@@example.vn", "email-two-addresses"},
        {"an@example.vn, ba@example.vn", "email-two-addresses"},
        {"van an@example.vn", "email-with-blank"},
        {"an@example .vn", "email-with-blank"},
        {"An <an@example.vn>", "email-with-blank"},
        {"an@example.vn\uFFFF", "field-letter-unfit"}};
    for (const auto& [written, code] : refused) {
        INFO(written);
        const auto email = EmailAddress::read(written);
        REQUIRE_FALSE(email);
        CHECK(email.error().message.code == code);
    }
}
