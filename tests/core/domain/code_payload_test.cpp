#include "core/domain/code_payload.hpp"

#include <catch2/catch.hpp>

#include <string>

TEST_CASE("a code's payload carries the check value of everything before it", "[code]") {
    // From an independent computation (Python: binascii.crc_hqx(bytes, 0xFFFF)).
    CHECK(core::code_payload('H', "000.00.26.H29-251104-0007") ==
          "MC1:H:000.00.26.H29-251104-0007:5E90");
    CHECK(core::code_payload('T', "T230103-A012") == "MC1:T:T230103-A012:E504");
}

TEST_CASE("a payload is read back to kind and code", "[code]") {
    const auto read = core::read_code_payload(core::code_payload('T', "T230103-A012"));
    REQUIRE(read);
    CHECK(read->kind == 'T');
    CHECK(read->code == "T230103-A012");
}

TEST_CASE("any one character read wrongly makes a payload no payload", "[code]") {
    const std::string payload = core::code_payload('H', "000.00.26.H29-251104-0007");
    for (std::size_t at = 0; at < payload.size(); ++at) {
        for (const char wrong : {'0', '1', '8', 'A', 'H', 'T', ':', '-', ' '}) {
            std::string misread = payload;
            if (misread[at] == wrong) continue;
            misread[at] = wrong;
            INFO(misread);
            CHECK_FALSE(core::read_code_payload(misread));
        }
    }
}

TEST_CASE("what is not one of the office's payloads is refused", "[code]") {
    const std::string payload = core::code_payload('H', "X-1");
    CHECK_FALSE(core::read_code_payload(""));
    CHECK_FALSE(core::read_code_payload("MC1"));
    CHECK_FALSE(core::read_code_payload("MC1:H::FFFF"));
    CHECK_FALSE(core::read_code_payload(payload + " "));
    CHECK_FALSE(core::read_code_payload(payload.substr(0, payload.size() - 1)));
    CHECK_FALSE(core::read_code_payload("000.00.26.H29-251104-0007"));
    CHECK_FALSE(core::read_code_payload(std::string(100'000, ':')));
}
