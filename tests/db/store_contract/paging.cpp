// Long lists, page by page: each page begins behind the last one's end, in the order asked for.

#include "tests/support/list_walks.hpp"
#include "tests/support/random_lives.hpp"
#include "tests/support/store_contract.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

using core::DossierQuery;
using core::StoredDossier;
using samples::OfficeBooks;

namespace {

/// The books of three weeks, with names that collide.
OfficeBooks lived(core::Store& store, Random& random) {
    auto books = OfficeBooks::found(store);
    samples::receive_colliding_names(books, random, 30);
    samples::live_through_three_weeks(books, random);
    return books;
}

DossierQuery some_list(Random& random) {
    DossierQuery query;
    query.standing = random.pick(samples::standings);
    if (random.one_in(2)) query.state = random.pick(samples::all_states);
    if (random.one_in(4)) query.officer = random.pick(samples::officers);
    if (random.one_in(4)) query.person = random.pick(samples::officers);
    if (random.one_in(4)) query.procedure_code = random.pick(samples::procedure_codes);
    if (random.one_in(4)) query.due_before = samples::at(samples::lives_end, std::chrono::hours{9});
    return query;
}

void every_page_goes_on_from_the_one_before(StorePlace& place) {
    const auto store = place.create();
    Random random{20260601};
    const OfficeBooks books = lived(*store, random);
    std::size_t shown = 0;
    for (const core::DossierOrder order : samples::all_orders()) {
        for (int i = 0; i < 12; ++i) {
            DossierQuery query = i < 3 ? DossierQuery{} : some_list(random);
            if (i < 3) query.standing = samples::standings.at(static_cast<std::size_t>(i));
            query.order = order;
            const auto expected =
                samples::in_order(samples::standing_now(*books.read(), query), query);
            INFO("sorted by " << to_text(order) << ", list " << i);
            const auto size = static_cast<std::size_t>(random.integer(1, 60));
            CHECK(samples::walk(books, query, size) == expected);
            CHECK(books.read()->count_dossiers(query, 1'000'000) == std::ssize(expected));
            CHECK(books.read()->count_dossiers(query, 3) ==
                  std::min<std::int64_t>(3, std::ssize(expected)));
            shown += expected.size();
        }
    }
    CHECK(shown > 10'000);
}

void passing_over_some_leaves_the_rest(StorePlace& place) {
    const auto store = place.create();
    Random random{20260602};
    const OfficeBooks books = lived(*store, random);
    for (const core::DossierOrder order : samples::all_orders()) {
        for (int i = 0; i < 6; ++i) {
            DossierQuery query = some_list(random);
            query.order = order;
            query.limit = 20;
            const auto all = samples::in_order(samples::standing_now(*books.read(), query), query);
            query.skip = static_cast<std::size_t>(random.integer(0, 80));
            std::vector<std::int64_t> ids;
            for (const StoredDossier& each : books.read()->list_dossiers(query))
                ids.push_back(each.id);
            const auto begin =
                all.begin() + std::min(std::ssize(all), static_cast<std::ptrdiff_t>(query.skip));
            const auto end = begin + std::min<std::ptrdiff_t>(all.end() - begin, 20);
            INFO("sorted by " << to_text(order) << ", skip " << query.skip);
            CHECK(ids == std::vector(begin, end));
        }
    }
}

/// What may happen between two pages: somebody comes, somebody is worked on, a name is put right.
void something_happens(OfficeBooks& books, Random& random) {
    const auto some = [&]() -> StoredDossier {
        DossierQuery query;
        query.limit = 1;
        query.skip = static_cast<std::size_t>(random.integer(0, 150));
        return books.read()->list_dossiers(query).at(0);
    };
    for (int left = random.integer(0, 4); left > 0; --left) {
        if (random.one_in(3)) {
            samples::receive_colliding_names(books, random, 1);
            continue;
        }
        const core::Dossier dossier = some().dossier;
        auto request = samples::complete_request(
            random.pick(samples::all_acts), samples::random_later(random, dossier.last_act_at));
        static_cast<void>(books.act(dossier.code, request)); // often refused
    }
}

/// Those who have been in the list from the beginning, wherever they stand.
class Steady {
public:
    explicit Steady(samples::Positions now) : steady_(std::move(now)) {}

    void keep(const samples::Positions& now) {
        std::erase_if(steady_, [&](const auto& each) {
            const auto found = now.find(each.first);
            if (found != now.end() && !(found->second == each.second)) moved_.insert(each.first);
            return found == now.end();
        });
    }

    const samples::Positions& all() const { return steady_; }

    /// How many of them moved meanwhile.
    std::size_t moved() const {
        return static_cast<std::size_t>(std::ranges::count_if(
            moved_, [this](std::int64_t id) { return steady_.contains(id); }));
    }

private:
    std::set<std::int64_t> moved_;
    samples::Positions steady_;
};

void who_was_there_all_the_time_is_shown_once(StorePlace& place) {
    const auto store = place.create();
    Random random{20260603};
    OfficeBooks books = lived(*store, random);
    std::size_t steady_ones = 0;
    std::size_t left = 0;
    std::size_t moved = 0;
    for (const core::DossierOrder order : samples::all_orders()) {
        const std::size_t size = order.descending ? 7 : 40;
        DossierQuery query;
        query.order = order;
        query.standing =
            random.one_in(2) ? DossierQuery::Standing::open : DossierQuery::Standing::any;
        const auto now = [&] { return samples::standing_now(*books.read(), query); };
        Steady steady(now());
        const std::size_t at_first = steady.all().size();
        const auto shown = samples::walk(books, query, size, [&] {
            something_happens(books, random);
            steady.keep(now());
        });
        INFO("sorted by " << to_text(order) << ", pages of " << size);
        for (const auto& [id, position] : steady.all())
            CHECK(std::count(shown.begin(), shown.end(), id) == 1);
        CHECK(std::set(shown.begin(), shown.end()).size() == shown.size());
        moved += steady.moved();
        steady_ones += steady.all().size();
        left += at_first - steady.all().size();
    }
    CHECK(steady_ones > 1'000);
    CHECK(left > 20);
    CHECK(moved > 20);
}

} // namespace

std::vector<StoreClause> store_contract::paging() {
    return {{"every page of a list goes on from the one before, in every order",
             every_page_goes_on_from_the_one_before},
            {"passing over some of a list leaves the rest, in every order",
             passing_over_some_leaves_the_rest},
            {"whoever was there all the time is shown exactly once, whatever happens between pages",
             who_was_there_all_the_time_is_shown_once}};
}
