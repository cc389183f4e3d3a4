// Lists of dossiers: a store's own language says what `fits` says in ours.

#include "core/domain/overdue.hpp"
#include "core/engine/dossiers/work_lists.hpp"
#include "tests/support/random_lives.hpp"
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

std::vector<StoredDossier> all_of(OfficeBooks& books) {
    std::vector<StoredDossier> all;
    books.read()->each_dossier(core::BooksView::Which::all, [&](const StoredDossier& stored) {
        all.push_back(stored);
        return true;
    });
    return all;
}

template <typename Value, typename Values>
Value one_or_none(Random& random, const Values& values, const Value& none) {
    return random.one_in(3) ? Value(random.pick(values)) : none;
}

/// A due instant that some dossier has, or one a second beside it: where bounds go wrong.
std::optional<core::Instant> random_bound(Random& random, const std::vector<StoredDossier>& all) {
    if (!random.one_in(3)) return std::nullopt;
    const auto due = random.pick(all).dossier.due_at();
    if (!due) return samples::at(samples::lives_begin, std::chrono::hours{random.integer(0, 400)});
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
    query.person = random.one_in(6) ? "minh" : "";
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
    samples::live_through_three_weeks(books, random);
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
    samples::live_through_three_weeks(books, random);
    const auto all = all_of(books);
    for (int i = 0; i < 100; ++i) {
        const core::Instant now =
            random_bound(random, all)
                .value_or(samples::random_moment(random, samples::lives_begin,
                                                 samples::lives_end + std::chrono::days{30}));
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
