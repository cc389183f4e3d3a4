#pragma once

#include "core/engine/ports/store.hpp"
#include "db/common/column.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace db {

/// What a row of `dossier` is written from.
struct DossierSource {
    const core::Dossier& dossier;
    std::int64_t agency_id;
    std::int64_t event_seq; ///< of the event that is written with it

    const core::Dossier& record() const { return dossier; }
};

/// What it is read into. Rows of other tables are asked for only where the row says that it has
/// some: nearly every dossier's clock ran from receipt to now, and is told by the row alone.
struct DossierTarget {
    core::StoredDossier stored;
    std::optional<core::Instant> due_at;
    std::int64_t clock_changes = 0; ///< rows of `dossier_clock`
    std::int64_t hand_overs = 0;    ///< rows of `hand_over`

    core::Dossier& record() { return stored.dossier; }

    /// Throws Damaged, naming the dossier.
    [[noreturn]] void unknown_word(std::string_view word) const;

    /// Once all columns are read: the clock that the row tells.
    void complete();
};

/// How many rows of `dossier_clock` the dossier needs.
std::size_t stored_clock_changes(const core::Dossier& dossier);

/// What `code_key` holds: the code's key (core/domain/dossier_code.hpp) where that is another text,
/// else nothing, as for nearly every code. A damaged code has none.
std::string stored_code_key(const std::string& code);

using DossierColumn = Column<DossierSource, DossierTarget>;

/// All columns of `dossier`, and the procedure's code from `procedure_version`, which is joined by
/// `version_id`. The only list of them: a new column is one line here and a migration.
extern const std::span<const DossierColumn> dossier_columns;

/// A row of `hand_over`: one hand-over to a partner, by its position in the dossier's list.
struct HandOverSource {
    const core::HandOver& hand_over;
    std::int64_t agency_id;
    std::int64_t dossier_id;
    std::int64_t position;

    const core::HandOver& record() const { return hand_over; }
};

struct HandOverTarget {
    core::HandOver hand_over;

    core::HandOver& record() { return hand_over; }
};

extern const std::span<const Column<HandOverSource, HandOverTarget>> hand_over_columns;

} // namespace db
