#include "printer/print_job.hpp"

#include "core/domain/enum_text.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace printer {

namespace {

std::chrono::milliseconds printing_time(int rows, const PrinterProfile& profile) {
    const double seconds = rows / profile.dots_per_mm / profile.slowest_mm_per_s;
    return std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(seconds * 1000)));
}

// The vocabulary `print_cause`: in a sentence each says what is wrong and what to do.
constexpr auto causes = core::enum_text<Cause>("print_cause",
                                               {{Cause::none, "none"},
                                                {Cause::no_connection, "no_connection"},
                                                {Cause::no_answer, "no_answer"},
                                                {Cause::paper_out, "paper_out"},
                                                {Cause::cover_open, "cover_open"},
                                                {Cause::offline, "offline"},
                                                {Cause::printer_error, "printer_error"},
                                                {Cause::connection_lost, "connection_lost"},
                                                {Cause::stalled, "stalled"},
                                                {Cause::contradiction, "contradiction"}});

} // namespace

Cause cause_of(const PrinterStatus& status) {
    if (status.paper_end || status.stopped_by_paper_end) return Cause::paper_out;
    if (status.cover_open) return Cause::cover_open;
    if (status.error) return Cause::printer_error;
    if (status.offline) return Cause::offline;
    return Cause::none;
}

PrintJob::PrintJob(EncodedJob job,
                   const PrinterProfile& profile,
                   std::string job_id,
                   const JobLimits& limits,
                   Time now)
    : job_(std::move(job)), profile_(profile), job_id_(std::move(job_id)), limits_(limits),
      deadline_(now), step_end_(now) {
    if (profile_.real_time_status) {
        go(Step::asking, status_request, now + limits_.status);
        asked_ = true;
    } else {
        go(Step::body, job_.recovery + job_.body, now + limits_.stall);
    }
}

std::string_view PrintJob::to_send() const {
    if (result_) return {};
    return std::string_view(outgoing_).substr(sent_);
}

void PrintJob::go(Step step, std::string_view to_send, Time deadline) {
    step_ = step;
    outgoing_ = to_send;
    sent_ = 0;
    deadline_ = deadline;
    step_end_ = deadline;
    asked_ = false;
    status_bytes_.clear();
}

void PrintJob::sent(std::size_t bytes, Time now) {
    if (result_ || bytes == 0) return;
    sent_ += bytes;
    assert(sent_ <= outgoing_.size());
    const bool is_ticket = step_ == Step::body || step_ == Step::tail;
    if (is_ticket) {
        reached_printer_ = true;
        deadline_ = now + limits_.stall;
    }
    if (sent_ == outgoing_.size()) all_sent(now);
}

void PrintJob::all_sent(Time now) {
    if (step_ == Step::body) {
        if (profile_.checkpoint) {
            go(Step::checkpoint, checkpoint_request, now + limits_.poll);
            step_end_ = now + limits_.checkpoint + printing_time(job_.rows, profile_);
        } else {
            go(Step::tail, job_.tail + job_.confirm, now + limits_.stall);
        }
    } else if (step_ == Step::tail) {
        begin_confirming(now);
    } else {
        outgoing_.clear();
        sent_ = 0;
    }
}

void PrintJob::begin_confirming(Time now) {
    const auto printing = printing_time(job_.rows, profile_);
    switch (profile_.confirm) {
    case Confirmation::none:
        return finish(JobOutcome::unknown, Cause::no_answer);
    case Confirmation::status:
        return go(Step::confirming, {}, now + printing);
    case Confirmation::in_order:
    case Confirmation::process_id:
        go(Step::confirming, {}, now + limits_.poll);
        step_end_ = now + limits_.confirm + printing;
    }
}

void PrintJob::begin_verifying(Time now) {
    go(Step::verifying, status_request, now + limits_.status);
    asked_ = true;
}

void PrintJob::confirmed(Time now) {
    if (profile_.real_time_status) return begin_verifying(now);
    finish(JobOutcome::printed, Cause::none);
}

void PrintJob::received(std::string_view bytes, Time now) {
    for (const PrinterAnswer& answer : reader_.read(bytes)) {
        if (result_) return;
        take(answer, now);
    }
}

void PrintJob::take(const PrinterAnswer& answer, Time now) {
    const bool in_order = answer.kind == AnswerKind::in_order;
    if (answer.kind == AnswerKind::real_time && asked_) {
        status_bytes_ += static_cast<char>(answer.byte);
        if (status_bytes_.size() == static_cast<std::size_t>(status_answers)) {
            const PrinterStatus state = read_status(status_bytes_);
            status_bytes_.clear();
            asked_ = false;
            take_state(state, now);
        }
    } else if (in_order && step_ == Step::checkpoint && to_send().empty()) {
        go(Step::tail, job_.tail + job_.confirm, now + limits_.stall);
    } else if (step_ == Step::confirming) {
        const bool ours = answer.kind == AnswerKind::process_done && answer.id == job_id_;
        if ((profile_.confirm == Confirmation::process_id && ours) ||
            (profile_.confirm == Confirmation::in_order && in_order))
            confirmed(now);
    } else if (answer.kind == AnswerKind::cleared && step_ == Step::clearing) {
        // It stopped in the middle for want of paper and has now thrown away the rest.
        finish(JobOutcome::failed, stopped_by_);
    }
}

void PrintJob::take_state(const PrinterStatus& state, Time now) {
    paper_near_end_ = state.paper_near_end || state.paper_end;
    const Cause cause = cause_of(state);
    switch (step_) {
    case Step::asking:
        if (cause != Cause::none) return finish(JobOutcome::failed, cause);
        return go(Step::body, job_.recovery + job_.body, now + limits_.stall);
    case Step::checkpoint:
    case Step::confirming:
        return judge_stop(state, now);
    case Step::verifying: {
        // The roll may end with the ticket; a printer that stopped in its middle did not print it.
        const bool whole = profile_.confirm == Confirmation::process_id
                               ? !state.stopped_by_paper_end && !state.cover_open && !state.error
                               : state.is_ready();
        return whole ? finish(JobOutcome::printed, Cause::none)
                     : finish(JobOutcome::unknown, Cause::contradiction);
    }
    case Step::body:
    case Step::tail:
    case Step::clearing:
        return;
    }
}

void PrintJob::judge_stop(const PrinterStatus& state, Time now) {
    stopped_by_ = cause_of(state);
    if (stopped_by_ == Cause::none) return;
    // The end of the ticket is still here: what has gone out cannot be a whole one.
    if (step_ == Step::checkpoint) return finish(JobOutcome::failed, stopped_by_);
    if (state.stopped_by_paper_end && !profile_.clear.empty())
        go(Step::clearing, profile_.clear, now + limits_.clear);
}

void PrintJob::ask_again(Time now) {
    deadline_ = std::min(now + std::max(limits_.poll, limits_.status), step_end_);
    // What still waits to be sent goes first, or the checkpoint would never be asked for.
    if (!profile_.real_time_status || !to_send().empty()) return;
    status_bytes_.clear();
    asked_ = true;
    outgoing_ = status_request;
    sent_ = 0;
}

void PrintJob::check_time(Time now) {
    if (result_ || now < deadline_) return;
    time_out(now);
}

void PrintJob::time_out(Time now) {
    const Cause cause = stopped_by_ != Cause::none ? stopped_by_ : Cause::no_answer;
    switch (step_) {
    case Step::asking:
        if (recovery_tried_) return finish(JobOutcome::failed, Cause::no_answer);
        recovery_tried_ = true;
        go(Step::asking, job_.recovery + std::string(status_request), now + limits_.status);
        asked_ = true;
        return;
    case Step::body:
    case Step::tail:
        // Its last bytes are still here, so the cut and the last rows have not gone out.
        return finish(JobOutcome::failed, Cause::stalled);
    case Step::checkpoint:
        if (now < step_end_) return ask_again(now);
        return finish(JobOutcome::failed, cause);
    case Step::confirming:
        if (profile_.confirm == Confirmation::status) return begin_verifying(now);
        if (now < step_end_) return ask_again(now);
        return finish(JobOutcome::unknown, cause);
    case Step::clearing:
        return finish(JobOutcome::unknown, cause);
    case Step::verifying:
        // The job's own number came back; a processed command alone is not a print.
        return profile_.confirm == Confirmation::process_id
                   ? finish(JobOutcome::printed, Cause::none)
                   : finish(JobOutcome::unknown, Cause::no_answer);
    }
}

void PrintJob::lost(Cause cause) {
    if (result_) return;
    switch (step_) {
    case Step::asking:
    case Step::body:
    case Step::checkpoint:
    case Step::tail:
        return finish(JobOutcome::failed, cause);
    case Step::confirming:
    case Step::clearing:
        return finish(JobOutcome::unknown, cause);
    case Step::verifying:
        return profile_.confirm == Confirmation::process_id
                   ? finish(JobOutcome::printed, Cause::none)
                   : finish(JobOutcome::unknown, cause);
    }
}

void PrintJob::finish(JobOutcome outcome, Cause cause) {
    result_ = JobResult{outcome, cause, paper_near_end_, reached_printer_};
}

core::Message message_of(const JobResult& result) {
    const core::Term cause{"print_cause", std::string(causes.text(result.cause))};
    switch (result.outcome) {
    case JobOutcome::printed:
        return result.paper_near_end ? "print-done-paper-low" : "print-done";
    case JobOutcome::failed:
        return {result.reached_printer ? "print-failed-begun" : "print-failed", {{"cause", cause}}};
    case JobOutcome::unknown:
        return {"print-unknown", {{"cause", cause}}};
    }
    return {};
}

std::string_view to_text(Cause cause) { return causes.text(cause); }

} // namespace printer
