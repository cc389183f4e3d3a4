#include "tests/bench/kill_books.hpp"

#include "tests/bench/http_text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

namespace bench {

namespace {

struct Counter {
    const char* number;
    const char* letter;
};

// Of the demonstration office: no two of these serve the same letter of those given.
constexpr std::array counters = {Counter{"1", "A"}, Counter{"3", "C"}, Counter{"4", "R"}};

// Fewer tickets than the counters can call, so that the queue stays as short as a real one.
constexpr std::uint64_t requests_a_ticket = 40;

constexpr std::string_view series = "kill";

std::string key_of(std::uint64_t number) {
    return std::string(series) + "-act-" + std::to_string(number);
}

/// Throws unless each group of codes, by all that stands before the number, counts from 1.
void check_series(const std::vector<std::string>& codes) {
    std::map<std::string, std::vector<long>> groups;
    for (const std::string& code : codes) {
        std::size_t digits = code.size();
        while (digits > 0 && code[digits - 1] >= '0' && code[digits - 1] <= '9') --digits;
        groups[code.substr(0, digits)].push_back(std::stol(code.substr(digits)));
    }
    for (auto& [group, numbers] : groups) {
        std::sort(numbers.begin(), numbers.end());
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (numbers[i] == static_cast<long>(i) + 1) continue;
            throw std::runtime_error(group + ": gap or repeat at " + std::to_string(numbers[i]) +
                                     ", the " + std::to_string(i + 1) + "th");
        }
    }
}

} // namespace

KillBooks::KillBooks(const std::string& token)
    : token_(token), intake_(intake_texts(token, Keys::each, std::string(series))),
      pending_(connections), next_act_(counters.size(), Kind::call) {}

std::string_view KillBooks::next(int connection) {
    auto& pending = pending_[static_cast<std::size_t>(connection)];
    pending = make(connection);
    return pending->request;
}

KillBooks::Pending KillBooks::make(int connection) {
    const std::uint64_t number = number_++;
    if (static_cast<std::size_t>(connection) < counters.size()) return make_act(connection, number);
    if (number % requests_a_ticket != 0) return make_intake(number);
    const std::string letter = counters.at(number / requests_a_ticket % counters.size()).letter;
    Headers headers = bearer(token_);
    headers.emplace_back("Idempotency-Key", key_of(number));
    return {Kind::ticket, "",
            make_request("POST", "/api/v1/tickets", headers, R"({"service":")" + letter + "\"}")};
}

KillBooks::Pending KillBooks::make_intake(std::uint64_t number) {
    const std::string& request = intake_[number % intake_.size()].with(number);
    return {Kind::intake, std::string(json_text(request, "id_number")), request};
}

KillBooks::Pending KillBooks::make_act(int connection, std::uint64_t number) {
    const auto at = static_cast<std::size_t>(connection);
    const Kind kind = next_act_[at];
    const char* act = kind == Kind::call ? "call" : kind == Kind::start ? "start" : "finish";
    Headers headers = bearer(token_);
    headers.emplace_back("Idempotency-Key", key_of(number));
    const std::string path = std::string("/api/v1/counters/") + counters.at(at).number + "/" + act;
    return {kind, "", make_request("POST", path, headers, "{}")};
}

void KillBooks::answered(int connection, int status, std::string_view body) {
    const auto at = static_cast<std::size_t>(connection);
    const Pending pending = std::move(pending_[at].value());
    pending_[at].reset();
    constexpr int ok = 200;
    constexpr int created = 201;
    const auto refuse = [&] {
        throw std::runtime_error(pending.request.substr(0, pending.request.find("\r\n")) +
                                 " was answered " + std::to_string(status) + " " +
                                 std::string(body));
    };
    const std::string code(json_text(body, "code"));
    switch (pending.kind) {
    case Kind::intake:
        if (status != created || code.empty()) refuse();
        dossiers_.push_back(code);
        acknowledged_.push_back({"/api/v1/dossiers/" + code, pending.id_number});
        break;
    case Kind::ticket:
        if (status != created || code.empty()) refuse();
        tickets_.push_back(code);
        acknowledged_.push_back({"/api/v1/tickets/" + code, code});
        break;
    case Kind::call:
        // Nobody waits: refused, and asked again.
        if (status == ok) next_act_[at] = Kind::start;
        if (status >= 500) refuse();
        break;
    case Kind::start:
        if (status != ok) refuse();
        next_act_[at] = Kind::finish;
        break;
    case Kind::finish:
        if (status != ok) refuse();
        next_act_[at] = Kind::call;
        acknowledged_.push_back({"/api/v1/tickets/" + code, R"("state":"done")"});
        break;
    }
}

std::vector<KillBooks::Stored> KillBooks::take_acknowledged() {
    return std::exchange(acknowledged_, {});
}

std::vector<KillBooks::Unanswered> KillBooks::unanswered() const {
    std::vector<Unanswered> found;
    for (int i = 0; i < connections; ++i) {
        if (const auto& pending = pending_[static_cast<std::size_t>(i)])
            found.push_back({i, pending->request});
    }
    return found;
}

void KillBooks::check_numbers() const {
    if (!unanswered().empty()) throw std::logic_error("something is not answered yet");
    check_series(dossiers_);
    check_series(tickets_);
}

} // namespace bench
