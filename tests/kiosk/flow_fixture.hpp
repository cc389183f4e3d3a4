#pragma once

#include "kiosk/ticket_flow.hpp"

#include <catch2/catch.hpp>

#include <deque>
#include <memory>
#include <stdexcept>

/// A kiosk's flow with a world that does what the test says. Its records outlive a crash.
class FlowDesk : private kiosk::FlowPorts {
public:
    FlowDesk() { start(); }

    /// As kill -9 and a new start: only what was written is left.
    void crash() {
        asked.clear();
        printed.clear();
        doubts.clear();
        leases.clear();
        settlements.clear();
        backs.clear();
        start();
    }

    kiosk::TicketFlow& flow() { return *flow_; }

    const kiosk::Touch& touch(const std::string& name) const { return *book_->find(name); }

    std::string number(const std::string& name) const {
        return touch(name).ticket ? touch(name).ticket->number : "";
    }

    void begin(const std::string& name, char service = 'A') {
        kiosk::TouchRequest request;
        request.touch = name;
        request.service = service;
        flow_->begin(request, now);
    }

    /// The core gives a number of its own to whoever was asked first.
    void core_gives(int number) {
        const std::string touch = take_first(asked);
        flow_->ticket_answered(touch, ticket(number), now);
    }

    void core_is_silent() { flow_->ticket_answered(take_first(asked), kiosk::CoreSilence{}, now); }

    void prints() { end_print({true, false, true}); }

    void end_print(const kiosk::PrintEnd& end) { flow_->print_ended(take_first(printed), end); }

    /// Numbers `first` and on, under the lease's id.
    void lease(std::int64_t id, int first, int count, char service = 'A') {
        kiosk::Lease lease;
        lease.id = id;
        lease.service = service;
        lease.day = core::local_date(now);
        for (int i = first; i < first + count; ++i) {
            lease.numbers.push_back(core::make_ticket_number(service, i));
            lease.codes.push_back("T260105-" + lease.numbers.back());
        }
        flow_->lease_answered(service, lease, now);
    }

    static kiosk::GivenTicket ticket(int number) {
        kiosk::GivenTicket ticket;
        ticket.number = core::make_ticket_number('A', number);
        ticket.code = "T260105-" + ticket.number;
        ticket.service = 'A';
        ticket.service_name = "Hộ tịch";
        return ticket;
    }

    void tick(std::chrono::seconds later = std::chrono::seconds{1}) {
        now += later;
        flow_->tick(now);
    }

    core::Instant now = core::parse_instant("2026-01-05T08:00:00+07:00").value();
    bool disk_is_full = false;

    // What the flow asked for and has no answer to yet.
    std::deque<std::string> asked;
    std::deque<std::string> printed; ///< being printed
    std::vector<bool> reprints;      ///< of each print: marked IN LẠI
    std::deque<std::string> doubts;
    std::vector<std::string> leases; ///< keys
    std::map<std::int64_t, std::vector<std::string>> settlements;
    std::vector<std::string> backs;
    std::vector<std::string> answers;

    /// The book as a new start would find it after being put in order.
    kiosk::TouchBook ordered() const {
        kiosk::TouchBook book;
        book_->tell_needed(core::local_date(now),
                           [&](const kiosk::Record& record) { book.apply(record); });
        return book;
    }

private:
    void start() {
        flow_.reset();
        book_ = std::make_unique<kiosk::TouchBook>();
        for (const std::string& line : log_) book_->apply(kiosk::read_record(line));
        flow_ = std::make_unique<kiosk::TicketFlow>(*book_, static_cast<kiosk::FlowPorts&>(*this));
        flow_->set_services({{'A', "Hộ tịch", false}, {'R', "Trả kết quả", true}});
        flow_->resume();
    }

    static std::string take_first(std::deque<std::string>& from) {
        REQUIRE_FALSE(from.empty());
        const std::string first = from.front();
        from.pop_front();
        return first;
    }

    void write(const kiosk::Record& record) override {
        if (disk_is_full) throw std::runtime_error("the disk is full");
        log_.push_back(kiosk::to_line(record));
    }

    void ask_ticket(const kiosk::TouchRequest& request, bool doubt) override {
        (doubt ? doubts : asked).push_back(request.touch);
    }

    void print(const kiosk::Touch& touch, bool reprint) override {
        printed.push_back(touch.request.touch);
        reprints.push_back(reprint);
    }

    void answer(const std::string& touch) override { answers.push_back(touch); }

    void ask_lease(char, int, const std::string& key) override { leases.push_back(key); }

    void settle(std::int64_t lease, const std::vector<const kiosk::Touch*>& used) override {
        std::vector<std::string> numbers;
        for (const kiosk::Touch* touch : used) numbers.push_back(touch->ticket->number);
        settlements[lease] = numbers;
    }

    void give_back(const std::string& code) override { backs.push_back(code); }

    std::vector<std::string> log_;
    std::unique_ptr<kiosk::TouchBook> book_;
    std::unique_ptr<kiosk::TicketFlow> flow_;
};
