#include "core/domain/form_cchc.hpp"

#include <cassert>
#include <utility>

namespace core {

namespace {

using Value = std::optional<std::int64_t>;

CchcRow row(int number, Message name, Value value, Message source) {
    return {number, "", std::move(name), value, {}, std::move(source)};
}

CchcRow figure(const char* section, Message name, Value value, Message source, Value base = {}) {
    return {0, section, std::move(name), value, base, std::move(source)};
}

/// Received in the period, of the procedures of a level. A level without a group has none.
ByChannel received_of(const PeriodReport& by_level, OnlineLevel level) {
    for (const ReportGroup& group : by_level.groups) {
        if (group.key == to_text(level)) return group.figures.received;
    }
    return {};
}

std::vector<CchcRow> desk_rows(const ProcedureCounts& procedures, const FeedbackCounts& feedback) {
    return {
        row(8, "cchc-procedures-published", procedures.ward, "cchc-of-ward-catalogue"),
        row(14, "cchc-feedback-received", feedback.received, "cchc-of-feedback"),
        row(15, "cchc-feedback-resolved", feedback.resolved, "cchc-of-nothing"),
    };
}

std::vector<CchcRow> online_rows(const ProcedureCounts& procedures,
                                 const ByChannel& partial,
                                 const ByChannel& full,
                                 const PeriodFigures& total) {
    return {
        row(30, "cchc-procedures-partly-online", procedures.partial, "cchc-of-catalogue"),
        row(31, "cchc-dossiers-partly-online", partial.total(), "cchc-of-received"),
        row(32, "cchc-handled-partly-online", partial.online, "cchc-of-received-online"),
        row(33, "cchc-procedures-fully-online", procedures.full, "cchc-of-catalogue"),
        row(34, "cchc-dossiers-fully-online", full.total(), "cchc-of-received"),
        row(35, "cchc-handled-fully-online", full.online, "cchc-of-received-online"),
        row(36, "cchc-received-by-post", total.received.postal, "cchc-of-received-by-post"),
        row(37, "cchc-returned-by-post", total.returned.postal, "cchc-of-returned-by-post"),
    };
}

std::vector<CchcRow> results_of_the_text(const PeriodFigures& f) {
    const char* const section = "II.2";
    const Message books = "cchc-of-books";
    const std::int64_t resolved = f.resolved();
    return {
        figure(section, "cchc-carried-over", f.carried_over, books),
        figure(section, "cchc-received", f.received.total(), books),
        figure(section, "cchc-resolved", resolved, books),
        figure(section, "cchc-resolved-early", f.early, books, resolved),
        figure(section, "cchc-resolved-on-time", f.on_time, books, resolved),
        figure(section, "cchc-resolved-late", f.late, books, resolved),
        figure(section, "cchc-withdrawn", f.withdrawn, books),
        figure(section, "cchc-in-progress", f.in_progress, books),
        figure(section, "cchc-online-resolved", f.online_resolved, books, resolved),
        figure(section, "cchc-linked", f.linked, books),
        figure(section, "cchc-digitised", f.digitised, books, resolved),
    };
}

std::vector<CchcRow>
services_of_the_text(const ProcedureCounts& procedures, std::int64_t partial, std::int64_t full) {
    return {
        figure("II.6", "cchc-online-services", partial + full, "cchc-of-rows"),
        figure("VI.4", "cchc-vertical-procedures", procedures.vertical, "cchc-of-catalogue"),
    };
}

void append(std::vector<CchcRow>& rows, std::vector<CchcRow> more) {
    for (CchcRow& next : more) rows.push_back(std::move(next));
}

} // namespace

ProcedureCounts count_procedures(const Catalogue& catalogue, Day day) {
    ProcedureCounts counts;
    for (const ProcedureVersion& version : catalogue.versions()) {
        // Of a code's versions in force at once only the one that counts is that of the code.
        if (catalogue.in_force(version.code, day) != &version) continue;
        ++(version.sector == Sector::ward ? counts.ward : counts.vertical);
        counts.partial += version.online_level == OnlineLevel::partial;
        counts.full += version.online_level == OnlineLevel::full;
    }
    return counts;
}

FormCchc make_form_cchc(const PeriodReport& by_level,
                        const ProcedureCounts& procedures,
                        const FeedbackCounts& feedback) {
    assert(by_level.by == GroupBy::level);
    const ByChannel partial = received_of(by_level, OnlineLevel::partial);
    const ByChannel full = received_of(by_level, OnlineLevel::full);
    FormCchc form{by_level.office, by_level.first, by_level.last, {}, {}, by_level.total};
    append(form.rows, desk_rows(procedures, feedback));
    append(form.rows, online_rows(procedures, partial, full, by_level.total));
    append(form.figures, results_of_the_text(by_level.total));
    append(form.figures, services_of_the_text(procedures, partial.total(), full.total()));
    return form;
}

} // namespace core
