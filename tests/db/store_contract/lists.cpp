// Lists of dossiers: a store's own language says what `fits` says in ours.

#include "core/domain/overdue.hpp"
#include "core/engine/dossiers/work_lists.hpp"
#include "tests/support/sample_books.hpp"
#include "tests/support/store_contract.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

using core::DossierQuery;
using core::StoredDossier;
using samples::OfficeBooks;
using Standing = DossierQuery::Standing;

namespace {

const core::Day list_begins = samples::date(2024, 5, 6);
const core::Day list_ends = samples::date(2024, 5, 24);

std::vector<StoredDossier> all_of(OfficeBooks& books) {
    std::vector<StoredDossier> all;
    books.read()->each_dossier(core::BooksView::Which::all, [&](const StoredDossier& stored) {
        all.push_back(stored);
        return true;
    });
    return all;
}

/// Dossiers received, submitted and refused, with some acts each, and some of a register.
void live_through_three_weeks(OfficeBooks& books, Random& random) {
    for (int i = 0; i < 120; ++i) {
        core::Instant moment = samples::random_moment(random, list_begins, list_ends);
        const core::Intake intake{random.pick(samples::procedure_codes),
                                  {"Lê Hoa " + std::to_string(i), "", "", ""},
                                  random.pick(samples::all_channels),
                                  random.pick(samples::officers),
                                  0};
        std::string code;
        const auto begun = books.write([&](core::Books& in) -> core::Result<void> {
            const auto at = samples::clerk(moment);
            const auto made = random.one_in(6) ? books.processing().submit(in, intake, at)
                              : random.one_in(9)
                                  ? books.processing().refuse(in, intake, "lý do", at)
                                  : books.processing().receive(in, intake, at);
            if (!made) return made.error();
            code = made->code;
            return {};
        });
        REQUIRE(begun);
        for (int left = random.integer(0, 4); left > 0; --left) {
            auto request = samples::complete_request(random.pick(samples::all_acts),
                                                     samples::random_later(random, moment));
            if (books.act(code, request)) moment = request.act_at;
        }
    }
    REQUIRE(books.import_register(samples::random_register(random, 40)).summary);
}

template <typename Value, typename Values>
Value one_or_none(Random& random, const Values& values, const Value& none) {
    return random.one_in(3) ? Value(random.pick(values)) : none;
}

/// A due instant that some dossier has, or one a second beside it: where bounds go wrong.
std::optional<core::Instant> random_bound(Random& random, const std::vector<StoredDossier>& all) {
    if (!random.one_in(3)) return std::nullopt;
    const auto due = random.pick(all).dossier.due_at();
    if (!due) return samples::at(list_begins, std::chrono::hours{random.integer(0, 400)});
    return *due + std::chrono::seconds{random.integer(-1, 1)};
}

DossierQuery random_query(Random& random, const std::vector<StoredDossier>& all) {
    constexpr std::array standings = {Standing::any, Standing::open, Standing::to_return};
    DossierQuery query;
    query.standing = random.pick(standings);
    query.state = one_or_none<std::optional<core::DossierState>>(random, samples::all_states, {});
    query.due_from = random_bound(random, all);
    query.due_before = random_bound(random, all);
    query.officer = one_or_none<std::string>(random, samples::officers, "");
    query.assignee = random.one_in(6) ? "minh" : "";
    query.procedure_code = one_or_none<std::string>(random, samples::procedure_codes, "");
    query.limit = 10'000;
    return query;
}

std::vector<std::int64_t> ids_of(const std::vector<StoredDossier>& dossiers) {
    std::vector<std::int64_t> ids;
    for (const StoredDossier& each : dossiers) ids.push_back(each.id);
    return ids;
}

void check_order(const DossierQuery& query, const std::vector<StoredDossier>& listed) {
    const auto is_after = [&](const StoredDossier& a, const StoredDossier& b) {
        if (query.is_of_open()) {
            const auto due_a = a.dossier.due_at();
            const auto due_b = b.dossier.due_at();
            return due_b && (!due_a || *due_a > *due_b);
        }
        if (query.standing == Standing::to_return)
            return *a.dossier.closed_at > *b.dossier.closed_at;
        return a.id < b.id;
    };
    for (std::size_t i = 1; i < listed.size(); ++i) CHECK_FALSE(is_after(listed[i - 1], listed[i]));
}

void a_list_shows_what_fits(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    Random random{20260513};
    live_through_three_weeks(books, random);
    const auto all = all_of(books);
    std::size_t shown = 0;
    for (int i = 0; i < 600; ++i) {
        const DossierQuery query = random_query(random, all);
        const auto listed = books.read()->list_dossiers(query);
        std::vector<std::int64_t> expected;
        for (const StoredDossier& each : all) {
            if (core::fits(each.dossier, query)) expected.push_back(each.id);
        }
        auto ids = ids_of(listed);
        std::sort(ids.begin(), ids.end());
        CHECK(ids == expected);
        check_order(query, listed);
        shown += listed.size();
    }
    CHECK(shown > 600);
}

void the_overdue_list_shows_what_is_overdue(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    Random random{20260514};
    live_through_three_weeks(books, random);
    const auto all = all_of(books);
    for (int i = 0; i < 100; ++i) {
        const core::Instant now = random_bound(random, all)
                                      .value_or(samples::random_moment(
                                          random, list_begins, list_ends + std::chrono::days{30}));
        DossierQuery query;
        REQUIRE(core::narrow(query, "overdue", now));
        query.limit = 10'000;
        auto ids = ids_of(books.read()->list_dossiers(query));
        std::sort(ids.begin(), ids.end());
        std::vector<std::int64_t> expected;
        for (const StoredDossier& each : all) {
            if (core::is_overdue(each.dossier, now)) expected.push_back(each.id);
        }
        CHECK(ids == expected);
        std::size_t counted = 0;
        const core::DueRange range = core::overdue_at(now);
        for (const auto& each : books.read()->count_due(range.from, range.before))
            counted += static_cast<std::size_t>(each.number);
        CHECK(counted == expected.size());
    }
}

} // namespace

std::vector<StoreClause> store_contract::lists() {
    return {{"a list shows the dossiers that fit its query, and no other", a_list_shows_what_fits},
            {"the overdue list and count are of what is overdue",
             the_overdue_list_shows_what_is_overdue}};
}
