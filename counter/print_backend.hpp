#pragma once

#include "core/domain/result.hpp"
#include "counter/printer_condition.hpp"
#include "printer/printer_address.hpp"
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
class PrintBackend {
public:
    virtual ~PrintBackend() = default;

    /// Refuses data that is not as the form wants it. `begins` is called before anything goes to
    /// the printer; when it throws, nothing has. Throws std::runtime_error when something else
    /// than the printer is broken, before anything went out.
    virtual core::Result<PaperResult> print(const PaperOrder& paper,
                                            const std::function<void()>& begins) = 0;

    /// Asks the printer how it is; none when it cannot be asked.
    virtual std::optional<PrinterCondition> poll() = 0;
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
class CupsBackend final : public PrintBackend {
public:
    explicit CupsBackend(std::string queue) : queue_(std::move(queue)) {}

    core::Result<PaperResult> print(const PaperOrder& paper,
                                    const std::function<void()>& begins) override;

    std::optional<PrinterCondition> poll() override { return std::nullopt; }

private:
    std::string queue_;
    WarmRenderer renderer_;
};

/// A receipt printer, which confirms what is printed.
class ReceiptBackend final : public PrintBackend {
public:
    ReceiptBackend(printer::PrinterAddress address, printer::PrinterProfile profile)
        : address_(std::move(address)), profile_(std::move(profile)) {}

    core::Result<PaperResult> print(const PaperOrder& paper,
                                    const std::function<void()>& begins) override;
    std::optional<PrinterCondition> poll() override;

private:
    std::unique_ptr<printer::PrinterConnection> connect() const;
    printer::JobResult print_copy(const printer::Raster& raster, const PaperOrder& paper, int copy);

    printer::PrinterAddress address_;
    printer::PrinterProfile profile_;
    WarmRenderer renderer_;
};

/// A folder instead of a printer, for a demonstration: `0001-receipt.pdf` and its pages as PNG,
/// readable by their owner only.
class FolderBackend final : public PrintBackend {
public:
    FolderBackend(std::filesystem::path folder, printer::Medium medium)
        : folder_(std::move(folder)), medium_(std::move(medium)) {}

    core::Result<PaperResult> print(const PaperOrder& paper,
                                    const std::function<void()>& begins) override;
    std::optional<PrinterCondition> poll() override;

private:
    int next_number() const;

    std::filesystem::path folder_;
    printer::Medium medium_;
    WarmRenderer renderer_;
};

/// The backend of an address as configured.
std::unique_ptr<PrintBackend> open_backend(const printer::PrinterAddress& address,
                                           bool on_roll,
                                           const printer::PrinterProfile& profile);

} // namespace counter
