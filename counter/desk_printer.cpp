#include "counter/desk_printer.hpp"

#include <spdlog/spdlog.h>

#include <utility>

namespace counter {

DeskPrinter::DeskPrinter(std::string name,
                         std::unique_ptr<PaperOutlet> outlet,
                         std::function<void(const PrinterState&)> changed)
    : name_(std::move(name)), outlet_(std::move(outlet)), changed_(std::move(changed)),
      thread_(longest_queue) {}

bool DeskPrinter::print(Paper paper, Told told) {
    return thread_.submit(
        [this, paper = std::move(paper), told = std::move(told)] { print_now(paper, told); });
}

void DeskPrinter::print_now(const Paper& paper, const Told& told) {
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
        unknown.job = {printer::Outcome::unknown, printer::Cause::printer_error};
        told.ended(unknown);
    }
}

void DeskPrinter::look() {
    if (looking_.exchange(true)) return;
    if (!thread_.submit([this] { look_now(); })) looking_ = false;
}

void DeskPrinter::look_now() {
    looking_ = false;
    try {
        if (const auto state = outlet_->look()) changed_(*state);
    } catch (const std::exception& failure) {
        spdlog::error("printer {}: {}", name_, failure.what());
    }
}

} // namespace counter
