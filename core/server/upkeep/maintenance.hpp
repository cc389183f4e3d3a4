#pragma once

#include "core/engine/ports/clock.hpp"
#include "core/engine/ports/store.hpp"
#include "core/engine/verification/verification.hpp"
#include "core/server/http/post.hpp"
#include "core/server/http/workers.hpp"
#include "core/server/upkeep/backups.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace server {

/// Makes backups and verifies the books beside the server's work, one after the other on a thread
/// of its own with a low priority. What it tells belongs to the network thread.
class Maintenance {
public:
    /// After a backup that failed, the day's is tried again then.
    static constexpr std::chrono::minutes retry_after{30};

    /// Findings of a verification that are kept; further ones are counted.
    static constexpr std::size_t most_problems = 200;

    struct BackupState {
        bool running = false;
        std::optional<core::Instant> began_at; ///< of the last attempt since the start
        std::optional<core::Instant> ended_at;
        bool ok = false;       ///< of the last one that ended
        core::Message verdict; ///< of its verification, or why there is no backup
        std::optional<core::Instant> last_success; ///< when the last sound backup was made

        /// The last attempt that ended, also one that left no file; without one the last that was
        /// verified, of `backups`, those in the folder, the latest first.
        std::optional<Backup> last(const std::vector<Backup>& backups) const;
    };

    struct VerificationState {
        bool running = false;
        std::optional<core::Instant> started_at;
        std::optional<core::Instant> at; ///< the end of the last one
        bool ok = false;
        std::optional<core::Message> failure; ///< why there is no result
        core::VerifySummary summary;
        std::vector<core::Finding> problems;
    };

    /// All must outlive this, what `post` posts to included.
    Maintenance(BackupSettings settings,
                core::Store& store,
                core::AgencyId agency,
                const core::Clock& clock,
                Post post);

    /// Breaks off what is being done: it is not needed any more.
    ~Maintenance();
    Maintenance(const Maintenance&) = delete;
    Maintenance& operator=(const Maintenance&) = delete;

    const BackupSettings& settings() const { return settings_; }

    const BackupState& backup() const { return backup_; }

    const VerificationState& verification() const { return verification_; }

    /// How far the verification has come, 0 to 1.
    double verification_progress() const;

    /// Begins one unless one is being made or waits.
    void begin_backup();
    void begin_verification();

    /// Begins the day's backup once its time has come; also one that was missed.
    void look_at_the_clock();

private:
    void run_backup();
    void run_verification();
    void throw_when_stopping() const;

    BackupSettings settings_;
    core::Store& store_;
    core::AgencyId agency_;
    const core::Clock& clock_;
    Post post_;
    BackupState backup_;
    VerificationState verification_;
    std::atomic<int> permille_{0};
    std::atomic<bool> stopping_{false};
    std::unique_ptr<Workers> thread_; // last: it uses all of the above
};

} // namespace server
