#include "core/engine/journal/payload.hpp"

#include "core/engine/journal/journal.hpp"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <stdexcept>

namespace core::payload {

namespace json = boost::json;

namespace {

json::string_view view(std::string_view text) { return {text.data(), text.size()}; }

std::string_view std_view(const json::string& text) { return {text.data(), text.size()}; }

/// Members that say nothing are left out: a payload is kept for ever, ten million times.
void put(json::object& object, json::string_view key, std::string_view text) {
    if (!text.empty()) object.emplace(key, view(text));
}

void put(json::object& object, json::string_view key, const std::optional<Instant>& instant) {
    if (instant) object.emplace(key, view(format_instant(*instant)));
}

void put(json::object& object, json::string_view key, std::int64_t number) {
    if (number != 0) object.emplace(key, number);
}

void put(json::object& object, json::string_view key, const std::vector<std::string>& list) {
    if (list.empty()) return;
    json::array array(object.storage());
    for (const auto& item : list) array.emplace_back(view(item));
    object.emplace(key, std::move(array));
}

[[noreturn]] void damaged(std::string_view what) {
    throw std::runtime_error("a journal payload cannot be read: " + std::string(what));
}

/// Reads an object whose members may be missing but must be of the right kind.
class Reader {
public:
    explicit Reader(const json::object& object) : object_(object) {}

    std::string text(json::string_view key) const {
        const json::value* value = object_.if_contains(key);
        if (!value) return {};
        if (!value->is_string()) damaged(std::string_view(key.data(), key.size()));
        return std::string(std_view(value->get_string()));
    }

    std::int64_t number(json::string_view key) const {
        const json::value* value = object_.if_contains(key);
        if (!value) return 0;
        if (!value->is_int64()) damaged(std::string_view(key.data(), key.size()));
        return value->get_int64();
    }

    std::optional<Instant> instant(json::string_view key) const {
        const std::string written = text(key);
        if (written.empty()) return std::nullopt;
        const auto parsed = parse_instant(written);
        if (!parsed) damaged(written);
        return *parsed;
    }

    Day day(json::string_view key) const {
        const auto parsed = parse_date(text(key));
        if (!parsed) damaged(text(key));
        return *parsed;
    }

    std::vector<std::string> list(json::string_view key) const {
        std::vector<std::string> items;
        const json::value* value = object_.if_contains(key);
        if (!value) return items;
        if (!value->is_array()) damaged(std::string_view(key.data(), key.size()));
        for (const json::value& item : value->get_array()) {
            if (!item.is_string()) damaged(std::string_view(key.data(), key.size()));
            items.emplace_back(std_view(item.get_string()));
        }
        return items;
    }

    template <typename Parse>
    auto word(json::string_view key, Parse parse) const {
        const auto parsed = parse(text(key));
        if (!parsed) damaged(text(key));
        return *parsed;
    }

    const json::object& object(json::string_view key) const {
        const json::value* value = object_.if_contains(key);
        if (!value || !value->is_object()) damaged(std::string_view(key.data(), key.size()));
        return value->get_object();
    }

    bool has(json::string_view key) const { return object_.contains(key); }

private:
    const json::object& object_;
};

json::value parsed(std::string_view payload) {
    json::error_code error;
    json::value value = json::parse(view(payload), error);
    if (error || !value.is_object()) damaged(payload.substr(0, 60));
    return value;
}

json::object applicant_json(const Applicant& applicant, const json::storage_ptr& storage = {}) {
    json::object object(storage);
    put(object, "name", applicant.name);
    put(object, "id_number", applicant.id_number);
    put(object, "phone", applicant.phone);
    put(object, "address", applicant.address);
    put(object, "email", applicant.email);
    return object;
}

Applicant read_applicant(const json::object& object) {
    const Reader in(object);
    return {in.text("name"), in.text("id_number"), in.text("phone"), in.text("address"),
            in.text("email")};
}

json::array papers_json(const std::vector<DossierComponent>& papers,
                        const json::storage_ptr& storage = {}) {
    json::array array(storage);
    for (const DossierComponent& paper : papers) {
        json::object item(storage);
        put(item, "name", paper.name);
        put(item, "originals", std::int64_t{paper.originals});
        put(item, "certified", std::int64_t{paper.certified});
        put(item, "copies", std::int64_t{paper.copies});
        array.emplace_back(std::move(item));
    }
    return array;
}

void put(json::object& object, json::string_view key, const std::vector<DossierComponent>& papers) {
    if (!papers.empty()) object.emplace(key, papers_json(papers, object.storage()));
}

std::vector<DossierComponent> papers_of(const json::value* value) {
    std::vector<DossierComponent> papers;
    if (!value) return papers;
    if (!value->is_array()) damaged("papers");
    for (const json::value& item : value->get_array()) {
        if (!item.is_object()) damaged("papers");
        const Reader in(item.get_object());
        papers.push_back({in.text("name"), static_cast<int>(in.number("originals")),
                          static_cast<int>(in.number("certified")),
                          static_cast<int>(in.number("copies"))});
    }
    return papers;
}

json::object correction_json(const Correction& correction) {
    json::object object;
    if (correction.applicant) object.emplace("applicant", applicant_json(*correction.applicant));
    if (correction.channel) put(object, "channel", to_text(*correction.channel));
    if (correction.fee_vnd) object.emplace("fee_vnd", *correction.fee_vnd);
    if (correction.papers) object.emplace("papers", papers_json(*correction.papers));
    return object;
}

Correction read_correction(const json::object& object) {
    const Reader in(object);
    Correction correction;
    if (in.has("applicant")) correction.applicant = read_applicant(in.object("applicant"));
    if (in.has("channel")) correction.channel = in.word("channel", parse_channel);
    if (in.has("fee_vnd")) correction.fee_vnd = in.number("fee_vnd");
    if (in.has("papers")) correction.papers = papers_of(object.if_contains("papers"));
    return correction;
}

json::object attachment_json(const Attachment& attachment) {
    json::object object;
    put(object, "name", attachment.name);
    put(object, "type", attachment.type);
    put(object, "bytes", attachment.bytes);
    put(object, "sha256", attachment.sha256);
    return object;
}

Attachment read_attachment(const json::object& object) {
    const Reader in(object);
    return {in.text("name"), in.text("type"), in.number("bytes"), in.text("sha256")};
}

std::string pauses_text(const std::vector<Pause>& pauses) {
    std::string text;
    for (const Pause& pause : pauses) {
        if (!text.empty()) text += ';';
        text += format_instant(pause.from) + "/";
        if (pause.to) text += format_instant(*pause.to);
    }
    return text;
}

std::vector<Pause> read_pauses(const std::string& text) {
    std::vector<Pause> pauses;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t slash = text.find('/', at);
        const std::size_t end = std::min(text.find(';', at), text.size());
        if (slash == std::string::npos || slash > end) damaged(text);
        const auto from = parse_instant(std::string_view(text).substr(at, slash - at));
        const auto to = parse_instant(std::string_view(text).substr(slash + 1, end - slash - 1));
        if (!from || (!to && slash + 1 != end)) damaged(text);
        pauses.push_back({*from, to ? std::optional(*to) : std::nullopt});
        at = end + 1;
    }
    return pauses;
}

json::object row_json(const RegisterEntry& entry, const json::storage_ptr& storage) {
    json::object row(storage);
    row.reserve(17);
    put(row, "code", entry.code);
    put(row, "procedure_code", entry.procedure_code);
    put(row, "applicant_name", entry.applicant.name);
    put(row, "applicant_id", entry.applicant.id_number);
    put(row, "phone", entry.applicant.phone);
    put(row, "address", entry.applicant.address);
    put(row, "channel", to_text(entry.channel));
    put(row, "received_at", std::optional(entry.received_at));
    put(row, "pauses", pauses_text(entry.pauses));
    put(row, "resolved_at", entry.resolved_at);
    put(row, "result", to_text(entry.ending));
    put(row, "returned_at", entry.returned_at);
    if (entry.return_channel) put(row, "return_channel", to_text(*entry.return_channel));
    put(row, "linked_agencies", entry.linked_agencies);
    put(row, "digitised", std::int64_t{entry.digitised});
    put(row, "fee_vnd", entry.fee_vnd);
    put(row, "officer", entry.officer);
    return row;
}

/// What was decided when the dossier began, beside the facts it was decided from.
void put_decisions(json::object& object, const ProcedureVersion& version, const Dossier& made) {
    object.emplace("in_force_from", view(format_date(version.effective_from)));
    put(object, "due_at", made.due_at());
    if (made.outcome) put(object, "outcome", to_text(*made.outcome));
}

constexpr std::size_t scratch_bytes = 4096;

} // namespace

std::string write_row(const RegisterEntry& entry) {
    unsigned char scratch[scratch_bytes];
    json::monotonic_resource memory(scratch);
    return json::serialize(row_json(entry, &memory));
}

std::string
write(const RegisterEntry& entry, const ProcedureVersion& version, const Dossier& made) {
    unsigned char scratch[scratch_bytes];
    json::monotonic_resource memory(scratch);
    json::object object(&memory);
    object.reserve(4);
    object.emplace("row", row_json(entry, &memory));
    put_decisions(object, version, made);
    return json::serialize(object);
}

std::string row_part(std::string_view payload) {
    const json::value value = parsed(payload);
    return json::serialize(Reader(value.get_object()).object("row"));
}

RegisterEntry read_register_entry(std::string_view payload) {
    const json::value value = parsed(payload);
    const Reader row(Reader(value.get_object()).object("row"));
    RegisterEntry entry;
    entry.code = row.text("code");
    entry.procedure_code = row.text("procedure_code");
    entry.applicant = {row.text("applicant_name"), row.text("applicant_id"), row.text("phone"),
                       row.text("address")};
    entry.channel = row.word("channel", parse_channel);
    entry.received_at = row.instant("received_at").value_or(Instant{});
    entry.pauses = read_pauses(row.text("pauses"));
    entry.resolved_at = row.instant("resolved_at");
    entry.ending = row.word("result", parse_ending);
    entry.returned_at = row.instant("returned_at");
    if (row.has("return_channel")) entry.return_channel = row.word("return_channel", parse_channel);
    entry.linked_agencies = row.list("linked_agencies");
    entry.digitised = row.number("digitised") != 0;
    entry.fee_vnd = row.number("fee_vnd");
    entry.officer = row.text("officer");
    return entry;
}

std::pair<std::string, Day> read_version_key(std::string_view payload) {
    const json::value value = parsed(payload);
    const Reader in(value.get_object());
    const Reader facts(in.has("row") ? in.object("row") : value.get_object());
    return {facts.text("procedure_code"), in.day("in_force_from")};
}

std::string write(const NewDossier& intake, const ProcedureVersion& version, const Dossier& made) {
    unsigned char scratch[scratch_bytes];
    json::monotonic_resource memory(scratch);
    json::object object(&memory);
    object.reserve(12);
    put(object, "code", intake.code);
    put(object, "procedure_code", version.code);
    object.emplace("applicant", applicant_json(intake.applicant, &memory));
    put(object, "channel", to_text(intake.channel));
    put(object, "officer", intake.officer);
    put(object, "at", std::optional(intake.at));
    put(object, "fee_vnd", intake.fee_vnd);
    put(object, "papers", intake.papers);
    put(object, "ticket", intake.ticket);
    put_decisions(object, version, made);
    return json::serialize(object);
}

Beginning read_beginning(std::string_view payload) {
    const json::value value = parsed(payload);
    const Reader in(value.get_object());
    Beginning beginning;
    beginning.procedure_code = in.text("procedure_code");
    beginning.in_force_from = in.day("in_force_from");
    beginning.intake.code = in.text("code");
    beginning.intake.applicant = read_applicant(in.object("applicant"));
    beginning.intake.channel = in.word("channel", parse_channel);
    beginning.intake.officer = in.text("officer");
    beginning.intake.at = in.instant("at").value_or(Instant{});
    beginning.intake.fee_vnd = in.number("fee_vnd");
    beginning.intake.papers = papers_of(value.get_object().if_contains("papers"));
    beginning.intake.ticket = in.text("ticket");
    return beginning;
}

std::string write(const ActRequest& request, const Dossier& after) {
    json::object object;
    put(object, "agency", request.agency);
    put(object, "assignee", request.assignee);
    put(object, "new_appointment", request.new_appointment);
    put(object, "new_due", request.new_due);
    if (request.return_channel) put(object, "return_channel", to_text(*request.return_channel));
    if (request.correction) object.emplace("correction", correction_json(*request.correction));
    if (request.replaced_facts)
        object.emplace("replaced_facts", correction_json(*request.replaced_facts));
    if (request.attachment) object.emplace("attachment", attachment_json(*request.attachment));
    put(object, "external_code", request.external_code);
    put(object, "answer_due", request.answer_due);
    put(object, "paid_vnd", request.paid_vnd);
    if (request.in_force_from)
        object.emplace("in_force_from", view(format_date(*request.in_force_from)));
    put(object, "state", to_text(after.state));
    put(object, "version", std::int64_t{after.version});
    return json::serialize(object);
}

ActRequest
read_act(std::string_view act, Instant act_at, std::string_view reason, std::string_view payload) {
    const json::value value = parsed(payload);
    const Reader in(value.get_object());
    ActRequest request;
    const auto known = parse_act(act);
    if (!known) damaged(act);
    request.act = *known;
    request.at = act_at;
    request.reason = reason;
    request.agency = in.text("agency");
    request.assignee = in.text("assignee");
    request.new_appointment = in.instant("new_appointment");
    request.new_due = in.instant("new_due");
    if (in.has("return_channel")) request.return_channel = in.word("return_channel", parse_channel);
    if (in.has("correction")) request.correction = read_correction(in.object("correction"));
    if (in.has("replaced_facts"))
        request.replaced_facts = read_correction(in.object("replaced_facts"));
    if (in.has("attachment")) request.attachment = read_attachment(in.object("attachment"));
    request.external_code = in.text("external_code");
    request.answer_due = in.instant("answer_due");
    request.paid_vnd = in.number("paid_vnd");
    if (in.has("in_force_from")) request.in_force_from = in.day("in_force_from");
    return request;
}

std::string write(const CalendarDays& days) {
    json::array array;
    for (const auto& [day, special] : days) {
        json::object object;
        put(object, "date", format_date(day));
        put(object, "kind", special.kind == DayKind::holiday ? "holiday" : "working");
        put(object, "name", special.name);
        array.push_back(std::move(object));
    }
    return json::serialize(json::object{{"days", std::move(array)}});
}

CalendarDays read_calendar(std::string_view payload) {
    const json::value value = parsed(payload);
    const json::value* days = value.get_object().if_contains("days");
    if (!days || !days->is_array()) damaged("days");
    CalendarDays calendar;
    for (const json::value& item : days->get_array()) {
        if (!item.is_object()) damaged("days");
        const Reader in(item.get_object());
        const bool holiday = in.text("kind") == "holiday";
        calendar[in.day("date")] = {holiday ? DayKind::holiday : DayKind::working, in.text("name")};
    }
    return calendar;
}

std::string write(const std::vector<ProcedureVersion>& versions) {
    json::array array;
    for (const ProcedureVersion& version : versions) {
        json::object object;
        put(object, "code", version.code);
        put(object, "name", version.name);
        put(object, "field", version.field);
        put(object, "unit", to_text(version.limit.unit));
        put(object, "half_units", std::int64_t{version.limit.half_units});
        if (version.limit.cutoff) put(object, "cutoff", format_clock(*version.limit.cutoff));
        put(object, "fee_vnd", version.fee_vnd);
        put(object, "online_level", to_text(version.online_level));
        put(object, "sector", to_text(version.sector));
        put(object, "linked_agencies", version.linked_agencies);
        put(object, "documents", version.documents);
        put(object, "decision", version.decision);
        put(object, "effective_from", format_date(version.effective_from));
        if (version.effective_to) put(object, "effective_to", format_date(*version.effective_to));
        array.push_back(std::move(object));
    }
    return json::serialize(json::object{{"versions", std::move(array)}});
}

std::vector<ProcedureVersion> read_versions(std::string_view payload) {
    const json::value value = parsed(payload);
    const json::value* array = value.get_object().if_contains("versions");
    if (!array || !array->is_array()) damaged("versions");
    std::vector<ProcedureVersion> versions;
    for (const json::value& item : array->get_array()) {
        if (!item.is_object()) damaged("versions");
        const Reader in(item.get_object());
        ProcedureVersion version;
        version.code = in.text("code");
        version.name = in.text("name");
        version.field = in.text("field");
        version.limit.unit = in.word("unit", parse_deadline_unit);
        version.limit.half_units = static_cast<int>(in.number("half_units"));
        if (in.has("cutoff")) {
            const auto cutoff = parse_clock(in.text("cutoff"));
            if (!cutoff) damaged(in.text("cutoff"));
            version.limit.cutoff = *cutoff;
        }
        version.fee_vnd = in.number("fee_vnd");
        version.online_level = in.word("online_level", parse_online_level);
        version.sector = in.word("sector", parse_sector);
        version.linked_agencies = in.list("linked_agencies");
        version.documents = in.list("documents");
        version.decision = in.text("decision");
        version.effective_from = in.day("effective_from");
        if (in.has("effective_to")) version.effective_to = in.day("effective_to");
        versions.push_back(std::move(version));
    }
    return versions;
}

std::string write(const User& user) {
    json::object object;
    put(object, "login", user.login);
    put(object, "name", user.name);
    put(object, "role", to_text(user.role));
    put(object, "password_digest", to_hex(sha256(user.password_hash)));
    put(object, "disabled", std::int64_t{user.disabled});
    return json::serialize(object);
}

std::string write(const Device& device) {
    json::object object;
    put(object, "id", device.id);
    put(object, "kind", to_text(device.kind));
    put(object, "name", device.name);
    put(object, "code_hash", device.code_hash);
    put(object, "key_hash", device.key_hash);
    put(object, "revoked", std::int64_t{device.revoked});
    return json::serialize(object);
}

namespace {

json::object dossier_json(const Dossier& d) {
    json::object object;
    put(object, "code", d.code);
    put(object, "procedure_code", d.procedure_code);
    put(object, "procedure_version", d.procedure_version);
    object.emplace("applicant", applicant_json(d.applicant));
    put(object, "channel", to_text(d.channel));
    put(object, "officer", d.officer);
    put(object, "state", to_text(d.state));
    put(object, "submitted_at", d.submitted_at);
    put(object, "received_at", d.received_at);
    put(object, "due_at", d.due_at());
    json::array clock;
    for (const ClockChange& change : d.clock) {
        json::object step;
        put(step, "at", std::optional(change.at));
        step.emplace("running", change.running);
        put(step, "due_at", change.due_at);
        clock.push_back(std::move(step));
    }
    object.emplace("clock", std::move(clock));
    put(object, "appointment", d.appointment);
    put(object, "closed_at", d.closed_at);
    if (d.decision) put(object, "decision", to_text(*d.decision));
    if (d.outcome) put(object, "outcome", to_text(*d.outcome));
    put(object, "returned_at", d.returned_at);
    if (d.return_channel) put(object, "return_channel", to_text(*d.return_channel));
    json::array hand_overs;
    for (const HandOver& hand_over : d.hand_overs) {
        json::object item;
        put(item, "agency", hand_over.agency);
        put(item, "handed_at", std::optional(hand_over.handed_at));
        put(item, "answered_at", hand_over.answered_at);
        put(item, "acknowledged_at", hand_over.acknowledged_at);
        put(item, "due_at", hand_over.due_at);
        put(item, "external_code", hand_over.external_code);
        hand_overs.push_back(std::move(item));
    }
    object.emplace("hand_overs", std::move(hand_overs));
    put(object, "linked_agencies", d.linked_agencies);
    put(object, "linked_since", d.linked_since);
    put(object, "digitised_at", d.digitised_at);
    put(object, "fee_vnd", d.fee_vnd);
    put(object, "paid_vnd", d.paid_vnd);
    put(object, "step", std::int64_t{d.step});
    put(object, "assignee", d.assignee);
    put(object, "papers", d.papers);
    put(object, "ticket", d.ticket);
    put(object, "last_act_at", std::optional(d.last_act_at));
    put(object, "version", std::int64_t{d.version});
    return object;
}

} // namespace

std::string write(const std::vector<DossierComponent>& papers) {
    return papers.empty() ? std::string() : json::serialize(papers_json(papers));
}

std::vector<DossierComponent> read_papers(std::string_view text) {
    if (text.empty()) return {};
    json::error_code error;
    const json::value value = json::parse(view(text), error);
    if (error) damaged(text.substr(0, 60));
    return papers_of(&value);
}

std::string describe(const Dossier& dossier) { return json::serialize(dossier_json(dossier)); }

std::vector<std::string> differing(const Dossier& a, const Dossier& b) {
    std::vector<std::string> members;
    const json::object first = dossier_json(a);
    const json::object second = dossier_json(b);
    for (const auto& [key, value] : first) {
        const json::value* other = second.if_contains(key);
        if (!other || *other != value) members.emplace_back(key);
    }
    for (const auto& [key, value] : second) {
        if (!first.contains(key)) members.emplace_back(key);
    }
    return members;
}

} // namespace core::payload
