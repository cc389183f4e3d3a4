#include "core/server/upkeep/maintenance.hpp"

#include "core/domain/failure.hpp"

#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <algorithm>
#include <stdexcept>

namespace server {

namespace {

constexpr std::size_t queue_limit = 4;

// Citizens at the desk come first.
constexpr int low_priority = 10;

void lower_priority() {
    // On Linux the calling thread's alone. Refused, it is only less polite.
    (void)::setpriority(PRIO_PROCESS, 0, low_priority);
}

class Stopping : public std::runtime_error {
public:
    Stopping() : std::runtime_error("the server stops") {}
};

std::optional<core::Instant> last_sound(const BackupSettings& settings) {
    if (settings.folder.empty()) return std::nullopt;
    try {
        for (const Backup& backup : list_backups(settings.folder)) {
            if (backup.ok) return backup.at;
        }
    } catch (const std::exception& failure) {
        spdlog::warn("the backups cannot be listed: {}", failure.what());
    }
    return std::nullopt;
}

/// The latest moment of that time of the day, up to now.
core::Instant last_due(std::chrono::minutes daily_at, core::Instant now) {
    const core::Day today = core::local_date(now);
    const core::Instant due = core::to_instant(core::LocalTime(today) + daily_at);
    return due <= now ? due : due - std::chrono::days{1};
}

} // namespace

std::optional<Backup> Maintenance::BackupState::last(const std::vector<Backup>& backups) const {
    if (ended_at && !running) {
        if (backups.empty() || backups.front().at < *began_at)
            return Backup{"", *began_at, 0, std::nullopt, false, verdict};
        return backups.front();
    }
    const auto verified = std::find_if(backups.begin(), backups.end(), [](const Backup& backup) {
        return backup.verified_at.has_value();
    });
    return verified == backups.end() ? std::nullopt : std::optional(*verified);
}

Maintenance::Maintenance(BackupSettings settings,
                         core::Store& store,
                         core::AgencyId agency,
                         const core::Clock& clock,
                         Post post)
    : settings_(std::move(settings)), store_(store), agency_(agency), clock_(clock),
      post_(std::move(post)) {
    backup_.last_success = last_sound(settings_);
    thread_ = std::make_unique<Workers>(1, queue_limit);
}

Maintenance::~Maintenance() { stopping_ = true; }

double Maintenance::verification_progress() const {
    constexpr double whole = 1'000.0;
    return permille_ / whole;
}

void Maintenance::throw_when_stopping() const {
    if (stopping_) throw Stopping();
}

void Maintenance::begin_backup() {
    if (backup_.running || settings_.folder.empty()) return;
    backup_.running = thread_->submit([this] { run_backup(); });
    if (backup_.running) backup_.began_at = clock_.now();
}

void Maintenance::run_backup() {
    lower_priority();
    std::optional<core::Instant> made_at;
    core::Message verdict;
    try {
        const Backup backup = make_backup(
            settings_, [this] { return clock_.now(); }, [this] { throw_when_stopping(); });
        if (backup.ok) made_at = backup.at;
        verdict = backup.verdict;
        spdlog::info("backup {}: {} bytes, {}", backup.name, backup.bytes,
                     backup.ok ? "sound" : "not sound");
    } catch (const Stopping&) {
        return;
    } catch (const core::Failure& refusal) {
        spdlog::error("the backup failed: {}", refusal.what());
        verdict = refusal.message();
    } catch (const std::exception& failure) {
        spdlog::error("the backup failed: {}", failure.what());
        verdict = {"backup-failed", {{"reason", core::reason_of(failure)}}};
    }
    post_([this, made_at, verdict, ended_at = clock_.now()] {
        backup_.running = false;
        backup_.ended_at = ended_at;
        backup_.ok = made_at.has_value();
        backup_.verdict = verdict;
        if (made_at) backup_.last_success = made_at;
    });
}

void Maintenance::begin_verification() {
    if (verification_.running) return;
    permille_ = 0;
    verification_.running = thread_->submit([this] { run_verification(); });
    if (verification_.running) verification_.started_at = clock_.now();
}

void Maintenance::run_verification() {
    lower_priority();
    VerificationState found;
    try {
        const auto books = store_.read(agency_);
        found.summary = core::verify_books(
            *books,
            [&](const core::Finding& finding) {
                if (found.problems.size() < most_problems) found.problems.push_back(finding);
            },
            [this](std::int64_t done, std::int64_t total) {
                throw_when_stopping();
                constexpr std::int64_t whole = 1'000;
                permille_ = total > 0 ? static_cast<int>(done * whole / total) : 0;
            });
        found.ok = found.summary.findings == 0;
        spdlog::info("verification: {} findings in {} events", found.summary.findings,
                     found.summary.events);
    } catch (const Stopping&) {
        return;
    } catch (const std::exception& failure) {
        spdlog::error("the verification failed: {}", failure.what());
        found.failure = {"verification-failed", {{"reason", core::reason_of(failure)}}};
    }
    post_([this, found = std::move(found), ended_at = clock_.now()]() mutable {
        found.started_at = verification_.started_at;
        found.at = ended_at;
        verification_ = std::move(found);
    });
}

void Maintenance::look_at_the_clock() {
    if (settings_.folder.empty() || !settings_.daily_at || backup_.running) return;
    const core::Instant now = clock_.now();
    const core::Instant due = last_due(*settings_.daily_at, now);
    if (backup_.last_success && *backup_.last_success >= due) return;
    if (backup_.began_at && *backup_.began_at >= due && now - *backup_.began_at < retry_after)
        return;
    begin_backup();
}

} // namespace server
