#include "core/domain/register_entry.hpp"

#include <algorithm>

namespace core {

namespace {

using Ending = RegisterEntry::Ending;

using Problems = std::vector<ColumnProblem>;

void check_pauses(const RegisterEntry& entry, Problems& problems) {
    Instant earliest = entry.received_at;
    for (std::size_t i = 0; i < entry.pauses.size(); ++i) {
        const Pause& pause = entry.pauses[i];
        if (pause.from < entry.received_at) {
            problems.push_back({"pauses",
                                {"pause-before-receipt",
                                 {{"from", pause.from}, {"received", entry.received_at}}}});
        } else if (pause.from < earliest) {
            problems.push_back(
                {"pauses", {"pause-overlaps", {{"from", pause.from}, {"until", earliest}}}});
        }
        if (pause.to && *pause.to < pause.from)
            problems.push_back({"pauses", {"pause-ends-before-start", {{"from", pause.from}}}});
        if (!pause.to && i + 1 < entry.pauses.size())
            problems.push_back({"pauses", {"pause-open-before-another", {{"from", pause.from}}}});
        earliest = std::max(earliest, pause.to.value_or(pause.from));
    }
}

/// A result needs a running clock; a withdrawal may fall into a pause but not before one.
void check_end_against_pauses(const RegisterEntry& entry, Problems& problems) {
    if (!entry.resolved_at || entry.pauses.empty()) return;
    const Pause& last = entry.pauses.back();
    if (last.from > *entry.resolved_at) {
        problems.push_back(
            {"pauses", {"pause-after-end", {{"from", last.from}, {"end", *entry.resolved_at}}}});
        return;
    }
    const bool withdrawn = entry.ending == Ending::withdrawn;
    if (!withdrawn && (!last.to || *last.to > *entry.resolved_at))
        problems.push_back({"resolved_at", {"resolved-during-pause", {{"from", last.from}}}});
}

void check_end(const RegisterEntry& entry, Problems& problems) {
    if (entry.resolved_at && entry.ending == Ending::none)
        problems.push_back({"result", "result-missing"});
    if (!entry.resolved_at && entry.ending != Ending::none) {
        problems.push_back({"resolved_at",
                            {"result-without-instant",
                             {{"result", Term{"ending", std::string(to_text(entry.ending))}}}}});
    }
    if (entry.resolved_at && *entry.resolved_at < entry.received_at)
        problems.push_back({"resolved_at", "resolved-before-receipt"});
}

void check_return(const RegisterEntry& entry, Problems& problems) {
    if (entry.returned_at && !entry.return_channel)
        problems.push_back({"return_channel", "return-without-channel"});
    if (!entry.returned_at && entry.return_channel)
        problems.push_back({"returned_at", "return-without-instant"});
    if (!entry.returned_at) return;
    if (!entry.resolved_at) {
        problems.push_back({"returned_at", "returned-without-result"});
    } else if (entry.ending == Ending::withdrawn) {
        problems.push_back({"returned_at", "returned-although-withdrawn"});
    } else if (*entry.returned_at < *entry.resolved_at) {
        problems.push_back({"returned_at", "returned-before-result"});
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

std::string_view to_text(Ending ending) { return endings.text(ending); }

std::optional<Ending> parse_ending(std::string_view text) {
    return text.empty() ? Ending::none : endings.parse(text);
}

std::vector<ColumnProblem> contradictions(const RegisterEntry& entry) {
    Problems problems;
    check_pauses(entry, problems);
    check_end(entry, problems);
    check_end_against_pauses(entry, problems);
    check_return(entry, problems);
    return problems;
}

std::optional<FutureMoment> find_future(const RegisterEntry& entry, Instant now) {
    if (entry.received_at > now) return FutureMoment{"received_at", entry.received_at};
    for (const Pause& pause : entry.pauses) {
        const Instant last = std::max(pause.from, pause.to.value_or(pause.from));
        if (last > now) return FutureMoment{"pauses", last};
    }
    if (entry.resolved_at && *entry.resolved_at > now)
        return FutureMoment{"resolved_at", *entry.resolved_at};
    if (entry.returned_at && *entry.returned_at > now)
        return FutureMoment{"returned_at", *entry.returned_at};
    return std::nullopt;
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
