// The order of a list, said for one dossier. A store says the same in its own language; the
// contract of stores (tests/db/store_contract/paging.cpp) holds the two equal.

#include "core/engine/ports/dossier_order.hpp"

#include "core/domain/vietnamese_order.hpp"

#include <algorithm>
#include <array>

namespace core {

namespace {

struct Sort {
    DossierSort sort;
    std::string_view name;
};

constexpr std::array sorts = {
    Sort{DossierSort::stored, "stored"},       Sort{DossierSort::code, "code"},
    Sort{DossierSort::received, "received"},   Sort{DossierSort::due, "due"},
    Sort{DossierSort::closed, "closed"},       Sort{DossierSort::status, "status"},
    Sort{DossierSort::applicant, "applicant"}, Sort{DossierSort::procedure, "procedure"},
    Sort{DossierSort::field, "field"},         Sort{DossierSort::officer, "officer"},
    Sort{DossierSort::channel, "channel"},     Sort{DossierSort::outcome, "outcome"}};

SortKey key_of(const std::optional<Instant>& instant) {
    return instant ? SortKey(std::int64_t{instant->time_since_epoch().count()}) : SortKey();
}

/// The place of a word in its table, which is the place in a dossier's life.
template <typename Word>
SortKey place_of(Word word) {
    return static_cast<std::int64_t>(word);
}

SortKey
key_of(const Dossier& dossier, std::int64_t id, DossierSort sort, const ProcedureVersion* version) {
    switch (sort) {
    case DossierSort::stored:
        return id;
    case DossierSort::code:
        return dossier.code;
    case DossierSort::received:
        return key_of(dossier.received_at);
    case DossierSort::due:
        return key_of(dossier.due_at());
    case DossierSort::closed:
        return key_of(dossier.closed_at);
    case DossierSort::status:
        return place_of(dossier.state);
    case DossierSort::applicant:
        return name_sort_key(dossier.applicant.name);
    case DossierSort::procedure:
        return version ? SortKey(name_sort_key(version->name)) : SortKey();
    case DossierSort::field:
        return version ? SortKey(name_sort_key(version->field)) : SortKey();
    case DossierSort::officer:
        return dossier.officer.empty() ? SortKey() : SortKey(name_sort_key(dossier.officer));
    case DossierSort::channel:
        return place_of(dossier.channel);
    case DossierSort::outcome:
        return dossier.outcome ? place_of(*dossier.outcome) : SortKey();
    }
    return {};
}

} // namespace

std::span<const DossierSort> dossier_sorts() {
    static const auto all = [] {
        std::array<DossierSort, sorts.size()> values{};
        std::ranges::transform(sorts, values.begin(), &Sort::sort);
        return values;
    }();
    return all;
}

std::string_view to_text(DossierSort sort) {
    return std::ranges::find(sorts, sort, &Sort::sort)->name;
}

const std::string& dossier_sort_names() {
    static const std::string names = [] {
        std::string list;
        for (const Sort& each : sorts) list += (list.empty() ? "" : ", ") + std::string(each.name);
        return list;
    }();
    return names;
}

std::string to_text(DossierOrder order) {
    return (order.descending ? "-" : "") + std::string(to_text(order.by));
}

std::optional<DossierOrder> parse_dossier_order(std::string_view text) {
    const bool descending = text.starts_with('-');
    if (descending) text.remove_prefix(1);
    const auto* const found = std::ranges::find(sorts, text, &Sort::name);
    if (found == sorts.end()) return std::nullopt;
    return DossierOrder{found->sort, descending};
}

bool is_before(const DossierPosition& a, const DossierPosition& b, bool descending) {
    const bool a_has_none = a.key.index() == 0;
    const bool b_has_none = b.key.index() == 0;
    if (a_has_none != b_has_none) return b_has_none;
    if (a.key != b.key) return descending ? b.key < a.key : a.key < b.key;
    return descending ? b.id < a.id : a.id < b.id;
}

DossierPosition position_of(const Dossier& dossier,
                            std::int64_t id,
                            DossierSort sort,
                            const ProcedureVersion* version) {
    return {key_of(dossier, id, sort, version), id};
}

} // namespace core
