#pragma once

#include "core/domain/folded_key.hpp"
#include "core/domain/register_entry.hpp"
#include "core/engine/journal/bookkeeping.hpp"
#include "core/engine/ports/store.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace core {

/// A register's row with everything that can be worked out without the books.
struct PreparedEntry {
    RegisterEntry entry;
    const ProcedureVersion* version = nullptr;
    Dossier dossier;
    std::vector<FigureChange> changes;
    std::string payload;
    std::vector<ColumnProblem> problems; // not empty: the rest is not made
};

/// The entry judged by all rules. Any thread; the calendar and catalogue must outlive the result.
PreparedEntry
prepare_entry(RegisterEntry entry, const Catalogue& catalogue, const WorkingCalendar& calendar);

/// Writes dossiers as a register has them.
class RegisterBooks {
public:
    enum class Written { added, already_stored, refused };

    /// The books must outlive the object.
    explicit RegisterBooks(Books& books)
        : books_(books), agency_code_(code_key(books.agency().code)),
          first_own_seq_(books.journal_head().seq + 1) {}

    /// Adds to `prepared.problems` why it is refused; then nothing is written.
    Written write(PreparedEntry& prepared, const ActContext& by);

    /// Tells the books the last code numbers of the days, at the end of the rows.
    void finish();

private:
    /// A row whose code is taken: by one of the same file, or by what was stored before.
    Written meet(const StoredDossier& stored, PreparedEntry& prepared);

    Books& books_;
    std::string agency_code_; ///< its key
    std::int64_t first_own_seq_;
    std::map<Day, int> code_numbers_;
};

/// Says of each row of a file what RegisterBooks::write() would, in the same order, and writes
/// nothing. Remembers the codes of the rows that would be added.
class RegisterJudge {
public:
    /// The books must outlive the object.
    explicit RegisterJudge(BooksView& books)
        : books_(books), agency_code_(code_key(books.agency().code)) {}

    /// Adds to `prepared.problems` why it would be refused. `place` is the row's, as events name
    /// it.
    RegisterBooks::Written judge(PreparedEntry& prepared, std::string place);

private:
    BooksView& books_;
    std::string agency_code_;                            ///< its key
    std::unordered_map<std::string, std::string> added_; ///< places by the keys of codes
};

} // namespace core
