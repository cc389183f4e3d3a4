#include "core/domain/citizen_id.hpp"
#include "core/domain/field_damage.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <vector>

using core::CardField;
using core::Sex;

namespace {

// No real person: province 019, a woman born in 1985.
const std::string card_text = "019185001234|090123456|Nguyễn Thị Ánh|15081985|Nữ|"
                              "Tổ 3, Ba Hàng, Phổ Yên, Thái Nguyên|01052021";

std::string with_text(const std::string& from, const std::string& to) {
    std::string text = card_text;
    text.replace(text.find(from), from.size(), to);
    return text;
}

core::Day day(int year, unsigned month, unsigned number) {
    return core::Day{std::chrono::year{year} / std::chrono::month{month} /
                     std::chrono::day{number}};
}

} // namespace

TEST_CASE("every field of a citizen card is read", "[core][citizen]") {
    const auto card = core::parse_citizen_card(card_text);
    REQUIRE(card);
    CHECK(card->number == core::CitizenNumber{"019185001234", "019", Sex::woman, 1985});
    CHECK(card->old_number == "090123456");
    CHECK(card->full_name == "Nguyễn Thị Ánh");
    CHECK((card->birth_date == day(1985, 8, 15)));
    CHECK(card->sex == Sex::woman);
    CHECK(card->residence == "Tổ 3, Ba Hàng, Phổ Yên, Thái Nguyên");
    CHECK((card->issued_on == day(2021, 5, 1)));
    CHECK_FALSE(card->is_doubtful());
}

TEST_CASE("the number of the former card may be missing", "[core][citizen]") {
    const auto card = core::parse_citizen_card(with_text("090123456", ""));
    REQUIRE(card);
    CHECK(card->old_number.empty());
    CHECK_FALSE(card->is_doubtful());
}

TEST_CASE("what is not on a card as usual is left open or doubted, and the rest is read",
          "[core][citizen]") {
    const auto twelve = core::parse_citizen_card(with_text("090123456", "019185001234"));
    REQUIRE(twelve);
    CHECK(twelve->old_number == "019185001234");
    CHECK_FALSE(twelve->is_doubtful());
    for (const char* unusual : {"09012345", "09012345x", "0901234567"}) {
        const auto card = core::parse_citizen_card(with_text("090123456", unusual));
        REQUIRE(card);
        CHECK(card->old_number == unusual);
        REQUIRE(card->doubts.size() == 1);
        CHECK(card->doubts.front().field == CardField::old_number);
    }
    for (const char* year : {"1985", "00001985"}) {
        const auto card = core::parse_citizen_card(with_text("15081985", year));
        REQUIRE(card);
        CHECK_FALSE(card->birth_date);
        CHECK(card->birth_year == 1985);
        REQUIRE(card->doubts.size() == 1);
        CHECK(card->doubts.front().field == CardField::birth_date);
    }
    const auto undated = core::parse_citizen_card(with_text("01052021", ""));
    REQUIRE(undated);
    CHECK_FALSE(undated->issued_on);
    REQUIRE(undated->doubts.size() == 1);
    CHECK(undated->doubts.front().field == CardField::issued_on);
    const auto sexless = core::parse_citizen_card(with_text("|Nữ|", "||"));
    REQUIRE(sexless);
    CHECK_FALSE(sexless->sex);
    CHECK(sexless->doubts.front().field == CardField::sex);
    for (const char* empty : {"", " "}) {
        const auto undated_birth = core::parse_citizen_card(with_text("15081985", empty));
        REQUIRE(undated_birth);
        CHECK_FALSE(undated_birth->birth_date);
        CHECK_FALSE(undated_birth->birth_year);
        REQUIRE(undated_birth->doubts.size() == 1);
        CHECK(undated_birth->doubts.front().reason ==
              core::Message("card-without-birth-date", {{"number_year", "1985"}}));
    }
    CHECK(core::parse_citizen_card(card_text + "|a|b|c|d")->further.size() == 4); // 11 parts
}

TEST_CASE("what no dossier can take of a card is damaged, and told with what it can be read as",
          "[core][citizen]") {
    const auto card = core::parse_citizen_card(with_text("Nguyễn Thị Ánh", "NguyÔn V¨n MÉu"));
    REQUIRE(card);
    CHECK(card->full_name == "NguyÔn V¨n MÉu");
    CHECK(card->damaged == std::vector{CardField::full_name});
    REQUIRE_FALSE(card->doubts.empty());
    const core::FieldDamage tcvn3{core::DamageKind::tcvn3, {}};
    CHECK(card->doubts[0].reason ==
          core::Message("card-name-damaged",
                        {{"damage", std::vector{told_readably(tcvn3, "Nguyễn Văn Mẫu")}}}));
    const auto lived = core::parse_citizen_card(
        with_text("Tổ 3, Ba Hàng, Phổ Yên, Thái Nguyên", "Tá»• 3, Phá»• YÃªn"));
    REQUIRE(lived);
    CHECK(lived->damaged == std::vector{CardField::residence});
    REQUIRE(lived->doubts.size() == 1);
    CHECK(lived->doubts[0].field == CardField::residence);
    CHECK(lived->doubts[0].reason.code == "card-residence-damaged");
    CHECK(core::parse_citizen_card(with_text("Thị Ánh", "Thị K'Ánh 2"))->damaged.empty());
}

TEST_CASE("further fields of newer cards are kept as they stand", "[core][citizen]") {
    CHECK(core::parse_citizen_card(card_text)->further.empty());
    CHECK(core::parse_citizen_card(card_text + "|01052046|x|")->further ==
          std::vector<std::string>{"01052046", "x", ""});
    for (const char* more : {"|", "|01052046", "|01052046|anything|", "||||"}) {
        const auto card = core::parse_citizen_card(card_text + more);
        REQUIRE(card);
        CHECK((card->issued_on == day(2021, 5, 1)));
        CHECK_FALSE(card->is_doubtful());
    }
}

TEST_CASE("the fourth digit tells century and sex", "[core][citizen]") {
    const struct {
        const char* digits;
        Sex sex;
        int year;
    } cases[] = {
        {"001000000001", Sex::man, 1900}, {"001199000001", Sex::woman, 1999},
        {"001200000001", Sex::man, 2000}, {"001312000001", Sex::woman, 2012},
        {"001499000001", Sex::man, 2199}, {"001501000001", Sex::woman, 2101},
        {"001601000001", Sex::man, 2201}, {"001701000001", Sex::woman, 2201},
        {"001850000001", Sex::man, 2350}, {"001950000001", Sex::woman, 2350},
    };

    for (const auto& expected : cases) {
        const auto number = core::check_citizen_number(expected.digits);
        REQUIRE(number);
        CHECK(number->province == "001");
        CHECK(number->sex == expected.sex);
        CHECK(number->birth_year == expected.year);
    }
}

TEST_CASE("a citizen number has exactly twelve digits", "[core][citizen]") {
    for (const char* wrong : {"", "090123456", "01918500123", "0191850012345", "01918500123x",
                              " 19185001234", "+19185001234", "019185 01234"}) {
        const auto number = core::check_citizen_number(wrong);
        REQUIRE_FALSE(number);
        CHECK(number.error().kind == core::ErrorKind::invalid_input);
    }
}

TEST_CASE("a number that contradicts the birth date is doubtful, not refused", "[core][citizen]") {
    const auto card = core::parse_citizen_card(with_text("15081985", "15081986"));
    REQUIRE(card);
    REQUIRE(card->doubts.size() == 1);
    CHECK(card->doubts[0].field == CardField::birth_date);
    CHECK(
        card->doubts[0].reason ==
        core::Message("card-birth-year-differs", {{"number_year", "1985"}, {"card_year", "1986"}}));

    // The same two digits of another century.
    const auto century = core::parse_citizen_card(with_text("019185", "019385"));
    REQUIRE(century);
    REQUIRE(century->doubts.size() == 1);
    CHECK(century->doubts[0].field == CardField::birth_date);
}

TEST_CASE("a number that contradicts the sex is doubtful, not refused", "[core][citizen]") {
    const auto card = core::parse_citizen_card(with_text("|Nữ|", "|Nam|"));
    REQUIRE(card);
    REQUIRE(card->doubts.size() == 1);
    CHECK(card->doubts[0].field == CardField::sex);
    CHECK(card->doubts[0].reason ==
          core::Message("card-sex-differs", {{"number_sex", core::Term{"sex", "woman"}},
                                             {"card_sex", core::Term{"sex", "man"}}}));

    const auto both = core::parse_citizen_card(with_text("019185", "019284"));
    REQUIRE(both);
    CHECK(both->doubts.size() == 2);
}

TEST_CASE("a name with letters lost, and a card older than its owner, are doubtful",
          "[core][citizen]") {
    for (const char* name : {"Nguy?n Th? Ánh", "Nguy\uFFFDn Thị Ánh", "Nguyen Thi 4nh"}) {
        const auto card = core::parse_citizen_card(with_text("Nguyễn Thị Ánh", name));
        REQUIRE(card);
        REQUIRE(card->doubts.size() == 1);
        CHECK(card->doubts[0].field == CardField::full_name);
    }
    const auto card = core::parse_citizen_card(with_text("01052021", "01051975"));
    REQUIRE(card);
    REQUIRE(card->doubts.size() == 1);
    CHECK(card->doubts[0].field == CardField::issued_on);
}

TEST_CASE("a date on a card must exist", "[core][citizen]") {
    for (const char* wrong : {"30021985", "31041985", "29021985", "00081985", "15131985",
                              "15001985", "1508198", "150819855", "15-08-85", "15080000", "0985"}) {
        INFO(wrong);
        CHECK_FALSE(core::parse_citizen_card(with_text("15081985", wrong)));
        CHECK_FALSE(core::parse_citizen_card(with_text("01052021", wrong)));
    }
    CHECK(core::parse_citizen_card(with_text("15081985", "29021984")));
    CHECK(core::parse_citizen_card(with_text("01052021", "29022024")));
}

TEST_CASE("what is no citizen card is refused with a sentence", "[core][citizen]") {
    const std::string wrong[] = {
        "",
        "A012",
        "https://example.vn/",
        "||||||",
        card_text.substr(0, card_text.rfind('|')),
        with_text("019185001234", "01918500123"),
        with_text("Nguyễn Thị Ánh", ""),
        with_text("Nguyễn Thị Ánh", "  "),
        with_text("|Nữ|", "|nữ|"),
        with_text("|Nữ|", "|Khác|"),
        card_text + "\r\n",
    };
    for (const std::string& text : wrong) {
        INFO(text);
        const auto card = core::parse_citizen_card(text);
        REQUIRE_FALSE(card);
        CHECK(card.error().kind == core::ErrorKind::invalid_input);
        CHECK_FALSE(card.error().message.code.empty());
        CHECK(card.error().message.facts.empty()); // nothing of the card gets into a log
    }
}

TEST_CASE("garbled text is refused rather than filled into a form", "[core][citizen]") {
    for (const char* garbled : {"Nguy\xE1\xBB n", "Nguy\x80n", "\xC0\xAF", "\xED\xA0\x80",
                                "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE0\x80\x80",
                                "\xF0\x80\x80\x80", "a\x01z", "a\x7Fz", "a\nz", "\xE1\xBB"}) {
        CHECK_FALSE(core::parse_citizen_card(with_text("Nguyễn Thị Ánh", garbled)));
    }
    CHECK(core::parse_citizen_card(with_text("Nguyễn Thị Ánh", "\xF0\x9F\x98\x80")));
    CHECK_FALSE(core::parse_citizen_card(card_text + "|\xE1\xBB"));
}

TEST_CASE("a payload longer than any card is refused", "[core][citizen]") {
    const std::string filler(core::citizen_card_limit_bytes - card_text.size() - 1, 'x');
    CHECK(core::parse_citizen_card(card_text + "|" + filler));
    CHECK_FALSE(core::parse_citizen_card(card_text + "|" + filler + "x"));
}

TEST_CASE("no damage to a payload makes the reader fail", "[core][citizen]") {
    std::mt19937 random(3);
    for (int trial = 0; trial < 20000; ++trial) {
        std::string text = card_text;
        for (int i = 0; i < 3; ++i) text[random() % text.size()] = static_cast<char>(random());
        text.resize(text.size() - random() % 4);
        const auto card = core::parse_citizen_card(text);
        if (card) CHECK(card->number.digits.size() == 12);
    }
}
