#pragma once

#include "kiosk/touch_record.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kiosk {

/// A number out of a lease that nobody has.
struct FreeNumber {
    std::int64_t lease = 0;
    std::string number;
    std::string code;
};

/// Touches and leases as the records tell, in memory. Pure: the same records give the same book.
class TouchBook {
public:
    /// Throws std::runtime_error for a record that does not fit what came before.
    void apply(const Record& record);

    /// Null when there is none.
    const Touch* find(const std::string& touch) const;

    /// In the order in which they came.
    const std::vector<std::string>& touches() const { return order_; }

    const std::vector<Lease>& leases() const { return leases_; }

    const Lease* find_lease(std::int64_t id) const;

    /// The next number to give out offline: of the oldest lease first, each once.
    std::optional<FreeNumber> next_number(char service, core::Day day) const;

    int numbers_left(char service, core::Day day) const;

    /// In leases that nothing was given out of yet.
    int untouched_numbers(char service, core::Day day) const;

    /// Those that hold a number of the lease, in the order of their touch.
    std::vector<const Touch*> touches_of(std::int64_t lease) const;

    /// Who is in the lease's settlement; empty before there is one.
    std::vector<const Touch*> settlement_of(std::int64_t lease) const;

    /// Tells what is still needed on `today`: its touches, what is not over, the latest lease.
    /// The records make a book that goes on as this one would.
    void tell_needed(core::Day today, const std::function<void(const Record&)>& each) const;

private:
    Touch& touch_of(const std::string& touch);
    Lease& lease_of(std::int64_t id);
    bool is_needed(const Touch& touch, core::Day today) const;
    bool is_needed(const Lease& lease, core::Day today) const;

    void take(const record::Touched& touched);
    void take(const record::Leased& leased);
    void take(const record::Given& given);
    void take(const record::PrintingAgain& again);
    void take(const record::Printed& printed);
    void take(const record::NotPrinted& not_printed);
    void take(const record::Refused& refused);
    void take(const record::Doubted& doubted);
    void take(const record::DoubtEnded& ended);
    void take(const record::GivenBack& back);
    void take(const record::GiveBackTold& told);
    void take(const record::Settling& settling);
    void take(const record::Settled& settled);

    std::map<std::string, Touch> touches_;
    std::vector<std::string> order_;
    std::vector<Lease> leases_;
    std::map<std::int64_t, std::vector<std::string>> settlements_;
};

} // namespace kiosk
