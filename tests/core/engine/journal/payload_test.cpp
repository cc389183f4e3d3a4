#include "core/engine/journal/journal.hpp"
#include "core/engine/journal/payload.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/sample_books.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

namespace payload = core::payload;
using Catch::Matchers::Contains;
using samples::at;
using samples::date;
using std::chrono::hours;

namespace {

const core::Instant morning = at(date(2024, 5, 6), hours{9});

/// What a text field may hold and JSON must carry.
const std::string awkward = "\"Đỗ\" \\ Thị\n/ 𝄞 ;|,é";

core::ActRequest read_back(const core::ActRequest& request) {
    return payload::read_act(to_text(request.act), request.at, request.reason,
                             payload::write(request, core::Dossier{}));
}

void check_same(const core::ActRequest& read, const core::ActRequest& written) {
    CHECK(read.act == written.act);
    CHECK(read.at == written.at);
    CHECK(read.reason == written.reason);
    CHECK(read.agency == written.agency);
    CHECK(read.assignee == written.assignee);
    CHECK(read.new_appointment == written.new_appointment);
    CHECK(read.new_due == written.new_due);
    CHECK(read.return_channel == written.return_channel);
    CHECK(read.correction == written.correction);
    CHECK(read.paid_vnd == written.paid_vnd);
}

} // namespace

TEST_CASE("a register's row comes back from its payload as it was", "[engine][payload]") {
    const auto& calendar = samples::reference_calendar();
    for_random_cases(300, [&](Random& random) {
        core::RegisterEntry entry = samples::random_entry(random);
        const auto procedure = samples::procedure(samples::random_limit(random));
        entry.procedure_code = procedure.code;
        entry.applicant = {awkward, "019090000001", random.one_in(2) ? "0912" : "", awkward};
        entry.officer = random.pick(samples::officers);
        entry.fee_vnd = random.between(0, 2) * 50'000;
        const auto dossier = core::dossier_of(entry, procedure, calendar);
        const std::string text = payload::write(entry, procedure, dossier);
        CHECK(payload::read_register_entry(text) == entry);
        CHECK(payload::row_part(text) == payload::write_row(entry));
        CHECK(payload::read_version_key(text) ==
              std::pair(procedure.code, procedure.effective_from));
    });
}

TEST_CASE("rows that differ in anything have different row parts", "[engine][payload]") {
    Random random{3};
    core::RegisterEntry entry = samples::random_entry(random);
    entry.applicant = {"Lê Hoa", "019", "09", "Tổ 1"};
    const std::string before = payload::write_row(entry);
    const auto changed = [&](auto change) {
        core::RegisterEntry other = entry;
        change(other);
        return payload::write_row(other) != before;
    };
    CHECK(changed([](auto& e) { e.applicant.name = "Lê Hóa"; }));
    CHECK(changed([](auto& e) { e.applicant.address = ""; }));
    CHECK(changed([](auto& e) { e.received_at += std::chrono::seconds{1}; }));
    CHECK(changed([](auto& e) { e.pauses.push_back({e.received_at, {}}); }));
    CHECK(changed([](auto& e) { e.digitised = !e.digitised; }));
    CHECK(changed([](auto& e) { e.fee_vnd += 1; }));
    CHECK(changed([](auto& e) { e.linked_agencies.emplace_back("Công an"); }));
    CHECK(changed([](auto& e) { e.officer += "x"; }));
}

TEST_CASE("an intake comes back from its payload as it was", "[engine][payload]") {
    const auto procedure = samples::procedure(samples::working_days(3));
    core::NewDossier intake = samples::intake(morning, core::Channel::postal);
    intake.applicant.address = awkward;
    intake.fee_vnd = 8000;
    const auto made = core::receive_dossier(intake, {samples::reference_calendar(), procedure});
    const std::string text = payload::write(intake, procedure, made);
    const auto read = payload::read_beginning(text);
    CHECK(read.procedure_code == procedure.code);
    CHECK(read.in_force_from == procedure.effective_from);
    CHECK(read.intake.code == intake.code);
    CHECK(read.intake.applicant == intake.applicant);
    CHECK(read.intake.channel == intake.channel);
    CHECK(read.intake.officer == intake.officer);
    CHECK(read.intake.at == intake.at);
    CHECK(read.intake.fee_vnd == intake.fee_vnd);
    CHECK(payload::read_version_key(text) == std::pair(procedure.code, procedure.effective_from));
    CHECK_THAT(text, Contains("\"due_at\":\"2024-05-09T17:00:00+07:00\""));
}

TEST_CASE("every act comes back from its payload as it was", "[engine][payload]") {
    for (const core::Act act : samples::all_acts) {
        INFO(core::to_text(act));
        core::ActRequest request;
        request.act = act;
        request.at = morning;
        check_same(read_back(request), request);
        request = samples::complete_request(act, morning);
        request.reason = awkward;
        request.correction = core::Correction{core::Applicant{"", "", "", awkward},
                                              core::Channel::online, std::int64_t{0}};
        check_same(read_back(request), request);
        request.correction = core::Correction{};
        check_same(read_back(request), request);
    }
}

TEST_CASE("a calendar comes back from its payload as it was", "[engine][payload]") {
    CHECK(payload::read_calendar(payload::write(samples::reference_days())) ==
          samples::reference_days());
    CHECK(payload::read_calendar(payload::write(core::CalendarDays{})).empty());
}

TEST_CASE("versions come back from their payload as they were", "[engine][payload]") {
    auto first = samples::procedure(samples::working_days(2.5));
    first.id = 0;
    auto second = samples::procedure(samples::no_limit());
    second.id = 0;
    second.name = awkward;
    second.limit.cutoff = std::chrono::minutes{15 * 60};
    second.fee_vnd = 8000;
    second.online_level = core::OnlineLevel::full;
    second.sector = core::Sector::vertical;
    second.linked_agencies = {"BHXH", awkward};
    second.documents = {"Tờ khai"};
    second.decision = "QĐ";
    second.effective_to = date(2030, 1, 1);
    const std::vector versions = {first, second};
    CHECK(payload::read_versions(payload::write(versions)) == versions);
}

TEST_CASE("a user's payload tells a changed password, never the hash", "[engine][payload]") {
    core::User user{"lan", "Lan", core::Role::admin, "$argon2id$secret", false};
    const std::string before = payload::write(user);
    CHECK_THAT(before, !Contains("secret") && Contains("\"role\":\"admin\""));
    user.password_hash = "$argon2id$other";
    CHECK(payload::write(user) != before);
}

TEST_CASE("a damaged payload is an error, never a crash", "[engine][payload]") {
    for (const std::string text :
         {"", "{", "[]", "null", "{\"row\":3}", "{\"row\":{\"channel\":\"by pigeon\"}}",
          "{\"row\":{\"channel\":\"online\",\"fee_vnd\":\"much\"}}",
          "{\"row\":{\"channel\":\"online\",\"pauses\":\"yesterday\"}}",
          "{\"row\":{\"channel\":\"online\",\"received_at\":\"2024-13-01T00:00\"}}"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(payload::read_register_entry(text), std::runtime_error);
        CHECK_THROWS_AS(payload::read_beginning(text), std::runtime_error);
        CHECK_THROWS_AS(payload::read_version_key(text), std::runtime_error);
        CHECK_THROWS_AS(payload::read_calendar(text), std::runtime_error);
        CHECK_THROWS_AS(payload::read_versions(text), std::runtime_error);
    }
    CHECK_THROWS_AS(payload::read_act("dance", morning, "", "{}"), std::runtime_error);
    CHECK_THROWS_AS(payload::read_act("correct", morning, "", "{\"correction\":1}"),
                    std::runtime_error);
    CHECK_THROWS_AS(payload::read_versions("{\"versions\":[{\"unit\":\"none\",\"cutoff\":\"noon\","
                                           "\"online_level\":\"none\",\"sector\":\"ward\"}]}"),
                    std::runtime_error);
}

TEST_CASE("two dossiers are told apart by the members that differ", "[engine][payload]") {
    const auto procedure = samples::procedure(samples::working_days(3));
    const core::Rules rules{samples::reference_calendar(), procedure};
    const auto dossier = core::receive_dossier(samples::intake(morning), rules);
    CHECK(payload::differing(dossier, dossier).empty());
    auto other = dossier;
    other.applicant.phone = "0";
    other.assignee = "minh";
    CHECK(payload::differing(dossier, other) == std::vector<std::string>{"applicant", "assignee"});
    CHECK(payload::differing(other, dossier) == std::vector<std::string>{"applicant", "assignee"});
    CHECK(payload::describe(dossier) != payload::describe(other));
}
