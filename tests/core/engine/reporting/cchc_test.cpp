#include "core/engine/reporting/cchc.hpp"
#include "tests/support/random_samples.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

#include <map>

using core::Channel;
using core::OnlineLevel;
using samples::date;

namespace {

using Values = std::map<int, std::int64_t>;

/// The rows about dossiers, by looking at every one of them.
Values plain_count(core::BooksView& books, core::Day first, core::Day last) {
    const core::Catalogue catalogue(books.procedure_versions());
    Values rows{{31, 0}, {32, 0}, {34, 0}, {35, 0}, {36, 0}, {37, 0}};
    const auto within = [&](const std::optional<core::Instant>& at) {
        return at && core::local_date(*at) >= first && core::local_date(*at) <= last;
    };
    books.each_dossier(core::BooksView::Which::all, [&](const core::StoredDossier& stored) {
        const core::Dossier& dossier = stored.dossier;
        const OnlineLevel level = catalogue.by_id(dossier.procedure_version)->online_level;
        const bool online = dossier.channel == Channel::online;
        if (within(dossier.received_at)) {
            rows[31] += level == OnlineLevel::partial;
            rows[32] += level == OnlineLevel::partial && online;
            rows[34] += level == OnlineLevel::full;
            rows[35] += level == OnlineLevel::full && online;
            rows[36] += dossier.channel == Channel::postal;
        }
        rows[37] += within(dossier.returned_at) && dossier.return_channel == Channel::postal;
        return true;
    });
    return rows;
}

Values values_of(const core::FormCchc& form) {
    Values values;
    for (const core::CchcRow& row : form.rows) {
        if (row.value) values[row.number] = *row.value;
    }
    return values;
}

core::FormCchc made(core::BooksView& books, core::Day first, core::Day last) {
    const auto form = core::make_cchc_form(books, first, last);
    if (!form) FAIL(form.error().message.code);
    return *form;
}

} // namespace

TEST_CASE("form cchc from the counts equals counting every dossier", "[engine][form]") {
    for_random_cases(4, [](Random& random) {
        SqliteOffice office;
        const auto entries = samples::random_register(random, 150);
        REQUIRE(office.books().import_register(entries).summary);
        const auto books = office.books().read();
        for (int i = 0; i < 10; ++i) {
            const auto first = samples::random_day(random, date(2024, 3, 1), date(2024, 9, 30));
            const auto last = samples::random_day(random, first, date(2025, 1, 10));
            auto values = values_of(made(*books, first, last));
            for (const auto& [number, count] : plain_count(*books, first, last)) {
                INFO("row " << number);
                CHECK(values.at(number) == count);
            }
        }
    });
}

TEST_CASE("form cchc counts the procedures in force on the last day", "[engine][form]") {
    SqliteOffice office;
    const auto books = office.books().read();
    // 1.000005, of the vertical sector, is partly online until May and fully from June on.
    const auto may = values_of(made(*books, date(2024, 5, 1), date(2024, 5, 31)));
    CHECK(may.at(8) == 5);
    CHECK(may.at(30) == 2);
    CHECK(may.at(33) == 2);
    const auto june = values_of(made(*books, date(2024, 5, 1), date(2024, 6, 1)));
    CHECK(june.at(8) == 5);
    CHECK(june.at(30) == 1);
    CHECK(june.at(33) == 3);
}

TEST_CASE("form cchc counts the feedback sent in, ratings aside", "[engine][form]") {
    SqliteOffice office;
    const auto send_in = [&](core::FeedbackKind kind, core::Day day) {
        REQUIRE(office.books().write([&](core::Books& books) -> core::Result<void> {
            core::Feedback feedback;
            feedback.at = samples::at(day, std::chrono::hours{9});
            feedback.kind = kind;
            feedback.text = "Phản ánh";
            books.write_feedback().add(feedback);
            return {};
        }));
    };
    send_in(core::FeedbackKind::complaint, date(2024, 5, 1));
    send_in(core::FeedbackKind::suggestion, date(2024, 5, 31));
    send_in(core::FeedbackKind::rating, date(2024, 5, 10));
    send_in(core::FeedbackKind::complaint, date(2024, 6, 1));
    const auto books = office.books().read();
    const auto may = values_of(made(*books, date(2024, 5, 1), date(2024, 5, 31)));
    CHECK(may.at(14) == 2);
    CHECK_FALSE(may.contains(15));
    CHECK(values_of(made(*books, date(2024, 7, 1), date(2024, 7, 31))).at(14) == 0);
    CHECK_FALSE(values_of(made(*books, date(2024, 4, 1), date(2024, 4, 30))).contains(14));
}

TEST_CASE("form cchc does not know feedback where none was ever sent in", "[engine][form]") {
    SqliteOffice office;
    const auto values =
        values_of(made(*office.books().read(), date(2024, 5, 1), date(2024, 5, 31)));
    CHECK_FALSE(values.contains(14));
    CHECK_FALSE(values.contains(15));
    CHECK(values.at(31) == 0);
}

TEST_CASE("form cchc is refused where the period report is", "[engine][form]") {
    SqliteOffice office;
    const auto form =
        core::make_cchc_form(*office.books().read(), date(2024, 5, 2), date(2024, 5, 1));
    REQUIRE_FALSE(form);
    CHECK(form.error().kind == core::ErrorKind::invalid_input);
}
