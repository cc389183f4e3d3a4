#include "tests/support/program.hpp"
#include "tests/support/served_ward.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

using Catch::Matchers::Contains;

namespace {

const net::Headers english = {{"Accept-Language", "en-GB,en;q=0.8"}};

std::string header(const ApiReply& reply, const std::string& name) {
    return std::string(reply.http.header(name));
}

} // namespace

TEST_CASE("a refusal is said in Vietnamese, or in the language that was asked for",
          "[system][languages]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string path = "/api/v1/dossiers/000.00.18.H55-230103-0001";
    const auto usual = officer.get(path);
    CHECK(usual.status == 404);
    CHECK(usual.text("code") == "dossier-unknown");
    CHECK(usual.text("title") == "Không tìm thấy");
    CHECK_THAT(usual.text("detail"), Contains("Không có hồ sơ 000.00.18.H55-230103-0001"));
    CHECK(header(usual, "content-language") == "vi");

    const auto told = officer.request("GET", path, "", english);
    CHECK(told.status == usual.status);
    CHECK(told.text("type") == usual.text("type"));
    CHECK(told.text("code") == usual.text("code"));
    CHECK(told.text("title") == "There is no such thing");
    CHECK_THAT(told.text("detail"), Contains("There is no dossier 000.00.18.H55-230103-0001"));
    CHECK(header(told, "content-language") == "en");

    const auto unknown = officer.request("GET", path, "", {{"Accept-Language", "fr, de;q=0.5"}});
    CHECK(unknown.text("detail") == usual.text("detail"));
}

TEST_CASE("each member that is wrong is named in the language that was asked for",
          "[system][languages]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const auto wrong = [&](const net::Headers& headers) {
        const auto reply = officer.request("POST", "/api/v1/dossiers", "{}", headers);
        CHECK(reply.status == 422);
        CHECK(reply.text("code") == "fields-invalid");
        return reply.json.at("errors").at(0);
    };
    const auto vietnamese = wrong({});
    CHECK(vietnamese.at("field") == "procedure");
    CHECK(vietnamese.at("message") == "bắt buộc");
    CHECK(wrong(english).at("field") == "procedure");
    CHECK(wrong(english).at("message") == "is required");
}

TEST_CASE("a word of a state is in the language that was asked for, also of an answer that is kept",
          "[system][languages]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string path = "/api/v1/dossiers/" + receive(officer);
    for (int times = 0; times < 2; ++times) {
        CHECK(officer.get(path).text("state_text") == "Đang giải quyết");
        const auto told = officer.request("GET", path, "", english);
        CHECK(told.text("state_text") == "In progress");
        CHECK(told.text("state") == "in_progress");
        CHECK(header(told, "content-language") == "en");
    }
}

TEST_CASE("a report's data are in the language that was asked for, its papers in the office's",
          "[system][languages][report]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    receive(officer);
    auto chairman = ward.as("chairman");
    const auto report = [&](const std::string& form, const net::Headers& headers) {
        auto reply = chairman.request(
            "GET", "/api/v1/reports/" + form + "from=2023-01-01&to=2030-12-31", "", headers);
        CHECK(reply.status == 200);
        return reply;
    };
    const auto usual = report("period?by=channel&", {});
    CHECK(header(usual, "content-language") == "vi");
    CHECK(usual.json.at("groups").at(0).at("name") == "Trực tiếp");
    const auto told = report("period?by=channel&", english);
    CHECK(header(told, "content-language") == "en");
    CHECK(told.json.at("groups").at(0).at("name") == "In person");

    CHECK_THAT(report("period.csv?by=channel&", {}).http.body, Contains("\nin_person,Trực tiếp,"));
    CHECK_THAT(report("period.csv?by=channel&", english).http.body,
               Contains("\nin_person,In person,"));
    CHECK(header(report("cchc?", english), "content-language") == "en, vi");
    CHECK(header(report("cchc?", {}), "content-language") == "vi");
    const auto form = report("06a?", english);
    CHECK(header(form, "content-language") == "en, vi");
    CHECK(form.json.at("columns").at(0).at("group") == "Received");
    for (const char* paper :
         {"period.pdf?", "period.xlsx?", "cchc.pdf?", "06a.xlsx?", "06a.csv?"}) {
        INFO(paper);
        CHECK(header(report(paper, english), "content-language") == "vi");
    }
}

TEST_CASE("a repeated request gives the first answer in the language it was given in",
          "[system][languages]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const auto refused = [&](net::Headers headers) {
        headers.emplace_back("Idempotency-Key", "key-1");
        return officer.request("POST", "/api/v1/counters/2/recall", "{}", std::move(headers));
    };
    const auto first = refused(english);
    CHECK(first.status == 409);
    CHECK(header(first, "content-language") == "en");
    const auto again = refused({});
    CHECK(header(again, "idempotency-replayed") == "true");
    CHECK(header(again, "content-language").empty());
    CHECK(again.http.body == first.http.body);
}

TEST_CASE("the program speaks the language of its locale, Vietnamese without one",
          "[system][languages]") {
    const ward::Ward office;
    const auto said = [&](const std::string& locale) {
        const Ended ended = office.run({"history", "H1"}, {.locale = locale});
        CHECK(ended.status == 1);
        return ended.errors;
    };
    CHECK_THAT(said("en_GB.UTF-8"), Contains("There is no dossier H1"));
    CHECK_THAT(said("vi_VN.UTF-8"), Contains("Không có hồ sơ H1"));
    CHECK_THAT(said("C.UTF-8"), Contains("Không có hồ sơ H1"));
}

TEST_CASE("what is refused before any route is said in the language that was asked for",
          "[system][languages]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const auto refused = [&](const std::string& path, net::Headers headers) {
        headers.insert(headers.end(), english.begin(), english.end());
        return officer.request("GET", path, "", std::move(headers));
    };
    const auto path = refused("/api/v1/dossiers/%ff", {});
    CHECK(path.status == 400);
    CHECK(header(path, "content-language") == "en");
    CHECK(path.text("title") == "Bad Request");
    const auto expectation = refused("/api/v1/dossiers", {{"Expect", "zz"}});
    CHECK(expectation.status == 417);
    CHECK(header(expectation, "content-language") == "en");
    const auto too_long =
        officer.request("POST", "/api/v1/dossiers", std::string(2U << 20U, ' '), english);
    CHECK(too_long.status == 413);
    CHECK(header(too_long, "content-language") == "en");
}

TEST_CASE("a certificate that cannot be made is told in the language of who asked for it",
          "[system][languages]") {
    const TemporaryDirectory folder;
    const auto said = [&](const std::string& locale) {
        const Start start{.locale = locale};
        return Program(MOTCUA_CORE,
                       {"tls", "--certificate", (folder / "a.crt").string(), "--key",
                        (folder / "a.key").string()},
                       start)
            .wait();
    };
    CHECK(said("en_GB.UTF-8").status == 0);
    const Ended again = said("en_GB.UTF-8");
    CHECK(again.status == 1);
    CHECK(again.errors == "motcua-core: " + (folder / "a.crt").string() +
                              " exists already: give another name or move it away first\n");
    CHECK_THAT(said("vi_VN.UTF-8").errors,
               Contains("hãy cho tên khác hoặc chuyển tệp đó đi trước"));
}

TEST_CASE("a port that is taken is told in the language of who started the program",
          "[system][languages]") {
    ServedWard other;
    const ward::Ward office;
    const std::string taken = "127.0.0.1:" + std::to_string(other.server().port());
    const auto said = [&](const std::string& locale) {
        const Ended ended = office.run({"serve", "--listen", taken}, {.locale = locale});
        CHECK(ended.status != 0);
        return ended.errors;
    };
    CHECK_THAT(said("en_GB.UTF-8"), Contains("choose another port by --listen; 127.0.0.1:"));
    CHECK_THAT(said("vi_VN.UTF-8"), Contains("hoặc chọn cổng khác bằng --listen; 127.0.0.1:"));
}
