#include "core/domain/code_payload.hpp"
#include "core/domain/typed_scan.hpp"

#include <catch2/catch.hpp>

#include <string>

using core::read_typed_scan;
using core::ScanKind;

namespace {

const std::string before_name = "019185001234|090123456|";
const std::string name = "Nguyễn Thị Hoa";
const std::string residence = "Tổ 3, phường Ba Hàng, Phổ Yên";

std::string card(const std::string& sex = "Nữ",
                 const std::string& lives = residence,
                 const std::string& called = name) {
    return before_name + called + "|02031985|" + sex + "|" + lives + "|10052021";
}

} // namespace

TEST_CASE("a card that a scanner types is read as any card", "[domain][scan]") {
    const auto scan = read_typed_scan(" " + card() + "\n");
    REQUIRE(scan.kind == ScanKind::card);
    CHECK(scan.card->number.digits == "019185001234");
    CHECK(scan.card->full_name == name);
    CHECK(scan.card->residence == residence);
    CHECK(scan.doubts.empty());
}

TEST_CASE("a sex is completed only where the number says the same", "[domain][scan]") {
    for (const char* typed : {"N?", "Nu", "N", "NỮ", "N\u00E1\u00BB\u00AF"}) {
        const auto scan = read_typed_scan(card(typed));
        CAPTURE(typed);
        REQUIRE(scan.card);
        CHECK(scan.card->sex == core::Sex::woman);
        CHECK(scan.doubts.empty());
    }
    for (const char* typed : {"Na", "Nm", "N.", "N?m"}) {
        const auto scan = read_typed_scan(card(typed));
        CAPTURE(typed);
        REQUIRE(scan.card);
        CHECK_FALSE(scan.card->sex);
        REQUIRE(scan.doubts.size() == 1);
        CHECK(scan.doubts[0].code == "card-sex-unclear");
    }
    const auto man = read_typed_scan(card("Nam"));
    REQUIRE(man.card);
    CHECK(man.card->sex == core::Sex::man);
    CHECK(man.doubts.size() == 1); // the number is a woman's
}

TEST_CASE("a sex in small letters or capitals turns no line that is as usual", "[domain][scan]") {
    for (const char* typed : {"nữ", "NỮ", "n", "n?"}) {
        const auto scan = read_typed_scan(card(typed));
        CAPTURE(typed);
        REQUIRE(scan.card);
        CHECK(scan.card->full_name == name);
        CHECK(scan.card->residence == residence);
        CHECK(scan.card->sex == core::Sex::woman);
    }
}

TEST_CASE("a bare code of a dossier or a ticket is one", "[domain][scan]") {
    const auto dossier = read_typed_scan("000.00.18.H55-261130-0001");
    CHECK(dossier.kind == ScanKind::dossier);
    CHECK(dossier.code == "000.00.18.H55-261130-0001");
    CHECK(read_typed_scan("t261130-a001").code == "T261130-A001");
    for (const char* text : {"261130-0001", "-261130-0001", "H55-261330-0001", "H55-261130-0000",
                             "T261330-A001", "T261130-A1", "A001", "Tổ-261130-0001"}) {
        CAPTURE(text);
        CHECK(read_typed_scan(text).kind == ScanKind::unknown);
    }
}

TEST_CASE("signs that stand for lost letters are doubted", "[domain][scan]") {
    const auto scan = read_typed_scan(card("N?", "T? 3, ph??ng Ba H?ng", "Nguy?n Th? Hoa"));
    REQUIRE(scan.card);
    REQUIRE(scan.doubts.size() == 2);
    CHECK(scan.doubts[0].code == "card-name-has-odd-characters");
    CHECK(scan.doubts[1].code == "card-residence-has-odd-characters");
}

TEST_CASE("the office's own codes are known by their check", "[domain][scan]") {
    const auto dossier = read_typed_scan(core::code_payload('H', "000.00.18.H55-230103-0001"));
    CHECK(dossier.kind == ScanKind::dossier);
    CHECK(dossier.code == "000.00.18.H55-230103-0001");
    const auto ticket = read_typed_scan(core::code_payload('T', "T230103-A012"));
    CHECK(ticket.kind == ScanKind::ticket);
    CHECK(read_typed_scan("MC1:T:T230103-A012:0000").kind == ScanKind::unknown);
}

TEST_CASE("own codes and cards are read whatever the state of Caps Lock was", "[core][scan]") {
    const std::string payload = core::code_payload('H', "000.00.18.H55-230103-0001");
    std::string small = payload;
    for (char& c : small) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const auto dossier = read_typed_scan(small);
    CHECK(dossier.kind == ScanKind::dossier);
    CHECK(dossier.code == "000.00.18.H55-230103-0001");
    const auto imported = read_typed_scan(core::code_payload('H', "h55-230103-0001"));
    CHECK(imported.code == "h55-230103-0001");
    const auto turned = read_typed_scan("019085001234||nGUYỄN vĂN hÒA|02031985|nAM|tỔ 3|10052021");
    REQUIRE(turned.kind == ScanKind::card);
    CHECK(turned.card->full_name == "Nguyễn Văn Hòa");
    CHECK(turned.card->residence == "Tổ 3");
    CHECK(turned.doubts.empty());
}

TEST_CASE("a text that looks like a card and cannot be read says why", "[core][scan]") {
    const auto cut = read_typed_scan("019185001234|090123456|Nguyễn Thị Hoa|02031985|Nữ");
    CHECK(cut.kind == ScanKind::unknown);
    REQUIRE(cut.problem);
    CHECK(cut.problem->code == "card-line-broken");
    CHECK_FALSE(read_typed_scan("khai sinh").problem);
}

TEST_CASE("what is neither is unknown", "[domain][scan]") {
    for (const char* text : {"", "khai sinh", "a|b|c", "0912000010"})
        CHECK(read_typed_scan(text).kind == ScanKind::unknown);
}
