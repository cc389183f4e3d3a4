#include "core/engine/reporting/counted_dossiers.hpp"
#include "core/engine/reporting/reporting.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <vector>

using core::CountedQuery;
using core::GroupBy;
using samples::date;

namespace {

const core::Day first = date(2024, 4, 15);
const core::Day last = date(2024, 6, 20);

/// A register of random dossiers and what a report says of it.
class Counted {
public:
    Counted() {
        Random random{20260512};
        REQUIRE(office_.books().import_register(samples::random_register(random, 80)).summary);
    }

    core::CountedDossiers of(CountedQuery query) {
        const auto books = office_.books().read();
        query.first = first;
        query.last = last;
        const core::Catalogue catalogue(books->procedure_versions());
        return core::counted_dossiers(*books, catalogue, query);
    }

    /// Puts a name right, by today's act.
    void rename(const std::string& code, const std::string& name) {
        core::Correction correction;
        correction.applicant = core::Applicant{name, "", "", ""};
        const core::Instant now = samples::at(date(2026, 11, 30), std::chrono::hours{9});
        const core::ActRequest request{now, "ghi nhầm tên",
                                       core::requests::Correct{correction, {}}};
        const auto corrected = office_.books().act(code, request);
        REQUIRE(corrected);
    }

    core::PeriodReport report(GroupBy by) {
        const auto made = core::make_period_report(*office_.books().read(), first, last, by);
        REQUIRE(made);
        return *made;
    }

    /// Every figure shows as many dossiers as it says.
    void check(const core::PeriodFigures& figures, CountedQuery query) {
        query.limit = 1'000;
        for (const core::FigureName& figure : core::figure_names()) {
            query.figure = &figure;
            CAPTURE(figure.name);
            const auto counted = of(query);
            CHECK(counted.total == static_cast<std::size_t>(figure.of(figures)));
            CHECK(counted.dossiers.size() == counted.total);
            CHECK_FALSE(counted.more);
        }
    }

private:
    SqliteOffice office_;
};

} // namespace

TEST_CASE("every figure of every group counts the dossiers it shows", "[engine][counted]") {
    Counted counted;
    counted.check(counted.report(GroupBy::field).total, {});
    for (const GroupBy by : core::groupings.values()) {
        CAPTURE(core::to_text(by));
        const auto report = counted.report(by);
        CHECK_FALSE(report.groups.empty());
        for (const core::ReportGroup& group : report.groups) {
            CountedQuery query;
            if (by == GroupBy::month) {
                query.month = core::parse_month(group.key);
                REQUIRE(query.month);
            } else {
                query.group = {by, group.key};
            }
            counted.check(group.figures, query);
        }
    }
}

TEST_CASE("a month cuts the period that is looked at", "[engine][counted]") {
    Counted counted;
    CountedQuery query;
    query.figure = core::find_figure("received");
    query.month = date(2024, 5, 1);
    CHECK(counted.of(query).first == date(2024, 5, 1));
    CHECK(counted.of(query).last == date(2024, 5, 31));
    query.month = date(2024, 4, 1);
    CHECK(counted.of(query).first == first);
    query.month = date(2024, 6, 1);
    CHECK(counted.of(query).last == last);
    query.month = date(2023, 6, 1);
    CHECK(counted.of(query).total == 0);
}

TEST_CASE("the dossiers behind a figure come page by page", "[engine][counted]") {
    Counted counted;
    CountedQuery query;
    query.figure = core::find_figure("received");
    query.limit = 7;
    CountedQuery all = query;
    all.limit = 1'000;
    const auto whole = counted.of(all);
    REQUIRE(whole.total > 8);
    std::size_t seen = 0;
    for (bool more = true; more; query.skip += query.limit) {
        const auto page = counted.of(query);
        CHECK(page.total == whole.total);
        for (const auto& stored : page.dossiers) CHECK(stored.id == whole.dossiers.at(seen++).id);
        more = page.more;
        REQUIRE(query.skip < 1'000);
    }
    CHECK(seen == whole.total);
}

TEST_CASE("the dossiers behind a figure are sorted as a whole, by pages or passing over some",
          "[engine][counted]") {
    Counted counted;
    for (const core::DossierSort sort : core::dossier_sorts()) {
        for (const bool descending : {false, true}) {
            CAPTURE(to_text(sort), descending);
            CountedQuery query;
            query.figure = core::find_figure("received");
            query.order = {sort, descending};
            query.limit = 1'000;
            const auto whole = counted.of(query);
            REQUIRE(whole.total > 8);
            query.limit = 7;
            std::size_t seen = 0;
            for (bool more = true; more;) {
                const auto page = counted.of(query);
                CHECK(page.total == whole.total);
                for (const auto& stored : page.dossiers)
                    CHECK(stored.id == whole.dossiers.at(seen++).id);
                more = page.more;
                query.after = page.next;
            }
            CHECK(seen == whole.total);
            query.after.reset();
            query.skip = 5;
            CHECK(counted.of(query).dossiers.front().id == whole.dossiers.at(5).id);
        }
    }
}

TEST_CASE("the dossiers behind a figure are each shown once while names are put right",
          "[engine][counted]") {
    Counted counted;
    CountedQuery query;
    query.figure = core::find_figure("received");
    query.order = {core::DossierSort::applicant, false};
    query.limit = 1'000;
    const auto whole = counted.of(query);
    // Only what is open can be put right: one of the first page moves to the end, the last one to
    // the beginning.
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < whole.total; ++at) {
        if (whole.dossiers[at].dossier.is_open()) open.push_back(at);
    }
    REQUIRE(open.size() > 1);
    REQUIRE(open.back() > open.front() + 1);
    query.limit = open.front() + 1;
    const core::StoredDossier& moves_back = whole.dossiers[open.front()];
    const core::StoredDossier& moves_ahead = whole.dossiers[open.back()];
    std::vector<std::int64_t> seen;
    for (bool more = true; more;) {
        const auto page = counted.of(query);
        for (const auto& stored : page.dossiers) seen.push_back(stored.id);
        if (!query.after) {
            counted.rename(moves_back.dossier.code, "Ỷ Y");
            counted.rename(moves_ahead.dossier.code, "An An");
        }
        more = page.more;
        query.after = page.next;
        query.walked = page.walked;
    }
    CHECK(seen.at(query.limit) == moves_ahead.id);
    CHECK(seen.size() == whole.total);
    CHECK(std::set(seen.begin(), seen.end()).size() == whole.total);
}
