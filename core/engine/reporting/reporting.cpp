// The period report, made in two ways that must agree: from the counts, which costs the same
// however many dossiers there are, and by a scan of every dossier, for comparison (`--scan`). Both
// end in checked(): a report whose figures contradict each other is not issued at all.

#include "core/engine/reporting/reporting.hpp"

#include "core/domain/folded_key.hpp"
#include "core/domain/period.hpp"
#include "core/domain/text.hpp"
#include "core/domain/vietnamese_order.hpp"
#include "core/engine/journal/bookkeeping.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

namespace core {

using std::chrono::days;

namespace {

/// Each month of the period, cut to it.
template <typename Visit>
void each_month(Day first, Day last, Visit visit) {
    for (Day from = first; from <= last;) {
        const Day to = std::min(last, end_of_month(from));
        visit(from, to);
        from = to + days{1};
    }
}

/// The names that the office gave to groups; asks the store once. A word of a vocabulary and a
/// month have none: each language says its own.
class GroupNames {
public:
    GroupNames(BooksView& books, std::optional<GroupBy> by, Day last) : by_(by) {
        if (by == GroupBy::procedure) {
            for (auto& [code, name] : books.procedure_names(last)) names_[code] = name;
        } else if (by == GroupBy::officer) {
            for (const User& user : books.users()) names_[user.login] = user.name;
        }
    }

    std::string name(const std::string& key) const {
        const auto found = names_.find(key);
        if (found != names_.end()) return found->second;
        return by_ == GroupBy::field || by_ == GroupBy::procedure || by_ == GroupBy::officer
                   ? key
                   : std::string();
    }

private:
    std::optional<GroupBy> by_;
    std::map<std::string, std::string> names_;
};

PeriodReport begin_report(BooksView& books, Day first, Day last, std::optional<GroupBy> by) {
    Agency office = books.agency();
    return {std::move(office.name), std::move(office.code), first, last, by, {}, {}};
}

PeriodFigures total_figures(BooksView& books, Day first, Day last) {
    PeriodFigures total;
    for (const GroupCounts& group : books.count_groups(std::nullopt, first, last))
        total += period_figures(group.before, group.within);
    return total;
}

/// No report is issued whose figures contradict each other.
Result<PeriodReport> checked(PeriodReport report) {
    const auto refuse = [](Message why) {
        return Error{
            ErrorKind::conflict,
            {"report-contradicts-itself", {{"why", std::vector<Message>{std::move(why)}}}}};
    };
    if (const auto broken = broken_identity(report.total)) return refuse(*broken);
    PeriodFigures sum;
    for (const ReportGroup& group : report.groups) {
        if (const auto broken = broken_identity(group.figures))
            return refuse({"report-group-contradicts-itself",
                           {{"group", group.key}, {"why", std::vector<Message>{*broken}}}});
        sum += group.figures;
    }
    const bool disjoint = report.by && report.by != GroupBy::month;
    if (disjoint && !(sum == report.total)) {
        return refuse({"report-groups-miss-total",
                       {{"grouping", Term{"grouping", std::string(to_text(*report.by))}}}});
    }
    return report;
}

/// As a plain keyboard writes it: the letters that only look like Đ are none of it.
bool is_plain_spelling(const std::string& text) {
    constexpr std::array<std::string_view, 4> unlike = {"\u00D0", "\u00F0", "\u0189", "  "};
    return trim(text) == text && typed_plainly(text) == text &&
           std::ranges::none_of(
               unlike, [&](std::string_view each) { return text.find(each) != std::string::npos; });
}

/// The figures of groups, those of keys that are one to a person together.
class Groups {
public:
    Groups(BooksView& books, GroupBy by) : by_(by), likeness_(books, by) {}

    void add(const std::string& key, const PeriodFigures& figures) {
        if (figures.is_zero()) return;
        const std::string& likeness = likeness_.of(key);
        const auto [group, is_new] = groups_.try_emplace(likeness, Group{key, {}});
        group->second.figures += figures;
        if (!is_new && GroupLikeness::is_shown_before(key, group->second.spelling))
            group->second.spelling = key;
    }

    std::vector<ReportGroup> in_order(const GroupNames& names) const {
        std::vector<ReportGroup> groups;
        for (const auto& [likeness, group] : groups_) {
            const std::string* own = likeness_.own_spelling(likeness);
            const std::string& key = own ? *own : group.spelling;
            groups.push_back({key, names.name(key), group.figures});
        }
        // Registers write officers by their names.
        if (by_ == GroupBy::field || by_ == GroupBy::officer) {
            std::ranges::sort(groups, NameOrder(), &ReportGroup::key);
        } else {
            std::ranges::sort(groups, std::less(), &ReportGroup::key);
        }
        return groups;
    }

private:
    struct Group {
        std::string spelling;
        PeriodFigures figures;
    };

    GroupBy by_;
    GroupLikeness likeness_;
    std::unordered_map<std::string, Group> groups_; ///< by their likenesses
};

} // namespace

Result<PeriodReport>
make_period_report(BooksView& books, Day first, Day last, std::optional<GroupBy> by) {
    if (const auto sound = check_period(first, last); !sound) return sound.error();
    PeriodReport report = begin_report(books, first, last, by);
    report.total = total_figures(books, first, last);
    if (by == GroupBy::month) {
        each_month(first, last, [&](Day from, Day to) {
            const PeriodFigures figures = total_figures(books, from, to);
            if (!figures.is_zero()) report.groups.push_back({format_month(from), "", figures});
        });
    } else if (by) {
        Groups groups(books, *by);
        for (const GroupCounts& group : books.count_groups(by, first, last))
            groups.add(group.key, period_figures(group.before, group.within));
        report.groups = groups.in_order(GroupNames(books, by, last));
    }
    return checked(std::move(report));
}

Result<PeriodReport>
scan_period_report(BooksView& books, Day first, Day last, std::optional<GroupBy> by) {
    if (const auto sound = check_period(first, last); !sound) return sound.error();
    PeriodReport report = begin_report(books, first, last, by);
    const Catalogue catalogue(books.procedure_versions());
    std::optional<Groups> groups;
    if (by) groups.emplace(books, *by);
    books.each_dossier(BooksView::Which::all, [&](const StoredDossier& stored) {
        const PeriodFigures figures = period_figures(stored.dossier, first, last);
        report.total += figures;
        if (by == GroupBy::month) {
            each_month(first, last, [&](Day from, Day to) {
                groups->add(format_month(from), period_figures(stored.dossier, from, to));
            });
        } else if (by) {
            const ProcedureVersion& version = catalogue.at(stored.dossier.procedure_version);
            groups->add(group_key(stored.dossier, version, *by), figures);
        }
        return true;
    });
    if (groups) report.groups = groups->in_order(GroupNames(books, by, last));
    return checked(std::move(report));
}

std::string group_key(const Dossier& dossier, const ProcedureVersion& version, GroupBy by) {
    const GroupKeys keys = group_keys(dossier, version);
    switch (by) {
    case GroupBy::field:
        return std::string(keys.field);
    case GroupBy::procedure:
        return std::string(keys.procedure);
    case GroupBy::channel:
        return std::string(keys.channel);
    case GroupBy::level:
        return std::string(keys.level);
    case GroupBy::officer:
        return std::string(keys.officer);
    case GroupBy::month:
        break;
    }
    return {};
}

GroupLikeness::GroupLikeness(BooksView& books, GroupBy by) : by_(by) {
    if (by == GroupBy::field) read_fields(books);
    if (by == GroupBy::officer) read_officers(books);
}

void GroupLikeness::read_fields(BooksView& books) {
    std::map<std::string, Day> since;
    for (ProcedureVersion& version : books.procedure_versions()) {
        const std::string key = name_key(version.field);
        const auto known = since.find(key);
        const bool is_later = known == since.end() || version.effective_from > known->second ||
                              (version.effective_from == known->second &&
                               compare_names(version.field, spellings_[key]) < 0);
        if (!is_later) continue;
        since[key] = version.effective_from;
        spellings_[key] = std::move(version.field);
    }
}

/// Two people of one name stay two where they have logins: a name is only written as one of theirs.
void GroupLikeness::read_officers(BooksView& books) {
    const auto users = books.users();
    for (const User& user : users) {
        std::string& spelling = spellings_[name_key(user.name)];
        if (spelling.empty() || compare_names(user.name, spelling) < 0) spelling = user.name;
    }
    for (const User& user : users) {
        std::string likeness = name_key(user.login);
        spellings_[likeness] = user.login;
        logins_[login_key(user.login)] = std::move(likeness);
    }
    spellings_[{}] = {}; // nobody is known, whatever stands there unseen
}

std::string GroupLikeness::worked_out(const std::string& key) const {
    if (by_ != GroupBy::field && by_ != GroupBy::officer) return key;
    if (by_ == GroupBy::officer) {
        const auto login = logins_.find(login_key(key));
        if (login != logins_.end()) return login->second;
    }
    return name_key(key);
}

const std::string& GroupLikeness::of(const std::string& key) {
    const auto known = known_.find(key);
    return known != known_.end() ? known->second
                                 : known_.emplace(key, worked_out(key)).first->second;
}

bool GroupLikeness::is_shown_before(const std::string& a, const std::string& b) {
    if (a == b) return false;
    const bool is_plain = is_plain_spelling(a);
    return is_plain == is_plain_spelling(b) ? compare_names(a, b) < 0 : is_plain;
}

const std::string* GroupLikeness::own_spelling(const std::string& likeness) const {
    const auto own = spellings_.find(likeness);
    return own == spellings_.end() ? nullptr : &own->second;
}

} // namespace core
