#pragma once

#include "kiosk/touch_book.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace kiosk {

/// Numbers of one lease, and when there are so few left that another one is asked for.
inline constexpr int numbers_of_a_lease = 20;
inline constexpr int few_numbers = 8;

/// Whoever stands before a printer that failed has so long until the number goes to nobody.
inline constexpr std::chrono::minutes printer_patience{10};

/// A touch whose page never came back for its number.
inline constexpr std::chrono::minutes orphan_patience{2};

/// A lease that was refused (the day's limit, say) is not asked for again before.
inline constexpr std::chrono::minutes refused_lease_pause{5};

/// A service as the core last told.
struct ServiceLine {
    char letter = 0;
    std::string name;
    bool returns = false; ///< for fetching results
};

/// The core said no: its answer, for the page.
struct CoreRefusal {
    int status = 0;
    std::string body; ///< a problem (RFC 9457)
};

/// The core cannot be reached, did not answer in time, or is broken: it may have happened or not.
struct CoreSilence {};

using TicketAnswer = std::variant<GivenTicket, CoreRefusal, CoreSilence>;
using LeaseAnswer = std::variant<Lease, CoreRefusal, CoreSilence>;

enum class CoreDone { yes, refused, silence };

/// Why a touch has no number and never will.
enum class NoNumber {
    by_core,      ///< `refusal` says why
    none_offline, ///< the core is away and no leased number is left
    given_back
};

/// What became of a print job.
struct PrintEnd {
    bool is_printed = false;
    bool is_unknown = false; ///< where not printed: only a person can tell
    bool reached_paper = false;
};

/// What the flow needs from the world. Each returns at once; what comes of it is told to the flow
/// later, never from within the call.
class FlowPorts {
public:
    virtual ~FlowPorts() = default;

    /// On disk when it returns; throws when it cannot be.
    virtual void write(const Record& record) = 0;

    /// POST /tickets under a key made of the touch. `ticket_answered()` or, asked with `doubt`,
    /// `doubt_answered()` follows.
    virtual void ask_ticket(const TouchRequest& request, bool doubt) = 0;

    /// `print_ended()` follows.
    virtual void print(const Touch& touch, bool reprint) = 0;

    /// Whoever waits for this touch is to be answered.
    virtual void answer(const std::string& touch) = 0;

    /// `lease_answered()` follows. The same `key` gives the same lease.
    virtual void ask_lease(char service, int count, const std::string& key) = 0;

    /// `settled()` follows.
    virtual void settle(std::int64_t lease, const std::vector<const Touch*>& used) = 0;

    /// The ticket of this code is nobody's. `give_back_answered()` follows.
    virtual void give_back(const std::string& code) = 0;
};

/// How a touch becomes a ticket, with the core and without it. A machine without clock and I/O:
/// the moment comes in, what is to be done goes out through the ports, and whatever must survive a
/// power failure is written before it is done. README says why it is so.
class TicketFlow {
public:
    /// `book` is what the log held; both must outlive the flow.
    TicketFlow(TouchBook& book, FlowPorts& ports) : book_(book), ports_(ports) {}

    /// Once, before all else: what the last run left at the printer is for a person to judge.
    void resume();

    void set_services(std::vector<ServiceLine> services) { services_ = std::move(services); }

    void set_online(bool online) { online_ = online; }

    /// A new touch, or one that came before. Answered through the ports, perhaps at once.
    void begin(const TouchRequest& request, core::Instant now);

    /// Prints a ticket again that failed or that nobody knows of. Answered as begin() is.
    void reprint(const std::string& touch);

    /// A person says that the paper came out, or has noted the number. Answered as begin() is.
    void taken(const std::string& touch);

    void ticket_answered(const std::string& touch, const TicketAnswer& answer, core::Instant now);
    void print_ended(const std::string& touch, const PrintEnd& end);

    /// What time brings: leases, settlements, patience that ends. About once a second.
    void tick(core::Instant now);

    void lease_answered(char service, const LeaseAnswer& answer, core::Instant now);
    void settled(std::int64_t lease, CoreDone done);
    void give_back_answered(const std::string& code, CoreDone done);
    void doubt_answered(const std::string& touch, const TicketAnswer& answer);

    /// Why a touch in state refused or given_back has no number; `refusal` of the core.
    NoNumber why_none(const std::string& touch, CoreRefusal& refusal) const;

    const TouchBook& book() const { return book_; }

    /// Nothing is under way: the book may be put in order.
    bool is_idle() const;

private:
    void write(const Record& record);
    void give(const std::string& touch, const GivenTicket& ticket);
    void give_offline(const Touch& touch, core::Instant now);
    const ServiceLine* service_of(const TouchRequest& request) const;
    void judge_stray(const std::string& touch);
    void end_patience(core::Instant now);
    void ask_leases(core::Instant now);
    void settle_leases(core::Instant now);
    bool may_settle(const Lease& lease, core::Day today) const;
    void give_back_places();
    void resolve_doubts(core::Instant now);
    void request_give_back(const std::string& touch, const std::string& code);
    std::string lease_key(char service, core::Day day) const;

    TouchBook& book_;
    FlowPorts& ports_;
    std::vector<ServiceLine> services_;
    bool online_ = false;

    // What is under way; gone with the process, and begun anew by the next tick.
    std::set<std::string> asking_;
    std::set<std::string> printing_;
    std::set<std::string> doubts_asked_;
    std::map<std::string, std::string> backs_asked_; ///< code to touch
    std::set<char> leases_asked_;
    std::set<std::int64_t> settling_;
    std::map<char, core::Instant> refused_leases_;
    std::map<std::string, CoreRefusal> refusals_; ///< of today's touches
};

} // namespace kiosk
