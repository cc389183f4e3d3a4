#include "core/engine/dossiers/unsure_dossiers.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

using samples::at;
using samples::date;
using namespace std::chrono_literals;
using Years = std::vector<std::chrono::year>;

namespace {

/// The books' calendar has days off of 2024 alone.
class Books {
public:
    void receive(const char* procedure, core::Instant when) {
        const core::Intake intake{
            procedure, {"Lê Thị Hoa", "", "", ""}, core::Channel::in_person, "lan", 0};
        REQUIRE(office_.books().receive(intake, when));
    }

    void import_row(const std::string& row) {
        REQUIRE(office_.books().import_register(samples::register_header + row + "\n").summary);
    }

    std::int64_t unsure() {
        const auto books = office_.books().read();
        return core::count_unsure(*books, core::Catalogue(books->procedure_versions()),
                                  calendar(*books));
    }

    Years asked_for(core::Day today) {
        const auto books = office_.books().read();
        return core::years_asked_for(*books, calendar(*books), today);
    }

    SqliteOffice& office() { return office_; }

private:
    static core::WorkingCalendar calendar(core::BooksView& books) {
        return {books.office().hours, books.calendar_days()};
    }

    SqliteOffice office_;
};

} // namespace

TEST_CASE("open dossiers are counted whose due dates reach into a year that is not loaded",
          "[engine][unsure_dossiers]") {
    Books books;
    CHECK(books.unsure() == 0);
    books.receive("1.000004", at(date(2024, 12, 2), 9h));  // seven working days
    books.receive("1.000006", at(date(2024, 12, 30), 9h)); // without a limit
    CHECK(books.unsure() == 0);
    books.receive("1.000004", at(date(2024, 12, 30), 9h));
    books.receive("1.000003", at(date(2024, 12, 20), 9h)); // fifteen days
    CHECK(books.unsure() == 2);
    // Registers of the years before the calendar's first one: only what is open counts.
    books.import_row(
        "A-1,1.000004,A,,,,online,2021-03-04T08:00,,2021-03-08T09:00,approved,,,,0,0,");
    books.import_row("A-2,1.000004,A,,,,online,2021-03-04T08:00,2021-03-05T09:00/,,,,,,0,0,");
    CHECK(books.unsure() == 2); // closed, and suspended: no date that could be unsure
    books.import_row("A-3,1.000004,A,,,,online,2023-12-28T08:00,,,,,,,0,0,");
    CHECK(books.unsure() == 3);
}

TEST_CASE("a year is asked for once something open is due in it, and from November on",
          "[engine][unsure_dossiers]") {
    Books books;
    CHECK(books.asked_for(date(2024, 10, 31)).empty());
    CHECK(books.asked_for(date(2024, 11, 1)) == Years{2025y});
    CHECK(books.asked_for(date(2025, 1, 2)) == Years{2025y});
    books.receive("1.000003", at(date(2024, 12, 20), 9h));
    CHECK(books.asked_for(date(2024, 10, 31)) == Years{2025y});
    CHECK(books.asked_for(date(2024, 12, 20)) == Years{2025y});
    const std::string loaded = "date,kind,name\n2025-01-01,holiday,Tết Dương lịch\n";
    REQUIRE(books.office().books().import_calendar(loaded, core::CalendarImport::add_days).summary);
    CHECK(books.asked_for(date(2024, 12, 20)).empty());
    CHECK(books.unsure() == 0);
}
