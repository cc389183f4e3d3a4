#pragma once

#include "counter/print_backend.hpp"
#include "counter/work_thread.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <string>

namespace counter {

/// One printer with its queue: a job at a time, on a thread of its own.
class CounterPrinter {
public:
    /// More that wait are no work of one officer.
    static constexpr std::size_t longest_queue = 16;

    /// `changed` is called on the printer's thread with each condition that was found.
    CounterPrinter(std::string name,
                   std::unique_ptr<PrintBackend> backend,
                   std::function<void(const PrinterCondition&)> changed);

    const std::string& name() const { return name_; }

    /// What is told of a job; all on the printer's thread, and none may throw but `begins`, which
    /// keeps the job from beginning.
    struct Told {
        std::function<void()> begins;
        std::function<void(const PaperResult&)> ended;
        std::function<void(const core::Error&)> refused; ///< the data is not as it should be
        std::function<void()> broken;                    ///< nothing was sent
    };

    /// False when too much waits already. Any thread.
    bool print(PaperOrder paper, Told told);

    /// Asks the printer how it is when it has nothing else to do. Any thread.
    void poll();

private:
    void print_now(const PaperOrder& paper, const Told& told);
    void poll_now();

    std::string name_;
    std::unique_ptr<PrintBackend> backend_;
    std::function<void(const PrinterCondition&)> changed_;
    std::atomic<bool> polling_ = false;
    WorkThread thread_; // last: it uses all above
};

} // namespace counter
