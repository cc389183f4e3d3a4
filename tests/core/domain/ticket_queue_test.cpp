#include "core/domain/ticket_life.hpp"
#include "core/domain/ticket_queue.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace std::chrono_literals;
using core::Ticket;
using core::TicketAct;
using core::TicketState;
using Numbers = std::vector<std::string>;

namespace {

const core::QueueRules rules;
const core::Instant opening{std::chrono::sys_days{std::chrono::year{2023} / 1 / 3} + 1h};

Ticket ordinary(const std::string& number, int minute) {
    Ticket ticket;
    ticket.number = number;
    ticket.service = number.front();
    ticket.arrived_at = opening + std::chrono::minutes{minute};
    return ticket;
}

Ticket priority(const std::string& number, int minute) {
    Ticket ticket = ordinary(number, minute);
    ticket.priority = core::PriorityKind::age_80_or_older;
    return ticket;
}

Ticket back_again(Ticket ticket, int minute, int lets_pass) {
    ticket.re_entry = core::ReEntry{opening + std::chrono::minutes{minute}, lets_pass};
    return ticket;
}

} // namespace

TEST_CASE("tickets of one kind are called by arrival, then by issue order", "[core][queue]") {
    Ticket first = ordinary("A003", 1);
    Ticket second = ordinary("A001", 2);
    Ticket third = ordinary("A002", 2);
    second.issue_order = 7;
    third.issue_order = 8;
    const std::vector<Ticket> waiting{third, second, first};
    CHECK(core::expected_order(waiting, "A", 0, rules) == Numbers{"A003", "A001", "A002"});
}

TEST_CASE("a counter calls only tickets that wait for its services", "[core][queue]") {
    Ticket called = ordinary("A001", 0);
    called.state = TicketState::called;
    const std::vector<Ticket> waiting{called, ordinary("B001", 1), ordinary("C001", 2)};
    CHECK(core::choose_next(waiting, "AC", 0, rules) == "C001");
    CHECK(core::choose_next(waiting, "BC", 0, rules) == "B001");
    CHECK_FALSE(core::choose_next(waiting, "A", 0, rules));
    CHECK_FALSE(core::choose_next(waiting, "", 0, rules));
    CHECK_FALSE(core::choose_next({}, "ABC", 0, rules));
}

TEST_CASE("priority goes first, but after two in a row one ordinary ticket is called",
          "[core][queue]") {
    const std::vector<Ticket> waiting{ordinary("A001", 0), ordinary("A002", 1), priority("A003", 2),
                                      priority("A004", 3), priority("A005", 4), priority("A006", 5),
                                      priority("A007", 6)};
    CHECK(core::expected_order(waiting, "A", 0, rules) ==
          Numbers{"A003", "A004", "A001", "A005", "A006", "A002", "A007"});
    CHECK(core::expected_order(waiting, "A", 2, rules).front() == "A001");

    core::QueueRules one;
    one.priority_calls_in_a_row = 1;
    CHECK(core::expected_order(waiting, "A", 0, one) ==
          Numbers{"A003", "A001", "A004", "A002", "A005", "A006", "A007"});
}

TEST_CASE("priority calls with nobody ordinary waiting still count in the run", "[core][queue]") {
    CHECK(core::priority_run_after(0, priority("A001", 0)) == 1);
    CHECK(core::priority_run_after(5, priority("A001", 0)) == 6);
    CHECK(core::priority_run_after(5, ordinary("A001", 0)) == 0);
    const std::vector<Ticket> waiting{priority("A001", 0), ordinary("A002", 9)};
    CHECK(core::choose_next(waiting, "A", 3, rules) == "A002");
    CHECK(core::choose_next(std::span{waiting}.first(1), "A", 3, rules) == "A001");
}

TEST_CASE("a re-entered ticket lets one other pass and is called next", "[core][queue]") {
    const std::vector<Ticket> waiting{back_again(ordinary("A001", 0), 20, 1), ordinary("A002", 5),
                                      ordinary("A003", 6), priority("A004", 7),
                                      priority("A005", 8)};
    CHECK(core::expected_order(waiting, "A", 0, rules) ==
          Numbers{"A004", "A001", "A005", "A002", "A003"});
    CHECK(core::expected_order(std::span{waiting}.first(3), "A", 0, rules) ==
          Numbers{"A002", "A001", "A003"});
    CHECK(core::choose_next(std::span{waiting}.first(1), "A", 0, rules) == "A001");
}

TEST_CASE("several re-entered tickets go in the order they came back", "[core][queue]") {
    const std::vector<Ticket> waiting{back_again(ordinary("A001", 0), 21, 0),
                                      back_again(priority("A002", 1), 20, 0),
                                      back_again(ordinary("A003", 2), 19, 0), ordinary("A004", 3)};
    CHECK(core::expected_order(waiting, "A", 0, rules) == Numbers{"A003", "A002", "A001", "A004"});
}

TEST_CASE("a re-entered priority ticket does not lengthen the run of priority calls",
          "[core][queue]") {
    const std::vector<Ticket> waiting{back_again(priority("A001", 0), 20, 0), ordinary("A002", 5),
                                      ordinary("A003", 6)};
    CHECK(core::expected_order(waiting, "A", 2, rules) == Numbers{"A002", "A001", "A003"});
}

TEST_CASE("only calls for its own service bring a re-entered ticket forward", "[core][queue]") {
    Ticket ticket = back_again(ordinary("A001", 0), 20, 1);
    CHECK_FALSE(core::count_call_ahead(ticket, "BC"));
    CHECK(ticket.re_entry->lets_pass == 1);
    CHECK(core::count_call_ahead(ticket, "AB"));
    CHECK(ticket.re_entry->lets_pass == 0);
    CHECK_FALSE(core::count_call_ahead(ticket, "AB"));
    Ticket never_away = ordinary("A002", 0);
    CHECK_FALSE(core::count_call_ahead(never_away, "A"));
}

TEST_CASE("a call out of order needs a reason and is told apart", "[core][queue]") {
    CHECK(*core::check_call_order("A001", "A001", "") == core::CallOrder::in_order);
    CHECK(*core::check_call_order("A001", "A002", "cụ già mệt") == core::CallOrder::out_of_order);
    for (const char* reason : {"", "  \t"}) {
        const auto refused = core::check_call_order("A001", "A002", reason);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == core::ErrorKind::invalid_input);
        CHECK(refused.error().message ==
              core::Message("ticket-not-before", {{"number", "A002"}, {"next", "A001"}}));
    }
    CHECK_FALSE(core::check_call_order(std::nullopt, "B001", ""));
}

namespace {

// A room on a random day: citizens come, two counters call, some are sent away and return.
class RandomDay {
public:
    explicit RandomDay(unsigned seed) : random_(seed) {
        rules_.priority_calls_in_a_row = 1 + chance(3);
        rules_.reentry_after = chance(3);
    }

    void run() {
        for (int tick = 0; tick < 300; ++tick) {
            now_ += std::chrono::seconds{chance(40)};
            const int what = chance(10);
            if (what < 5) arrive();
            if (what >= 5 && what < 8) call(counters_[static_cast<std::size_t>(chance(2))]);
            if (what == 8) send_away_or_finish();
            if (what == 9) come_back();
        }
        drain();
        for (const auto& [number, times] : calls_due_) {
            INFO(number);
            CHECK(calls_made_[number] == times);
        }
    }

private:
    struct Counter {
        int number;
        std::string services;
        int run = 0;
        int priority_while_ordinary_waits = 0;
    };

    int chance(int sides) { return std::uniform_int_distribution<int>(0, sides - 1)(random_); }

    void arrive() {
        const char letter = static_cast<char>('A' + chance(2));
        Ticket ticket;
        ticket.number = core::make_ticket_number(letter, ++issued_);
        ticket.service = letter;
        ticket.arrived_at = now_;
        ticket.issue_order = issued_;
        if (chance(2) == 0) ticket.priority = core::PriorityKind::war_invalid;
        calls_due_[ticket.number] = 1;
        // The store promises no order.
        tickets_.insert(tickets_.begin() + chance(issued_), ticket);
    }

    bool could_call(const Counter& counter, const Ticket& ticket) const {
        return ticket.state == TicketState::waiting &&
               counter.services.find(ticket.service) != std::string::npos;
    }

    bool call(Counter& counter) {
        const auto next = core::choose_next(tickets_, counter.services, counter.run, rules_);
        const bool someone = std::any_of(tickets_.begin(), tickets_.end(),
                                         [&](const Ticket& t) { return could_call(counter, t); });
        REQUIRE(next.has_value() == someone);
        if (!next) return false;
        Ticket& ticket = *std::find_if(tickets_.begin(), tickets_.end(),
                                       [&](const Ticket& t) { return t.number == *next; });
        check_fair(counter, ticket);
        counter.run = core::priority_run_after(counter.run, ticket);
        act(ticket, {TicketAct::call, now_, counter.number});
        ++calls_made_[ticket.number];
        for (Ticket& other : tickets_) core::count_call_ahead(other, counter.services);
        return true;
    }

    void check_fair(Counter& counter, const Ticket& chosen) {
        REQUIRE(could_call(counter, chosen));
        bool ordinary_waits = false;
        bool priority_waits = false;
        for (const Ticket& other : tickets_) {
            if (!could_call(counter, other)) continue;
            (other.priority ? priority_waits : ordinary_waits) = true;
            const bool equals = other.priority.has_value() == chosen.priority.has_value() &&
                                !other.re_entry && !chosen.re_entry;
            if (!equals) continue;
            CHECK(std::pair(chosen.arrived_at, chosen.issue_order) <=
                  std::pair(other.arrived_at, other.issue_order));
        }
        int& row = counter.priority_while_ordinary_waits;
        row = chosen.priority && ordinary_waits ? row + 1 : 0;
        CHECK(row <= rules_.priority_calls_in_a_row);
        const bool ordinary_turn = counter.run >= rules_.priority_calls_in_a_row;
        if (ordinary_turn && ordinary_waits) CHECK_FALSE(chosen.priority);
        if (!ordinary_turn && priority_waits && !chosen.re_entry) CHECK(chosen.priority);
        if (!chosen.priority && chosen.re_entry && priority_waits && !ordinary_turn) {
            CHECK(chosen.re_entry->lets_pass == 0);
        }
    }

    void act(Ticket& ticket, const core::TicketStep& step) {
        const auto after = core::perform(ticket, step, rules_);
        REQUIRE(after);
        ticket = *after;
    }

    void send_away_or_finish() {
        for (Ticket& ticket : tickets_) {
            if (ticket.state != TicketState::called) continue;
            act(ticket, {TicketAct::start, now_, ticket.counter});
            const auto end = chance(2) == 0 ? TicketAct::hold : TicketAct::finish;
            act(ticket, {end, now_, ticket.counter});
        }
    }

    void come_back() {
        for (Ticket& ticket : tickets_) {
            if (ticket.state != TicketState::held) continue;
            act(ticket, {TicketAct::re_enter, now_});
            ++calls_due_[ticket.number];
        }
    }

    void drain() {
        while (call(counters_[0]) || call(counters_[1])) {
        }
        for (const Ticket& ticket : tickets_) CHECK(ticket.state != TicketState::waiting);
    }

    std::mt19937 random_;
    core::QueueRules rules_;
    core::Instant now_ = opening;
    int issued_ = 0;
    std::vector<Ticket> tickets_;
    std::vector<Counter> counters_{{1, "AB"}, {2, "B"}};
    std::map<std::string, int> calls_due_;
    std::map<std::string, int> calls_made_;
};

} // namespace

TEST_CASE("on any day no ticket is lost or called twice, and the order is fair", "[core][queue]") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        INFO("seed " << seed);
        RandomDay(seed).run();
    }
}

TEST_CASE("a citizen who came back waits for no more than the promised number of others",
          "[core][queue]") {
    std::mt19937 random(5);
    for (int trial = 0; trial < 300; ++trial) {
        core::QueueRules some;
        some.reentry_after = trial % 4;
        std::vector<Ticket> waiting{back_again(ordinary("A001", 0), 60, some.reentry_after)};
        for (int i = 2; i < 20; ++i) {
            const std::string number = core::make_ticket_number('A', i);
            waiting.push_back(random() % 2 == 0 ? priority(number, i) : ordinary(number, i));
        }
        std::shuffle(waiting.begin(), waiting.end(), random);
        const auto order = core::expected_order(waiting, "A", trial % 3, some);
        REQUIRE(order.size() == waiting.size());
        CHECK(std::find(order.begin(), order.end(), "A001") - order.begin() <= some.reentry_after);
    }
}

TEST_CASE("how many are ahead is the place in the expected order", "[core][queue]") {
    std::mt19937 random{7};
    const auto one_in = [&](unsigned n) { return random() % n == 0; };
    for (int round = 0; round < 300; ++round) {
        std::vector<Ticket> waiting;
        const int people = static_cast<int>(random() % 14) + 1;
        for (int i = 0; i < people; ++i) {
            const std::string number = (one_in(3) ? "B00" : "A00") + std::to_string(i);
            const int minute = static_cast<int>(random() % 20);
            Ticket ticket = one_in(3) ? priority(number, minute) : ordinary(number, minute);
            ticket.issue_order = i;
            if (round % 3 == 0 && one_in(5))
                ticket = back_again(ticket, 30, static_cast<int>(random() % 3));
            waiting.push_back(ticket);
        }
        const auto order = core::expected_order(waiting, "A", 0, rules);
        for (std::size_t i = 0; i < order.size(); ++i)
            CHECK(core::count_ahead(waiting, "A", order[i], rules) == static_cast<int>(i));
    }
}

TEST_CASE("a queue played through: whichever counter is free first calls by its rule",
          "[core][queue]") {
    const std::vector<Ticket> waiting{ordinary("A001", 1), ordinary("B001", 2), ordinary("A002", 3),
                                      priority("A003", 4)};
    const auto until = [&](const std::vector<core::PlayedCounter>& counters, const char* number) {
        const auto takes = [](const Ticket& ticket) {
            return ticket.service == 'A' ? 100.0 : 60.0;
        };
        return core::play_queue(waiting, counters, number, rules, takes);
    };
    CHECK(until({{"A", 0, 0}}, "A003") == 0);
    CHECK(until({{"A", 0, 30}}, "A003") == 30);
    CHECK(until({{"A", 0, 30}}, "A001") == 130);
    CHECK(until({{"A", 0, 0}}, "A002") == 200);
    CHECK(until({{"A", 2, 0}}, "A001") == 0); // after two priority calls in a row
    CHECK(until({{"AB", 0, 0}}, "A002") == 260);
    CHECK(until({{"A", 0, 0}, {"AB", 0, 0}}, "A002") == 100); // the other one may take B001
    CHECK(until({{"A", 0, 0}, {"B", 0, 0}}, "A002") == 200);
}
