#include "core/engine/dossiers/processing.hpp"

#include "core/domain/dossier_code.hpp"
#include "core/domain/text.hpp"
#include "core/engine/journal/payload.hpp"

#include <cassert>

namespace core {

namespace {

Error not_in_force(const Catalogue& catalogue, const std::string& code, Day day) {
    return {ErrorKind::invalid_input,
            "Thủ tục " + code +
                (catalogue.knows(code) ? " không có hiệu lực ngày " + show_date(day)
                                       : " không có trong danh mục") +
                ": hãy chọn thủ tục khác",
            "procedure"};
}

} // namespace

Result<Processing::Begun>
Processing::begin(Books& books, const Intake& intake, const ActContext& act_context) const {
    const Day today = local_date(act_context.now);
    const ProcedureVersion* version = catalogue_.in_force(intake.procedure_code, today);
    if (!version) return not_in_force(catalogue_, intake.procedure_code, today);
    std::string ticket;
    if (!intake.ticket.empty()) {
        const TicketTable& tickets = books.tickets();
        auto found = tickets.find(intake.ticket);
        if (!found) found = tickets.find(today, intake.ticket);
        if (!found) {
            return Error{ErrorKind::invalid_input,
                         "Không có số thứ tự " + intake.ticket + " hôm nay: hãy kiểm tra lại",
                         "ticket"};
        }
        ticket = found->ticket.code;
    }
    const std::string code =
        make_dossier_code(books.agency().code, today, books.code_number(today) + 1);
    NewDossier facts{code,           intake.applicant, intake.channel,
                     intake.officer, act_context.now,  intake.fee_vnd.value_or(version->fee_vnd),
                     intake.papers,  std::move(ticket)};
    return Begun{std::move(facts), version};
}

Result<Dossier> Processing::store(Books& books,
                                  const Begun& begun,
                                  Dossier dossier,
                                  Act act,
                                  const std::string& reason,
                                  const ActContext& act_context) const {
    const NewEvent event =
        office_event(std::string(to_text(act)), dossier.code, act_context, reason,
                     payload::write(begun.facts, *begun.version, dossier));
    if (!begin_dossier(books, dossier, *begun.version, figure_changes(dossier), event))
        return Error{ErrorKind::conflict, "Mã hồ sơ " + dossier.code + " đã có: hãy thử lại"};
    const Day today = local_date(act_context.now);
    books.set_code_number(today, books.code_number(today) + 1);
    return dossier;
}

Result<Dossier>
Processing::receive(Books& books, const Intake& intake, const ActContext& act_context) const {
    const auto begun = begin(books, intake, act_context);
    if (!begun) return begun.error();
    return store(books, *begun, receive_dossier(begun->facts, {calendar_, *begun->version}),
                 Act::receive, "", act_context);
}

Result<Dossier>
Processing::submit(Books& books, const Intake& intake, const ActContext& act_context) const {
    const auto begun = begin(books, intake, act_context);
    if (!begun) return begun.error();
    return store(books, *begun, submit_dossier(begun->facts, *begun->version), Act::submit, "",
                 act_context);
}

Result<Dossier> Processing::refuse(Books& books,
                                   const Intake& intake,
                                   const std::string& reason,
                                   const ActContext& act_context) const {
    if (trim(reason).empty())
        return Error{ErrorKind::invalid_input, "Thiếu lý do (reason): hãy bổ sung rồi làm lại",
                     "reason"};
    const auto begun = begin(books, intake, act_context);
    if (!begun) return begun.error();
    return store(books, *begun, refuse_dossier(begun->facts, *begun->version), Act::refuse, reason,
                 act_context);
}

Result<const ProcedureVersion*> Processing::version_for(const Dossier& dossier,
                                                        ActRequest& request) const {
    if (request.act != Act::receive) {
        const ProcedureVersion* own = catalogue_.by_id(dossier.procedure_version);
        assert(own && "a version that a dossier has is never removed");
        return own;
    }
    const Day day = local_date(request.at);
    const ProcedureVersion* version = catalogue_.in_force(dossier.procedure_code, day);
    if (!version) return not_in_force(catalogue_, dossier.procedure_code, day);
    request.in_force_from = version->effective_from;
    return version;
}

Result<Dossier> Processing::act(Books& books,
                                const std::string& code,
                                int based_on_version,
                                const ActRequest& request,
                                const ActContext& act_context) const {
    const auto stored = books.find_dossier(code);
    if (!stored) {
        return Error{ErrorKind::not_found,
                     "Không có hồ sơ " + code + ": hãy kiểm tra lại mã hồ sơ"};
    }
    if (stored->dossier.version != based_on_version) {
        return Error{ErrorKind::conflict, "Hồ sơ " + code +
                                              " vừa được người khác cập nhật: hãy tải lại hồ sơ "
                                              "rồi làm lại"};
    }
    ActRequest asked = request;
    const auto version = version_for(stored->dossier, asked);
    if (!version) return version.error();
    if (asked.correction) asked.replaced_facts = replaced_facts(stored->dossier, *asked.correction);
    auto after = perform(stored->dossier, asked, {calendar_, **version});
    if (!after) return after;
    NewEvent event = office_event(std::string(to_text(request.act)), code, act_context,
                                  asked.reason, payload::write(asked, *after));
    event.act_at = asked.at;
    continue_dossier(books, *stored, *after, **version, std::move(event));
    return after;
}

} // namespace core
