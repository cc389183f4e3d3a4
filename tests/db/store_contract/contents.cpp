// What is kept comes back as it was, to the office it belongs to, and can be searched for.

#include "core/domain/text.hpp"
#include "core/engine/office/administration.hpp"
#include "tests/support/report_check.hpp"
#include "tests/support/sample_books.hpp"
#include "tests/support/store_contract.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using core::Books;
using core::Result;
using samples::morning;
using samples::OfficeBooks;

namespace {

const core::Day first_day = samples::date(2024, 1, 1);
const core::Day last_day = samples::date(2024, 12, 31);

core::Office town() { return samples::office("000.00.20.H55", "UBND thị trấn"); }

std::vector<std::string> codes_found(core::BooksView& books, const std::string& query) {
    std::vector<std::string> codes;
    for (const auto& stored : books.search_dossiers(core::search_words(query), 100))
        codes.push_back(stored.dossier.code);
    return codes;
}

std::vector<std::string> procedures_found(core::BooksView& books, const std::string& query) {
    std::vector<std::string> codes;
    for (const auto& version : books.search_procedures(core::search_words(query), 100))
        codes.push_back(version.code);
    return codes;
}

core::Result<core::Dossier> receive(OfficeBooks& books, const core::Applicant& applicant) {
    return books.receive({"1.000002", applicant, core::Channel::in_person, "lan", 0}, morning);
}

void offices_are_kept_apart(StorePlace& place) {
    const auto store = place.create();
    auto ward = OfficeBooks::found(*store);
    const std::int64_t setup = ward.read()->journal_head().seq;
    auto other = OfficeBooks::found(*store, town());
    Random random{1};
    const auto entries = samples::random_register(random, 40);
    REQUIRE(ward.import_register(entries).summary->added == 40);
    const auto first_ten = std::vector(entries.begin(), entries.begin() + 10);
    REQUIRE(other.import_register(first_ten).summary->added == 10); // the same codes

    CHECK(ward.read()->journal_head().seq == setup + 41);
    CHECK(other.read()->journal_head().seq == setup + 11);
    CHECK(ward.read()->dossier_count() == 40);
    CHECK(other.read()->dossier_count() == 10);
    CHECK_FALSE(other.read()->find_dossier("X-11"));
    const auto report = [&](OfficeBooks& books) {
        return core::make_period_report(*books.read(), first_day, last_day, {})
            ->total.received.total();
    };
    CHECK(report(ward) == 40);
    CHECK(report(other) == 10);
    for (OfficeBooks* books : {&ward, &other}) {
        CHECK(books->findings() == std::vector<std::string>{});
        samples::check_all_groupings(*books->read(), first_day, last_day);
    }
}

void searches_stay_in_the_office(StorePlace& place) {
    const auto store = place.create();
    auto ward = OfficeBooks::found(*store);
    auto other = OfficeBooks::found(*store, town());
    REQUIRE(receive(ward, {"Đặng Thị Bưởi", "", "", ""}));
    REQUIRE(receive(other, {"Đặng Văn Quýt", "", "", ""}));
    REQUIRE(receive(other, {"Đặng Văn Cam", "", "", ""}));
    CHECK(codes_found(*ward.read(), "dang") ==
          std::vector<std::string>{"000.00.18.H55-240506-0001"});
    CHECK(codes_found(*other.read(), "dang").size() == 2);
    CHECK(procedures_found(*ward.read(), "khai sinh").size() == 2);
    const auto renamed = other.import_catalogue(
        samples::catalogue_header +
        "1.000001,Khai sinh kiểu mới,Hộ tịch,0,working_day,15:00,0,partial,ward,,,QĐ1,2020-01-01,");
    REQUIRE(renamed.summary);
    CHECK(procedures_found(*ward.read(), "kiểu mới").empty());
    CHECK(procedures_found(*other.read(), "kiểu mới").size() == 1);
}

void people_of_one_office(StorePlace& place) {
    const auto store = place.create();
    auto ward = OfficeBooks::found(*store);
    auto other = OfficeBooks::found(*store, town());
    const core::User lan{"lan", "Nguyễn Thị Lan", core::Role::chairman, "$argon2id$a", false};
    const core::User other_lan{"lan", "Hoàng Lan", core::Role::officer, "$argon2id$b", true};
    const core::Device kiosk{"kiosk-1", core::DeviceKind::kiosk, "Sảnh", "c0de", "", false};
    const core::Device board{"kiosk-1", core::DeviceKind::board, "Bảng", "", "key", true};
    const auto add = [&](OfficeBooks& books, const core::User& user, const core::Device& device) {
        REQUIRE(books.write([&](Books& in) -> Result<void> {
            if (auto added = core::add_user(in, user, samples::clerk(morning)); !added)
                return added;
            return core::enrol_device(in, device, samples::clerk(morning));
        }));
    };
    add(ward, lan, kiosk);
    add(other, other_lan, board);
    CHECK(ward.read()->users() == std::vector{lan});
    CHECK(ward.read()->devices() == std::vector{kiosk});
    CHECK(other.read()->users() == std::vector{other_lan});
    CHECK(other.read()->devices() == std::vector{board});
    CHECK(ward.findings() == std::vector<std::string>{});
    CHECK(other.findings() == std::vector<std::string>{});
}

void offices_are_listed(StorePlace& place) {
    auto store = place.create();
    CHECK(store->agencies().empty());
    const auto ward = store->add_agency(samples::office());
    const auto second = store->add_agency(town());
    REQUIRE((ward && second));
    const auto taken = store->add_agency(samples::office("000.00.20.H55", "another"));
    REQUIRE_FALSE(taken);
    CHECK(taken.error().kind == core::ErrorKind::conflict);
    store.reset();
    store = place.open();
    const auto agencies = store->agencies();
    REQUIRE(agencies.size() == 2);
    CHECK(agencies[0].id == *ward);
    CHECK(agencies[1].code == "000.00.20.H55");
    CHECK(agencies[1].name == "UBND thị trấn");
    CHECK(store->read(*ward)->office() == samples::office());
    CHECK(store->read(*ward)->journal_head() == core::JournalHead{});
}

core::ProcedureVersion full_version() {
    core::ProcedureVersion version = samples::procedure(samples::working_hours(2.5));
    version.id = 0;
    version.limit.cutoff = std::chrono::minutes{15 * 60 + 1};
    version.fee_vnd = 123'456;
    version.online_level = core::OnlineLevel::full;
    version.sector = core::Sector::vertical;
    version.linked_agencies = {"BHXH", "Công an"};
    version.documents = {"Tờ khai", "Giấy chứng sinh"};
    version.decision = "2880/QĐ-UBND";
    version.effective_to = samples::date(2031, 12, 31);
    return version;
}

void everything_comes_back(StorePlace& place) {
    auto store = place.create();
    const auto agency = *store->add_agency(samples::office());
    core::Office changed = samples::office("000.00.18.H55", "Trung tâm Phục vụ hành chính công");
    changed.reception = samples::half_day_hours();
    core::ProcedureVersion version = full_version();
    core::NewEvent event{morning,
                         morning - std::chrono::hours{1},
                         "act",
                         "subject",
                         {"lan", "counter \"1\""},
                         "vì\nlý do",
                         "{\"a\":1}",
                         0};
    REQUIRE(store->write(agency, [&](Books& books) -> Result<void> {
        books.put_office(changed);
        books.put_calendar(samples::reference_days());
        version.id = books.put_version(version);
        books.mark_practice();
        books.append(event);
        return {};
    }));
    store.reset();
    store = place.open();
    const auto view = store->read(agency);
    CHECK(view->office() == changed);
    CHECK(view->agency().name == changed.name);
    CHECK(view->calendar_days() == samples::reference_days());
    CHECK(view->procedure_versions() == std::vector{version});
    CHECK(view->is_practice());
    const auto read = view->event(1);
    REQUIRE(read);
    CHECK(read->act_at == event.act_at);
    CHECK(read->actor.place == event.actor.place);
    CHECK(read->reason == event.reason);
    CHECK(read->hash == core::chain_hash(core::Hash{}, 1, event));
    CHECK(view->journal_head() == core::JournalHead{1, read->hash});
}

void applicants_are_found(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const auto huong = receive(books, {"Nguyễn Thị Hương", "019190000017", "0912345678", "Tổ 1"});
    const auto dung = receive(books, {"Đỗ Mạnh Dũng", "019090000025", "0987000111", "Hương Sơn"});
    REQUIRE((huong && dung));
    const std::vector<std::string> found_huong = {huong->code};
    const std::vector<std::string> found_dung = {dung->code};
    const auto view = books.read();
    for (const char* query :
         {"Hương", "huong", "HUONG", "nguyen huong", "hươ", "ngu thi", "019190", "0912345678"})
        CHECK(codes_found(*view, query) == found_huong);
    for (const char* query : {"đỗ", "do manh", "dung"})
        CHECK(codes_found(*view, query) == found_dung);
    CHECK(codes_found(*view, "0").size() == 2);
    for (const char* query : {"", "son", "uong", "huong dung", "\"*"})
        CHECK(codes_found(*view, query).empty());
    CHECK(view->search_dossiers(core::search_words("0"), 1).front().dossier.code == dung->code);
}

void birth_and_sex_are_kept(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    core::Applicant by_day{"Nguyễn Thị Hương", "", "0912345678", ""};
    by_day.birth = core::BirthDate(samples::date(1935, 3, 2)); // before the epoch of instants
    by_day.sex = core::Sex::woman;
    core::Applicant by_year{"Đỗ Mạnh Dũng", "", "", ""};
    by_year.birth = core::BirthDate(1948);
    const auto first = receive(books, by_day);
    const auto second = receive(books, by_year);
    const auto third = receive(books, {"Lê Hoa", "", "", ""});
    REQUIRE((first && second && third));
    const auto stored = [&](const auto& dossier) {
        return books.read()->find_dossier(dossier->code)->dossier.applicant;
    };
    CHECK(stored(first) == by_day);
    CHECK(stored(second) == by_year);
    CHECK(stored(third) == core::Applicant{"Lê Hoa", "", "", ""});
    core::requests::Correct what;
    what.correction.applicant = by_day;
    REQUIRE(books.act(second->code, {morning, "Nhầm người", what}));
    REQUIRE(books.act(first->code,
                      {morning, "Nhầm người", core::requests::Correct{{by_year, {}, {}, {}}, {}}}));
    CHECK(stored(second) == by_day);
    CHECK(stored(first) == by_year);
    CHECK(books.findings() == std::vector<std::string>{});
}

void old_name_is_not_found(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const auto dossier = receive(books, {"Nguyễn Thị Hương", "", "0912345678", ""});
    REQUIRE(dossier);
    core::requests::Correct what;
    what.correction.applicant = core::Applicant{"Nguyễn Thị Hường Em", "", "0999", ""};
    REQUIRE(books.act(dossier->code, {morning, "Sai tên", what}));
    const auto view = books.read();
    CHECK(codes_found(*view, "hường em") == std::vector{dossier->code});
    CHECK(codes_found(*view, "0999") == std::vector{dossier->code});
    CHECK(codes_found(*view, "0912345678").empty());
    CHECK(books.findings() == std::vector<std::string>{});
}

void procedures_are_found(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const auto view = books.read();
    const std::vector<std::string> births = {"1.000001", "1.000004"};
    for (const char* query : {"khai sinh", "KHAI SINH", "Khai Sinh", "khai si", "sinh khai"})
        CHECK(procedures_found(*view, query) == births);
    CHECK(procedures_found(*view, "khai sinh lien thong") == std::vector<std::string>{"1.000004"});
    CHECK(procedures_found(*view, "1.000003") == std::vector<std::string>{"1.000003"});
    CHECK(procedures_found(*view, "đất") == std::vector<std::string>{"1.000005", "1.000005"});
    CHECK(procedures_found(*view, "").empty());
    CHECK(view->search_procedures(core::search_words("khai sinh"), 1).size() == 1);
    const auto names = view->procedure_names(samples::date(2024, 5, 31));
    const auto name_of = [&](const std::string& code) {
        std::string name;
        for (const auto& [known, text] : names)
            if (known == code) name = text; // the last one counts
        return name;
    };
    CHECK(name_of("1.000005") == "Chuyển nhượng đất");
}

} // namespace

std::vector<StoreClause> store_contract::contents() {
    return {{"offices in one store are kept apart though their dossiers have the same codes",
             offices_are_kept_apart},
            {"a search finds only what belongs to the office", searches_stay_in_the_office},
            {"users and devices belong to one office", people_of_one_office},
            {"offices are listed, each code once", offices_are_listed},
            {"office, calendar, versions and events come back as they were", everything_comes_back},
            {"applicants are found by the beginnings of words, without diacritics",
             applicants_are_found},
            {"an applicant's birth, its day or its year alone, and sex are kept",
             birth_and_sex_are_kept},
            {"after a correction the old words no longer find the dossier", old_name_is_not_found},
            {"procedures are found by code and name", procedures_are_found}};
}
