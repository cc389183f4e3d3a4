#pragma once

#include "core/domain/act.hpp"
#include "core/domain/dossier.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace core {

/// The corrected facts of intake; a member that is not set stays as it is.
struct Correction {
    std::optional<Applicant> applicant;
    std::optional<Channel> channel;
    std::optional<std::int64_t> fee_vnd;
    std::optional<std::vector<DossierComponent>> components{};

    bool operator==(const Correction&) const = default;
};

/// What was scanned in: the bytes are kept beside the books, known by their SHA-256.
struct Attachment {
    std::string name;
    std::string type; ///< `application/pdf`
    std::int64_t bytes = 0;
    std::string sha256; ///< in hexadecimal

    bool operator==(const Attachment&) const = default;
};

/// What is asked for: one struct for each act, with the facts of that act and no other. Each says
/// which act it is. A fact that the act cannot do without may still be missing here, since people
/// leave things out: perform() refuses it then.
namespace requests {

struct Submit {
    static constexpr Act act = Act::submit;
    bool operator==(const Submit&) const = default;
};

struct Receive {
    static constexpr Act act = Act::receive;
    std::optional<Day> in_force_from; ///< of the version received under: the engine says it
    bool operator==(const Receive&) const = default;
};

struct Refuse {
    static constexpr Act act = Act::refuse;
    bool operator==(const Refuse&) const = default;
};

struct Forward {
    static constexpr Act act = Act::forward;
    std::string assignee; ///< login of who works the next step; empty: not yet known
    bool operator==(const Forward&) const = default;
};

struct RequestSupplement {
    static constexpr Act act = Act::request_supplement;
    bool operator==(const RequestSupplement&) const = default;
};

struct Resume {
    static constexpr Act act = Act::resume;
    bool operator==(const Resume&) const = default;
};

struct HandOver {
    static constexpr Act act = Act::hand_over;
    std::string partner;               ///< the other agency
    std::string external_code;         ///< the dossier's code there; empty: not yet known
    std::optional<Instant> answer_due; ///< when the partner is to answer
    bool operator==(const HandOver&) const = default;
};

struct Acknowledge {
    static constexpr Act act = Act::acknowledge;
    std::string partner;
    std::string external_code; ///< empty: stays as it was
    bool operator==(const Acknowledge&) const = default;
};

struct Answer {
    static constexpr Act act = Act::answer;
    std::string partner;
    std::string external_code; ///< empty: stays as it was
    bool operator==(const Answer&) const = default;
};

struct Reappoint {
    static constexpr Act act = Act::reappoint;
    std::optional<Instant> new_appointment;
    bool operator==(const Reappoint&) const = default;
};

struct Resolve {
    static constexpr Act act = Act::resolve;
    bool operator==(const Resolve&) const = default;
};

struct Reject {
    static constexpr Act act = Act::reject;
    bool operator==(const Reject&) const = default;
};

struct ReturnResult {
    static constexpr Act act = Act::return_result;
    std::optional<Channel> channel;
    bool operator==(const ReturnResult&) const = default;
};

struct Withdraw {
    static constexpr Act act = Act::withdraw;
    bool operator==(const Withdraw&) const = default;
};

struct Stop {
    static constexpr Act act = Act::stop;
    bool operator==(const Stop&) const = default;
};

struct Correct {
    static constexpr Act act = Act::correct;
    Correction correction;
    std::optional<Correction> replaced_facts; ///< what it said until then: the engine says it
    bool operator==(const Correct&) const = default;
};

struct Pay {
    static constexpr Act act = Act::pay;
    std::int64_t paid_vnd = 0;
    bool operator==(const Pay&) const = default;
};

struct Digitise {
    static constexpr Act act = Act::digitise;
    std::optional<Attachment> attachment; ///< none: kept somewhere else
    bool operator==(const Digitise&) const = default;
};

struct MoveDue {
    static constexpr Act act = Act::move_due;
    std::optional<Instant> new_due; ///< from the changed calendar
    bool operator==(const MoveDue&) const = default;
};

using Any = std::variant<Submit,
                         Receive,
                         Refuse,
                         Forward,
                         RequestSupplement,
                         Resume,
                         HandOver,
                         Acknowledge,
                         Answer,
                         Reappoint,
                         Resolve,
                         Reject,
                         ReturnResult,
                         Withdraw,
                         Stop,
                         Correct,
                         Pay,
                         Digitise,
                         MoveDue>;

/// The request for the act with no fact in it yet: for readers that fill it in.
Any empty(Act act);

} // namespace requests

/// An act as somebody did it.
struct ActRequest {
    Instant act_at;     ///< when it happened
    std::string reason; ///< empty where none was given
    requests::Any what;

    bool operator==(const ActRequest&) const = default;
};

Act act_of(const ActRequest& request);

} // namespace core
