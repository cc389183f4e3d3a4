#pragma once

#include "core/agent/append_log.hpp"
#include "core/agent/core_calls.hpp"
#include "core/agent/core_link.hpp"
#include "core/agent/device_key.hpp"
#include "core/agent/event_relay.hpp"
#include "core/agent/forwarder.hpp"
#include "core/agent/page_hub.hpp"
#include "core/net/server/http_server.hpp"
#include "core/net/server/static_files.hpp"
#include "kiosk/feedback_box.hpp"
#include "kiosk/procedure_copy.hpp"
#include "kiosk/room.hpp"
#include "kiosk/settings.hpp"
#include "kiosk/ticket_flow.hpp"
#include "kiosk/ticket_printer.hpp"
#include "scanner/live/live_scanner.hpp"

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace kiosk {

using SystemTime = std::function<core::Instant()>;

/// The longest that a touch waits for the core before it gets a leased number: connecting and
/// answering. With the printing a citizen waits 2 s at most.
inline constexpr std::chrono::milliseconds touch_connect_time{500};
inline constexpr std::chrono::milliseconds touch_reply_time{1'000};

/// So many touches wait at once for the core or the printer.
inline constexpr std::size_t most_waiting_touches = 32;

/// The kiosk: its page's server, the tickets, and all that they need. Everything but what the
/// headers of the parts say happens on the server's thread.
class Kiosk : private net::HttpHandler, private FlowPorts {
public:
    /// Throws std::exception with a sentence when it cannot start.
    Kiosk(Settings settings, agent::DeviceKey key, SystemTime system_time);
    ~Kiosk() override;

    std::uint16_t port() const { return server_.port(); }

    /// Until SIGTERM or SIGINT.
    void run();

private:
    // HttpHandler (kiosk_pages.cpp)
    net::BodyPlan plan_body(const net::HttpRequest& head) override;
    void handle(net::HttpRequest request, net::Responder respond) override;
    Upgrade upgrade(const net::HttpRequest& request) override;
    net::HttpResponse refuse(int status, const std::string& detail) override;
    void route(net::HttpRequest& request, const net::Responder& respond);
    bool route_local(net::HttpRequest& request, const net::Responder& respond);
    bool route_ticket(net::HttpRequest& request, const net::Responder& respond);
    net::HttpResponse page(const net::HttpRequest& request) const;
    net::HttpResponse find_procedures(const net::HttpRequest& request) const;
    void take_feedback(const net::HttpRequest& request, const net::Responder& respond);
    void forward(net::HttpRequest request,
                 const std::string& target,
                 const net::Responder& respond) const;

    // Tickets (kiosk_tickets.cpp)
    void take_ticket(const net::HttpRequest& request, const net::Responder& respond);
    void act_on_touch(const std::string& touch, bool reprint, const net::Responder& respond);
    net::HttpResponse answer_of(const std::string& touch) const;
    bool wait_for(const std::string& touch, const net::Responder& respond);
    void safely(const std::string& touch, const std::function<void()>& work);
    std::string paper_of(const Touch& touch) const;

    // FlowPorts (kiosk_core.cpp)
    void write(const Record& record) override;
    void ask_ticket(const TouchRequest& request, bool doubt) override;
    void print(const Touch& touch, bool reprint) override;
    void answer(const std::string& touch) override;
    void ask_lease(char service, int count, const std::string& key) override;
    void settle(std::int64_t lease, const std::vector<const Touch*>& used) override;
    void give_back(const std::string& code) override;

    // The core (kiosk_core.cpp)
    using Reply = std::function<void(const net::HttpReply*)>;
    void call(agent::CoreCalls& calls, agent::CoreCall call, Reply reply);
    void post_core(agent::CoreCalls& calls,
                   const std::string& target,
                   std::string body,
                   const std::string& key,
                   Reply reply);
    void link_changed(bool connected);
    void suspect();
    void judge_online();
    void refresh_room();
    void refresh_procedures();
    void send_feedback();
    void tell_device_state();
    void open_books();
    void put_books_in_order();
    void tick();

    core::Instant now() const { return system_time_() + clock_difference_; }

    // The page's state (kiosk_state.cpp)
    std::string state_json(bool with_now) const;
    void publish();
    void scanned(const scanner::LiveScan& scan);
    void scanner_said(std::size_t scanner, const std::string& sentence);

    // Constant once made.
    const Settings settings_;
    const agent::DeviceKey key_;
    const SystemTime system_time_;
    const net::StaticFiles web_;
    const net::StaticFiles sounds_;

    // On the server's thread.
    TouchBook book_;
    agent::AppendLog log_;
    FeedbackBox feedback_;
    ProcedureCopy procedures_;
    Room room_;
    TicketFlow flow_;
    agent::PageHub hub_;
    std::multimap<std::string, net::Responder> waiting_; ///< for a touch's answer
    std::chrono::seconds clock_difference_{0};           ///< the core's clock before ours
    core::Day ordered_day_{};                            ///< the books were put in order for
    bool link_is_up_ = false;
    bool is_suspected_ = false; ///< the core did not answer a touch in time
    bool is_online_ = false;
    std::optional<core::Instant> lost_since_;
    bool room_is_stale_ = true;
    bool room_is_asked_ = false;
    bool procedures_are_stale_ = true;
    std::set<std::string> feedback_asked_;
    PrinterHealth printer_health_ = PrinterHealth::none;
    std::vector<bool> scanner_is_there_;
    std::string told_state_; ///< to the pages
    std::string told_parts_; ///< to the core
    core::Instant parts_told_at_{};
    core::Instant procedures_at_{};

    net::HttpServer server_;

    // Their threads use the server: gone before it is.
    agent::CoreCalls calls_;       ///< for all but touches
    agent::CoreCalls touch_calls_; ///< a citizen waits
    agent::Forwarder forwarder_;
    agent::EventRelay relay_;
    std::unique_ptr<TicketPrinter> printer_;
    std::deque<scanner::LiveScanner> scanners_;
    std::unique_ptr<agent::CoreLink> link_;
};

} // namespace kiosk
