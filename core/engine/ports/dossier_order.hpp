#pragma once

#include "core/domain/dossier.hpp"
#include "core/domain/procedure.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace core {

/// What a list of dossiers is sorted by. Names (applicant, procedure, field) go by the one order of
/// names (vietnamese_order.hpp), codes and log-ins by their letters, states and outcomes by their
/// places in a dossier's life; `stored` is the order in which the dossiers came into the books.
enum class DossierSort {
    stored,
    code,
    received,
    due,
    closed,
    status,
    applicant,
    procedure,
    field,
    officer,
    channel,
    outcome
};

/// All of them, in the order above.
std::span<const DossierSort> dossier_sorts();

std::string_view to_text(DossierSort sort);

/// "stored, code, …": what may be asked for.
const std::string& dossier_sort_names();

struct DossierOrder {
    DossierSort by = DossierSort::stored;
    bool descending = false;

    bool operator==(const DossierOrder&) const = default;
};

/// `due`, and `-due` for the other direction.
std::string to_text(DossierOrder order);

/// None for any other word.
std::optional<DossierOrder> parse_dossier_order(std::string_view text);

/// What a dossier is sorted by: an instant or a place as a number, or bytes. None: it has no such
/// thing, and stands behind all that have, in both directions.
using SortKey = std::variant<std::monostate, std::int64_t, std::string>;

/// Where a dossier stands in an order: those of one key by their ids, in the same direction. No two
/// dossiers have the same position, and one that is not changed keeps its own.
struct DossierPosition {
    SortKey key;
    std::int64_t id = 0;

    bool operator==(const DossierPosition&) const = default;
};

/// Whether `a` comes ahead of `b`.
bool is_before(const DossierPosition& a, const DossierPosition& b, bool descending);

/// `version` is the dossier's; only the sorts by procedure and field read it.
DossierPosition position_of(const Dossier& dossier,
                            std::int64_t id,
                            DossierSort sort,
                            const ProcedureVersion* version);

} // namespace core
