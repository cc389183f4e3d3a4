#include "counter/print_backend.hpp"

#include "core/agent/safe_file.hpp"
#include "printer/cups_queue.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace counter {

namespace fs = std::filesystem;
using printer::JobOutcome;
using printer::JobResult;

namespace {

constexpr int most_attempts_a_copy = 2; ///< of ids; a copy is tried once
constexpr int most_copies_a_job = 20;

printer::PrintOrder order_of(const PaperOrder& paper) {
    printer::PrintOrder order{paper.kind, paper.data};
    order.printing = paper.reprint ? printer::Printing::again : printer::Printing::first;
    return order;
}

} // namespace

core::Result<PaperResult> CupsBackend::print(const PaperOrder& paper,
                                             const std::function<void()>& begins) {
    const auto pages =
        renderer_.get().lay_out(order_of(paper), printer::sheet_medium(printer::SheetSize::a4));
    if (!pages) return pages.error();
    const std::string pdf = pages->pdf();
    begins();
    PaperResult result;
    result.job = printer::print_on_queue(queue_, pdf, paper.copies);
    if (result.job.outcome == JobOutcome::printed) result.printed_copies = paper.copies;
    return result;
}

std::unique_ptr<printer::PrinterConnection> ReceiptBackend::connect() const {
    constexpr std::chrono::milliseconds connect_limit{3'000};
    if (address_.kind == printer::AddressKind::network)
        return printer::open_network_connection(address_.name, address_.number, connect_limit);
    return printer::open_device_connection(address_.name, address_.number);
}

JobResult
ReceiptBackend::print_copy(const printer::Raster& raster, const PaperOrder& paper, int copy) {
    printer::RollPrint print;
    print.make = [&](bool, std::string_view job_id) {
        return printer::encode_job(raster, profile_, job_id);
    };
    print.open = [this] { return connect(); };
    print.profile = profile_;
    print.patience.attempts = 1; // the officer is there, and says whether to print again
    // The process makes ids differ from those of the run before, whose answer may still come.
    print.job_number =
        static_cast<unsigned>(getpid()) * 101 +
        (paper.number * most_copies_a_job + static_cast<unsigned>(copy)) * most_attempts_a_copy;
    return printer::print_whole(print);
}

core::Result<PaperResult> ReceiptBackend::print(const PaperOrder& paper,
                                                const std::function<void()>& begins) {
    const auto pages = renderer_.get().lay_out(
        order_of(paper), printer::roll_medium(profile_.width_dots, profile_.dots_per_mm));
    if (!pages) return pages.error();
    const printer::Raster raster = pages->raster(0);
    begins();
    PaperResult result;
    for (int copy = 0; copy < paper.copies; ++copy) {
        result.job = print_copy(raster, paper, copy);
        if (result.job.outcome != JobOutcome::printed) break;
        ++result.printed_copies;
    }
    return result;
}

std::optional<PrinterCondition> ReceiptBackend::poll() {
    const auto no_answer = condition_of(core::PrinterHealth::offline);
    try {
        const auto connection = connect();
        if (!profile_.real_time_status) return std::nullopt; // it is there; more it does not say
        const auto end = std::chrono::steady_clock::now() + printer::JobLimits{}.status;
        const auto left = [&] {
            return std::max(std::chrono::milliseconds{0},
                            std::chrono::ceil<std::chrono::milliseconds>(
                                end - std::chrono::steady_clock::now()));
        };
        std::string_view asking = printer::status_request;
        while (!asking.empty() && left().count() > 0)
            asking.remove_prefix(connection->send(asking, left()));
        printer::StatusReader reader;
        std::string answers;
        while (asking.empty() && left().count() > 0) {
            for (const auto& answer : reader.read(connection->receive(left()))) {
                if (answer.kind == printer::AnswerKind::real_time)
                    answers += static_cast<char>(answer.byte);
                if (answers.size() == static_cast<std::size_t>(printer::status_answers))
                    return condition_of(printer::health_of(printer::read_status(answers)));
            }
        }
        return no_answer;
    } catch (const printer::ConnectionLost&) {
        return condition_of(core::PrinterHealth::offline);
    }
}

core::Result<PaperResult> FolderBackend::print(const PaperOrder& paper,
                                               const std::function<void()>& begins) {
    const auto pages = renderer_.get().lay_out(order_of(paper), medium_);
    if (!pages) return pages.error();
    const std::string pdf = pages->pdf(paper.copies);
    fs::create_directories(folder_);
    begins();
    char number[16];
    std::snprintf(number, sizeof number, "%04d", next_number());
    const std::string name = std::string(number) + "-" + paper.kind;
    PaperResult result;
    try {
        for (std::size_t page = 0; page < pages->count(); ++page) {
            const std::string ending = page == 0 ? "" : "-" + std::to_string(page + 1);
            agent::replace_file(folder_ / (name + ending + ".png"), pages->png(page));
        }
        // Last: where it stands, the paper is whole.
        agent::replace_file(folder_ / (name + ".pdf"), pdf);
    } catch (const std::exception&) {
        result.job = {JobOutcome::failed, printer::Cause::printer_error};
        return result;
    }
    result.job.outcome = JobOutcome::printed;
    result.printed_copies = paper.copies;
    return result;
}

int FolderBackend::next_number() const {
    int last = 0;
    for (const auto& entry : fs::directory_iterator(folder_)) {
        const std::string name = entry.path().filename().string();
        int number = 0;
        std::from_chars(name.data(), name.data() + name.size(), number);
        last = std::max(last, number);
    }
    return last + 1;
}

std::optional<PrinterCondition> FolderBackend::poll() {
    std::error_code cannot;
    fs::create_directories(folder_, cannot);
    if (!cannot && access(folder_.c_str(), W_OK) == 0) return condition_of(core::PrinterHealth::ok);
    return PrinterCondition{core::PrinterHealth::error, "printer-folder-unwritable"};
}

std::unique_ptr<PrintBackend> open_backend(const printer::PrinterAddress& address,
                                           bool on_roll,
                                           const printer::PrinterProfile& profile) {
    switch (address.kind) {
    case printer::AddressKind::cups:
        return std::make_unique<CupsBackend>(address.name);
    case printer::AddressKind::network:
    case printer::AddressKind::device:
        return std::make_unique<ReceiptBackend>(address, profile);
    case printer::AddressKind::file:
        break;
    }
    return std::make_unique<FolderBackend>(
        address.name, on_roll ? printer::roll_medium(profile.width_dots, profile.dots_per_mm)
                              : printer::sheet_medium(printer::SheetSize::a4));
}

} // namespace counter
