// Whatever a printer sends: its answers are taken apart without a fault, cut into pieces in any
// way they are the same answers, and a job that hears them ends in one of its outcomes.

#include "printer/printer_status.hpp"

#include "printer/print_job.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

printer::PrinterProfile profile() {
    printer::PrinterProfile made;
    made.width_dots = 576;
    made.dots_per_mm = 8;
    made.stripe_rows = 24;
    made.real_time_status = true;
    made.confirm = printer::Confirmation::process_id;
    made.checkpoint = true;
    made.clear = "\x10\x14";
    made.slowest_mm_per_s = 150;
    return made;
}

void compare_pieces(std::string_view bytes) {
    printer::StatusReader at_once;
    printer::StatusReader by_bytes;
    const auto whole = at_once.read(bytes);
    std::size_t seen = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (const auto& answer : by_bytes.read(bytes.substr(i, 1))) {
            must(seen < whole.size() && whole[seen].kind == answer.kind &&
                 whole[seen].id == answer.id && whole[seen].byte == answer.byte);
            ++seen;
        }
    }
    must(seen == whole.size());
}

/// Every byte is heard after everything that was to be sent has been.
void run_job(std::string_view bytes) {
    printer::PrintJob::Time now{};
    printer::PrintJob job({"", "body", "tail", "?", 100}, profile(), "0001", {}, now);
    for (std::size_t i = 0; i < bytes.size() && !job.result(); ++i) {
        while (!job.to_send().empty()) job.sent(job.to_send().size(), now);
        now += std::chrono::milliseconds(static_cast<unsigned char>(bytes[i]));
        job.received(bytes.substr(i, 1), now);
        job.check_time(now);
    }
    job.lost(printer::Cause::connection_lost);
    must(job.result().has_value());
    const bool printed = job.result()->outcome == printer::JobOutcome::printed;
    must(!printed || bytes.find("\x37\x22"
                                "0001") != std::string_view::npos);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    compare_pieces(bytes);
    run_job(bytes);
    return 0;
}
