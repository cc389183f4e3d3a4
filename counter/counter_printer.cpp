#include "counter/counter_printer.hpp"

#include <spdlog/spdlog.h>

#include <utility>

namespace counter {

CounterPrinter::CounterPrinter(std::string name,
                               std::unique_ptr<PaperOutlet> outlet,
                               std::function<void(const PrinterState&)> changed)
    : name_(std::move(name)), outlet_(std::move(outlet)), changed_(std::move(changed)),
      thread_(longest_queue) {}

bool CounterPrinter::print(PaperOrder paper, Told told) {
    return thread_.submit(
        [this, paper = std::move(paper), told = std::move(told)] { print_now(paper, told); });
}

void CounterPrinter::print_now(const PaperOrder& paper, const Told& told) {
    bool begun = false;
    try {
        const auto result = outlet_->print(paper, [&] {
            told.begins();
            begun = true;
        });
        if (!result) return told.refused(result.error());
        changed_(state_of(result->job));
        told.ended(*result);
    } catch (const std::exception& failure) {
        spdlog::error("printer {}: {}", name_, failure.what());
        if (!begun) return told.broken();
        // Something may have gone out.
        PaperResult unknown;
        unknown.job = {printer::JobOutcome::unknown, printer::Cause::printer_error};
        told.ended(unknown);
    }
}

void CounterPrinter::look() {
    if (looking_.exchange(true)) return;
    if (!thread_.submit([this] { look_now(); })) looking_ = false;
}

void CounterPrinter::look_now() {
    looking_ = false;
    try {
        if (const auto state = outlet_->look()) changed_(*state);
    } catch (const std::exception& failure) {
        spdlog::error("printer {}: {}", name_, failure.what());
    }
}

} // namespace counter
