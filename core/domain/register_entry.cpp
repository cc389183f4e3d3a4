#include "core/domain/register_entry.hpp"

#include "core/domain/enum_text.hpp"

#include <algorithm>

namespace core {

namespace {

using Ending = RegisterEntry::Ending;

constexpr auto ending_words = enum_text<Ending>({{Ending::none, ""},
                                                 {Ending::approved, "approved"},
                                                 {Ending::rejected, "rejected"},
                                                 {Ending::withdrawn, "withdrawn"}});

using Problems = std::vector<ColumnProblem>;

void check_pauses(const RegisterEntry& entry, Problems& problems) {
    Instant earliest = entry.received_at;
    for (std::size_t i = 0; i < entry.pauses.size(); ++i) {
        const Pause& pause = entry.pauses[i];
        if (pause.from < entry.received_at) {
            problems.push_back({"pauses", "the pause from " + format_instant(pause.from) +
                                              " begins before the receipt at " +
                                              format_instant(entry.received_at)});
        } else if (pause.from < earliest) {
            problems.push_back({"pauses", "the pause from " + format_instant(pause.from) +
                                              " overlaps the one before it, which ends at " +
                                              format_instant(earliest)});
        }
        if (pause.to && *pause.to < pause.from) {
            problems.push_back({"pauses", "the pause from " + format_instant(pause.from) +
                                              " ends before it begins"});
        }
        if (!pause.to && i + 1 < entry.pauses.size()) {
            problems.push_back({"pauses", "the pause from " + format_instant(pause.from) +
                                              " is open, but another one follows it"});
        }
        earliest = std::max(earliest, pause.to.value_or(pause.from));
    }
}

/// A result needs a running clock; a withdrawal may fall into a pause but not before one.
void check_end_against_pauses(const RegisterEntry& entry, Problems& problems) {
    if (!entry.resolved_at || entry.pauses.empty()) return;
    const Pause& last = entry.pauses.back();
    if (last.from > *entry.resolved_at) {
        problems.push_back({"pauses", "the pause from " + format_instant(last.from) +
                                          " begins after the dossier was closed at " +
                                          format_instant(*entry.resolved_at)});
        return;
    }
    const bool withdrawn = entry.ending == Ending::withdrawn;
    if (!withdrawn && (!last.to || *last.to > *entry.resolved_at)) {
        problems.push_back({"resolved_at", "resolved while the pause from " +
                                               format_instant(last.from) +
                                               " is open; resume it first"});
    }
}

void check_end(const RegisterEntry& entry, Problems& problems) {
    if (entry.resolved_at && entry.ending == Ending::none) {
        problems.push_back({"result", "is empty, but resolved_at is given"});
    }
    if (!entry.resolved_at && entry.ending != Ending::none) {
        problems.push_back({"resolved_at", "is empty, but the result is \"" +
                                               std::string(to_text(entry.ending)) + "\""});
    }
    if (entry.resolved_at && *entry.resolved_at < entry.received_at) {
        problems.push_back({"resolved_at", "is before received_at"});
    }
}

void check_return(const RegisterEntry& entry, Problems& problems) {
    if (entry.returned_at && !entry.return_channel) {
        problems.push_back({"return_channel", "is empty, but returned_at is given"});
    }
    if (!entry.returned_at && entry.return_channel) {
        problems.push_back({"returned_at", "is empty, but return_channel is given"});
    }
    if (!entry.returned_at) return;
    if (!entry.resolved_at) {
        problems.push_back({"returned_at", "is given, but the dossier has no result"});
    } else if (entry.ending == Ending::withdrawn) {
        problems.push_back({"returned_at", "is given, but a withdrawn dossier has no result"});
    } else if (*entry.returned_at < *entry.resolved_at) {
        problems.push_back({"returned_at", "is before resolved_at"});
    }
}

/// The clock as it changed from pause to pause, up to the end of the dossier.
void run_clock(Dossier& dossier,
               const RegisterEntry& entry,
               const ProcedureVersion& procedure,
               const WorkingCalendar& calendar) {
    const auto due_after = [&](std::size_t pauses) {
        return compute_deadline(calendar, procedure.limit, entry.received_at,
                                std::span(entry.pauses).first(pauses))
            .due_at;
    };
    dossier.clock.push_back({entry.received_at, true, due_after(0)});
    for (std::size_t i = 0; i < entry.pauses.size(); ++i) {
        const Pause& pause = entry.pauses[i];
        dossier.clock.push_back({pause.from, false, std::nullopt});
        dossier.last_act_at = pause.from;
        const bool withdrawn_meanwhile =
            pause.to && entry.resolved_at && *pause.to > *entry.resolved_at;
        if (!pause.to || withdrawn_meanwhile) return;
        dossier.clock.push_back({*pause.to, true, due_after(i + 1)});
        dossier.last_act_at = *pause.to;
    }
}

void close(Dossier& dossier,
           const RegisterEntry& entry,
           const ProcedureVersion& procedure,
           const WorkingCalendar& calendar) {
    dossier.closed_at = entry.resolved_at;
    dossier.last_act_at = *entry.resolved_at;
    if (entry.ending == Ending::withdrawn) {
        dossier.state = DossierState::withdrawn;
        return;
    }
    dossier.decision = entry.ending == Ending::rejected ? Decision::rejected : Decision::approved;
    dossier.outcome =
        judge_outcome(calendar, procedure.limit.unit, dossier.due_at(), *entry.resolved_at);
    dossier.state = DossierState::resolved;
    if (!entry.returned_at) return;
    dossier.state = DossierState::returned;
    dossier.returned_at = entry.returned_at;
    dossier.return_channel = entry.return_channel;
    dossier.last_act_at = *entry.returned_at;
}

} // namespace

std::string_view to_text(Ending ending) { return ending_words.text(ending); }

std::optional<Ending> parse_ending(std::string_view text) { return ending_words.parse(text); }

std::vector<ColumnProblem> contradictions(const RegisterEntry& entry) {
    Problems problems;
    check_pauses(entry, problems);
    check_end(entry, problems);
    check_end_against_pauses(entry, problems);
    check_return(entry, problems);
    return problems;
}

Dossier dossier_of(const RegisterEntry& entry,
                   const ProcedureVersion& procedure,
                   const WorkingCalendar& calendar) {
    Dossier dossier;
    dossier.code = entry.code;
    dossier.procedure_code = procedure.code;
    dossier.procedure_version = procedure.id;
    dossier.applicant = entry.applicant;
    dossier.channel = entry.channel;
    dossier.officer = entry.officer;
    dossier.received_at = entry.received_at;
    dossier.last_act_at = entry.received_at;
    dossier.fee_vnd = entry.fee_vnd;
    dossier.paid_vnd = entry.fee_vnd;
    dossier.linked_agencies = entry.linked_agencies;
    const bool linked = !entry.linked_agencies.empty() || !procedure.linked_agencies.empty();
    if (linked) dossier.linked_since = entry.received_at;
    if (entry.digitised) dossier.digitised_at = entry.received_at;
    dossier.version = 1;
    run_clock(dossier, entry, procedure, calendar);
    dossier.state =
        dossier.clock.back().running ? DossierState::in_progress : DossierState::suspended;
    if (entry.resolved_at) close(dossier, entry, procedure, calendar);
    return dossier;
}

} // namespace core
