#include "core/domain/dossier_life.hpp"

#include "core/domain/text.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <variant>

namespace core {

namespace {

using State = DossierState;

constexpr std::array submitted = {State::submitted};
constexpr std::array in_progress = {State::in_progress};
constexpr std::array suspended = {State::suspended};
constexpr std::array resolved = {State::resolved};
constexpr std::array running_or_suspended = {State::in_progress, State::suspended};
constexpr std::array not_resolved = {State::submitted, State::in_progress, State::suspended};
constexpr std::array correctable = {State::submitted, State::in_progress, State::suspended,
                                    State::resolved, State::refused};
constexpr std::array payable = {State::submitted, State::in_progress, State::suspended,
                                State::resolved};
constexpr std::array scannable = {State::submitted, State::in_progress, State::suspended,
                                  State::resolved, State::returned};

constexpr std::array<LifeRow, 19> table = {{
    {Act::submit, true, {}, State::submitted, false, "acknowledgement"},
    {Act::receive, true, submitted, State::in_progress, false, "01 receipt and appointment"},
    {Act::refuse, true, submitted, State::refused, true, "03 refusal"},
    {Act::forward, false, in_progress, {}, false, "05 control slip row"},
    {Act::request_supplement, false, in_progress, State::suspended, true, "02 supplement request"},
    {Act::resume, false, suspended, State::in_progress, false, "01 with the new date"},
    {Act::hand_over, false, in_progress, {}, false, "05 control slip row"},
    {Act::answer, false, in_progress, {}, false, "05 control slip row"},
    {Act::reappoint, false, in_progress, {}, true, "04 apology and new appointment"},
    {Act::resolve, false, in_progress, State::resolved, false, "result notice"},
    {Act::reject, false, in_progress, State::resolved, true, "result notice"},
    {Act::return_result, false, resolved, State::returned, false, "06 register row signed"},
    {Act::withdraw, false, not_resolved, State::withdrawn, true, ""},
    {Act::stop, false, running_or_suspended, State::stopped, true, "05 of the 2025 set"},
    {Act::correct, false, correctable, {}, true, "01 re-issued"},
    {Act::pay, false, payable, {}, false, "payment receipt"},
    {Act::digitise, false, scannable, {}, false, ""},
    {Act::move_due, false, in_progress, {}, true, "01 with the new date"},
    {Act::acknowledge, false, running_or_suspended, {}, false, "05 control slip row"},
}};

const LifeRow& row_of(Act act) {
    const auto row =
        std::find_if(table.begin(), table.end(), [&](const auto& r) { return r.act == act; });
    assert(row != table.end());
    return *row;
}

bool allows(const LifeRow& row, State state) {
    return std::find(row.from.begin(), row.from.end(), state) != row.from.end();
}

/// What the state allows instead.
Error not_allowed(const Dossier& dossier, Act act) {
    std::vector<Term> allowed;
    for (const LifeRow* row : allowed_acts(dossier.state))
        allowed.push_back({"act", std::string(to_text(row->act))});
    const Term state{"dossier_state", std::string(to_text(dossier.state))};
    const Term wanted{"act", std::string(to_text(act))};
    if (allowed.empty()) {
        return {ErrorKind::not_allowed,
                {"dossier-closed", {{"code", dossier.code}, {"state", state}, {"act", wanted}}}};
    }
    return {ErrorKind::not_allowed,
            {"dossier-act-not-allowed",
             {{"code", dossier.code}, {"state", state}, {"act", wanted}, {"allowed", allowed}}}};
}

Error missing(Message message, const std::string& field) {
    return {ErrorKind::invalid_input, std::move(message), field};
}

void start_clock(Dossier& dossier, Instant at, const Rules& rules) {
    const auto deadline = compute_deadline(rules.calendar, rules.procedure.limit, at, {});
    dossier.received_at = at;
    dossier.procedure_version = rules.procedure.id;
    dossier.clock = {{at, true, deadline.due_at}};
    if (!rules.procedure.linked_agencies.empty()) dossier.linked_since = at;
}

void resume_clock(Dossier& dossier, Instant at, const Rules& rules) {
    auto pauses = dossier.pauses();
    pauses.back().to = at;
    const auto deadline =
        compute_deadline(rules.calendar, rules.procedure.limit, *dossier.received_at, pauses);
    dossier.clock.push_back({at, true, deadline.due_at});
}

void close_with(Dossier& dossier, Instant at, Decision decision, const Rules& rules) {
    dossier.closed_at = at;
    dossier.decision = decision;
    dossier.outcome =
        judge_outcome(rules.calendar, rules.procedure.limit.unit, dossier.due_at(), at);
}

/// The partner has the dossier, or has answered: the first hand-over to it that the act can still
/// be done to.
Result<void> hear_from_partner(Dossier& dossier,
                               const std::string& partner,
                               const std::string& external_code,
                               std::optional<Instant> HandOver::*heard_at,
                               Instant act_at) {
    const auto waits = [&](const HandOver& each) {
        return each.partner == partner && !(each.*heard_at);
    };
    const auto found = std::find_if(dossier.hand_overs.begin(), dossier.hand_overs.end(), waits);
    if (found == dossier.hand_overs.end()) {
        std::string awaited;
        for (const HandOver& each : dossier.hand_overs) {
            if (!(each.*heard_at)) awaited += (awaited.empty() ? "" : "; ") + each.partner;
        }
        if (awaited.empty())
            return Error{
                ErrorKind::not_allowed,
                {"dossier-awaits-no-answer", {{"code", dossier.code}, {"agency", partner}}}};
        return Error{ErrorKind::not_allowed,
                     {"dossier-awaits-another",
                      {{"code", dossier.code}, {"agency", partner}, {"awaited", awaited}}}};
    }
    (*found).*heard_at = act_at;
    // An answer acknowledges too; what was acknowledged before keeps its moment.
    if (!found->acknowledged_at) found->acknowledged_at = act_at;
    if (!external_code.empty()) found->external_code = external_code;
    return {};
}

void apply_correction(Dossier& dossier, const Correction& correction) {
    if (correction.applicant) dossier.applicant = *correction.applicant;
    if (correction.channel) dossier.channel = *correction.channel;
    if (correction.fee_vnd) dossier.fee_vnd = *correction.fee_vnd;
    if (correction.components) dossier.components = *correction.components;
}

/// What each act changes besides the state; the table has allowed it.
class Effect {
public:
    Effect(Dossier& dossier, Instant act_at, const Rules& rules)
        : dossier_(dossier), act_at_(act_at), rules_(rules) {}

    Result<void> operator()(const requests::Submit&) { return {}; } // only begins a dossier

    Result<void> operator()(const requests::Receive&) {
        start_clock(dossier_, act_at_, rules_);
        return {};
    }

    Result<void> operator()(const requests::Refuse&) { return close(); }

    Result<void> operator()(const requests::Withdraw&) { return close(); }

    Result<void> operator()(const requests::Stop&) { return close(); }

    Result<void> operator()(const requests::Forward& what) {
        ++dossier_.step;
        dossier_.assignee = what.assignee;
        return {};
    }

    Result<void> operator()(const requests::RequestSupplement&) {
        dossier_.clock.push_back({act_at_, false, std::nullopt});
        return {};
    }

    Result<void> operator()(const requests::Resume&) {
        resume_clock(dossier_, act_at_, rules_);
        dossier_.appointment.reset(); // form 01 is issued again and tells the new due date
        return {};
    }

    Result<void> operator()(const requests::HandOver& what) {
        if (what.partner.empty()) return missing("agency-missing", "agency");
        dossier_.hand_overs.push_back({what.partner, act_at_, std::nullopt, std::nullopt,
                                       what.answer_due, what.external_code});
        if (!dossier_.linked_since) dossier_.linked_since = act_at_;
        return {};
    }

    Result<void> operator()(const requests::Acknowledge& what) {
        return hear_from_partner(dossier_, what.partner, what.external_code,
                                 &HandOver::acknowledged_at, act_at_);
    }

    Result<void> operator()(const requests::Answer& what) {
        return hear_from_partner(dossier_, what.partner, what.external_code, &HandOver::answered_at,
                                 act_at_);
    }

    Result<void> operator()(const requests::Reappoint& what) {
        if (!what.new_appointment) return missing("appointment-missing", "new_appointment");
        dossier_.appointment = what.new_appointment;
        return {};
    }

    Result<void> operator()(const requests::Resolve&) { return decide(Decision::approved); }

    Result<void> operator()(const requests::Reject&) { return decide(Decision::rejected); }

    Result<void> operator()(const requests::ReturnResult& what) {
        if (!what.channel) return missing("return-channel-missing", "return_channel");
        dossier_.returned_at = act_at_;
        dossier_.return_channel = what.channel;
        return {};
    }

    Result<void> operator()(const requests::Correct& what) {
        if (what.correction == Correction{}) return missing("correction-missing", "correction");
        apply_correction(dossier_, what.correction);
        return {};
    }

    Result<void> operator()(const requests::Pay& what) {
        if (what.paid_vnd <= 0) return missing("payment-missing", "paid_vnd");
        dossier_.paid_vnd += what.paid_vnd;
        return {};
    }

    Result<void> operator()(const requests::Digitise&) {
        if (!dossier_.digitised_at) dossier_.digitised_at = act_at_;
        return {};
    }

    Result<void> operator()(const requests::MoveDue& what) {
        if (!what.new_due) return missing("due-missing", "new_due");
        if (rules_.procedure.limit.unit == DeadlineUnit::none)
            return Error{ErrorKind::not_allowed,
                         {"dossier-without-due", {{"code", dossier_.code}}}};
        dossier_.clock.push_back({act_at_, true, what.new_due});
        return {};
    }

private:
    Result<void> close() {
        dossier_.closed_at = act_at_;
        return {};
    }

    Result<void> decide(Decision decision) {
        close_with(dossier_, act_at_, decision, rules_);
        return {};
    }

    Dossier& dossier_;
    Instant act_at_;
    const Rules& rules_;
};

Dossier begin(const NewDossier& intake, const ProcedureVersion& procedure) {
    Dossier dossier;
    dossier.code = intake.code;
    dossier.procedure_code = procedure.code;
    dossier.procedure_version = procedure.id;
    dossier.applicant = intake.applicant;
    dossier.channel = intake.channel;
    dossier.officer = intake.officer;
    dossier.fee_vnd = intake.fee_vnd;
    dossier.last_act_at = intake.act_at;
    dossier.components = intake.components;
    dossier.ticket = intake.ticket;
    dossier.version = 1;
    return dossier;
}

} // namespace

bool awaits(const HandOver& hand_over, Act act) {
    return act == Act::acknowledge ? !hand_over.acknowledged_at
                                   : act == Act::answer && !hand_over.answered_at;
}

bool has_occasion(const Dossier& dossier, Act act) {
    switch (act) {
    case Act::acknowledge:
    case Act::answer:
        return std::any_of(dossier.hand_overs.begin(), dossier.hand_overs.end(),
                           [act](const HandOver& each) { return awaits(each, act); });
    case Act::pay:
        return dossier.unpaid_vnd() > 0;
    default:
        return true;
    }
}

std::span<const LifeRow> life_table() { return table; }

std::vector<const LifeRow*> allowed_acts(State state) {
    std::vector<const LifeRow*> rows;
    for (const LifeRow& row : table) {
        if (row.act != Act::move_due && allows(row, state)) rows.push_back(&row);
    }
    return rows;
}

std::optional<State> begun_state(Act act) {
    const LifeRow& row = row_of(act);
    return row.from_nothing ? row.to : std::nullopt;
}

std::string life_table_markdown() {
    std::string text = "| act | from | to | reason needed | form issued |\n"
                       "|---|---|---|---|---|\n";
    for (const LifeRow& row : table) {
        std::string from = row.from_nothing ? "–" : "";
        for (const State state : row.from) {
            if (!from.empty()) from += ", ";
            from += to_text(state);
        }
        text += "| " + std::string(to_text(row.act)) + " | " + from + " | ";
        text += row.to ? to_text(*row.to) : std::string_view("same");
        text += row.reason_needed ? " | yes | " : " | | ";
        text += std::string(row.form) + (row.form.empty() ? "|\n" : " |\n");
    }
    return text;
}

Dossier submit_dossier(const NewDossier& intake, const ProcedureVersion& procedure) {
    Dossier dossier = begin(intake, procedure);
    dossier.state = State::submitted;
    dossier.submitted_at = intake.act_at;
    return dossier;
}

Dossier receive_dossier(const NewDossier& intake, const Rules& rules) {
    Dossier dossier = begin(intake, rules.procedure);
    dossier.state = State::in_progress;
    start_clock(dossier, intake.act_at, rules);
    return dossier;
}

Dossier refuse_dossier(const NewDossier& intake, const ProcedureVersion& procedure) {
    Dossier dossier = begin(intake, procedure);
    dossier.state = State::refused;
    dossier.closed_at = intake.act_at;
    return dossier;
}

Correction replaced_facts(const Dossier& dossier, const Correction& correction) {
    Correction before;
    if (correction.applicant) before.applicant = dossier.applicant;
    if (correction.channel) before.channel = dossier.channel;
    if (correction.fee_vnd) before.fee_vnd = dossier.fee_vnd;
    if (correction.components) before.components = dossier.components;
    return before;
}

Result<Dossier> perform(const Dossier& dossier, const ActRequest& request, const Rules& rules) {
    const Act act = act_of(request);
    assert(act == Act::receive ? dossier.procedure_code == rules.procedure.code
                               : dossier.procedure_version == rules.procedure.id);
    const LifeRow& row = row_of(act);
    if (!allows(row, dossier.state)) return not_allowed(dossier, act);
    if (row.reason_needed && trim(request.reason).empty())
        return missing("reason-missing", "reason");
    if (request.act_at < dossier.last_act_at) {
        return Error{
            ErrorKind::invalid_input,
            {"act-before-last",
             {{"code", dossier.code}, {"at", request.act_at}, {"last", dossier.last_act_at}}}};
    }
    Dossier after = dossier;
    const auto effect = std::visit(Effect(after, request.act_at, rules), request.what);
    if (!effect) return effect.error();
    if (row.to) after.state = *row.to;
    after.last_act_at = request.act_at;
    ++after.version;
    return after;
}

} // namespace core
