// act := { agency, assignee, new_appointment, new_due, return_channel,
//          correction: correction, said_before: correction, attachment: attachment,
//          external_code, answer_due, paid_vnd, in_force_from, state, version }
//
// Each act has its own few of these, always in this order; `state` and `version` are of the dossier
// after it. Act, moment and reason are columns of the journal and not repeated here. `agency` is
// the partner of a hand-over. A journal may hold more members than the act has facts, since they
// were once written as they came: they are passed over.
// Parts (correction, attachment): dossier_parts.cpp.

#include "core/engine/journal/codec/act_payload.hpp"

#include "core/engine/journal/codec/dossier_parts.hpp"
#include "core/engine/journal/codec/json_members.hpp"

#include <boost/json/serialize.hpp>

#include <cstdint>
#include <type_traits>
#include <variant>

namespace core::payload {

namespace {

/// Writes the facts of each act; most have none.
class FactWriter {
public:
    explicit FactWriter(json::object& out) : out_(out) {}

    template <typename Request>
    void operator()(const Request&) {
        static_assert(std::is_empty_v<Request>, "a request with facts has its own writer");
    }

    void operator()(const requests::Receive& what) {
        if (what.in_force_from) out_.emplace("in_force_from", format_date(*what.in_force_from));
    }

    void operator()(const requests::Forward& what) { put(out_, "assignee", what.assignee); }

    void operator()(const requests::HandOver& what) {
        put(out_, "agency", what.partner);
        put(out_, "external_code", what.external_code);
        put(out_, "answer_due", what.answer_due);
    }

    void operator()(const requests::Acknowledge& what) { partner(what); }

    void operator()(const requests::Answer& what) { partner(what); }

    void operator()(const requests::Reappoint& what) {
        put(out_, "new_appointment", what.new_appointment);
    }

    void operator()(const requests::ReturnResult& what) {
        if (what.channel) put(out_, "return_channel", to_text(*what.channel));
    }

    void operator()(const requests::Correct& what) {
        out_.emplace("correction", correction_json(what.correction));
        if (what.replaced_facts) out_.emplace("said_before", correction_json(*what.replaced_facts));
    }

    void operator()(const requests::Pay& what) { put(out_, "paid_vnd", what.paid_vnd); }

    void operator()(const requests::Digitise& what) {
        if (what.attachment) out_.emplace("attachment", attachment_json(*what.attachment));
    }

    void operator()(const requests::MoveDue& what) { put(out_, "new_due", what.new_due); }

private:
    template <typename Request>
    void partner(const Request& what) {
        put(out_, "agency", what.partner);
        put(out_, "external_code", what.external_code);
    }

    json::object& out_;
};

/// Reads back what FactWriter wrote, into the empty request of the act.
class FactReader {
public:
    explicit FactReader(const json::object& object) : in_(object) {}

    template <typename Request>
    void operator()(Request&) {
        static_assert(std::is_empty_v<Request>, "a request with facts has its own reader");
    }

    void operator()(requests::Receive& what) {
        if (in_.has("in_force_from")) what.in_force_from = in_.day("in_force_from");
    }

    void operator()(requests::Forward& what) { what.assignee = in_.text("assignee"); }

    void operator()(requests::HandOver& what) {
        partner(what);
        what.answer_due = in_.instant("answer_due");
    }

    void operator()(requests::Acknowledge& what) { partner(what); }

    void operator()(requests::Answer& what) { partner(what); }

    void operator()(requests::Reappoint& what) {
        what.new_appointment = in_.instant("new_appointment");
    }

    void operator()(requests::ReturnResult& what) {
        if (in_.has("return_channel")) what.channel = in_.word("return_channel", parse_channel);
    }

    void operator()(requests::Correct& what) {
        if (in_.has("correction")) what.correction = read_correction(in_.object("correction"));
        // The second name was written for a while before 0.2.0.
        for (const char* key : {"said_before", "replaced_facts"}) {
            if (in_.has(key)) what.replaced_facts = read_correction(in_.object(key));
        }
    }

    void operator()(requests::Pay& what) { what.paid_vnd = in_.number("paid_vnd"); }

    void operator()(requests::Digitise& what) {
        if (in_.has("attachment")) what.attachment = read_attachment(in_.object("attachment"));
    }

    void operator()(requests::MoveDue& what) { what.new_due = in_.instant("new_due"); }

private:
    template <typename Request>
    void partner(Request& what) {
        what.partner = in_.text("agency");
        what.external_code = in_.text("external_code");
    }

    Reader in_;
};

} // namespace

std::string write(const ActRequest& request, const Dossier& after) {
    json::object object;
    std::visit(FactWriter(object), request.what);
    put(object, "state", to_text(after.state));
    put(object, "version", std::int64_t{after.version});
    return json::serialize(object);
}

ActRequest
read_act(std::string_view act, Instant act_at, std::string_view reason, std::string_view payload) {
    const json::value value = parsed(payload);
    const auto known = parse_act(act);
    if (!known) damaged(act);
    ActRequest request{act_at, std::string(reason), requests::empty(*known)};
    std::visit(FactReader(value.get_object()), request.what);
    return request;
}

} // namespace core::payload
