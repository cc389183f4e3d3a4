#pragma once

#include "core/agent/append_log.hpp"
#include "core/net/server/http_server.hpp"
#include "core/words/words.hpp"
#include "kiosk/connectivity.hpp"
#include "kiosk/core_cache.hpp"
#include "kiosk/core_client.hpp"
#include "kiosk/core_clock.hpp"
#include "kiosk/devices.hpp"
#include "kiosk/ticket_flow.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace kiosk {

/// So many touches wait at once for the core or the printer.
inline constexpr std::size_t most_waiting_touches = 32;

/// From a touch to a ticket: the pages' requests on one side; core, printer and the log of touches
/// on the other; between them TicketFlow, which decides. The server's thread.
class TicketIssuer : private FlowPorts {
public:
    /// All must outlive this.
    struct Uses {
        CoreClient& core;
        Connectivity& connectivity;
        CoreCache& cache;
        const CoreClock& clock;
        Devices& devices;
    };

    /// Reads the log. Throws core::Failure when it is broken, or another program has it.
    TicketIssuer(const std::filesystem::path& log, Uses uses);

    /// Once, before anybody can touch.
    void resume();

    /// A page's touch, answered when its ticket is on paper or when there will be none.
    void take(const net::HttpRequest& request, const net::Responder& respond);

    /// A ticket that failed is printed again.
    void reprint(const std::string& touch, words::Language language, const net::Responder& respond);

    /// A person says that the paper came out, or has noted the number.
    void taken(const std::string& touch, words::Language language, const net::Responder& respond);

    void set_online(bool online);

    void room_changed() { flow_.set_services(uses_.cache.room().service_lines()); }

    /// What time brings. About once a second.
    void tick();

    /// In leases for today.
    int numbers_left(char service) const;

private:
    /// A page that waits for a touch's answer.
    struct Waiting {
        net::Responder respond;
        words::Language language;
    };

    void write(const Record& record) override;
    void ask_ticket(const TouchRequest& request, bool doubt) override;
    void print(const Touch& touch, bool reprint) override;
    void answer(const std::string& touch) override;
    void ask_lease(char service, int count, const std::string& key) override;
    void settle(std::int64_t lease, const std::vector<const Touch*>& used) override;
    void give_back(const std::string& code) override;

    void
    act(const std::string& touch, const Waiting& waiting, const std::function<void()>& on_flow);
    bool wait_for(const std::string& touch, const Waiting& waiting);
    void safely(const std::string& touch, const std::function<void()>& work);
    net::HttpResponse answer_of(const std::string& touch, words::Language language) const;
    words::Language language_of(const std::string& touch) const;
    void put_log_in_order();

    Uses uses_;
    TouchBook book_;
    agent::AppendLog log_;
    TicketFlow flow_;
    std::multimap<std::string, Waiting> waiting_; ///< by touch
    core::Day ordered_day_{};                     ///< the log was put in order for
};

} // namespace kiosk
