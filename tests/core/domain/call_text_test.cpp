#include "core/domain/call_text.hpp"

#include <catch2/catch.hpp>

TEST_CASE("a ticket number is spoken digit by digit", "[core][call]") {
    CHECK(core::spell_out("A012") == "A không một hai");
    CHECK(core::spell_out("B007") == "B không không bảy");
    CHECK(core::spell_out("C345689") == "C ba bốn năm sáu tám chín");
    CHECK(core::spell_out("A1000") == "A một không không không");
    CHECK(core::spell_out("").empty());
}

TEST_CASE("the board shows the call in figures", "[core][call]") {
    CHECK(core::call_sentence("A012", 3) == "Mời số A012 đến quầy số 3");
    CHECK(core::call_sentence("A1000", 12) == "Mời số A1000 đến quầy số 12");
}

TEST_CASE("the voice speaks ticket and counter digit by digit, twice", "[core][call]") {
    CHECK(core::spoken_call("A012", 3) == "Mời số A không một hai đến quầy số ba");
    CHECK(core::spoken_call("B007", 2) == "Mời số B không không bảy đến quầy số hai");
    CHECK(core::spoken_call("A012", 10) == "Mời số A không một hai đến quầy số một không");
    CHECK(core::times_spoken == 2);
}
