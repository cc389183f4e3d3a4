#pragma once

#include "core/domain/queue_figures.hpp"
#include "core/engine/desk/front_desk.hpp"
#include "core/engine/ports/store.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core {

/// A service's part in the day. A ticket counts for the service it waits for, is served by or
/// ended in.
struct ServiceDay {
    char letter = 0;
    std::string name;
    QueueFigures queue;
};

/// A counter's part in the day. A ticket counts for the counter that ended it, with the service
/// there.
struct CounterDay {
    int number = 0;
    std::string name;
    bool open = false;
    std::string ticket; ///< number of the one called or served there; empty for none
    std::int64_t served = 0;
    std::optional<std::chrono::seconds> service_median; ///< none: none was served
};

/// What became of dossiers today, and how they stand now.
struct DossierDay {
    std::int64_t received = 0;
    std::int64_t resolved = 0;
    std::int64_t returned = 0;
    std::int64_t withdrawn = 0;
    std::int64_t refused = 0;
    std::int64_t due_today = 0; ///< as many as the list of that name shows
    std::int64_t overdue = 0;   ///< likewise
    std::int64_t suspended = 0;
    std::int64_t open = 0;
};

struct OfficerDay {
    std::string login; ///< empty: nobody received them
    std::string name;  ///< empty: not a user
    std::int64_t received = 0;
    std::int64_t resolved = 0;
    std::int64_t open = 0;
    std::int64_t overdue = 0;
};

/// How the day goes: the room by its tickets, the dossiers by the counts that reports are made of.
struct DayFigures {
    Day day;
    std::int64_t seq = 0; ///< the journal's, as of which all of it is
    QueueFigures queue;
    std::vector<ServiceDay> services; // as the office lists them
    std::vector<CounterDay> counters; // as the office lists them
    std::vector<HourFigures> hours;
    DossierDay dossiers;
    std::vector<OfficerDay> officers; // who received something today, or has something open
};

/// Reads the day's tickets; of dossiers only counts, however many there are.
DayFigures day_figures(BooksView& books, const Office& office, const FrontDesk& desk, Instant now);

} // namespace core
