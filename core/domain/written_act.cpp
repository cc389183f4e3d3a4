#include "core/domain/written_act.hpp"

#include "core/domain/dossier_life.hpp"
#include "core/domain/folded_key.hpp"

#include <utility>
#include <variant>

namespace core {

namespace {

/// The only partner that can still do it; empty where there are none or several.
std::string only_partner(const Dossier& dossier, Act act) {
    std::vector<std::string> waiting;
    for (const HandOver& hand_over : dossier.hand_overs) {
        if (awaits(hand_over, act)) waiting.push_back(hand_over.partner);
    }
    return waiting.size() == 1 ? waiting.front() : std::string();
}

/// As the dossier has the name of that partner already, whatever letters it is typed in: of those
/// that can still do the act first. What it has not stays as it is.
std::string as_stored(const Dossier& dossier, const std::string& partner, Act act) {
    const std::string key = name_key(partner);
    const HandOver* same = nullptr;
    for (const HandOver& hand_over : dossier.hand_overs) {
        if (hand_over.partner == partner) return partner;
        if (name_key(hand_over.partner) != key) continue;
        if (!same || (!awaits(*same, act) && awaits(hand_over, act))) same = &hand_over;
    }
    return same ? same->partner : partner;
}

Correction correction_of(const WrittenCorrection& written, const Dossier& dossier) {
    Correction correction;
    if (written.applicant) correction.applicant = written.applicant->applied_to(dossier.applicant);
    correction.channel = written.channel;
    correction.fee_vnd = written.fee_vnd;
    correction.components = written.components;
    return correction;
}

} // namespace

Applicant ApplicantPatch::applied_to(Applicant applicant) const {
    if (name) applicant.name = *name;
    if (id_number) applicant.id_number = *id_number;
    if (phone) applicant.phone = *phone;
    if (address) applicant.address = *address;
    if (email) applicant.email = *email;
    if (birth) applicant.birth = *birth;
    if (sex) applicant.sex = *sex;
    return applicant;
}

ActRequest completed(const WrittenAct& written, const Dossier& dossier, Instant act_at) {
    ActRequest request{act_at, written.reason, written.what};
    if (auto* correct = std::get_if<requests::Correct>(&request.what);
        correct && written.correction)
        correct->correction = correction_of(*written.correction, dossier);
    if (auto* pay = std::get_if<requests::Pay>(&request.what); pay && pay->paid_vnd == 0)
        pay->paid_vnd = dossier.unpaid_vnd();
    if (auto* answer = std::get_if<requests::Answer>(&request.what);
        answer && answer->partner.empty())
        answer->partner = only_partner(dossier, Act::answer);
    else if (answer)
        answer->partner = as_stored(dossier, answer->partner, Act::answer);
    if (auto* heard = std::get_if<requests::Acknowledge>(&request.what);
        heard && heard->partner.empty())
        heard->partner = only_partner(dossier, Act::acknowledge);
    else if (heard)
        heard->partner = as_stored(dossier, heard->partner, Act::acknowledge);
    if (auto* hand_over = std::get_if<requests::HandOver>(&request.what))
        hand_over->partner = as_stored(dossier, hand_over->partner, Act::answer);
    return request;
}

} // namespace core
