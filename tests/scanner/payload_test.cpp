#include "core/domain/code_payload.hpp"
#include "scanner/payload.hpp"

#include <catch2/catch.hpp>

#include <string>

using scanner::classify_payload;
using scanner::PayloadKind;

TEST_CASE("a dossier's code is known by its form and its date", "[scanner][payload]") {
    for (const char* code :
         {"000.00.18.H55-230103-0001", "H18.232-250519-1555", "H01.10-240228-9999",
          "000.00.26.H29-251104-10000", "G01.899-260101-0001"}) {
        CAPTURE(code);
        CHECK(scanner::is_dossier_code(code));
        CHECK(classify_payload(code).kind == PayloadKind::dossier);
        CHECK(classify_payload(code).code == code);
    }
    for (const char* wrong :
         {"", "-", "H18.232", "H18.232-250519", "H18.232-250519-155", "H18.232-251319-1555",
          "H18.232-250230-1555", "H18.232-250519-0000", "H18.232-250519-1555 ", "H18-250519-1555",
          "18.232-250519-1555", "H18.H32-250519-1555", "h18.232-250519-1555", "H18.2x2-250519-1555",
          "H181819901399230519-1555", "H18.232-250519-1555-1", "H18..232-250519-1555"}) {
        CAPTURE(wrong);
        CHECK_FALSE(scanner::is_dossier_code(wrong));
        CHECK(classify_payload(wrong).kind == PayloadKind::other);
    }
}

TEST_CASE("a ticket's code is known by its form and its date", "[scanner][payload]") {
    for (const char* code : {"T230103-A012", "T260228-Z9999", "A012-260315", "E999-261128"}) {
        CAPTURE(code);
        CHECK(classify_payload(code).kind == PayloadKind::ticket);
        CHECK(classify_payload(code).code == code);
    }
    for (const char* wrong : {"T230103", "T230103-", "T230103-A12", "T231303-A012", "X230103-A012",
                              "T230103-a012", "T230103-A0123", "T230103-A000", "A012-261315",
                              "A12-260315", "AA12-260315", "A012-26031"}) {
        CAPTURE(wrong);
        CHECK_FALSE(scanner::is_ticket_code(wrong));
        CHECK(classify_payload(wrong).kind == PayloadKind::other);
    }
}

TEST_CASE("the check of our own codes must hold, and what it holds must be a code",
          "[scanner][payload]") {
    const auto dossier = classify_payload(core::code_payload('H', "000.00.18.H55-230103-0001"));
    CHECK(dossier.kind == PayloadKind::dossier);
    CHECK(dossier.code == "000.00.18.H55-230103-0001");
    CHECK(dossier.checked);
    const auto ticket = classify_payload(core::code_payload('T', "T230103-A012"));
    CHECK(ticket.kind == PayloadKind::ticket);
    CHECK(ticket.checked);
    CHECK_FALSE(classify_payload("T230103-A012").checked);

    CHECK(classify_payload("MC1:H:000.00.18.H55-230103-0001:F555").kind == PayloadKind::other);
    CHECK(classify_payload(core::code_payload('H', "T230103-A012")).kind == PayloadKind::other);
    CHECK(classify_payload(core::code_payload('T', "H18.232-250519-1555")).kind ==
          PayloadKind::other);
    CHECK(classify_payload(core::code_payload('H', "H18.232-251319-1555")).kind ==
          PayloadKind::other);
}

TEST_CASE("a code with a seal and a ticket's address give the code alone", "[scanner][payload]") {
    CHECK(classify_payload("H18.232-250519-1555|09AFB2c3").code == "H18.232-250519-1555");
    CHECK(classify_payload("https://motcua.example.vn/t/A012-260315?k=64a797ee").code ==
          "A012-260315");
    for (const char* wrong :
         {"H18.232-250519-1555|09AFB2C", "H18.232-250519-1555|09AFB2CG", "H18.232-250519-1555|",
          "https://example.vn/x/A012-260315", "http://example.vn/t/A012-260315",
          "https://example.vn/t/A012-261315", "https:///t", "https://example.vn"}) {
        CAPTURE(wrong);
        CHECK(classify_payload(wrong).kind == PayloadKind::other);
    }
}

TEST_CASE("a citizen's card is read to its last field", "[scanner][payload]") {
    const auto payload = classify_payload("019185001234|090123456|Nguyễn Thị Ánh|15081985|Nữ|"
                                          "Tổ 3, Ba Hàng, Phổ Yên, Thái Nguyên|01052021|01052046");
    REQUIRE(payload.kind == PayloadKind::citizen_id);
    CHECK(payload.card->full_name == "Nguyễn Thị Ánh");
    CHECK(payload.card->further == std::vector<std::string>{"01052046"});
    CHECK(payload.code.empty());
}
