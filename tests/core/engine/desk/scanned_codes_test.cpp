#include "core/domain/code_payload.hpp"
#include "core/domain/dossier_code.hpp"
#include "core/domain/ticket.hpp"
#include "core/domain/ticket_code.hpp"
#include "core/domain/typed_scan.hpp"
#include "tests/support/office_samples.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace {

namespace json = boost::json;

/// A line with what a scanner types and what it is, be it a bare code or one with its check.
std::string scan_json(const std::string& text, std::string_view kind) {
    return json::serialize(json::value{{"text", text}, {"kind", kind}});
}

std::string both_json(char mark, const std::string& code, core::ScanKind kind) {
    const std::string payload = core::code_payload(mark, code);
    CHECK(core::read_typed_scan(payload).kind == kind);
    return scan_json(code, to_text(kind)) + ",\n" + scan_json(payload, to_text(kind));
}

std::string all_scans() {
    const core::Day day = samples::date(2023, 1, 3);
    std::string lines = "[";
    for (const int number : {1, 12'345}) {
        const auto ticket = core::make_ticket_code(day, core::make_ticket_number('Z', number));
        lines += both_json('T', ticket, core::ScanKind::ticket) + ",\n";
        // An agency's code has 1 to 32 letters, digits, dots and hyphens (office_file.cpp).
        for (const std::string& agency : {std::string("7"), std::string("000.00.18.H55"),
                                          std::string("a-B"), std::string(32, 'x')}) {
            lines += both_json('H', core::make_dossier_code(agency, day, number),
                               core::ScanKind::dossier) +
                     ",\n";
        }
    }
    const std::string whole_card =
        "019185001234|090123456|Nguyễn Thị Hoa|02031985|Nữ|Phổ Yên|10052021";
    CHECK(core::read_typed_scan(whole_card).kind == core::ScanKind::card);
    return lines + scan_json(whole_card, to_text(core::ScanKind::card)) + "]\n";
}

} // namespace

// tests/web/counter/scan.test.ts holds the page to the same file.
TEST_CASE("what the office prints for its scanners is in the file that the page is held to",
          "[desk][codes]") {
    std::ifstream file(SOURCE_ROOT "/tests/web/counter/scanned_codes.json");
    std::ostringstream text;
    text << file.rdbuf();
    CHECK(text.str() == all_scans());
}
