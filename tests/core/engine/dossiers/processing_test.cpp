#include "core/engine/dossiers/processing.hpp"
#include "tests/support/dossier_samples.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/said.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using core::ErrorKind;
using samples::at;
using samples::date;
using samples::morning;
using std::chrono::hours;

namespace {

core::Intake intake(const std::string& procedure = "1.000002") {
    return {procedure, {"Lê Thị Hoa", "", "", ""}, core::Channel::in_person, "lan", 2000};
}

} // namespace

TEST_CASE("dossiers of a day are numbered from 0001, and each day anew", "[engine][processing]") {
    SqliteOffice office;
    const auto code = [&](core::Instant now) {
        return office.books().receive(intake(), now)->code;
    };
    CHECK(code(morning) == "000.00.18.H55-240506-0001");
    CHECK(code(morning) == "000.00.18.H55-240506-0002");
    CHECK(code(at(date(2024, 5, 6), hours{24} - std::chrono::seconds{1})) ==
          "000.00.18.H55-240506-0003");
    CHECK(code(at(date(2024, 5, 7), hours{0})) == "000.00.18.H55-240507-0001");
    CHECK(code(morning) == "000.00.18.H55-240506-0004");
}

TEST_CASE("a code that came with an import is not given again", "[engine][processing]") {
    SqliteOffice office;
    REQUIRE(office.books().receive(intake(), morning));
    REQUIRE(
        office.books()
            .import_register(samples::register_header +
                             "000.00.18.H55-240506-0007,1.000002,A,,,,online,2024-05-06T08:00,,,"
                             ",,,,0,0,\n")
            .summary);
    CHECK(office.books().receive(intake(), morning)->code == "000.00.18.H55-240506-0008");
    CHECK(office.books().findings() == std::vector<std::string>{});
}

TEST_CASE("an intake is judged by the version in force that day", "[engine][processing]") {
    SqliteOffice office;
    const auto before = office.books().receive(intake("1.000005"), at(date(2024, 5, 31), hours{9}));
    const auto after = office.books().receive(intake("1.000005"), at(date(2024, 6, 3), hours{9}));
    REQUIRE((before && after));
    CHECK(before->due_at() ==
          at(date(2024, 6, 5), hours{11} + std::chrono::minutes{30})); // 2.5 days
    CHECK(after->due_at() == at(date(2024, 6, 10), hours{11} + std::chrono::minutes{30})); // 4.5
    CHECK(before->procedure_version != after->procedure_version);
}

TEST_CASE("an intake's dossier is what the counter said", "[engine][processing]") {
    SqliteOffice office;
    const auto dossier = office.books().receive(intake(), morning);
    REQUIRE(dossier);
    CHECK(dossier->applicant.name == "Lê Thị Hoa");
    CHECK(dossier->officer == "lan");
    CHECK(dossier->fee_vnd == 2000);
    CHECK(dossier->received_at == morning);
    CHECK(dossier->state == core::DossierState::in_progress);
    const auto view = office.books().read();
    const auto stored = view->find_dossier(dossier->code);
    REQUIRE(stored);
    CHECK(stored->dossier == *dossier);
    const auto event = view->event(stored->first_event);
    CHECK(event->act == "receive");
    CHECK(event->subject == dossier->code);
    CHECK(event->actor.who == "lan");
    CHECK(event->actor.place == "counter 1");
    CHECK(event->previous_seq == 0);
}

TEST_CASE("an intake for no procedure in force is refused and gives no code away",
          "[engine][processing]") {
    SqliteOffice office;
    const auto unknown = office.books().receive(intake("9.999999"), morning);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().kind == ErrorKind::invalid_input);
    CHECK(unknown.error().message == core::Message("procedure-unknown", {{"code", "9.999999"}}));
    const auto ended = office.books().receive(intake("2.000001"), morning);
    REQUIRE_FALSE(ended);
    CHECK(ended.error().message.code == "procedure-not-in-force");
    CHECK(office.books().receive(intake(), morning)->code == "000.00.18.H55-240506-0001");
}

TEST_CASE("each act is an event chained to the dossier's event before", "[engine][processing]") {
    SqliteOffice office;
    const std::string code = office.books().receive(intake(), morning)->code;
    REQUIRE(office.books().receive(intake(), morning)); // another one's event in between
    auto request = samples::complete_request(core::Act::reject, morning + hours{1});
    REQUIRE(office.books().act(code, request));
    const auto view = office.books().read();
    const auto stored = view->find_dossier(code);
    const auto event = view->event(stored->last_event);
    CHECK(event->act == "reject");
    CHECK(event->reason == request.reason);
    CHECK(event->act_at == request.act_at);
    CHECK(event->previous_seq == stored->first_event);
    CHECK(stored->last_event == stored->first_event + 2);
}

TEST_CASE("an act that cannot be is refused with what can be, and changes nothing",
          "[engine][processing]") {
    SqliteOffice office;
    const std::string code = office.books().receive(intake(), morning)->code;
    const auto head = office.books().read()->journal_head();
    const auto refusal = [&](const std::string& of, int version, core::ActRequest request) {
        const auto answer = office.books().act(of, version, request);
        REQUIRE_FALSE(answer);
        CHECK(office.books().read()->journal_head() == head);
        return answer.error();
    };
    auto request = samples::complete_request(core::Act::resume, morning);
    CHECK(refusal(code, 1, request).kind == ErrorKind::not_allowed);
    CHECK_THAT(samples::in_vietnamese(refusal(code, 1, request).message),
               Contains("Yêu cầu bổ sung"));
    CHECK(refusal(code, 0, request).kind == ErrorKind::conflict);
    CHECK(refusal(code, 2, request).kind == ErrorKind::conflict);
    CHECK(refusal("no-such-code", 1, request).kind == ErrorKind::not_found);
    request = samples::complete_request(core::Act::withdraw, morning);
    request.reason.clear();
    CHECK(refusal(code, 1, request).kind == ErrorKind::invalid_input);
    request = samples::complete_request(core::Act::resolve, morning - hours{1});
    CHECK(refusal(code, 1, request).kind == ErrorKind::invalid_input);
}

TEST_CASE("an act as it was written is done now, with what the dossier makes clear",
          "[engine][processing]") {
    SqliteOffice office;
    const auto dossier = office.books().receive(intake(), morning);
    REQUIRE(dossier);
    const core::WrittenAct pay{"", core::requests::Pay{}, {}};
    const auto done = [&](const std::string& code, core::Instant now) {
        core::Result<core::ChangedDossier> answer = core::Error{};
        (void)office.books().write([&](core::Books& books) -> core::Result<void> {
            answer = office.books().processing().act_as_written(books, code, dossier->version, pay,
                                                                samples::clerk(now));
            if (!answer) return answer.error();
            return {};
        });
        return answer;
    };
    CHECK(done("H55-1", morning).error().kind == ErrorKind::not_found);
    // The clock was set back: acts stay in their order.
    const auto paid = done(dossier->code, morning - hours{1});
    REQUIRE(paid);
    CHECK(paid->dossier.paid_vnd == 2000);
    CHECK(paid->dossier.last_act_at == morning);
    CHECK(paid->id == office.books().read()->find_dossier(dossier->code)->id);
    CHECK(done(dossier->code, morning).error().kind == ErrorKind::conflict);
    CHECK(office.books().findings() == std::vector<std::string>{});
}

TEST_CASE("a scan is attached to the dossier and journalled, on the version that was seen",
          "[engine][processing]") {
    SqliteOffice office;
    const auto dossier = office.books().receive(intake(), morning);
    REQUIRE(dossier);
    const auto digitise = [&](std::optional<int> version) {
        core::Result<core::Dossier> answer = core::Error{};
        (void)office.books().write([&](core::Books& books) -> core::Result<void> {
            core::AttachmentTable& table = books.write_attachments();
            core::StoredAttachment scan;
            scan.attachment = {"don.pdf", "application/pdf", 4, core::to_hex(core::sha256("%PDF"))};
            scan.content_id = table.begin_content();
            table.add_piece(scan.content_id, 0, "%PDF");
            scan.added_at = morning;
            scan.added_by = "lan";
            answer = office.books().processing().digitise(books, dossier->code, version, scan,
                                                          samples::clerk(morning));
            if (!answer) return answer.error();
            return {};
        });
        return answer;
    };
    CHECK(digitise(dossier->version + 7).error().kind == ErrorKind::conflict);
    const auto view = [&] { return office.books().read(); };
    const auto id = view()->find_dossier(dossier->code)->id;
    CHECK(view()->attachments().of(id).empty());
    REQUIRE(digitise(std::nullopt));
    CHECK(view()->attachments().of(id).size() == 1);
    CHECK(view()->find_dossier(dossier->code)->dossier.digitised_at == morning);
    CHECK(office.books().findings() == std::vector<std::string>{});
}

TEST_CASE("a submission has no officer, whoever typed it in", "[engine][processing]") {
    SqliteOffice office;
    core::Result<core::Dossier> submitted = core::Error{};
    REQUIRE(office.books().write([&](core::Books& books) -> core::Result<void> {
        submitted = office.books().processing().submit(books, intake(), samples::clerk(morning));
        if (!submitted) return submitted.error();
        return {};
    }));
    CHECK(submitted->officer.empty());
}
