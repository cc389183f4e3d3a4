#pragma once

#include "core/domain/dossier.hpp"
#include "core/engine/ports/store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace core {

// What papers of several dossiers tell.

/// One receipt for several dossiers that one person handed in together (chứng thực).
struct BatchReceipt {
    Instant received_at;           ///< of the first that was received
    std::optional<Instant> due_at; ///< when the last one is due; none where one of them has none
    std::int64_t fee_vnd = 0;
    std::int64_t unpaid_vnd = 0; ///< of all of them
};

/// Of at least one dossier; `not_allowed` names the one that was never received or is of another
/// person.
Result<BatchReceipt> batch_receipt(std::span<const Dossier* const> dossiers);

/// How many copies of a paper were handed in; one that nobody counted is there once.
int copies_of(const DossierComponent& handed);

/// The register has no more rows: it is one print.
inline constexpr std::size_t most_register_rows = 500;

/// The register (sổ theo dõi hồ sơ): what was received from `first` to `last`, both inclusive, by
/// receipt. `not_allowed` where that is more than a print takes. Looks at every dossier: a register
/// is printed seldom, and no index is worth it.
Result<std::vector<Dossier>> received_between(BooksView& books, Day first, Day last);

} // namespace core
