// Papers scanned in: streamed to disk, known by their SHA-256.

#include "core/engine/journal/journal.hpp"
#include "tests/support/served_ward.hpp"

#include <catch2/catch.hpp>

#include <fstream>

namespace {

std::string pdf_of(std::size_t bytes) {
    std::string pdf = "%PDF-1.4\n";
    std::uint32_t random = 1;
    while (pdf.size() < bytes) {
        random = random * 1'664'525 + 1'013'904'223;
        pdf += static_cast<char>(random >> 24U);
    }
    return pdf;
}

ApiReply put(Api& api, const std::string& path, const std::string& bytes, const char* type) {
    return api.request("PUT", path, bytes, {{"Content-Type", type}});
}

std::int64_t resident_kib(pid_t process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) return std::stoll(line.substr(6));
    }
    return 0;
}

} // namespace

TEST_CASE("an attachment comes back byte by byte, with its type and SHA-256",
          "[system][attachments]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string dossier = "/api/v1/dossiers/" + receive(officer);
    const std::string path = dossier + "/attachments/" + net::escape_component("tờ khai.pdf");
    const std::string bytes = pdf_of(1'000'000);
    const auto stored = put(officer, path, bytes, "application/pdf");
    REQUIRE(stored.status == 201);
    CHECK(stored.text("sha256") == core::to_hex(core::sha256(bytes)));
    CHECK(stored.number("version") == 2);
    const auto read = officer.get(path);
    CHECK(read.http.header("content-type") == "application/pdf");
    CHECK((read.http.body == bytes));
    const auto shown = officer.get(dossier);
    CHECK(shown["digitised"] == true);
    CHECK(shown["attachments"].as_array()[0].at("name") == "tờ khai.pdf");
    CHECK(officer.get(dossier + "/attachments/other.pdf").status == 404);
    ward.crash_and_restart();
    CHECK((ward.as("officer").get(path).http.body == bytes));
    CHECK(ward.ward().is_sound());
}

TEST_CASE("other bytes under the same key are not taken for the same upload",
          "[system][attachments]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string path = "/api/v1/dossiers/" + receive(officer) + "/attachments/a.pdf";
    const auto send = [&](const std::string& bytes) {
        return officer
            .request("PUT", path, bytes,
                     {{"Content-Type", "application/pdf"}, {"Idempotency-Key", "scan-1"}})
            .status;
    };
    CHECK(send(pdf_of(100)) == 201);
    CHECK(send(pdf_of(100)) == 201);
    CHECK(send(pdf_of(200)) == 422);
    CHECK(officer.get(path).http.body.size() == pdf_of(100).size());
}

TEST_CASE("what is no scan is refused with the reason", "[system][attachments]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string dossier = "/api/v1/dossiers/" + receive(officer);
    const std::string path = dossier + "/attachments/a.pdf";
    CHECK(put(officer, path, "%PDF-", "text/html").status == 415);
    CHECK(put(officer, path, "<html>", "application/pdf").status == 422);
    CHECK(put(officer, path, "", "application/pdf").status == 422);
    CHECK(put(officer, path, pdf_of((std::size_t{20} << 20U) + 1), "application/pdf").status ==
          413);
    CHECK(
        put(officer, "/api/v1/dossiers/X-1/attachments/a.pdf", "%PDF-", "application/pdf").status ==
        404);
    CHECK(officer.get(dossier)["attachments"].as_array().empty());
}

TEST_CASE("attachments are never kept in memory whole", "[system][attachments]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string dossier = "/api/v1/dossiers/" + receive(officer);
    const auto resident = [&] { return resident_kib(ward.server().program().id()); };
    const std::string bytes = pdf_of(std::size_t{19} << 20U);
    int number = 0;
    const auto send_and_fetch = [&] {
        const std::string path = dossier + "/attachments/" + std::to_string(++number) + ".pdf";
        REQUIRE(put(officer, path, bytes, "application/pdf").status == 201);
        REQUIRE(officer.get(path).http.body.size() == bytes.size());
    };
    // The cache of SQLite's pages grows too, up to its own limit: it is full after these.
    for (int i = 0; i < 3; ++i) send_and_fetch();
    const auto before = resident();
    for (int i = 0; i < 2; ++i) send_and_fetch();
    CHECK(resident() - before < 19 * 1024);
    CHECK(ward.ward().is_sound());
}

TEST_CASE("a version that no dossier can have is stale, however large its number",
          "[system][attachments]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string path = "/api/v1/dossiers/" + receive(officer) + "/attachments/a.pdf?version=";
    const auto send = [&](const std::string& version) {
        return put(officer, path + version, pdf_of(100), "application/pdf").status;
    };
    CHECK(send("4294967297") == 409); // the first version, were its upper bits cut off
    CHECK(send("99999999999999999999") == 409);
    CHECK(send("one") == 409);
    CHECK(send("1") == 201);
}
