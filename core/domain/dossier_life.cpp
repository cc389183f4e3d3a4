#include "core/domain/dossier_life.hpp"

#include "core/domain/enum_text.hpp"
#include "core/domain/text.hpp"

#include <algorithm>
#include <array>
#include <cassert>

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

constexpr auto act_words = enum_text<Act>({{Act::submit, "submit"},
                                           {Act::receive, "receive"},
                                           {Act::refuse, "refuse"},
                                           {Act::forward, "forward"},
                                           {Act::request_supplement, "request-supplement"},
                                           {Act::resume, "resume"},
                                           {Act::hand_over, "hand-over"},
                                           {Act::answer, "answer"},
                                           {Act::reappoint, "reappoint"},
                                           {Act::resolve, "resolve"},
                                           {Act::reject, "reject"},
                                           {Act::return_result, "return"},
                                           {Act::withdraw, "withdraw"},
                                           {Act::stop, "stop"},
                                           {Act::correct, "correct"},
                                           {Act::pay, "pay"},
                                           {Act::digitise, "digitise"},
                                           {Act::move_due, "move-due"},
                                           {Act::acknowledge, "acknowledge"}});

const LifeRow& row_of(Act act) {
    const auto row =
        std::find_if(table.begin(), table.end(), [&](const auto& r) { return r.act == act; });
    assert(row != table.end());
    return *row;
}

bool allows(const LifeRow& row, State state) {
    return std::find(row.from.begin(), row.from.end(), state) != row.from.end();
}

/// "Hồ sơ … đang tạm dừng: chỉ có thể resume, withdraw, …" – what the state allows instead.
Error not_allowed(const Dossier& dossier, Act act) {
    std::string allowed;
    for (const LifeRow& row : table) {
        if (row.act == Act::move_due || !allows(row, dossier.state)) continue;
        allowed += (allowed.empty() ? "" : ", ") + std::string(to_text(row.act));
    }
    return {ErrorKind::not_allowed,
            "Hồ sơ " + dossier.code + " ở trạng thái \"" + std::string(show(dossier.state)) +
                "\" không cho phép \"" + std::string(to_text(act)) + "\"; " +
                (allowed.empty() ? "hồ sơ đã kết thúc" : "có thể: " + allowed)};
}

Error missing(const std::string& what, const std::string& field) {
    return {ErrorKind::invalid_input, "Thiếu " + what + " (" + field + "): hãy bổ sung rồi làm lại",
            field};
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

/// The first hand-over to the agency that the act can still be done to.
Result<HandOver*> find_hand_over(Dossier& dossier, const ActRequest& request) {
    for (HandOver& hand_over : dossier.hand_overs) {
        const bool done = request.act == Act::answer ? hand_over.answered_at.has_value()
                                                     : hand_over.acknowledged_at.has_value();
        if (hand_over.agency == request.agency && !done) return &hand_over;
    }
    return Error{ErrorKind::not_allowed,
                 "Hồ sơ " + dossier.code + " không chờ trả lời của \"" + request.agency + "\""};
}

Result<void> hear_from_agency(Dossier& dossier, const ActRequest& request) {
    const auto found = find_hand_over(dossier, request);
    if (!found) return found.error();
    HandOver& hand_over = **found;
    if (!hand_over.acknowledged_at) hand_over.acknowledged_at = request.at;
    if (request.act == Act::answer) hand_over.answered_at = request.at;
    if (!request.external_code.empty()) hand_over.external_code = request.external_code;
    return {};
}

void apply_correction(Dossier& dossier, const Correction& correction) {
    if (correction.applicant) dossier.applicant = *correction.applicant;
    if (correction.channel) dossier.channel = *correction.channel;
    if (correction.fee_vnd) dossier.fee_vnd = *correction.fee_vnd;
    if (correction.papers) dossier.papers = *correction.papers;
}

/// What the act changes besides the state; the table has allowed it.
Result<void> take_effect(Dossier& dossier, const ActRequest& request, const Rules& rules) {
    switch (request.act) {
    case Act::submit:
        break; // only begins a dossier
    case Act::receive:
        start_clock(dossier, request.at, rules);
        break;
    case Act::refuse:
    case Act::withdraw:
    case Act::stop:
        dossier.closed_at = request.at;
        break;
    case Act::forward:
        ++dossier.step;
        dossier.assignee = request.assignee;
        break;
    case Act::request_supplement:
        dossier.clock.push_back({request.at, false, std::nullopt});
        break;
    case Act::resume:
        resume_clock(dossier, request.at, rules);
        break;
    case Act::hand_over:
        if (request.agency.empty()) return missing("cơ quan nhận", "agency");
        dossier.hand_overs.push_back({request.agency, request.at, std::nullopt, std::nullopt,
                                      request.answer_due, request.external_code});
        if (!dossier.linked_since) dossier.linked_since = request.at;
        break;
    case Act::acknowledge:
    case Act::answer:
        return hear_from_agency(dossier, request);
    case Act::reappoint:
        if (!request.new_appointment) return missing("ngày hẹn mới", "new_appointment");
        dossier.appointment = request.new_appointment;
        break;
    case Act::resolve:
        close_with(dossier, request.at, Decision::approved, rules);
        break;
    case Act::reject:
        close_with(dossier, request.at, Decision::rejected, rules);
        break;
    case Act::return_result:
        if (!request.return_channel) return missing("hình thức trả kết quả", "return_channel");
        dossier.returned_at = request.at;
        dossier.return_channel = request.return_channel;
        break;
    case Act::correct:
        if (!request.correction) return missing("nội dung sửa", "correction");
        apply_correction(dossier, *request.correction);
        break;
    case Act::pay:
        if (request.paid_vnd <= 0) return missing("số tiền đã nộp", "paid_vnd");
        dossier.paid_vnd += request.paid_vnd;
        break;
    case Act::digitise:
        if (!dossier.digitised_at) dossier.digitised_at = request.at;
        break;
    case Act::move_due:
        if (!request.new_due) return missing("hạn mới", "new_due");
        if (rules.procedure.limit.unit == DeadlineUnit::none)
            return Error{ErrorKind::not_allowed, "Thủ tục không quy định thời hạn: hồ sơ " +
                                                     dossier.code + " không có hạn để dời"};
        dossier.clock.push_back({request.at, true, request.new_due});
        break;
    }
    return {};
}

Dossier begin(const NewDossier& intake, const ProcedureVersion& procedure) {
    Dossier dossier;
    dossier.code = intake.code;
    dossier.procedure_code = procedure.code;
    dossier.procedure_version = procedure.id;
    dossier.applicant = intake.applicant;
    dossier.channel = intake.channel;
    dossier.officer = intake.officer;
    dossier.fee_vnd = intake.fee_vnd;
    dossier.last_act_at = intake.at;
    dossier.papers = intake.papers;
    dossier.ticket = intake.ticket;
    dossier.version = 1;
    return dossier;
}

} // namespace

std::span<const LifeRow> life_table() { return table; }

std::string life_table_markdown() {
    std::string text = "| act | from | to | reason needed | document issued |\n"
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
        text += std::string(row.document) + (row.document.empty() ? "|\n" : " |\n");
    }
    return text;
}

std::string_view to_text(Act act) { return act_words.text(act); }

std::optional<Act> parse_act(std::string_view text) { return act_words.parse(text); }

Dossier submit_dossier(const NewDossier& intake, const ProcedureVersion& procedure) {
    Dossier dossier = begin(intake, procedure);
    dossier.state = State::submitted;
    dossier.submitted_at = intake.at;
    return dossier;
}

Dossier receive_dossier(const NewDossier& intake, const Rules& rules) {
    Dossier dossier = begin(intake, rules.procedure);
    dossier.state = State::in_progress;
    start_clock(dossier, intake.at, rules);
    return dossier;
}

Dossier refuse_dossier(const NewDossier& intake, const ProcedureVersion& procedure) {
    Dossier dossier = begin(intake, procedure);
    dossier.state = State::refused;
    dossier.closed_at = intake.at;
    return dossier;
}

Correction replaced_facts(const Dossier& dossier, const Correction& correction) {
    Correction before;
    if (correction.applicant) before.applicant = dossier.applicant;
    if (correction.channel) before.channel = dossier.channel;
    if (correction.fee_vnd) before.fee_vnd = dossier.fee_vnd;
    if (correction.papers) before.papers = dossier.papers;
    return before;
}

Result<Dossier> perform(const Dossier& dossier, const ActRequest& request, const Rules& rules) {
    assert(request.act == Act::receive ? dossier.procedure_code == rules.procedure.code
                                       : dossier.procedure_version == rules.procedure.id);
    const LifeRow& row = row_of(request.act);
    if (!allows(row, dossier.state)) return not_allowed(dossier, request.act);
    if (row.reason_needed && trim(request.reason).empty()) return missing("lý do", "reason");
    if (request.at < dossier.last_act_at) {
        return Error{ErrorKind::invalid_input, "Thời điểm " + show_instant(request.at) +
                                                   " sớm hơn việc trước đó của hồ sơ (" +
                                                   show_instant(dossier.last_act_at) + ")"};
    }
    Dossier after = dossier;
    if (auto effect = take_effect(after, request, rules); !effect) return effect.error();
    if (row.to) after.state = *row.to;
    after.last_act_at = request.at;
    ++after.version;
    return after;
}

} // namespace core
