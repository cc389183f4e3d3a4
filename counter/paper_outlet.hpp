#pragma once

#include "core/domain/result.hpp"
#include "counter/printer_state.hpp"
#include "printer/printer_port.hpp"
#include "printer/printer_profile.hpp"
#include "printer/renderer.hpp"
#include "printer/run_job.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace counter {

/// One paper to be printed, with its data as the core gave it.
struct PaperOrder {
    std::string kind;
    std::string data; ///< JSON
    int copies = 1;   ///< that are wanted still
    bool reprint = false;
    unsigned number = 0; ///< of the job: makes ids differ that a printer confirms by
};

/// What became of it.
struct PaperResult {
    printer::JobResult job;
    int printed_copies = 0; ///< surely whole on paper
};

/// Where one printer's papers come out. Belongs to one thread; print() blocks.
class PaperOutlet {
public:
    virtual ~PaperOutlet() = default;

    /// Refuses data that is not as the form wants it. `begins` is called before anything goes to
    /// the printer; when it throws, nothing has. Throws std::runtime_error when something else
    /// than the printer is broken, before anything went out.
    virtual core::Result<PaperResult> print(const PaperOrder& paper,
                                            const std::function<void()>& begins) = 0;

    /// Asks the printer how it is; none when it cannot be asked.
    virtual std::optional<PrinterState> look() = 0;
};

/// Forms and fonts, made at the first use on the thread that uses them.
class WarmRenderer {
public:
    printer::Renderer& get() {
        if (!renderer_) renderer_.emplace();
        return *renderer_;
    }

private:
    std::optional<printer::Renderer> renderer_;
};

/// A4 sheets as PDF through a queue of CUPS.
class QueueOutlet final : public PaperOutlet {
public:
    explicit QueueOutlet(std::string queue) : queue_(std::move(queue)) {}

    core::Result<PaperResult> print(const PaperOrder& paper,
                                    const std::function<void()>& begins) override;

    std::optional<PrinterState> look() override { return std::nullopt; }

private:
    std::string queue_;
    WarmRenderer renderer_;
};

/// A receipt printer, which confirms what is printed.
class ReceiptOutlet final : public PaperOutlet {
public:
    ReceiptOutlet(printer::PrinterPort port, printer::PrinterProfile profile)
        : port_(std::move(port)), profile_(std::move(profile)) {}

    core::Result<PaperResult> print(const PaperOrder& paper,
                                    const std::function<void()>& begins) override;
    std::optional<PrinterState> look() override;

private:
    std::unique_ptr<printer::PrinterLink> open() const;
    printer::JobResult print_copy(const printer::Raster& raster, const PaperOrder& paper, int copy);

    printer::PrinterPort port_;
    printer::PrinterProfile profile_;
    WarmRenderer renderer_;
};

/// A folder instead of a printer, for a demonstration: `0001-receipt.pdf` and its pages as PNG,
/// readable by their owner only.
class FolderOutlet final : public PaperOutlet {
public:
    FolderOutlet(std::filesystem::path folder, printer::Medium paper)
        : folder_(std::move(folder)), paper_(std::move(paper)) {}

    core::Result<PaperResult> print(const PaperOrder& paper,
                                    const std::function<void()>& begins) override;
    std::optional<PrinterState> look() override;

private:
    int next_number() const;

    std::filesystem::path folder_;
    printer::Medium paper_;
    WarmRenderer renderer_;
};

/// The outlet of a port as configured.
std::unique_ptr<PaperOutlet>
open_outlet(const printer::PrinterPort& port, bool on_roll, const printer::PrinterProfile& profile);

} // namespace counter
