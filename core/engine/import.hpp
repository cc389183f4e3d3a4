#pragma once

#include "core/domain/register_entry.hpp"
#include "core/engine/bookkeeping.hpp"
#include "core/engine/store.hpp"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace core {

/// A bad row of a CSV file. `column` is empty when the row as a whole is wrong.
struct RowProblem {
    std::int64_t line = 0;
    std::string column;
    std::string reason;
};

/// Problems named in full; further ones are counted. More of them help nobody.
inline constexpr std::int64_t named_problem_limit = 10'000;

/// Collects the problems of a file: hands each to the listener at once, so that memory does not
/// grow with them.
class ProblemList {
public:
    using Listener = std::function<void(const RowProblem&)>;

    explicit ProblemList(Listener listener) : listener_(std::move(listener)) {}

    void add(std::int64_t line, std::string column, std::string reason);

    std::int64_t count() const { return count_; }

private:
    Listener listener_;
    std::int64_t count_ = 0;
};

/// Where the rows come from, and who brings them.
struct ImportSource {
    std::istream& input;
    std::string file_name;       // as events name it, without folders
    std::int64_t size_bytes = 0; // for progress; 0 when unknown
    Circumstances circumstances;
    std::string reason;
};

/// A due date that a changed calendar moves.
struct MovedDeadline {
    std::string code;
    std::optional<Instant> from;
    std::optional<Instant> to;
};

struct ImportSummary {
    std::int64_t rows = 0;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t already_stored = 0;
    std::vector<MovedDeadline> moved; // calendar and office only
};

/// The three imports, all or nothing: with any problem the Result is refused and the
/// transaction undone. A file imported twice adds nothing the second time.
///
/// A version of the catalogue may be closed (`effective_to`) or its wording amended; what
/// deadlines and figures depend on stays as it is once a dossier has it.
Result<ImportSummary>
import_catalogue(Books& books, const ImportSource& source, ProblemList& problems);

/// A row adds or replaces its date; `replace_all` makes the file the whole calendar. Open
/// dossiers whose due dates move get them as one act of this import.
enum class CalendarImport { add_days, replace_all };
Result<ImportSummary> import_calendar(Books& books,
                                      const ImportSource& source,
                                      CalendarImport how,
                                      ProblemList& problems);

Result<ImportSummary> import_register(Books& books,
                                      const ImportSource& source,
                                      ProblemList& problems,
                                      const Progress& progress);

/// Writes one dossier as a register has it, by all rules. Empty when it was written; the reasons
/// otherwise, and nothing is written. `stored` tells a row that was there already.
class RegisterBooks {
public:
    enum class Written { added, already_stored, refused };

    /// All must outlive the object.
    RegisterBooks(Books& books, const Catalogue& catalogue, const WorkingCalendar& calendar)
        : books_(books), catalogue_(catalogue), calendar_(calendar),
          agency_code_(books.agency().code), first_own_seq_(books.journal_head().seq + 1) {}

    Written write(const RegisterEntry& entry,
                  const Circumstances& circumstances,
                  std::vector<ColumnProblem>& problems);

    /// Tells the books the last code numbers of the days, at the end of the rows.
    void finish();

private:
    Written compare_with_stored(const RegisterEntry& entry, std::vector<ColumnProblem>& problems);

    Books& books_;
    const Catalogue& catalogue_;
    const WorkingCalendar& calendar_;
    std::string agency_code_;
    std::int64_t first_own_seq_;
    std::map<Day, int> code_numbers_;
};

/// Moves the due dates of open dossiers to the new calendar, as one act with its reason.
std::vector<MovedDeadline> move_deadlines(Books& books,
                                          const WorkingCalendar& calendar,
                                          const Circumstances& circumstances,
                                          const std::string& reason);

} // namespace core
