#include "counter/counter_printer.hpp"

#include <spdlog/spdlog.h>

#include <utility>

namespace counter {

CounterPrinter::CounterPrinter(std::string name,
                               std::unique_ptr<PrintBackend> backend,
                               std::function<void(const PrinterCondition&)> changed)
    : name_(std::move(name)), backend_(std::move(backend)), changed_(std::move(changed)),
      thread_(longest_queue) {}

bool CounterPrinter::print(PaperOrder paper, Told told) {
    return thread_.submit(
        [this, paper = std::move(paper), told = std::move(told)] { print_now(paper, told); });
}

void CounterPrinter::print_now(const PaperOrder& paper, const Told& told) {
    bool begun = false;
    try {
        const auto result = backend_->print(paper, [&] {
            told.begins();
            begun = true;
        });
        if (!result) return told.refused(result.error());
        changed_(condition_of(printer::health_of(result->job)));
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

void CounterPrinter::poll() {
    if (polling_.exchange(true)) return;
    if (!thread_.submit([this] { poll_now(); })) polling_ = false;
}

void CounterPrinter::poll_now() {
    polling_ = false;
    try {
        if (const auto condition = backend_->poll()) changed_(*condition);
    } catch (const std::exception& failure) {
        spdlog::error("printer {}: {}", name_, failure.what());
    }
}

} // namespace counter
