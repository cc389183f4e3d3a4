// Judging reads the books as they stand and writes nothing, so that the room goes on; a register
// may be long. Writing is one command of the store's writer, on whose thread the rows are stored: a
// register is in the books as a whole or not at all.

#include "core/server/upkeep/register_imports.hpp"

#include "core/domain/failure.hpp"
#include "core/server/reason_columns.hpp"
#include "core/server/table_file.hpp"

#include <spdlog/spdlog.h>

#include <sstream>
#include <stdexcept>
#include <utility>

namespace server {

namespace {

using State = core::RegisterImportState;
using Takes = core::FieldRepair::Takes;

constexpr std::size_t jobs_waiting = 4;

/// Nobody wants it any more.
class BrokenOff : public std::runtime_error {
public:
    BrokenOff() : std::runtime_error("broken off") {}
};

core::Message too_long() {
    return {"register-too-long-for-network", {{"rows", most_register_rows}}};
}

RegisterReport failed(core::Message why) {
    RegisterReport report;
    report.state = State::failed;
    report.failure = std::move(why);
    return report;
}

/// Gathers what is wrong with a file, within bounds.
core::ProblemList problems_into(RegisterReport& report) {
    return core::ProblemList(
        [&report](const core::RowProblem& problem) {
            report.can_be_repaired =
                report.can_be_repaired || problem.reason.code == "field-damaged-readably";
            const auto damage = core::damage_told(problem.reason);
            report.can_be_kept = report.can_be_kept || (damage && core::may_be_meant(*damage));
            if (report.problems.size() < most_register_problems) report.problems.push_back(problem);
        },
        core::ProblemList::no_limit);
}

core::RefusedRows refused_into(RegisterReport& report) {
    return {[&report](const std::vector<std::string>& names) { report.header = names; },
            [&report](core::RefusedRow row) {
                if (report.refused.size() < most_refused_rows)
                    report.refused.push_back(std::move(row));
            }};
}

} // namespace

RegisterImports::RegisterImports(core::Store& store,
                                 core::AgencyId agency,
                                 const core::Clock& clock,
                                 Post post)
    : store_(store), agency_(agency), clock_(clock), post_(std::move(post)),
      thread_(std::make_unique<Workers>(1, jobs_waiting)) {}

RegisterImports::~RegisterImports() { work_->stopping = true; }

std::string RegisterImports::next_id() {
    const auto now = clock_.now().time_since_epoch().count();
    return std::to_string(now) + "-" + std::to_string(++ids_);
}

void RegisterImports::begin(State state) {
    auto report = std::make_shared<RegisterReport>();
    report->state = state;
    report->began_at = clock_.now();
    report_ = std::move(report);
    work_->stopping = true; // of the one before
    work_ = std::make_shared<Work>();
}

/// On the network thread; what nobody waits for any more is dropped.
void RegisterImports::end(const WorkPtr& work, RegisterReport report) {
    if (work != work_ || work->stopping) return;
    report.began_at = report_->began_at;
    report.ended_at = clock_.now();
    report_ = std::make_shared<const RegisterReport>(std::move(report));
    if (!report_->is_sound()) drop_bytes();
}

void RegisterImports::drop_bytes() {
    sent_ = std::make_shared<const SentRegister>(
        SentRegister{sent_->file_name, sent_->reason, sent_->takes, sent_->by, {}});
}

void RegisterImports::judge(std::string id, SentRegister sent) {
    if (core::is_being_written(report_->state)) return;
    begin(State::judging);
    id_ = std::move(id);
    size_bytes_ = static_cast<std::int64_t>(sent.bytes.size());
    sent_ = std::make_shared<const SentRegister>(std::move(sent));
    run([this, of = sent_](Work& work) { return judged(*of, work); });
}

void RegisterImports::run(std::function<RegisterReport(Work&)> job) {
    const bool begun = thread_->submit([this, job = std::move(job), work = work_] {
        RegisterReport report;
        try {
            report = job(*work);
        } catch (const BrokenOff&) {
            return;
        } catch (const core::Failure& refusal) {
            spdlog::error("a register was not taken in: {}", refusal.what());
            report = failed(refusal.message());
        } catch (const std::exception& failure) {
            spdlog::error("a register was not taken in: {}", failure.what());
            report = failed({"register-import-failed", {{"reason", core::reason_of(failure)}}});
        }
        post_([this, work, report = std::move(report)]() mutable { end(work, std::move(report)); });
    });
    if (!begun) end(work_, failed("server-busy"));
}

RegisterReport RegisterImports::judged(const SentRegister& sent, Work& work) {
    RegisterReport report;
    std::istringstream input(sent.bytes);
    const auto file = open_table(input, sent.bytes);
    core::FieldRepair repair(sent.takes.value_or(Takes::reading));
    const core::ImportSource source{*file,
                                    sent.file_name,
                                    static_cast<std::int64_t>(sent.bytes.size()),
                                    sent.by,
                                    sent.reason,
                                    {},
                                    sent.takes ? &repair : nullptr,
                                    reason_columns()};
    auto problems = problems_into(report);
    const auto books = store_.read(agency_);
    const auto preview = core::preview_register(
        *books, source, problems,
        [&](std::int64_t bytes, std::int64_t) {
            if (work.stopping) throw BrokenOff();
            work.bytes = bytes;
            work.rows += core::register_progress_rows;
            if (work.rows > most_register_rows) throw core::Failure(too_long());
        },
        refused_into(report));
    if (!preview) return failed(preview.error().message);
    if (preview->summary.rows > most_register_rows) return failed(too_long());
    report.state = State::judged;
    report.preview = *preview;
    report.preview.summary.passed_sheets = file->passed_sheets();
    report.problem_count = problems.count();
    report.repaired = repair.counts();
    return report;
}

void RegisterImports::import(const std::string& id,
                             const core::ActContext& by,
                             const std::string& reason) {
    if (id != id_ || !report_->is_sound()) return;
    begin(State::importing);
    run([this, of = sent_, by, reason](Work& work) { return imported(*of, by, reason, work); });
}

RegisterReport RegisterImports::imported(const SentRegister& sent,
                                         const core::ActContext& by,
                                         const std::string& reason,
                                         Work& work) {
    RegisterReport report;
    std::istringstream input(sent.bytes);
    const auto file = open_table(input, sent.bytes);
    core::FieldRepair repair(sent.takes.value_or(Takes::reading));
    const core::ImportSource source{*file,
                                    sent.file_name,
                                    static_cast<std::int64_t>(sent.bytes.size()),
                                    by,
                                    reason.empty() ? sent.reason : reason,
                                    {},
                                    sent.takes ? &repair : nullptr,
                                    reason_columns()};
    auto problems = problems_into(report);
    const auto stored = store_.write_alone(agency_, [&](core::Books& books) -> core::Result<void> {
        auto summary =
            core::import_register(books, source, problems, [&](std::int64_t bytes, std::int64_t) {
                if (work.stopping) throw BrokenOff();
                work.bytes = bytes;
                work.rows += core::register_progress_rows;
            });
        if (!summary) return summary.error();
        report.preview.summary = std::move(summary).value();
        report.preview.summary.passed_sheets = file->passed_sheets();
        return {};
    });
    report.state = stored ? State::imported : State::failed;
    report.problem_count = problems.count();
    report.repaired = repair.counts();
    if (!stored) report.failure = stored.error().message;
    if (stored)
        spdlog::info("register imported: {} rows, {} added", report.preview.summary.rows,
                     report.preview.summary.added);
    return report;
}

void RegisterImports::cancel(const std::string& id) {
    if (id != id_ || core::is_taken_in(report_->state)) return;
    begin(State::cancelled);
    drop_bytes();
}

} // namespace server
