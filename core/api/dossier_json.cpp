#include "core/api/dossier_json.hpp"

#include "core/api/unsure_json.hpp"
#include "core/domain/overdue.hpp"
#include "core/domain/phone_number.hpp"
#include "core/domain/unsure_due.hpp"
#include "core/domain/work_group.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

namespace api {

namespace json = boost::json;

namespace {

template <typename Value>
json::value word(const std::optional<Value>& value) {
    if (!value) return nullptr;
    return json::value(to_text(*value));
}

std::string_view state_word(core::DossierState state, words::Language language) {
    return words::word(language, "dossier_state", to_text(state));
}

json::array texts(const std::vector<std::string>& items) {
    json::array array;
    for (const std::string& item : items) array.emplace_back(item);
    return array;
}

json::array acts(const core::Dossier& dossier) {
    json::array allowed;
    for (const core::LifeRow* row : core::allowed_acts(dossier.state)) {
        allowed.push_back({{"act", to_text(row->act)},
                           {"reason", row->reason_needed},
                           {"occasion", core::has_occasion(dossier, row->act)}});
    }
    return allowed;
}

json::value clock_or_null(std::optional<std::chrono::minutes> time) {
    return time ? json::value(core::format_clock(*time)) : json::value(nullptr);
}

/// The acts that can still tell of it.
json::array awaited_acts(const core::HandOver& hand_over) {
    json::array array;
    for (const core::Act act : core::dossier_acts.values())
        if (core::awaits(hand_over, act)) array.emplace_back(to_text(act));
    return array;
}

json::array hand_overs(const core::Dossier& dossier, core::Instant now) {
    json::array array;
    for (const core::HandOver& hand_over : dossier.hand_overs) {
        array.push_back({{"agency", hand_over.partner},
                         {"handed_at", core::format_instant(hand_over.handed_at)},
                         {"acknowledged_at", to_json(hand_over.acknowledged_at)},
                         {"due_at", to_json(hand_over.due_at)},
                         {"overdue", core::is_overdue(hand_over, now)},
                         {"answered_at", to_json(hand_over.answered_at)},
                         {"awaits", awaited_acts(hand_over)},
                         {"external_code", hand_over.external_code}});
    }
    return array;
}

json::array pauses(const core::Dossier& dossier) {
    json::array array;
    for (const core::Pause& pause : dossier.pauses())
        array.push_back({{"from", core::format_instant(pause.from)}, {"to", to_json(pause.to)}});
    return array;
}

json::array papers(const core::Dossier& dossier) {
    json::array array;
    for (const core::DossierComponent& paper : dossier.components) {
        array.push_back({{"name", paper.name},
                         {"originals", paper.originals},
                         {"certified", paper.certified},
                         {"copies", paper.copies}});
    }
    return array;
}

json::object applicant(const core::Applicant& applicant) {
    const auto& birth = applicant.birth;
    return {{"name", applicant.name},
            {"id_number", applicant.id_number},
            {"phone", core::home_phone(applicant.phone)},
            {"address", applicant.address},
            {"email", applicant.email},
            {"birth_date", birth && birth->day() ? json::value(core::format_date(*birth->day()))
                                                 : json::value(nullptr)},
            {"birth_year", birth ? json::value(birth->year()) : json::value(nullptr)},
            {"sex", word(applicant.sex)}};
}

} // namespace

json::value to_json(const std::optional<core::Instant>& instant) {
    if (!instant) return nullptr;
    return json::value(core::format_instant(*instant));
}

json::object to_json(const core::Dossier& d,
                     const core::Rules& rules,
                     core::Instant now,
                     words::Language language) {
    const core::ProcedureVersion& procedure = rules.procedure;
    json::object object;
    object.reserve(44);
    object["code"] = d.code;
    object["version"] = d.version;
    object["state"] = to_text(d.state);
    object["state_text"] = state_word(d.state, language);
    object["national_status"] = core::national_status(d);
    object["procedure"] = {{"code", procedure.code},
                           {"name", procedure.name},
                           {"field", procedure.field},
                           {"in_force_from", core::format_date(procedure.effective_from)}};
    object["applicant"] = applicant(d.applicant);
    object["channel"] = to_text(d.channel);
    object["officer"] = d.officer;
    object["assignee"] = d.assignee;
    object["step"] = d.step;
    object["submitted_at"] = to_json(d.submitted_at);
    object["received_at"] = to_json(d.received_at);
    object["due_at"] = to_json(d.due_at());
    put_unsure(object, core::unsure_years(rules.calendar, procedure, d), language);
    object["appointment"] = to_json(core::told_appointment(d));
    object["reappointed"] = core::was_told_another_date(d);
    object["overdue"] = core::is_overdue(d, now);
    object["past_appointment"] = core::is_past_appointment(d, now);
    object["resolved_at"] = to_json(d.resolved_at());
    object["closed_at"] = to_json(d.closed_at);
    object["decision"] = word(d.decision);
    object["outcome"] = word(d.outcome);
    object["returned_at"] = to_json(d.returned_at);
    object["return_channel"] = word(d.return_channel);
    object["pauses"] = pauses(d);
    object["hand_overs"] = hand_overs(d, now);
    object["linked_agencies"] = texts(core::linked_agencies(d, procedure));
    object["digitised"] = d.digitised_at.has_value();
    object["digitised_at"] = to_json(d.digitised_at);
    object["fee_vnd"] = d.fee_vnd;
    object["paid_vnd"] = d.paid_vnd;
    object["unpaid_vnd"] = d.unpaid_vnd();
    object["documents"] = papers(d);
    object["missing_documents"] = texts(core::missing_documents(procedure, d.components));
    object["ticket"] = d.ticket.empty() ? json::value(nullptr) : json::value(d.ticket);
    object["last_act_at"] = core::format_instant(d.last_act_at);
    object["acts"] = acts(d);
    return object;
}

json::object summary_json(const core::Dossier& d,
                          const core::Rules& rules,
                          core::Instant now,
                          words::Language language) {
    const core::ProcedureVersion& procedure = rules.procedure;
    const auto days_overdue = core::days_overdue(d, now);
    json::object object{
        {"code", d.code},
        {"version", d.version},
        {"state", to_text(d.state)},
        {"state_text", state_word(d.state, language)},
        {"work_group", to_text(core::work_group(d, now))},
        {"procedure", {{"code", procedure.code}, {"name", procedure.name}}},
        {"field", procedure.field},
        {"applicant_name", d.applicant.name},
        {"channel", to_text(d.channel)},
        {"officer", d.officer},
        {"assignee", d.assignee},
        {"received_at", to_json(d.received_at)},
        {"due_at", to_json(d.due_at())},
        {"due_today", core::is_due_today(d, now)},
        {"overdue", core::is_overdue(d, now)},
        {"days_overdue", days_overdue ? json::value(days_overdue->count()) : nullptr},
        {"past_appointment", core::is_past_appointment(d, now)},
        {"closed_at", to_json(d.closed_at)},
        {"outcome", word(d.outcome)},
        {"returned_at", to_json(d.returned_at)},
        {"ticket", d.ticket.empty() ? json::value(nullptr) : json::value(d.ticket)}};
    put_unsure(object, core::unsure_years(rules.calendar, procedure, d), language);
    return object;
}

json::object public_json(const core::Dossier& d,
                         const core::Rules& rules,
                         core::Instant now,
                         words::Language language) {
    const core::ProcedureVersion& procedure = rules.procedure;
    const auto unsure = core::unsure_told_years(rules.calendar, procedure, d);
    json::object object{{"code", d.code},
                        {"procedure", {{"code", procedure.code}, {"name", procedure.name}}},
                        {"state", to_text(d.state)},
                        {"state_text", state_word(d.state, language)},
                        {"received_at", to_json(d.received_at)},
                        {"due_at", to_json(d.due_at())},
                        {"appointment", to_json(core::told_appointment(d))},
                        {"overdue", core::is_overdue(d, now)},
                        {"past_appointment", core::is_past_appointment(d, now)},
                        {"suspended", d.is_suspended()},
                        {"ready", d.is_ready()},
                        {"closed_at", to_json(d.closed_at)},
                        {"returned_at", to_json(d.returned_at)},
                        {"last_act_at", core::format_instant(d.last_act_at)}};
    put_unsure(object, core::unsure_years(rules.calendar, procedure, d), language);
    // Who reads it can load no calendar.
    object["appointment_unsure"] = !unsure.empty();
    object["due_unsure_text"] =
        unsure.empty() ? json::value(nullptr)
                       : json::value(words::say(language, core::appointment_unsure(unsure)));
    return object;
}

json::object to_json(const core::Attachment& attachment) {
    return {{"name", attachment.name},
            {"type", attachment.type},
            {"bytes", attachment.bytes},
            {"sha256", attachment.sha256}};
}

json::object to_json(const core::ProcedureVersion& version, words::Language language) {
    json::object object{
        {"code", version.code},
        {"name", version.name},
        {"field", version.field},
        {"unit", to_text(version.limit.unit)},
        {"duration", core::format_half_units(version.limit.half_units)},
        {"duration_text", words::say(language, core::length_of(version.limit))},
        {"fee_vnd", version.fee_vnd},
        {"certifies_copies", core::certifies_copies(version)},
        {"online_level", to_text(version.online_level)},
        {"online_level_text", words::word(language, "level", to_text(version.online_level))},
        {"sector", to_text(version.sector)},
        {"linked_agencies", texts(version.linked_agencies)},
        {"documents", texts(version.documents)},
        {"decision", version.decision},
        {"effective_from", core::format_date(version.effective_from)}};
    object["cutoff"] = clock_or_null(version.limit.cutoff);
    object["counting_cutoff"] = clock_or_null(core::counting_cutoff(version.limit));
    object["effective_to"] = version.effective_to
                                 ? json::value(core::format_date(*version.effective_to))
                                 : json::value(nullptr);
    return object;
}

} // namespace api
