// A figure's dossiers are found by its definition, so all are looked at for every page. What is
// kept of them is the page: a heap holds the first of those behind the last page's end, in the
// order asked for.

#include "core/engine/reporting/counted_dossiers.hpp"

#include "core/domain/civil_time.hpp"
#include "core/engine/reporting/reporting.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace core {

namespace {

struct Ranked {
    DossierPosition position;
    StoredDossier stored;
};

/// The first of an order, however many come: a heap whose top is the last that it keeps.
class FirstOnes {
public:
    FirstOnes(std::size_t most, bool descending) : most_(most), descending_(descending) {}

    void add(DossierPosition position, const StoredDossier& stored) {
        const auto is_ahead = [this](const Ranked& a, const Ranked& b) { return precedes(a, b); };
        if (kept_.size() == most_) {
            if (!is_before(position, kept_.front().position, descending_)) return;
            std::pop_heap(kept_.begin(), kept_.end(), is_ahead);
            kept_.pop_back();
        }
        kept_.push_back({std::move(position), stored});
        std::push_heap(kept_.begin(), kept_.end(), is_ahead);
    }

    /// In the order.
    std::vector<Ranked> take() {
        std::sort(kept_.begin(), kept_.end(),
                  [this](const Ranked& a, const Ranked& b) { return precedes(a, b); });
        return std::move(kept_);
    }

private:
    bool precedes(const Ranked& a, const Ranked& b) const {
        return is_before(a.position, b.position, descending_);
    }

    std::size_t most_;
    bool descending_;
    std::vector<Ranked> kept_;
};

DossierPosition
position_in(const StoredDossier& stored, const Catalogue& catalogue, DossierOrder order) {
    return position_of(stored.dossier, stored.id, order.by,
                       catalogue.by_id(stored.dossier.procedure_version));
}

} // namespace

Result<void> name_group(const Catalogue& catalogue, CountedQuery& query) {
    if (!query.group || query.group->by != GroupBy::procedure) return {};
    std::string& key = query.group->key;
    if (catalogue.find_damage(key))
        return Error{ErrorKind::invalid_input, catalogue.why_unknown(key), "key"};
    key = catalogue.spelling_of(key);
    return {};
}

CountedDossiers
counted_dossiers(BooksView& books, const Catalogue& catalogue, const CountedQuery& query) {
    CountedDossiers counted{query.first, query.last, 0, {}, false, {}, query.walked};
    if (query.month) {
        counted.first = std::max(counted.first, *query.month);
        counted.last = std::min(counted.last, end_of_month(*query.month));
    }
    // Keys that are one to a person are one group of the report.
    std::optional<GroupLikeness> likeness;
    if (query.group) likeness.emplace(books, query.group->by);
    const std::string wanted = query.group ? likeness->of(query.group->key) : std::string();
    const auto is_counted = [&](const Dossier& dossier) {
        if (query.figure->of(period_figures(dossier, counted.first, counted.last)) == 0)
            return false;
        if (!query.group) return true;
        const ProcedureVersion& version = catalogue.at(dossier.procedure_version);
        return likeness->of(group_key(dossier, version, query.group->by)) == wanted;
    };
    const auto is_behind = [&](const DossierPosition& position) {
        return !query.after || is_before(*query.after, position, query.order.descending);
    };
    // In the order in which they come, those passed over need not be kept.
    const bool as_they_come = query.order == DossierOrder{};
    std::size_t to_skip = query.skip;
    const std::size_t kept_of_skipped = as_they_come ? 0 : query.skip;
    FirstOnes first(kept_of_skipped + query.limit + 1, query.order.descending);
    books.each_dossier(BooksView::Which::all, [&](const StoredDossier& stored) {
        if (!is_counted(stored.dossier)) return true;
        ++counted.total;
        DossierPosition position = position_in(stored, catalogue, query.order);
        if (!is_behind(position) ? !query.walked.may_have_missed(stored)
                                 : query.walked.have_shown(stored))
            return true;
        if (as_they_come && to_skip > 0) {
            --to_skip;
            return true;
        }
        first.add(std::move(position), stored);
        return true;
    });
    std::vector<Ranked> found = first.take();
    counted.more = found.size() > kept_of_skipped + query.limit;
    if (counted.more) {
        found.pop_back();
        const DossierPosition& last = found.back().position;
        counted.next = is_behind(last) ? last : query.after;
    }
    for (std::size_t at = kept_of_skipped; at < found.size(); ++at)
        counted.dossiers.push_back(std::move(found[at].stored));
    if (!counted.walked.is_under_way()) counted.walked = WalkedPages(books.journal_head().seq);
    counted.walked.add(counted.dossiers);
    return counted;
}

} // namespace core
