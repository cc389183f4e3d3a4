// The use cases of a dossier. Each reads what it needs, lets the rules of core/domain decide and
// writes event, state and counts together (bookkeeping). Nothing is written before everything is
// decided, so that a refusal needs no undoing.
//
// A beginning takes the next code of the day; the number is stored only when the dossier is: a
// refused intake leaves no gap. An act is based on the version that the officer saw, and is judged
// by the version of the procedure that the dossier has, but for its receipt, which gives it one.

#include "core/engine/dossiers/processing.hpp"

#include "core/domain/appointment.hpp"
#include "core/domain/dossier_code.hpp"
#include "core/domain/text.hpp"
#include "core/domain/unsure_due.hpp"
#include "core/engine/dossiers/dossier_lookup.hpp"
#include "core/engine/journal/codec/act_payload.hpp"
#include "core/engine/journal/codec/dossier_payload.hpp"
#include "core/engine/office/administration.hpp"

#include <algorithm>
#include <cassert>
#include <utility>
#include <variant>

namespace core {

namespace {

Error not_in_force(const Catalogue& catalogue, const std::string& code, Day day) {
    return {ErrorKind::invalid_input, catalogue.why_not_in_force(code, day), "procedure"};
}

bool allows(const Dossier& dossier, Act act) {
    return std::ranges::any_of(allowed_acts(dossier.state),
                               [&](const LifeRow* row) { return row->act == act; });
}

/// What only a hand that writes can get wrong, and only the books know: who there is, and when
/// somebody is there. Names who is meant as the books do. An act that may be meant all the same is
/// done, and its oddity told: whoever is not a user yet, hours in which somebody stays.
Result<std::vector<Notice>> judge_written(BooksView& books,
                                          const WorkingCalendar& calendar,
                                          const Dossier& dossier,
                                          ActRequest& request) {
    std::vector<Notice> notices;
    if (!allows(dossier, act_of(request))) return notices; // the state's refusal says more
    if (auto* forward = std::get_if<requests::Forward>(&request.what);
        forward && !forward->assignee.empty()) {
        if (auto notice = name_worker(books, forward->assignee))
            notices.push_back({"assignee", std::move(*notice)});
    }
    if (const auto* hand_over = std::get_if<requests::HandOver>(&request.what);
        hand_over && hand_over->answer_due && *hand_over->answer_due <= request.act_at)
        notices.push_back({"answer_due", {"answer-due-past", {{"due", *hand_over->answer_due}}}});
    const auto* reappoint = std::get_if<requests::Reappoint>(&request.what);
    if (!reappoint || !reappoint->new_appointment) return notices;
    const OpenHours hours{calendar, books.office().reception};
    if (auto ahead = check_appointment(hours, *reappoint->new_appointment, request.act_at); !ahead)
        return ahead.error();
    const Day day = local_date(*reappoint->new_appointment);
    if (const auto years = calendar.years_not_loaded(day, day); !years.empty())
        notices.push_back({"new_appointment", appointment_unsure(years)});
    else if (auto notice = appointment_notice(hours, *reappoint->new_appointment))
        notices.push_back({"new_appointment", std::move(*notice)});
    return notices;
}

} // namespace

Instant act_instant(const Dossier& dossier, Instant now) {
    return std::max(now, dossier.last_act_at);
}

Result<Processing::Begun>
Processing::begin(Books& books, const Intake& intake, const ActContext& by) const {
    const Day today = local_date(by.recorded_at);
    // The version of the day it comes in stays its own for ever, whatever the catalogue says later.
    const ProcedureVersion* version = catalogue_.in_force(intake.procedure_code, today);
    if (!version) return not_in_force(catalogue_, intake.procedure_code, today);
    std::string ticket;
    if (!intake.ticket.empty()) {
        const TicketTable& tickets = books.tickets();
        const auto found = find_ticket(tickets, intake.ticket, today);
        if (!found) {
            return Error{ErrorKind::invalid_input,
                         {"ticket-unknown", {{"number", intake.ticket}}},
                         "ticket"};
        }
        ticket = found->ticket.code;
    }
    // Not stored yet: store() counts on when the dossier is written.
    const std::string code =
        make_dossier_code(books.agency().code, today, books.code_number(today) + 1);
    NewDossier facts{code,
                     intake.applicant,
                     intake.channel,
                     intake.officer,
                     by.recorded_at,
                     intake.fee_vnd.value_or(version->fee_vnd),
                     intake.components,
                     std::move(ticket)};
    return Begun{std::move(facts), version};
}

Result<Dossier> Processing::store(Books& books,
                                  const Begun& begun,
                                  Dossier dossier,
                                  Act act,
                                  const std::string& reason,
                                  const ActContext& by) const {
    const NewEvent event = office_event(to_text(act), dossier.code, by, reason,
                                        payload::write(begun.facts, *begun.version, dossier));
    // Nothing is written where the code is taken, by a row of an imported register for example.
    if (!begin_dossier(books, dossier, *begun.version, figure_changes(dossier), event))
        return Error{ErrorKind::conflict, {"dossier-code-taken", {{"code", dossier.code}}}};
    const Day today = local_date(by.recorded_at);
    books.set_code_number(today, books.code_number(today) + 1);
    return dossier;
}

Result<Dossier>
Processing::receive(Books& books, const Intake& intake, const ActContext& by) const {
    const auto begun = begin(books, intake, by);
    if (!begun) return begun.error();
    return store(books, *begun, receive_dossier(begun->facts, {calendar_, *begun->version}),
                 Act::receive, "", by);
}

Result<Dossier> Processing::submit(Books& books, const Intake& intake, const ActContext& by) const {
    // Who typed it in has not taken it over: whoever receives it does.
    Intake nobodys = intake;
    nobodys.officer.clear();
    const auto begun = begin(books, nobodys, by);
    if (!begun) return begun.error();
    return store(books, *begun, submit_dossier(begun->facts, *begun->version), Act::submit, "", by);
}

Result<Dossier> Processing::refuse(Books& books,
                                   const Intake& intake,
                                   const std::string& reason,
                                   const ActContext& by) const {
    if (trim(reason).empty()) return Error{ErrorKind::invalid_input, "reason-missing", "reason"};
    const auto begun = begin(books, intake, by);
    if (!begun) return begun.error();
    return store(books, *begun, refuse_dossier(begun->facts, *begun->version), Act::refuse, reason,
                 by);
}

std::vector<Notice>
Processing::intake_notices(BooksView& books, const Intake& intake, const ActContext& by) const {
    const Day today = local_date(by.recorded_at);
    const auto found = find_ticket(books.tickets(), intake.ticket, today);
    if (!found || found->day == today) return {};
    return {{"ticket",
             {"ticket-of-day-gone", {{"number", found->ticket.number}, {"day", found->day}}}}};
}

Result<const ProcedureVersion*> Processing::version_for(const Dossier& dossier,
                                                        ActRequest& request) const {
    auto* receipt = std::get_if<requests::Receive>(&request.what);
    if (!receipt) {
        const ProcedureVersion* own = catalogue_.by_id(dossier.procedure_version);
        assert(own && "a version that a dossier has is never removed");
        return own;
    }
    const Day day = local_date(request.act_at);
    const ProcedureVersion* version = catalogue_.in_force(dossier.procedure_code, day);
    if (!version) return not_in_force(catalogue_, dossier.procedure_code, day);
    receipt->in_force_from = version->effective_from;
    return version;
}

Result<Dossier> Processing::act(Books& books,
                                const std::string& code,
                                int based_on_version,
                                const ActRequest& request,
                                const ActContext& by) const {
    const auto stored = find_dossier_to_change(books, code);
    if (!stored) return stored.error();
    if (stored->dossier.version != based_on_version) {
        return Error{ErrorKind::conflict, {"dossier-changed-meanwhile", {{"code", code}}}};
    }
    // What the engine adds to the request goes into the journal with it: a replay needs no
    // catalogue search and no dossier before.
    ActRequest asked = request;
    const auto version = version_for(stored->dossier, asked);
    if (!version) return version.error();
    if (auto* what = std::get_if<requests::Correct>(&asked.what))
        what->replaced_facts = replaced_facts(stored->dossier, what->correction);
    auto after = perform(stored->dossier, asked, {calendar_, **version});
    if (!after) return after;
    NewEvent event = office_event(to_text(act_of(asked)), stored->dossier.code, by, asked.reason,
                                  payload::write(asked, *after));
    // It may have happened before it was written.
    event.act_at = asked.act_at;
    continue_dossier(books, *stored, *after, **version, std::move(event));
    return after;
}

Result<ChangedDossier> Processing::act_as_written(Books& books,
                                                  const std::string& code,
                                                  int based_on_version,
                                                  const WrittenAct& written,
                                                  const ActContext& by) const {
    const auto stored = find_dossier_to_change(books, code);
    if (!stored) return stored.error();
    const Instant act_at = act_instant(stored->dossier, by.recorded_at);
    ActRequest request = completed(written, stored->dossier, act_at);
    std::vector<Notice> notices;
    if (stored->dossier.version == based_on_version) {
        auto judged = judge_written(books, calendar_, stored->dossier, request);
        if (!judged) return judged.error();
        notices = std::move(judged).value();
    }
    auto after = act(books, code, based_on_version, request, by);
    if (!after) return after.error();
    return ChangedDossier{stored->id, std::move(after).value(), std::move(notices)};
}

Result<Dossier> Processing::digitise(Books& books,
                                     const std::string& code,
                                     std::optional<int> based_on_version,
                                     const StoredAttachment& attachment,
                                     const ActContext& by) const {
    const auto stored = find_dossier_to_change(books, code);
    if (!stored) return stored.error();
    const ActRequest request{act_instant(stored->dossier, by.recorded_at),
                             {},
                             requests::Digitise{attachment.attachment}};
    auto after = act(books, code, based_on_version.value_or(stored->dossier.version), request, by);
    if (after) books.write_attachments().attach(stored->id, attachment);
    return after;
}

} // namespace core
