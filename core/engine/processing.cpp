#include "core/engine/processing.hpp"

#include "core/domain/dossier_code.hpp"
#include "core/engine/payload.hpp"

#include <cassert>

namespace core {

namespace {

Error not_in_force(const Catalogue& catalogue, const std::string& code, Day day) {
    return {ErrorCode::invalid_input,
            "Thủ tục " + code +
                (catalogue.knows(code) ? " không có hiệu lực ngày " + show_date(day)
                                       : " không có trong danh mục") +
                ": hãy chọn thủ tục khác"};
}

} // namespace

Result<Dossier>
Processing::receive(Books& books, const Intake& intake, const Circumstances& circumstances) const {
    const Day today = local_date(circumstances.now);
    const ProcedureVersion* version = catalogue_.in_force(intake.procedure_code, today);
    if (!version) return not_in_force(catalogue_, intake.procedure_code, today);
    const int number = books.code_number(today) + 1;
    const std::string code = make_dossier_code(books.agency().code, today, number);
    const NewDossier begun{code,           intake.applicant,  intake.channel,
                           intake.officer, circumstances.now, intake.fee_vnd};
    Dossier dossier = receive_dossier(begun, {calendar_, *version});
    const NewEvent event = office_event(std::string(to_text(Act::receive)), code, circumstances, "",
                                        payload::write(begun, *version, dossier));
    if (!begin_dossier(books, dossier, *version, figure_changes(dossier), event)) {
        return Error{ErrorCode::conflict, "Mã hồ sơ " + code + " đã có: hãy thử lại"};
    }
    books.set_code_number(today, number);
    return dossier;
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
                                const Circumstances& circumstances) const {
    const auto stored = books.find_dossier(code);
    if (!stored) {
        return Error{ErrorCode::not_found,
                     "Không có hồ sơ " + code + ": hãy kiểm tra lại mã hồ sơ"};
    }
    if (stored->dossier.version != based_on_version) {
        return Error{ErrorCode::conflict, "Hồ sơ " + code +
                                              " vừa được người khác cập nhật: hãy tải lại hồ sơ "
                                              "rồi làm lại"};
    }
    ActRequest asked = request;
    const auto version = version_for(stored->dossier, asked);
    if (!version) return version.error();
    auto after = perform(stored->dossier, asked, {calendar_, **version});
    if (!after) return after;
    NewEvent event = office_event(std::string(to_text(request.act)), code, circumstances,
                                  asked.reason, payload::write(asked));
    event.act_at = asked.at;
    continue_dossier(books, *stored, *after, **version, std::move(event));
    return after;
}

} // namespace core
