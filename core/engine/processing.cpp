#include "core/engine/processing.hpp"

#include "core/domain/dossier_code.hpp"
#include "core/engine/payload.hpp"

#include <cassert>

namespace core {

Result<Dossier>
Processing::receive(Books& books, const Intake& intake, const Circumstances& circumstances) const {
    const Day today = local_date(circumstances.now);
    const ProcedureVersion* version = catalogue_.in_force(intake.procedure_code, today);
    if (!version) {
        const bool known = catalogue_.knows(intake.procedure_code);
        return Error{ErrorCode::invalid_input,
                     "Thủ tục " + intake.procedure_code +
                         (known ? " không có hiệu lực ngày " + show_date(today)
                                : " không có trong danh mục") +
                         ": hãy chọn thủ tục khác"};
    }
    const int number = books.code_number(today) + 1;
    const std::string code = make_dossier_code(books.agency().code, today, number);
    const NewDossier begun{code,           intake.applicant,  intake.channel,
                           intake.officer, circumstances.now, intake.fee_vnd};
    Dossier dossier = receive_dossier(begun, {calendar_, *version});
    const NewEvent event = office_event(std::string(to_text(Act::receive)), code, circumstances, "",
                                        payload::write(begun, *version, dossier));
    if (!begin_dossier(books, dossier, *version, event)) {
        return Error{ErrorCode::conflict, "Mã hồ sơ " + code + " đã có: hãy thử lại"};
    }
    books.set_code_number(today, number);
    return dossier;
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
    const ProcedureVersion* version = catalogue_.by_id(stored->dossier.procedure_version);
    assert(version && "a version that a dossier has is never removed");
    auto after = perform(stored->dossier, request, {calendar_, *version});
    if (!after) return after;
    NewEvent event = office_event(std::string(to_text(request.act)), code, circumstances,
                                  request.reason, payload::write(request));
    event.act_at = request.at;
    continue_dossier(books, *stored, *after, *version, std::move(event));
    return after;
}

} // namespace core
