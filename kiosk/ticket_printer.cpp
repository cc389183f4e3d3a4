#include "kiosk/ticket_printer.hpp"

#include "core/agent/safe_file.hpp"
#include "core/domain/failure.hpp"
#include "kiosk/printer_poll.hpp"
#include "printer/cups_queue.hpp"
#include "printer/printer_health.hpp"
#include "printer/renderer.hpp"
#include "printer/run_job.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace kiosk {

using core::PrinterHealth;
using printer::Cause;
using printer::JobOutcome;
using printer::JobResult;

namespace {

// Lays out one of these at the start: the first citizen need not wait for the fonts.
constexpr std::string_view warming =
    R"({"office":{"name":"UBND phường","desk":"Bộ phận tiếp nhận và trả kết quả"},)"
    R"("issued_at":"2023-01-03T08:12:00+07:00","number":"A001","code":"T230103-A001",)"
    R"("service":"Chứng thực","counters":"2","ahead":1,"expected_wait_s":60})";

} // namespace

struct TicketPrinter::Impl {
    struct Waiting {
        TicketOrder order;
        Done done;
    };

    void run();
    JobResult print(const TicketOrder& order);
    JobResult print_on_connection(const TicketOrder& order);

    printer::Medium roll() const {
        return printer::roll_medium(profile.width_dots, profile.dots_per_mm);
    }

    printer::DocumentPages lay_out(std::string_view data, bool reprint);
    void note(PrinterHealth now);
    void poll();

    // Constant once made.
    std::optional<printer::PrinterAddress> address;
    printer::PrinterProfile profile;
    Changed changed;

    std::mutex mutex; // guards what follows
    std::condition_variable woken;
    std::deque<Waiting> queue;
    bool stopping = false;

    // Of the thread.
    printer::Renderer renderer;
    PrinterHealth health = PrinterHealth::none;
    unsigned job_number = 0;

    std::thread thread; // last: it uses all the others
};

printer::DocumentPages TicketPrinter::Impl::lay_out(std::string_view data, bool reprint) {
    printer::PrintOrder order{"ticket", data};
    order.printing = reprint ? printer::Printing::again : printer::Printing::first;
    auto pages = renderer.lay_out(order, roll());
    if (!pages) throw core::Failure(pages.error().message);
    return std::move(pages).value();
}

JobResult TicketPrinter::Impl::print_on_connection(const TicketOrder& order) {
    printer::RollPrint print;
    print.make = [&](bool reprint, std::string_view job_id) {
        return printer::encode_job(lay_out(order.data, reprint).raster(0), profile, job_id);
    };
    print.open = [this] { return open_printer(*address); };
    print.profile = profile;
    print.patience.attempts = 1; // a person decides whether it goes out again
    print.reprint = order.reprint;
    print.job_number = ++job_number;
    return printer::print_whole(print);
}

JobResult TicketPrinter::Impl::print(const TicketOrder& order) {
    if (!address) return {JobOutcome::failed, Cause::no_connection};
    switch (address->kind) {
    case printer::AddressKind::cups:
        return printer::print_on_queue(address->name, lay_out(order.data, order.reprint).pdf(), 1);
    case printer::AddressKind::file: {
        const std::string name = order.name + (order.reprint ? "-in-lai" : "") + ".png";
        agent::replace_file(std::filesystem::path(address->name) / name,
                            lay_out(order.data, order.reprint).png(0));
        return {JobOutcome::printed};
    }
    default:
        return print_on_connection(order);
    }
}

void TicketPrinter::Impl::note(PrinterHealth now) {
    if (std::exchange(health, now) != now) changed(now);
}

void TicketPrinter::Impl::poll() {
    if (!address) return;
    const bool is_folder = address->kind == printer::AddressKind::file;
    if (is_folder || address->kind == printer::AddressKind::cups) {
        if (health == PrinterHealth::none) note(PrinterHealth::ok);
    } else if (const auto seen = poll_printer(*address, profile)) {
        note(*seen);
    } else if (health == PrinterHealth::none) {
        note(PrinterHealth::unknown);
    }
}

void TicketPrinter::Impl::run() {
    lay_out(warming, false).raster(0);
    poll();
    for (;;) {
        Waiting next;
        {
            std::unique_lock lock(mutex);
            const bool is_well =
                health == PrinterHealth::ok || health == PrinterHealth::none || !address;
            const bool has_work = woken.wait_for(lock, is_well ? poll_when_well : poll_when_not,
                                                 [this] { return stopping || !queue.empty(); });
            if (stopping) return;
            if (has_work) {
                next = std::move(queue.front());
                queue.pop_front();
            }
        }
        if (!next.done) {
            poll();
            continue;
        }
        JobResult result;
        try {
            result = print(next.order);
        } catch (const std::exception&) {
            result = {JobOutcome::failed, Cause::printer_error}; // nothing has left for the printer
        }
        if (address) note(printer::health_of(result));
        next.done(result);
    }
}

TicketPrinter::TicketPrinter(std::optional<printer::PrinterAddress> address,
                             printer::PrinterProfile profile,
                             Changed changed)
    : impl_(std::make_unique<Impl>()) {
    impl_->address = std::move(address);
    impl_->profile = std::move(profile);
    impl_->changed = std::move(changed);
    impl_->thread = std::thread([this] { impl_->run(); });
}

TicketPrinter::~TicketPrinter() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->stopping = true;
    }
    impl_->woken.notify_all();
    impl_->thread.join();
}

void TicketPrinter::print(TicketOrder order, Done done) {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->queue.push_back({std::move(order), std::move(done)});
    }
    impl_->woken.notify_all();
}

} // namespace kiosk
