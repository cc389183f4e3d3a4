#include "core/domain/failure.hpp"

#include "core/domain/civil_time.hpp"

#include <utility>
#include <variant>
#include <vector>

namespace core {

namespace {

struct Logged {
    std::string operator()(const std::string& text) const { return text; }

    std::string operator()(std::int64_t number) const { return std::to_string(number); }

    std::string operator()(Day day) const { return format_date(day); }

    std::string operator()(Instant instant) const { return format_instant(instant); }

    std::string operator()(const Term& term) const { return term.name; }

    template <typename Item>
    std::string operator()(const std::vector<Item>& items) const {
        std::string list;
        for (const Item& item : items) list += (list.empty() ? "" : "; ") + (*this)(item);
        return list;
    }

    std::string operator()(const Message& message) const { return log_text(message); }
};

} // namespace

Failure::Failure(Message message)
    : std::runtime_error(log_text(message)), message_(std::move(message)) {}

std::string log_text(const Message& message) {
    std::string facts;
    for (const Fact& fact : message.facts) {
        facts += (facts.empty() ? "" : ", ") + std::string(fact.name) + ": " +
                 std::visit(Logged{}, fact.value);
    }
    return facts.empty() ? message.code : message.code + " (" + facts + ")";
}

std::vector<Message> reason_of(const std::exception& failure) {
    if (const auto* known = dynamic_cast<const Failure*>(&failure)) return {known->message()};
    return {Message(failure.what())};
}

Message message_of(const std::exception& failure) {
    if (const auto* known = dynamic_cast<const Failure*>(&failure)) return known->message();
    return {"cannot-be-read", {{"detail", std::string(failure.what())}}};
}

} // namespace core
