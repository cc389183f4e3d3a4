#include "printer/run_job.hpp"

#include <algorithm>

namespace printer {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds longest_turn{50}; ///< sending and listening take turns

milliseconds turn(PrintJob::Time deadline) {
    const auto left = std::chrono::ceil<milliseconds>(deadline - Clock::now());
    return std::clamp(left, milliseconds(0), longest_turn);
}

std::string make_job_id(unsigned number) {
    std::string id(4, '0');
    for (auto digit = id.rbegin(); digit != id.rend(); ++digit, number /= 10)
        *digit = static_cast<char>('0' + number % 10);
    return id;
}

} // namespace

JobResult run_job(PrinterConnection& connection, PrintJob& job) {
    try {
        while (!job.result()) {
            bool sending = false;
            if (const auto bytes = job.to_send(); !bytes.empty()) {
                job.sent(connection.send(bytes, turn(job.deadline())), Clock::now());
                sending = !job.to_send().empty();
            }
            if (job.result()) break;
            job.received(connection.receive(sending ? milliseconds(0) : turn(job.deadline())),
                         Clock::now());
            job.check_time(Clock::now());
        }
    } catch (const ConnectionLost&) {
        job.lost(Cause::connection_lost);
    }
    if (job.result()->outcome != JobOutcome::printed) connection.abandon();
    return *job.result();
}

JobResult print_whole(const RollPrint& print) {
    JobResult last;
    bool reached_printer = false;
    for (int attempt = 0; attempt < print.patience.attempts; ++attempt) {
        if (attempt > 0) print.pause(print.patience.between);
        const std::string id = make_job_id(print.job_number + static_cast<unsigned>(attempt));
        EncodedJob bytes = print.make(print.reprint || reached_printer, id);
        try {
            const std::unique_ptr<PrinterConnection> connection = print.open();
            PrintJob job(std::move(bytes), print.profile, id, print.limits, Clock::now());
            last = run_job(*connection, job);
        } catch (const ConnectionLost&) {
            last = {JobOutcome::failed, Cause::no_connection};
        }
        reached_printer = reached_printer || last.reached_printer;
        last.reached_printer = reached_printer;
        if (last.outcome != JobOutcome::failed) return last;
    }
    return last;
}

} // namespace printer
