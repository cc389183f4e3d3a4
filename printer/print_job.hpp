#pragma once

#include "core/domain/enum_text.hpp"
#include "core/domain/message.hpp"
#include "printer/escpos.hpp"
#include "printer/printer_status.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace printer {

/// What became of a ticket.
enum class JobOutcome {
    printed, ///< the printer says so
    failed,  ///< surely not whole on paper: it may be printed again
    unknown  ///< nobody can tell but a person who looks
};

inline constexpr auto job_outcomes =
    core::enum_text<JobOutcome>("job_outcome",
                                {{JobOutcome::printed, "printed"},
                                 {JobOutcome::failed, "failed"},
                                 {JobOutcome::unknown, "unknown"}});

constexpr std::string_view to_text(JobOutcome outcome) { return job_outcomes.text(outcome); }

enum class Cause {
    none,
    no_connection,
    no_answer,
    paper_out,
    cover_open,
    offline,
    printer_error,
    connection_lost,
    stalled,
    contradiction ///< the printer says both that it printed and that it could not
};

struct JobResult {
    JobOutcome outcome = JobOutcome::unknown;
    Cause cause = Cause::none;
    bool paper_near_end = false;
    /// Some of the ticket has left for the printer: a piece of it may be on paper.
    bool reached_printer = false;
};

/// What happened and what to do, for whoever stands before the printer.
core::Message message_of(const JobResult& result);

/// Of the vocabulary `print_cause`: `paper_out`.
std::string_view to_text(Cause cause);

/// Why a printer in this state prints nothing; `none` when it does.
Cause cause_of(const PrinterStatus& status);

/// How long a job waits for what.
struct JobLimits {
    std::chrono::milliseconds status{1'500}; ///< for all answers to one asking
    std::chrono::milliseconds stall{5'000};  ///< the printer takes no bytes
    std::chrono::milliseconds checkpoint{8'000};
    std::chrono::milliseconds confirm{10'000}; ///< beside the time that printing takes
    std::chrono::milliseconds poll{1'000};     ///< between askings while it waits
    std::chrono::milliseconds clear{2'000};
};

/// One ticket's way through a printer, as a machine of states without I/O: it says what to send
/// and is told what came of it. Asks the status (once more behind the recovery: a printer that
/// waits for the rest of a picture takes the first asking for that), sends the ticket but for its
/// end, waits until that is processed, sends the end, waits for the confirmation, asks again.
/// The moment is passed in; it must not go backwards.
class PrintJob {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// `job_id` is the one that `job` was encoded with.
    PrintJob(EncodedJob job,
             const PrinterProfile& profile,
             std::string job_id,
             const JobLimits& limits,
             Time now);

    /// What goes to the printer next; empty when there is only waiting to do. Valid until the
    /// next call that is not const.
    std::string_view to_send() const;

    void sent(std::size_t bytes, Time now);
    void received(std::string_view bytes, Time now);

    /// The connection is gone, or there never was one.
    void lost(Cause cause);

    /// To be called when `deadline()` has passed; before it, it does nothing.
    void check_time(Time now);

    /// When something has to happen at the latest.
    Time deadline() const { return deadline_; }

    /// None while the job runs.
    const std::optional<JobResult>& result() const { return result_; }

private:
    enum class Step { asking, body, checkpoint, tail, confirming, clearing, verifying };

    void go(Step step, std::string_view to_send, Time deadline);
    void ask_again(Time now);
    void all_sent(Time now);
    void take(const PrinterAnswer& answer, Time now);
    void take_state(const PrinterStatus& state, Time now);
    void judge_stop(const PrinterStatus& state, Time now);
    void begin_confirming(Time now);
    void begin_verifying(Time now);
    void confirmed(Time now);
    void time_out(Time now);
    void finish(JobOutcome outcome, Cause cause);

    // Constant once made.
    const EncodedJob job_;
    const PrinterProfile profile_;
    const std::string job_id_;
    const JobLimits limits_;

    Step step_ = Step::asking;
    std::string outgoing_; ///< of this step
    std::size_t sent_ = 0; ///< of outgoing_
    Time deadline_;
    Time step_end_; ///< while polling: when the waiting itself ends
    StatusReader reader_;
    std::string status_bytes_; ///< answers to the last asking so far
    bool asked_ = false;       ///< an asking is under way
    Cause stopped_by_ = Cause::none;
    bool paper_near_end_ = false;
    bool reached_printer_ = false;
    bool recovery_tried_ = false;
    std::optional<JobResult> result_;
};

} // namespace printer
