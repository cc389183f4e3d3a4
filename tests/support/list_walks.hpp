#pragma once

#include "core/engine/dossiers/work_lists.hpp"
#include "tests/support/random.hpp"
#include "tests/support/sample_books.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

/// Lists walked page by page, against the same sorted here.
namespace samples {

using core::DossierPosition;
using core::DossierQuery;
using core::StoredDossier;

inline const std::array standings = {DossierQuery::Standing::any, DossierQuery::Standing::open,
                                     DossierQuery::Standing::to_return};

/// Names that collide, differ by a mark or a capital, or have none of this alphabet's letters.
inline const std::vector<std::string> colliding_names = {
    "Đỗ Ân",  "Đỗ An",  "Do An", "đỗ an",          "Đỗ Ẩn",
    "Êban Y", "Eban Y", "Đỗ An", "Nguyễn Thị Ánh", "李明"};

inline std::vector<core::DossierOrder> all_orders() {
    std::vector<core::DossierOrder> orders;
    for (const core::DossierSort sort : core::dossier_sorts()) {
        orders.push_back({sort, false});
        orders.push_back({sort, true});
    }
    return orders;
}

using Positions = std::map<std::int64_t, DossierPosition>;

/// Where everyone stands who fits the query.
inline Positions standing_now(core::BooksView& books, const DossierQuery& query) {
    const core::DossierPositions positions(books, core::order_of(query));
    Positions now;
    books.each_dossier(core::BooksView::Which::all, [&](const StoredDossier& stored) {
        if (core::fits(stored.dossier, query)) now.emplace(stored.id, positions.of(stored));
        return true;
    });
    return now;
}

/// The ids of those who fit, in the query's order.
inline std::vector<std::int64_t> in_order(const Positions& now, const DossierQuery& query) {
    std::vector<DossierPosition> sorted;
    for (const auto& [id, position] : now) sorted.push_back(position);
    std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
        return core::is_before(a, b, core::order_of(query).descending);
    });
    std::vector<std::int64_t> ids;
    for (const DossierPosition& position : sorted) ids.push_back(position.id);
    return ids;
}

/// Every id that pages of so many show; `between` runs ahead of each page but the first.
inline std::vector<std::int64_t> walk(const OfficeBooks& books,
                                      DossierQuery query,
                                      std::size_t page_size,
                                      const std::function<void()>& between = {}) {
    std::vector<std::int64_t> shown;
    query.limit = page_size;
    core::WalkedPages walked;
    for (;;) {
        const auto page = core::list_page(*books.read(), query, std::nullopt, walked);
        for (const StoredDossier& each : page.dossiers) shown.push_back(each.id);
        REQUIRE(page.more == page.next.has_value());
        if (!page.more) return shown;
        REQUIRE(page.dossiers.size() == page_size);
        query.after = page.next;
        walked = page.walked;
        if (between) between();
    }
}

/// Receives dossiers whose applicants have the colliding names, at the same few instants.
inline void receive_colliding_names(OfficeBooks& books, Random& random, int number) {
    for (int i = 0; i < number; ++i) {
        const core::Intake intake{random.pick(procedure_codes),
                                  {random.pick(colliding_names), "", "", ""},
                                  core::Channel::in_person,
                                  random.pick(officers),
                                  0};
        REQUIRE(books.receive(intake, morning + std::chrono::minutes{random.integer(0, 3)}));
    }
}

} // namespace samples
