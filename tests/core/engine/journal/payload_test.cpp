#include "core/engine/journal/codec/act_payload.hpp"
#include "core/engine/journal/codec/calendar_payload.hpp"
#include "core/engine/journal/codec/catalogue_payload.hpp"
#include "core/engine/journal/codec/dossier_payload.hpp"
#include "core/engine/journal/codec/people_payload.hpp"
#include "core/engine/journal/codec/register_payload.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/sample_books.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

namespace payload = core::payload;
using Catch::Matchers::Contains;
using samples::at;
using samples::date;
using samples::morning;
using std::chrono::hours;

namespace {

/// What a text field may hold and JSON must carry.
const std::string awkward = "\"Đỗ\" \\ Thị\n/ 𝄞 ;|,é";

core::ActRequest read_back(const core::ActRequest& request) {
    return payload::read_act(to_text(core::act_of(request)), request.act_at, request.reason,
                             payload::write(request, core::Dossier{}));
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
    CHECK(read.intake.act_at == intake.act_at);
    CHECK(read.intake.fee_vnd == intake.fee_vnd);
    CHECK(payload::read_version_key(text) == std::pair(procedure.code, procedure.effective_from));
    CHECK_THAT(text, Contains("\"due_at\":\"2024-05-09T17:00:00+07:00\""));
}

TEST_CASE("birth and sex come back from an intake's payload; one written before them has neither",
          "[engine][payload]") {
    const auto procedure = samples::procedure(samples::working_days(3));
    core::NewDossier intake = samples::intake(morning);
    for (const auto& birth : {core::BirthDate(date(1985, 3, 2)), core::BirthDate(1948)}) {
        intake.applicant.birth = birth;
        intake.applicant.sex = core::Sex::woman;
        const auto made = core::receive_dossier(intake, {samples::reference_calendar(), procedure});
        const std::string text = payload::write(intake, procedure, made);
        CHECK_THAT(text, Contains("\"birth_date\":\"" + to_text(birth) + "\",\"sex\":\"woman\""));
        CHECK(payload::read_beginning(text).intake.applicant == intake.applicant);
    }
    const std::string before =
        R"({"code":"A-230306-0001","procedure_code":"1.000001","applicant":{"name":"An",)"
        R"("id_number":"019085001234"},"channel":"in_person","at":"2023-03-06T08:00:00+07:00",)"
        R"("in_force_from":"2020-01-01","due_at":"2023-03-09T17:00:00+07:00"})";
    const auto read = payload::read_beginning(before).intake.applicant;
    CHECK(read == core::Applicant{"An", "019085001234", "", ""});
    CHECK_FALSE(read.birth);
    CHECK_FALSE(read.sex);
    const std::string garbled = R"({"applicant":{"name":"An","birth_date":"1985"},"channel":"x"})";
    CHECK_THROWS_AS(payload::read_beginning(garbled), std::runtime_error);
}

TEST_CASE("every act comes back from its payload as it was", "[engine][payload]") {
    for (const core::Act act : samples::all_acts) {
        INFO(core::to_text(act));
        core::ActRequest request{morning, {}, core::requests::empty(act)};
        CHECK(read_back(request) == request);
        request = samples::complete_request(act, morning);
        request.reason = awkward;
        CHECK(read_back(request) == request);
        samples::amend<core::requests::Correct>(request, [](auto& what) {
            what.correction = {core::Applicant{"", "", "", awkward}, core::Channel::online,
                               std::int64_t{0}, std::vector<core::DossierComponent>{}};
            what.replaced_facts = core::Correction{{}, core::Channel::postal, {}, {}};
        });
        samples::amend<core::requests::HandOver>(request, [](auto& what) {
            what.external_code = "CA-1";
            what.answer_due = morning;
        });
        samples::amend<core::requests::Digitise>(request, [](auto& what) {
            what.attachment = core::Attachment{awkward, "application/pdf", 7, "ab"};
        });
        samples::amend<core::requests::Receive>(
            request, [](auto& what) { what.in_force_from = date(2020, 1, 1); });
        CHECK(read_back(request) == request);
    }
}

TEST_CASE("an act's payload has its own facts, by the names of the first journal, in their order",
          "[engine][payload]") {
    core::Dossier after;
    after.state = core::DossierState::in_progress;
    after.version = 3;
    const auto text = [&](const core::requests::Any& what) {
        return payload::write({morning, "vì sao", what}, after);
    };
    namespace requests = core::requests;
    CHECK(text(requests::Resume{}) == R"({"state":"in_progress","version":3})");
    CHECK(text(requests::HandOver{"Chi cục Thuế", "T-1", morning}) ==
          R"({"agency":"Chi cục Thuế","external_code":"T-1",)"
          R"("answer_due":"2024-05-06T09:00:00+07:00","state":"in_progress","version":3})");
    const std::vector<core::DossierComponent> components = {{"Tờ khai", 1, 0, 2}};
    CHECK(text(requests::Correct{{{}, {}, 0, components}, core::Correction{{}, {}, 8000, {}}}) ==
          R"({"correction":{"fee_vnd":0,"papers":[{"name":"Tờ khai","originals":1,"copies":2}]},)"
          R"("said_before":{"fee_vnd":8000},"state":"in_progress","version":3})");
}

TEST_CASE("what a correction replaced is read by the second name that it had for a while too",
          "[engine][payload]") {
    for (const char* key : {"said_before", "replaced_facts"}) {
        const std::string text = std::string(R"({"correction":{"fee_vnd":0},")") + key +
                                 R"(":{"fee_vnd":8000},"state":"in_progress"})";
        CHECK(payload::read_act("correct", morning, "", text) ==
              core::ActRequest{morning, "",
                               core::requests::Correct{core::Correction{{}, {}, 0, {}},
                                                       core::Correction{{}, {}, 8000, {}}}});
    }
}

TEST_CASE("members that an act has no fact for are passed over", "[engine][payload]") {
    CHECK(payload::read_act("resume", morning, "",
                            R"({"agency":"Công an","paid_vnd":5,"state":"in_progress"})") ==
          core::ActRequest{morning, "", core::requests::Resume{}});
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
    other = dossier;
    other.applicant.birth = core::BirthDate(date(1990, 1, 1)); // the year is known already
    CHECK(payload::differing(dossier, other) == std::vector<std::string>{"applicant"});
    CHECK(payload::describe(dossier) != payload::describe(other));
}
