// The wait that is told, beside the wait that was: lives practice days of a ward's room through the
// real front desk and a real store, and prints how many of those to whom a range was told were
// called within it. Prints; decides nothing.
//
//   wait_bench [--days 10] [--seed 1] [--dir FOLDER]
//
// What the room does and the program does not know: how long each visit takes, when officers come
// late, step out or open another counter, who comes next, who does not answer, who is sent away or
// elsewhere and comes back.

#include "core/engine/desk/front_desk.hpp"
#include "core/engine/journal/codec/office_payload.hpp"
#include "db/sqlite_store.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <queue>
#include <random>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

using core::Instant;
using core::TicketAct;
using seconds = std::chrono::seconds;

struct Options {
    int days = 10;
    unsigned seed = 1;
    fs::path folder = fs::temp_directory_path() / "motcua-wait-bench";
};

/// How the room is: arrivals an hour by service, minutes of a visit by service.
struct RoomPlan {
    const char* name;
    std::map<char, double> arrivals;
    std::map<char, double> minutes;
    double spread; ///< of a visit, in logarithms
    double unrest; ///< how often officers come late, step out, open another counter
};

core::Office office() {
    core::Office office;
    office.name = "UBND";
    office.agency_code = "000.00.18.H55";
    office.timezone = core::office_timezone;
    const std::vector<core::WorkingSession> full = {{7h + 30min, 11h + 30min}, {13h + 30min, 17h}};
    office.hours = {full, full, full, full, full, {}, {}};
    for (const char letter : {'A', 'B', 'C', 'D'})
        office.services.push_back({letter, std::string(1, letter), {"*"}, false, {}, {}});
    office.counters = {
        {1, "1", {"A"}}, {2, "2", {"B", "A"}}, {3, "3", {"C", "D"}}, {4, "4", {"D"}}};
    return office;
}

struct Told {
    char service;
    core::WaitPromise promise;
    double waited;
};

class Days {
public:
    Days(const Options& options, const RoomPlan& plan)
        : plan_(plan), random_(options.seed), office_(office()), calendar_(office_.hours, {}) {
        fs::remove_all(options.folder);
        fs::create_directories(options.folder);
        store_ = db::open_sqlite_store(options.folder / "ward.db", db::StoreMode::create);
        agency_ = store_->add_agency(office_).value();
    }

    /// Lives one day and returns what was told and met; `without`: to whom nothing was told.
    std::vector<Told> live(core::Day day, int& without) {
        day_ = day;
        events_ = {};
        busy_.clear();
        plan_arrivals();
        for (const core::CounterConfig& counter : office_.counters) {
            for (const core::WorkingSession& session : calendar_.sessions(day)) {
                const double late = some(8 * 60) * plan_.unrest;
                at(session.from + seconds(static_cast<int>(late)),
                   [this, &counter] { next(counter); });
            }
        }
        while (!events_.empty()) {
            const Event event = events_.top();
            events_.pop();
            now_ = event.at;
            event.what();
        }
        now_ = core::to_instant(core::LocalTime{day} + 20h);
        write([&](core::Books& books) { (void)desk_.end_days(books, "", by(), 10'000); });
        std::vector<Told> told;
        const auto books = store_->read(agency_);
        books->tickets().each(day, day, [&](const core::StoredTicket& stored) {
            const core::Ticket& ticket = stored.ticket;
            if (!ticket.promise) ++without;
            if (!ticket.promise || !ticket.first_called_at) return true;
            told.push_back(
                {ticket.number.front(), *ticket.promise,
                 static_cast<double>((*ticket.first_called_at - ticket.arrived_at).count())});
            return true;
        });
        return told;
    }

private:
    struct Event {
        Instant at;
        std::int64_t order;
        std::function<void()> what;

        bool operator<(const Event& other) const {
            return std::tie(at, order) > std::tie(other.at, other.order);
        }
    };

    core::ActContext by() const { return {{"bench", "room"}, now_}; }

    double some(double mean) { return std::exponential_distribution<double>(1 / mean)(random_); }

    bool chance(double share) { return std::bernoulli_distribution(share)(random_); }

    void at(seconds since_midnight, std::function<void()> what) {
        events_.push(
            {core::to_instant(core::LocalTime{day_} + since_midnight), ++order_, std::move(what)});
    }

    void after(double wait, std::function<void()> what) {
        events_.push({now_ + seconds(static_cast<int>(wait)), ++order_, std::move(what)});
    }

    template <typename Work>
    void write(Work work) {
        (void)store_->write_alone(agency_, [&](core::Books& books) -> core::Result<void> {
            work(books);
            return {};
        });
    }

    bool is_working() const {
        const core::LocalTime local = core::to_local(now_);
        for (const core::WorkingSession& session : calendar_.sessions(day_)) {
            if (core::contains(session, local - day_)) return true;
        }
        return false;
    }

    void plan_arrivals() {
        // More people in the morning and after the break, few before closing.
        const std::map<int, double> by_hour = {{7, 0.9},  {8, 1.5},  {9, 1.4},
                                               {10, 1.0}, {11, 0.4}, {13, 0.9},
                                               {14, 1.3}, {15, 1.0}, {16, 0.5}};
        const double day_factor = std::exp(std::normal_distribution<double>(0, 0.2)(random_));
        for (const auto& [service, hourly] : plan_.arrivals) {
            for (const auto& [hour, share] : by_hour) {
                constexpr double hour_seconds = 3600;
                const double rate = hourly * share * day_factor / hour_seconds;
                double t = some(1 / rate);
                while (t < hour_seconds) {
                    at(std::chrono::hours{hour} + seconds(static_cast<int>(t)),
                       [this, letter = service] { arrive(letter); });
                    t += some(1 / rate);
                }
            }
        }
    }

    void arrive(char service) {
        core::TicketRequest request{service, {}, {}, "", "kiosk"};
        if (chance(0.12)) request.priority = core::PriorityKind::age_80_or_older;
        write([&](core::Books& books) { (void)desk_.issue(books, request, by()); });
        wake();
    }

    void wake() {
        for (const core::CounterConfig& counter : office_.counters) {
            if (idle_[counter.number]) {
                idle_[counter.number] = false;
                after(5 + some(15), [this, &counter] { next(counter); });
            }
        }
    }

    bool step(const core::CounterConfig& counter, TicketAct act, std::string ticket = "") {
        bool done = false;
        const std::optional<char> to = act == TicketAct::transfer
                                           ? std::optional(counter.number == 3 ? 'B' : 'C')
                                           : std::nullopt;
        write([&](core::Books& books) {
            const auto stored = desk_.step(books, {counter.number, act, ticket, "", to}, by());
            done = static_cast<bool>(stored);
            if (done) current_[counter.number] = stored->ticket;
        });
        return done;
    }

    void next(const core::CounterConfig& counter) {
        if (busy_[counter.number] || !is_working()) return;
        if (chance(0.02 * plan_.unrest))
            return after(300 + some(600), [this, &counter] { next(counter); });
        if (!step(counter, TicketAct::call)) {
            idle_[counter.number] = true;
            return;
        }
        busy_[counter.number] = true;
        if (chance(1 / 40.0)) return after(50, [this, &counter] { give_up(counter, 2); });
        after(10 + some(20), [this, &counter] { serve(counter); });
    }

    void give_up(const core::CounterConfig& counter, int recalls) {
        if (recalls > 0) {
            step(counter, TicketAct::recall);
            return after(50, [this, &counter, recalls] { give_up(counter, recalls - 1); });
        }
        step(counter, TicketAct::no_show);
        free(counter);
    }

    void serve(const core::CounterConfig& counter) {
        step(counter, TicketAct::start);
        const char service = current_[counter.number].service;
        const double mean = plan_.minutes.at(service) * 60;
        const double length = mean * std::exp(std::normal_distribution<double>(
                                         -plan_.spread * plan_.spread / 2, plan_.spread)(random_));
        if (chance(1 / 20.0)) {
            return after(length / 3, [this, &counter] {
                const std::string code = current_[counter.number].code;
                if (step(counter, TicketAct::hold))
                    after(900 + some(1800), [this, code] { come_back(code); });
                free(counter);
            });
        }
        if (chance(1 / 25.0)) {
            return after(length / 3, [this, &counter] {
                if (!step(counter, TicketAct::transfer)) step(counter, TicketAct::finish);
                wake();
                free(counter);
            });
        }
        after(length, [this, &counter] {
            step(counter, TicketAct::finish);
            free(counter);
        });
    }

    void come_back(const std::string& code) {
        write([&](core::Books& books) { (void)desk_.re_enter(books, code, by()); });
        wake();
    }

    void free(const core::CounterConfig& counter) {
        busy_[counter.number] = false;
        after(5 + some(15), [this, &counter] { next(counter); });
    }

    const RoomPlan& plan_;
    std::mt19937 random_;
    core::Office office_;
    core::WorkingCalendar calendar_;
    core::FrontDesk desk_{office_, calendar_};
    std::unique_ptr<core::Store> store_;
    core::AgencyId agency_{};
    core::Day day_;
    Instant now_;
    std::int64_t order_ = 0;
    std::priority_queue<Event> events_;
    std::map<int, bool> busy_;
    std::map<int, bool> idle_;
    std::map<int, core::Ticket> current_;
};

double middle(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void print(const char* what, const std::vector<Told>& told) {
    int within = 0;
    std::vector<double> waits;
    std::vector<double> widths;
    for (const Told& each : told) {
        // As people read it: in whole minutes, both ends included.
        const auto low = std::chrono::floor<std::chrono::minutes>(each.promise.range.low);
        const auto high = std::chrono::ceil<std::chrono::minutes>(each.promise.range.high);
        const auto waited = seconds(static_cast<std::int64_t>(each.waited));
        if (low <= waited && waited <= high) ++within;
        waits.push_back(each.waited / 60);
        widths.push_back(static_cast<double>((high - low).count()));
    }
    std::printf("  %-12s told %4zu  within %5.1f %%  median wait %5.1f min, range %5.1f min wide\n",
                what, told.size(),
                told.empty() ? 0 : 100.0 * within / static_cast<double>(told.size()), middle(waits),
                middle(widths));
}

void live(const Options& options, const RoomPlan& plan) {
    std::printf("%s\n", plan.name);
    Days days(options, plan);
    core::Day day{std::chrono::days{20'577}}; // a Monday
    std::vector<Told> first;
    std::map<char, std::vector<Told>> later;
    std::vector<Told> all;
    int without = 0;
    for (int lived = 0; lived < options.days; day += std::chrono::days{1}) {
        const auto weekday = std::chrono::weekday(day).iso_encoding();
        if (weekday > 5) continue;
        const std::vector<Told> told = days.live(day, without);
        if (lived == 0) first = told;
        for (const Told& each : told) {
            if (lived > 0) later[each.service].push_back(each);
            all.push_back(each);
        }
        ++lived;
    }
    print("first day", first);
    for (const auto& [service, told] : later)
        print(std::string("later, ").append(1, service).c_str(), told);
    print("all", all);
    std::printf("  nothing told to %d\n", without);
}

} // namespace

int main(int argc, char** argv) {
    Options options;
    CLI::App app("The wait that is told, beside the wait that was");
    app.add_option("--days", options.days, "Days to live");
    app.add_option("--seed", options.seed, "Of the invented room");
    app.add_option("--dir", options.folder, "A folder for the books; emptied");
    CLI11_PARSE(app, argc, argv);
    const RoomPlan plans[] = {
        {"a calm ward",
         {{'A', 4}, {'B', 8}, {'C', 2}, {'D', 3}},
         {{'A', 7}, {'B', 3.5}, {'C', 9}, {'D', 6}},
         0.5,
         0.5},
        {"a full ward",
         {{'A', 7}, {'B', 9}, {'C', 3.5}, {'D', 5}},
         {{'A', 7}, {'B', 3.5}, {'C', 9}, {'D', 6}},
         0.6,
         1},
        {"a ward that is overrun",
         {{'A', 8}, {'B', 11}, {'C', 4.5}, {'D', 7}},
         {{'A', 8}, {'B', 4}, {'C', 10}, {'D', 7}},
         0.8,
         2},
    };
    for (const RoomPlan& plan : plans) live(options, plan);
    return 0;
}
