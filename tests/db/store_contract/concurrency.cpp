// Many threads at once: one writer, readers that nobody waits for.

#include "core/domain/dossier_code.hpp"
#include "tests/support/report_check.hpp"
#include "tests/support/sample_books.hpp"
#include "tests/support/store_contract.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <chrono>
#include <future>
#include <latch>
#include <set>
#include <thread>

using core::Books;
using core::Result;
using samples::morning;
using samples::OfficeBooks;

namespace {

const core::Day today = samples::date(2024, 5, 6);

Result<core::Dossier> receive(const core::Processing& processing, Books& books, int thread) {
    const core::Intake intake{"1.000002",
                              {"Lê Thị Hoa", "", "", ""},
                              core::Channel::in_person,
                              "officer" + std::to_string(thread),
                              0};
    return processing.receive(books, intake, samples::clerk(morning));
}

/// One thread's commands, submitted without waiting; each answered with its own code.
class Counter {
public:
    Counter(core::Store& store, OfficeBooks& books, int thread, int commands)
        : codes_(static_cast<std::size_t>(commands)), left_(commands) {
        for (auto& code : codes_) {
            store.submit(
                books.agency(),
                [&processing = books.processing(), &code, thread](Books& in) -> Result<void> {
                    const auto dossier = receive(processing, in, thread);
                    if (!dossier) return dossier.error();
                    code = dossier->code;
                    return {};
                },
                [this](const Result<void>& result, const std::exception_ptr& failure) {
                    if (!result || failure) ++failures_;
                    left_.count_down();
                });
        }
    }

    void wait() { left_.wait(); }

    int failures() const { return failures_; }

    const std::vector<std::string>& codes() const { return codes_; }

private:
    std::vector<std::string> codes_;
    std::atomic<int> failures_ = 0;
    std::latch left_;
};

void check_codes_without_gap(const std::set<std::string>& codes) {
    int number = 0;
    for (const std::string& code : codes)
        CHECK(code == core::make_dossier_code("000.00.18.H55", today, ++number));
}

void many_threads_at_once(StorePlace& place) {
    constexpr int threads = 8;
    constexpr int commands = 60;
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    (void)books.processing(); // made before the threads share it
    const auto before = books.read()->journal_head().seq;

    std::vector<std::future<std::unique_ptr<Counter>>> running;
    for (int thread = 0; thread < threads; ++thread) {
        running.push_back(std::async(std::launch::async, [&, thread] {
            auto counter = std::make_unique<Counter>(*store, books, thread, commands);
            counter->wait();
            return counter;
        }));
    }
    std::set<std::string> codes;
    for (auto& each : running) {
        const auto counter = each.get();
        CHECK(counter->failures() == 0);
        codes.insert(counter->codes().begin(), counter->codes().end());
    }
    CHECK(codes.size() == std::size_t{threads} * commands);
    check_codes_without_gap(codes);

    const auto view = books.read();
    CHECK(view->journal_head().seq == before + threads * commands);
    CHECK(view->code_numbers().at(today) == threads * commands);
    CHECK(books.findings() == std::vector<std::string>{});
    samples::check_all_groupings(*view, today, today);
}

void waiting_writers_at_once(StorePlace& place) {
    constexpr int threads = 6;
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const core::Processing& processing = books.processing();
    std::atomic<int> refused = 0;
    std::vector<std::thread> running;
    for (int thread = 0; thread < threads; ++thread) {
        running.emplace_back([&, thread] {
            for (int i = 0; i < 20; ++i) {
                const bool refuse = i % 5 == 0;
                const auto result = store->write(books.agency(), [&](Books& in) -> Result<void> {
                    if (!receive(processing, in, thread) || refuse)
                        return core::Error{core::ErrorKind::conflict, "no"};
                    return {};
                });
                refused += !result;
            }
        });
    }
    for (auto& thread : running) thread.join();
    CHECK(refused == threads * 4);
    CHECK(books.read()->dossier_count() == threads * 16);
    CHECK(books.read()->code_numbers().at(today) == threads * 16);
    CHECK(books.findings() == std::vector<std::string>{});
}

void snapshot_stays_as_it_was(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const auto untouched = books.read(); // first read after the commit
    const auto looked_at = books.read();
    const auto head = looked_at->journal_head();
    const core::Intake intake{"1.000002", {"Lê Thị Hoa", "", "", ""}, {}, "lan", 0};
    REQUIRE(books.receive(intake, morning));
    for (const auto& view : {untouched.get(), looked_at.get()}) {
        CHECK(view->journal_head() == head);
        CHECK(view->dossier_count() == 0);
        CHECK_FALSE(view->event(head.seq + 1));
        CHECK(view->code_numbers().empty());
        CHECK(core::make_period_report(*view, today, today, {})->total.is_zero());
    }
    CHECK(books.read()->dossier_count() == 1);
}

void reading_never_waits(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const core::Processing& processing = books.processing();
    std::latch written(1);
    std::latch released(1);
    std::thread long_work([&] {
        (void)store->write_alone(books.agency(), [&](Books& in) -> Result<void> {
            for (int i = 0; i < 50; ++i) (void)receive(processing, in, i);
            written.count_down();
            released.wait();
            return {};
        });
    });
    written.wait();
    auto reading = std::async(std::launch::async, [&] {
        const auto view = books.read();
        std::int64_t dossiers = 0;
        view->each_dossier(core::BooksView::Which::all,
                           [&](const auto&) { return ++dossiers > 0; });
        return dossiers + core::make_period_report(*view, today, today, {})->total.in_progress;
    });
    const bool answered = reading.wait_for(std::chrono::seconds{20}) == std::future_status::ready;
    released.count_down();
    long_work.join();
    CHECK(answered);
    CHECK(reading.get() == 0);
    CHECK(books.read()->dossier_count() == 50);
}

void full_queue_refuses(StorePlace& place) {
    constexpr int more_than_any_queue = 1'000'000;
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    std::latch held(1);
    std::latch released(1);
    std::thread holder([&] {
        (void)store->write_alone(books.agency(), [&](Books&) -> Result<void> {
            held.count_down();
            released.wait();
            return {};
        });
    });
    held.wait();
    std::atomic<int> answered = 0;
    int taken = 0;
    bool refused = false;
    while (!refused && taken < more_than_any_queue) {
        try {
            store->submit(
                books.agency(), [](Books&) { return Result<void>{}; },
                [&](const auto&, const auto&) {
                    ++answered;
                    answered.notify_all();
                });
            ++taken;
        } catch (const std::exception&) {
            refused = true;
        }
    }
    released.count_down();
    holder.join();
    CHECK(refused);
    for (int now = answered; now < taken; now = answered) answered.wait(now);
    CHECK(store->write_alone(books.agency(), [](Books&) { return Result<void>{}; }));
    CHECK(answered == taken);
}

void closing_finishes_what_waits(StorePlace& place) {
    std::atomic<int> answered = 0;
    core::AgencyId agency{};
    {
        const auto store = place.create();
        auto books = OfficeBooks::found(*store);
        agency = books.agency();
        const core::Processing& processing = books.processing();
        for (int i = 0; i < 100; ++i) {
            store->submit(
                agency,
                [&](Books& in) -> Result<void> {
                    if (!receive(processing, in, 1)) throw std::logic_error("not received");
                    return {};
                },
                [&](const auto& result, const auto& failure) { answered += result && !failure; });
        }
        (void)store->write(agency, [](Books&) { return Result<void>{}; });
    }
    CHECK(answered == 100);
    const auto store = place.open();
    CHECK(store->read(agency)->dossier_count() == 100);
    CHECK(OfficeBooks(*store, agency).findings() == std::vector<std::string>{});
}

} // namespace

std::vector<StoreClause> store_contract::concurrency() {
    return {
        {"hundreds of commands from many threads get their own answers, codes without a gap",
         many_threads_at_once},
        {"threads that wait for their answers see only whole commands", waiting_writers_at_once},
        {"a snapshot does not see what is committed after it", snapshot_stays_as_it_was},
        {"reading never waits for long work", reading_never_waits},
        {"a full queue refuses, and what it took is answered", full_queue_refuses},
        {"what was answered is there when the store is opened again", closing_finishes_what_waits}};
}
