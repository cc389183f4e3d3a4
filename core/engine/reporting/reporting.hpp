#pragma once

#include "core/engine/ports/store.hpp"

#include <optional>
#include <string>
#include <unordered_map>

namespace core {

/// The period report from the day counts, both dates inclusive. Refused when the dates are the
/// wrong way round, and (as a conflict) when an identity does not hold: then no report is issued.
Result<PeriodReport>
make_period_report(BooksView& books, Day first, Day last, std::optional<GroupBy> by);

/// The same by looking at every dossier: the plain way, for tests and benchmarks.
Result<PeriodReport>
scan_period_report(BooksView& books, Day first, Day last, std::optional<GroupBy> by);

/// The key of the group that a report by `by` counts the dossier under; empty by month, which cuts
/// the period instead. `version` is the dossier's own.
std::string group_key(const Dossier& dossier, const ProcedureVersion& version, GroupBy by);

/// Which keys are one group: fields that look alike, and officers whose logins or names do. Asks
/// the store once, for a grouping; belongs to one thread.
class GroupLikeness {
public:
    GroupLikeness(BooksView& books, GroupBy by);

    /// The same for all keys of a group. Requires valid UTF-8.
    const std::string& of(const std::string& key);

    /// How the office writes the group that has this likeness: a field as the catalogue wrote it
    /// last, an officer by his login, or his name as his account has it. Null: nobody wrote it.
    const std::string* own_spelling(const std::string& likeness) const;

    /// Which of two spellings is shown where the office has none of its own: one that a plain
    /// keyboard writes, then the first in the order of names.
    static bool is_shown_before(const std::string& a, const std::string& b);

private:
    void read_fields(BooksView& books);
    void read_officers(BooksView& books);
    std::string worked_out(const std::string& key) const;

    GroupBy by_;
    std::unordered_map<std::string, std::string> logins_;    ///< likenesses by the logins' keys
    std::unordered_map<std::string, std::string> spellings_; ///< by their likenesses
    std::unordered_map<std::string, std::string> known_;     ///< likenesses by keys met before
};

} // namespace core
