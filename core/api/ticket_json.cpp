#include "core/api/ticket_json.hpp"

#include "core/api/dossier_json.hpp"
#include "core/domain/call_text.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

#include <chrono>
#include <cstdint>

namespace api {

namespace json = boost::json;

namespace {

/// A range in whole minutes, as it is said: it holds the whole range.
struct WaitMinutes {
    explicit WaitMinutes(const core::WaitRange& wait)
        : low(std::chrono::floor<std::chrono::minutes>(wait.low).count()),
          high(std::chrono::ceil<std::chrono::minutes>(wait.high).count()) {}

    core::Message message() const {
        if (low == high) return {"wait-minutes", {{"minutes", high}}};
        return {"wait-minutes-range", {{"low", low}, {"high", high}}};
    }

    std::int64_t low;
    std::int64_t high;
};

} // namespace

json::object to_json(const core::Ticket& ticket, words::Language language) {
    json::object object{
        {"number", ticket.number},
        {"code", ticket.code},
        {"service", std::string(1, ticket.service)},
        {"state", to_text(ticket.state)},
        {"state_text", words::word(language, "ticket_state", to_text(ticket.state))},
        {"priority", nullptr},
        {"arrived_at", core::format_instant(ticket.arrived_at)},
        {"counter", nullptr},
        {"calls", ticket.calls},
        {"called_at", to_json(ticket.last_called_at)},
        {"started_at", to_json(ticket.started_at)},
        {"served_s", ticket.served_for.count()},
        {"ended_at", to_json(ticket.ended_at)},
        {"dossier", nullptr},
        {"promised_wait_low_s", nullptr},
        {"promised_wait_high_s", nullptr}};
    if (ticket.promise) {
        object["promised_wait_low_s"] = ticket.promise->range.low.count();
        object["promised_wait_high_s"] = ticket.promise->range.high.count();
    }
    if (ticket.priority) object["priority"] = to_text(*ticket.priority);
    if (ticket.dossier_code) object["dossier"] = *ticket.dossier_code;
    if (ticket.counter) object["counter"] = *ticket.counter;
    if (ticket.counter && core::is_at_counter(ticket.state)) {
        object["call_text"] = core::call_sentence(ticket.number, *ticket.counter);
        object["spoken"] = core::spoken_call(ticket.number, *ticket.counter);
    }
    return object;
}

void put_wait(json::object& object,
              const std::optional<core::WaitRange>& wait,
              words::Language language) {
    if (!wait) {
        for (const char* name : {"expected_wait_s", "expected_wait_low_s", "expected_wait_high_s"})
            object[name] = nullptr;
        object["expected_wait_minutes"] = nullptr;
        object["expected_wait"] = words::say(language, "wait-unknown");
        return;
    }
    object["expected_wait_s"] = (wait->low.count() + wait->high.count()) / 2;
    object["expected_wait_low_s"] = wait->low.count();
    object["expected_wait_high_s"] = wait->high.count();
    const WaitMinutes minutes(*wait);
    object["expected_wait_minutes"] = json::object{{"low", minutes.low}, {"high", minutes.high}};
    object["expected_wait"] = words::say(language, minutes.message());
}

} // namespace api
