#include "core/domain/utf8.hpp"
#include "counter/page_message.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch.hpp>

namespace json = boost::json;

namespace {

const words::Language vi;

json::value data_of(const std::string& message, const char* type) {
    const auto value = json::parse(message);
    CHECK(value.at("type") == type);
    return value.at("data");
}

scanner::LiveScan scan_of(const std::string& text) {
    scanner::LiveScan scan;
    scan.text = text;
    scan.payload = scanner::classify_payload(text);
    scan.source = "serial:/dev/ttyACM0";
    return scan;
}

} // namespace

TEST_CASE("a scanned card is told with its fields and its doubts", "[counter][scan]") {
    const auto card = data_of(
        counter::scan_message(
            scan_of("019185001234|123456789|Nguyễn Thị Ánh|15081986|Nữ|Ba Hàng, Phổ Yên|01052021"),
            vi),
        "scan");
    CHECK(card.at("kind") == "card");
    CHECK(card.at("source") == "serial:/dev/ttyACM0");
    const auto& fields = card.at("card");
    CHECK(fields.at("id_number") == "019185001234");
    CHECK(fields.at("old_id_number") == "123456789");
    CHECK(fields.at("name") == "Nguyễn Thị Ánh");
    CHECK(fields.at("birth_date") == "1986-08-15");
    CHECK(fields.at("sex") == "woman");
    CHECK(fields.at("residence") == "Ba Hàng, Phổ Yên");
    CHECK(fields.at("issued_on") == "2021-05-01");
    REQUIRE(fields.at("doubts").as_array().size() == 1); // the number is of somebody born in 1985
    CHECK(fields.at("doubts").as_array()[0].is_string());
    CHECK_FALSE(card.as_object().contains("text"));
}

TEST_CASE("other scans are told by their code, or as they stand", "[counter][scan]") {
    const auto dossier =
        data_of(counter::scan_message(scan_of("000.00.18.H55-230103-0001"), vi), "scan");
    CHECK(dossier.at("kind") == "dossier");
    CHECK(dossier.at("code") == "000.00.18.H55-230103-0001");
    const auto ticket = data_of(counter::scan_message(scan_of("A012-230103"), vi), "scan");
    CHECK(ticket.at("kind") == "ticket");
    const auto other = data_of(counter::scan_message(scan_of("8934563138165"), vi), "scan");
    CHECK(other.at("kind") == "unknown");
    CHECK(other.at("text") == "8934563138165");
    const auto refused =
        data_of(counter::refused_scan_message("hid:x", "scan-part-lost", vi), "scan");
    CHECK(refused.at("kind") == "unknown");
    CHECK(refused.at("problem") == "một phần của lần quét bị mất: hãy quét lại");
    CHECK(refused.at("problem_code") == "scan-part-lost");
}

TEST_CASE("the state says what is there and what is not", "[counter][state]") {
    counter::MachineState state;
    const auto bare = counter::state_json(state, vi);
    CHECK(bare.at("device").is_null());
    CHECK(bare.at("counter").is_null());
    CHECK(bare.at("printers").at("sheet").at("state") == "none");
    CHECK(bare.at("folder").at("state") == "none");
    CHECK(counter::report_json(state, "0.1.0").at("parts").as_array().empty());

    state.device = "counter-7f3k";
    state.counter = 2;
    state.core_lost_since = core::parse_instant("2026-03-02T07:30:00+07:00").value();
    state.receipt = {"tcp:192.0.2.7", counter::condition_of(core::PrinterHealth::paper_out)};
    state.scanners = {{"camera:/dev/video0", core::Presence::ok, {}}};
    state.folder = "/scans";
    state.folder_state = {core::Presence::missing, "scan-folder-missing"};
    const auto full = counter::state_json(state, vi);
    CHECK(full.at("counter") == 2);
    CHECK(full.at("core").at("lost_since") == "2026-03-02T07:30:00+07:00");
    const auto& receipt = full.at("printers").at("receipt");
    CHECK(receipt.at("state") == "paper_out");
    CHECK(receipt.at("code") == "printer-paper-out");
    CHECK(receipt.at("text") == "Máy in hết giấy: hãy lắp cuộn giấy mới");
    const auto english = counter::state_json(state, words::Language::find("en").value());
    CHECK(english.at("printers").at("receipt").at("text") ==
          "The printer is out of paper: put in a new roll");
    CHECK(full.at("folder").at("path_name") == "/scans");
    const auto report = counter::report_json(state, "0.1.0");
    const auto& parts = report.at("parts").as_array();
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].at("part") == "printer");
    CHECK(parts[1].at("part") == "scanner");
    CHECK(parts[2].at("state") == "missing");
    CHECK(report.at("version") == "0.1.0");
}

TEST_CASE("what is told to the core is short enough and whole letters", "[counter][state]") {
    for (std::size_t more = 0; more < 4; ++more) {
        counter::MachineState state;
        std::string long_text(more, 'x');
        while (long_text.size() < 300) long_text += "ệ";
        state.scanners = {{long_text, core::Presence::missing, long_text}};
        const auto report = counter::report_json(state, "0.1.0");
        const auto& part = report.at("parts").as_array().at(0);
        for (const auto& [member, most] : {std::pair("name", 64U), std::pair("text", 200U)}) {
            const auto& text = part.at(member).as_string();
            CHECK(text.size() <= most);
            CHECK(text.size() > most - 6);
            CHECK(core::is_utf8({text.data(), text.size()}));
        }
    }
}
