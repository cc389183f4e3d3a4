#pragma once

#include "core/domain/field_damage.hpp"
#include "core/domain/message.hpp"
#include "core/domain/register_entry.hpp"
#include "core/domain/result.hpp"
#include "core/engine/import/record_source.hpp"
#include "core/engine/journal/bookkeeping.hpp"
#include "core/engine/ports/store.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// A bad row of a CSV file. `column` is empty when the row as a whole is wrong.
struct RowProblem {
    std::int64_t line = 0;
    std::string column;
    Message reason;
};

/// Problems named in full; further ones are counted. More of them help nobody.
inline constexpr std::int64_t named_problem_limit = 10'000;

/// Collects the problems of a file: hands each to the listener at once, so that memory does not
/// grow with them.
class ProblemList {
public:
    using Listener = std::function<void(const RowProblem&)>;

    static constexpr std::int64_t no_limit = std::numeric_limits<std::int64_t>::max();

    explicit ProblemList(Listener listener, std::int64_t limit = named_problem_limit)
        : listener_(std::move(listener)), limit_(limit) {}

    void add(std::int64_t line, std::string column, Message reason);

    std::int64_t count() const { return count_; }

    /// The refusal of a file that has problems.
    Error refusal(const std::string& file_name) const;

private:
    Listener listener_;
    std::int64_t limit_;
    std::int64_t count_ = 0;
};

/// Takes damaged fields (field_damage.hpp) all the same, by their likely reading or, where their
/// letters may be meant, as they are written; counts them by what was done to them. Belongs to the
/// thread that reads the rows until all are read.
class FieldRepair {
public:
    enum class Takes { reading, written };

    struct Count {
        DamageKind kind{};
        std::int64_t fields = 0;
    };

    explicit FieldRepair(Takes takes = Takes::reading) : takes_(takes) {}

    Takes takes() const { return takes_; }

    void add(const FieldDamage& damage);

    /// In the order in which they were met first.
    const std::vector<Count>& counts() const { return counts_; }

private:
    Takes takes_;
    std::vector<Count> counts_;
};

/// Where the rows come from, and who brings them.
struct ImportSource {
    TableFile& file;
    std::string file_name;       // as events name it, without folders
    std::int64_t size_bytes = 0; // for progress; 0 when unknown
    ActContext by;
    std::string reason;
    std::string usual_reason{};    // of due dates that move, where `reason` is empty; else the file
    FieldRepair* repair = nullptr; // of a register; without it damaged fields are problems
    std::vector<std::string> passed_over{}; // names of columns that a register may have besides
};

/// A due date that a changed calendar moves.
struct MovedDeadline {
    std::string code;
    std::string procedure_code;
    std::optional<Instant> from;
    std::optional<Instant> to;
};

/// A version of a procedure after an import, and before it; none for a new one.
struct ChangedVersion {
    std::optional<ProcedureVersion> before;
    ProcedureVersion after;
};

/// A column of procedures.csv that differs between two versions, as the file writes it.
struct ChangedColumn {
    std::string_view name;
    std::string before;
    std::string after;

    bool operator==(const ChangedColumn&) const = default;
};

/// What an import changes of a version, in the file's order: its code and first date name it and
/// are the same in both. Where the import closes it (is_closed), its end is no further change.
std::vector<ChangedColumn> changed_columns(const ProcedureVersion& before,
                                           const ProcedureVersion& after);

/// A special day of the calendar before and after an import; none where it has no row.
struct ChangedDay {
    Day day;
    std::optional<CalendarDay> before;
    std::optional<CalendarDay> after;
};

/// Rows that tell of a moment that has not come yet: they are taken, and the first is told.
struct FutureRows {
    std::int64_t count = 0;
    std::int64_t line = 0; ///< of the first
    FutureMoment moment{}; ///< of the first
};

struct ImportSummary {
    std::int64_t rows = 0;
    std::int64_t blank_rows = 0;               // passed over, not among `rows`
    std::int64_t blank_columns = 0;            // without a name, and nothing in them
    std::vector<std::string> passed_columns{}; // by their names (ImportSource::passed_over)
    std::vector<std::string> passed_sheets{};  // TableFile's, from whoever opened the file
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t already_stored = 0;
    FutureRows future{};                  // register only
    std::vector<ChangedVersion> versions; // catalogue only: those added and changed, as the file
    std::vector<ChangedDay> days;         // calendar only: those that differ, by date
    std::vector<MovedDeadline> moved;     // calendar and office only
};

/// The three imports, all or nothing: with any problem the Result is refused and the
/// transaction undone. A file imported twice adds nothing the second time.
///
/// A version of the catalogue may be closed (`effective_to`) or its wording amended; what
/// deadlines and figures depend on stays as it is once a dossier has it.
Result<ImportSummary>
import_catalogue(Books& books, const ImportSource& source, ProblemList& problems);

/// What the import would do, or what is wrong with the file; writes nothing.
Result<ImportSummary>
preview_catalogue(BooksView& books, const ImportSource& source, ProblemList& problems);

/// A row adds or replaces its date; `replace_all` makes the file the whole calendar. Open
/// dossiers whose due dates move get them as one act of this import.
enum class CalendarImport { add_days, replace_all };
Result<ImportSummary> import_calendar(Books& books,
                                      const ImportSource& source,
                                      CalendarImport how,
                                      ProblemList& problems);

/// What the import would do, the due dates that it would move included; writes nothing.
Result<ImportSummary> preview_calendar(BooksView& books,
                                       const ImportSource& source,
                                       CalendarImport how,
                                       ProblemList& problems);

/// Rows between two calls of a register's `progress`.
inline constexpr std::int64_t register_progress_rows = 2'000;

Result<ImportSummary> import_register(Books& books,
                                      const ImportSource& source,
                                      ProblemList& problems,
                                      const Progress& progress);

/// A row of a register that is refused, as the file has it, and why.
struct RefusedRow {
    std::int64_t line = 0;
    std::vector<std::string> fields; ///< in the file's order; of a broken row what is left of it
    std::vector<RowProblem> problems;
};

/// Who hears of the rows that are refused. The functions may be empty.
struct RefusedRows {
    std::function<void(const std::vector<std::string>& names)> header; ///< of the file's columns
    std::function<void(RefusedRow)> row;
};

/// How a register fares: `summary` counts what is sound and would be done.
struct RegisterPreview {
    ImportSummary summary;
    std::int64_t refused_rows = 0;
};

/// What import_register() would do, or what is wrong with the file, by the same judgement; writes
/// nothing and waits for no writer. Refused only where the file is no register at all: with
/// `problems` the file cannot be taken in.
Result<RegisterPreview> preview_register(BooksView& books,
                                         const ImportSource& source,
                                         ProblemList& problems,
                                         const Progress& progress,
                                         const RefusedRows& refused);

/// Moves the due dates of open dossiers to the new calendar, as one act with its reason.
std::vector<MovedDeadline> move_deadlines(Books& books,
                                          const WorkingCalendar& calendar,
                                          const ActContext& by,
                                          const std::string& reason);

} // namespace core
