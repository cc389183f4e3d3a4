#pragma once

#include "kiosk/touch.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kiosk {

/// What happened to touches and leases: the lines of the log that survives a power failure. Each
/// is on disk before anybody acts on it.
namespace record {

struct Touched {
    TouchRequest request;
    core::Instant at;
};

struct Leased {
    Lease lease; ///< as it came, nothing given out
};

/// A number was chosen; it is about to be printed.
struct Given {
    std::string touch;
    GivenTicket ticket;
};

struct PrintingAgain {
    std::string touch;
};

/// The printer, or a person, has said that the ticket is on paper.
struct Printed {
    std::string touch;
};

struct NotPrinted {
    std::string touch;
    bool is_unknown = false;
    bool reached_paper = false;
};

struct Refused {
    std::string touch;
};

struct Doubted {
    std::string touch;
};

struct DoubtEnded {
    std::string touch;
};

struct GivenBack {
    std::string touch;
};

struct GiveBackTold {
    std::string touch;
};

/// From now on the settlement of this lease is what it is: these touches, by time.
struct Settling {
    std::int64_t lease = 0;
    std::vector<std::string> touches;
};

struct Settled {
    std::int64_t lease = 0;
};

} // namespace record

using Record = std::variant<record::Touched,
                            record::Leased,
                            record::Given,
                            record::PrintingAgain,
                            record::Printed,
                            record::NotPrinted,
                            record::Refused,
                            record::Doubted,
                            record::DoubtEnded,
                            record::GivenBack,
                            record::GiveBackTold,
                            record::Settling,
                            record::Settled>;

/// One line of JSON.
std::string to_line(const Record& record);

/// Throws core::Failure for what to_line() does not write.
Record read_record(std::string_view line);

} // namespace kiosk
