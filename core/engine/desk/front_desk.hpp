#pragma once

#include "core/domain/office.hpp"
#include "core/domain/ticket_life.hpp"
#include "core/domain/ticket_queue.hpp"
#include "core/domain/working_calendar.hpp"
#include "core/engine/desk/past_waits.hpp"
#include "core/engine/journal/bookkeeping.hpp"
#include "core/engine/ports/store.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// A kiosk may not lease more numbers of a service at a time.
inline constexpr int largest_lease = 100;

/// What it gets where it does not say how many.
inline constexpr int usual_lease = 20;

/// Leased numbers have a block of their own, so that the ordinary ones go on from 001 without a
/// gap, whatever kiosks hold in reserve; the ordinary ones leave it out.
inline constexpr int first_leased_number = 9001;
inline constexpr int last_leased_number = 9999;

/// What a citizen touched.
struct TicketRequest {
    std::optional<char> service; ///< none: the one for fetching results, with `dossier`
    std::optional<PriorityKind> priority;
    std::optional<std::string> dossier; ///< its code
    std::string person;                 ///< digest of a phone or ID number; empty without
    std::string device;
    bool by_tail = false; ///< `dossier` may be its code's end: who asks may read any dossier
};

/// A ticket and its place in line.
struct PlaceInLine {
    StoredTicket ticket;
    int ahead = 0;                 ///< waiting tickets of its service that come first
    std::optional<WaitRange> wait; ///< none: cannot be known
    int open_counters = 0;         ///< that serve it
};

/// A ticket as somebody asks after it.
struct TicketLookup {
    PlaceInLine place;                          ///< in line only while the ticket is live
    std::optional<std::chrono::seconds> waited; ///< as waited() of queue_figures.hpp has it
};

/// What a service offers at a moment.
struct ServiceOutlook {
    std::optional<Message> closed_text;   ///< why no tickets are given, and when; none: they are
    std::vector<WorkingSession> sessions; ///< closed: when they are given today, perhaps never
    std::optional<WaitRange> wait;        ///< of the next ticket; none: cannot be known
};

/// What a kiosk did with a number of its lease.
struct OfflineTicket {
    std::string number;
    Instant touched_at;
    std::optional<PriorityKind> priority;
};

/// An act at a counter.
struct CounterStep {
    int counter = 0;
    TicketAct act{};
    std::string ticket; ///< number or code; empty: whom the counter has, or the next for a call
    std::string reason; ///< call out of order
    std::optional<char> to_service;
};

/// The use cases of the queue (law.md §7), each within a command: the writer does one after the
/// other, which is why two counters never get the same ticket. Refused without a change, or
/// written as a whole.
class FrontDesk {
public:
    /// Both must outlive the object.
    FrontDesk(const Office& office, const WorkingCalendar& calendar)
        : office_(office), calendar_(calendar), past_waits_(calendar) {}

    Result<PlaceInLine> issue(Books& books, const TicketRequest& asked, const ActContext& by) const;

    Result<StoredTicket> step(Books& books, const CounterStep& step, const ActContext& by) const;

    /// A held ticket's citizen is back and scans it.
    Result<StoredTicket>
    re_enter(Books& books, const std::string& code, const ActContext& by) const;

    /// Takes a number back that nobody holds on paper, or that the citizen gives up; while it
    /// waits or is held only.
    Result<StoredTicket> cancel(Books& books, const std::string& code, const ActContext& by) const;

    Result<TicketLease> lease(Books& books,
                              char service,
                              int numbers,
                              const std::string& device,
                              const ActContext& by) const;

    /// Enters the numbers given out, by time of touch; the rest of the lease is given to others.
    Result<std::vector<StoredTicket>> settle(Books& books,
                                             std::int64_t lease_id,
                                             std::span<const OfflineTicket> used,
                                             const std::string& device,
                                             const ActContext& by) const;

    /// Writes down what closing ended (ticket_day.hpp): whoever was not served expires. A visit in
    /// service of a day before ends at its closing; today's goes on until its counter ends it.
    /// Returns how many. At most `most`, so that nobody waits long. The reason is the journal's.
    std::int64_t
    end_days(Books& books, const std::string& reason, const ActContext& by, std::size_t most) const;

    /// The day's tickets that are live at the moment, in order of issue, whether or not the end of
    /// the day was written down yet.
    std::vector<StoredTicket> live(BooksView& books, Instant now) const;

    /// The ticket as it is at the moment, likewise.
    StoredTicket as_of(StoredTicket stored, Instant now) const;

    /// Where a live ticket stands at the moment.
    PlaceInLine place_of(BooksView& books, const StoredTicket& stored, Instant now) const;

    /// The ticket of that code, or of today with that number; `not_found` when there is none.
    Result<TicketLookup>
    look_up(BooksView& books, const std::string& code_or_number, Instant now) const;

    /// What somebody who came now would meet, by service, as the office lists them.
    std::vector<ServiceOutlook> outlooks(BooksView& books, Instant now) const;

    const ServiceConfig* service(char letter) const;
    const CounterConfig* counter(int number) const;

private:
    /// Puts the stored code of the dossier into the request.
    Result<char> service_for(BooksView& books, TicketRequest& request) const;
    std::optional<std::vector<WorkingSession>> sessions_of(const ServiceConfig& service,
                                                           Day day) const;
    Result<void> check_open(const ServiceConfig& service, Instant now) const;
    Result<void> check_person(const std::vector<StoredTicket>& live,
                              const TicketRequest& request) const;

    struct LineCounter {
        std::string services; ///< letters
        int priority_run = 0;
        bool is_open = false;
        bool calls = false;        ///< now, or once its session begins
        std::optional<Ticket> has; ///< called or served there
    };

    /// All that a wait is told from, read once.
    struct Line {
        Instant now;
        std::vector<Ticket> waiting;
        std::vector<LineCounter> counters; // as the office lists them
        WaitHistory today;
        std::shared_ptr<const WaitHistory> past;
    };

    Line line(BooksView& books, Instant now) const;
    std::optional<WaitPromise>
    wait_in(const Line& line, std::span<const Ticket> waiting, const StoredTicket& stored) const;
    PlaceInLine place_in(const Line& line, const StoredTicket& stored) const;
    ServiceOutlook outlook_in(const Line& line, const ServiceConfig& service) const;
    int next_number(Books& books, Day day, char letter) const;
    /// The day's tickets of the letter, those entered by settling included.
    static int given_out(const TicketTable& tickets, Day day, char letter);
    int next_leased_number(Books& books, Day day, char letter) const;
    StoredTicket enter(Books& books, StoredTicket stored, const ActContext& by) const;
    Instant day_end(const StoredTicket& stored) const;
    /// When a visit of a day before ended that nobody had ended: at closing, as nobody served
    /// through the night.
    Instant visit_end(const StoredTicket& stored) const;
    /// The act on what the ticket is at the moment. `step` gets the moment that counts, which for a
    /// visit of a day before is the closing of that day.
    Result<Ticket> perform_today(const StoredTicket& before, TicketStep& step, Instant now) const;
    Result<StoredTicket> ticket_for(Books& books, const CounterStep& step, Instant now) const;
    /// Whether the number wanted, if there is one, is not of a day that ended.
    Result<void> check_number(BooksView& books,
                              const std::string& code_or_number,
                              TicketAct act,
                              Instant now) const;
    Result<StoredTicket> call_ticket(Books& books,
                                     const CounterConfig& counter,
                                     const CounterStep& step,
                                     const ActContext& by) const;
    Result<StoredTicket> act_without_counter(Books& books,
                                             TicketAct act,
                                             const std::string& code,
                                             const ActContext& by) const;

    /// A step as the journal tells it.
    struct ToldStep {
        const TicketStep& step;
        std::string services; ///< letters that the counter serves; of a call only
        std::string reason;
    };

    StoredTicket write_step(Books& books,
                            const StoredTicket& before,
                            Ticket after,
                            const ToldStep& told,
                            const ActContext& by) const;

    const Office& office_;
    const WorkingCalendar& calendar_;
    PastWaits past_waits_;
};

/// A person as tickets know them: a digest of the ID number, or of the phone without one, by its
/// key: the same however it was written. Empty where neither is known.
std::string person_digest(std::string_view id_number, std::string_view phone);

/// Whether the numbers that somebody gives for a ticket are such; each may be empty. Refused as at
/// intake, but for a lost first zero: nothing of the number is kept, so that there is nothing to
/// mend, and the digest is the same person's. Requires valid UTF-8.
Result<void> check_ticket_person(std::string_view id_number, std::string_view phone);

} // namespace core
