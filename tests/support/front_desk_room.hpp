#pragma once

#include "core/engine/desk/front_desk.hpp"
#include "core/engine/journal/codec/office_payload.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// A room with three counters, and what tests do in it.
namespace samples {

/// Counters 1 and 2 serve A and B (three tickets of B a day), counter 3 gives out results.
inline core::Office three_counters() {
    core::Office office = samples::office();
    office.services = {{'A', "Hộ tịch", {"Hộ tịch"}, false, {}, {}},
                       {'B', "Chứng thực", {"Chứng thực"}, false, {}, 3},
                       {'R', "Trả kết quả", {}, true, {}, {}}};
    office.counters = {{1, "Quầy 1", {"A", "B"}}, {2, "Quầy 2", {"A", "B"}}, {3, "Quầy 3", {"R"}}};
    return office;
}

/// That time on Monday 6 May 2024, when the room is open.
inline core::Instant on_monday(std::chrono::seconds time) { return at(date(2024, 5, 6), time); }

/// The front desk of an office in a store of its own.
class FrontDeskRoom {
public:
    explicit FrontDeskRoom(core::Office office = three_counters())
        : office_(std::move(office)), calendar_(office_.hours, {}), desk_(office_, calendar_) {
        const auto set = books().write([&](core::Books& in) -> core::Result<void> {
            in.put_office(office_);
            in.append(core::office_event(core::OfficeEvent::office_set, "office",
                                         clerk(at(date(2024, 5, 6), std::chrono::hours{7})), "",
                                         core::office_to_json(office_)));
            return {};
        });
        REQUIRE(set);
    }

    samples::OfficeBooks& books() { return store_.books(); }

    SqliteOffice& store() { return store_; }

    core::Result<core::PlaceInLine> take(const core::TicketRequest& request, core::Instant now) {
        return within<core::PlaceInLine>(
            [&](core::Books& in) { return desk_.issue(in, request, clerk(now)); });
    }

    std::string take(char service,
                     core::Instant now,
                     std::optional<core::PriorityKind> priority = std::nullopt) {
        const auto place = take({service, priority, {}, "", "kiosk-1"}, now);
        REQUIRE(place);
        return place->ticket.ticket.number;
    }

    core::Result<core::StoredTicket> step(const core::CounterStep& step, core::Instant now) {
        return within<core::StoredTicket>(
            [&](core::Books& in) { return desk_.step(in, step, clerk(now)); });
    }

    /// Calls, serves for a minute and ends; the number.
    std::string serve(int counter, core::Instant now) {
        const auto called = step({counter, core::TicketAct::call, "", "", {}}, now);
        REQUIRE(called);
        REQUIRE(step({counter, core::TicketAct::start, "", "", {}}, now));
        REQUIRE(
            step({counter, core::TicketAct::finish, "", "", {}}, now + std::chrono::minutes{1}));
        return called->ticket.number;
    }

    template <typename Value, typename Work>
    core::Result<Value> within(Work work) {
        core::Result<Value> answer = core::Error{};
        (void)books().write([&](core::Books& in) -> core::Result<void> {
            answer = work(in);
            if (!answer) return answer.error();
            return {};
        });
        return answer;
    }

    const core::FrontDesk& desk() const { return desk_; }

    const core::Office& office() const { return office_; }

    std::vector<std::string> findings() { return books().findings(); }

private:
    SqliteOffice store_;
    core::Office office_;
    core::WorkingCalendar calendar_;
    core::FrontDesk desk_;
};

} // namespace samples
