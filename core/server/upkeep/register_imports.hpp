#pragma once

#include "core/engine/import/import.hpp"
#include "core/engine/import/register_import_state.hpp"
#include "core/engine/ports/clock.hpp"
#include "core/engine/ports/store.hpp"
#include "core/server/http/post.hpp"
#include "core/server/http/workers.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace server {

/// The longest register that is taken over the network, and its rows: it is one change of the
/// books, and everybody else's wait while it is made, some seconds for so many. A longer one is for
/// `motcua-core import register`, while nobody works.
inline constexpr std::size_t register_body_limit = std::size_t{16} << 20;
inline constexpr std::int64_t most_register_rows = 50'000;

/// What of a bad file is kept: rows for the file of them, and problems for the answer; further ones
/// are counted.
inline constexpr std::size_t most_refused_rows = 10'000;
inline constexpr std::size_t most_register_problems = 500;

/// A register as it was sent.
struct SentRegister {
    std::string file_name; ///< as the journal names it
    std::string reason;
    std::optional<core::FieldRepair::Takes> takes; ///< of damaged fields; none: they are refused
    core::ActContext by;                           ///< who sent it
    std::string bytes;
};

/// How a register that was sent has fared.
struct RegisterReport {
    core::RegisterImportState state = core::RegisterImportState::none;
    std::optional<core::Instant> began_at;
    std::optional<core::Instant> ended_at;
    core::RegisterPreview preview;
    std::vector<core::FieldRepair::Count> repaired;
    std::vector<core::RowProblem> problems;
    std::int64_t problem_count = 0;
    bool can_be_repaired = false; ///< some of the problems have a likely reading
    bool can_be_kept = false;     ///< some of them are letters that may be meant
    std::vector<std::string> header;
    std::vector<core::RefusedRow> refused;
    std::optional<core::Message> failure;

    /// The file can be taken in.
    bool is_sound() const { return core::waits_for_word(state) && problem_count == 0; }
};

/// Takes in the registers that the administrator sends, one at a time: judges one on a thread of
/// its own, which keeps nobody waiting, and writes it once it is wanted, whole or not at all, by
/// the same rules as the command line. What it tells belongs to the network thread.
class RegisterImports {
public:
    /// All must outlive this, what `post` posts to included.
    RegisterImports(core::Store& store, core::AgencyId agency, const core::Clock& clock, Post post);

    /// Breaks off what is being done; what was being written is undone.
    ~RegisterImports();
    RegisterImports(const RegisterImports&) = delete;
    RegisterImports& operator=(const RegisterImports&) = delete;

    /// What was sent last, without its bytes once they are done with; none before.
    const std::shared_ptr<const SentRegister>& sent() const { return sent_; }

    /// Of what was sent last; empty without anything.
    const std::string& id() const { return id_; }

    /// Its bytes.
    std::int64_t size_bytes() const { return size_bytes_; }

    /// How it fares, as of now. Never null.
    const std::shared_ptr<const RegisterReport>& report() const { return report_; }

    /// How far the judging or the writing has come: rows, and bytes of the file.
    std::int64_t rows_done() const { return work_->rows; }

    std::int64_t bytes_done() const { return work_->bytes; }

    /// A name for the next one.
    std::string next_id();

    /// Judges it in place of the one before. Nothing happens while one is being written.
    void judge(std::string id, SentRegister sent);

    /// Writes the one of that id if it is sound and waits; else nothing happens.
    void import(const std::string& id, const core::ActContext& by, const std::string& reason);

    /// Forgets the one of that id unless it is being written or is in the books.
    void cancel(const std::string& id);

private:
    /// Shared by the network thread and the one that works.
    struct Work {
        std::atomic<bool> stopping{false};
        std::atomic<std::int64_t> rows{0};
        std::atomic<std::int64_t> bytes{0};
    };

    using WorkPtr = std::shared_ptr<Work>;

    void begin(core::RegisterImportState state);
    void drop_bytes();
    void end(const WorkPtr& work, RegisterReport report);
    /// On the thread; its report, or why there is none, comes back to the network thread.
    void run(std::function<RegisterReport(Work&)> job);
    RegisterReport judged(const SentRegister& sent, Work& work);
    RegisterReport imported(const SentRegister& sent,
                            const core::ActContext& by,
                            const std::string& reason,
                            Work& work);

    core::Store& store_;
    core::AgencyId agency_;
    const core::Clock& clock_;
    Post post_;
    std::string id_;
    int ids_ = 0;
    std::int64_t size_bytes_ = 0;
    std::shared_ptr<const SentRegister> sent_;
    std::shared_ptr<const RegisterReport> report_ = std::make_shared<RegisterReport>();
    WorkPtr work_ = std::make_shared<Work>();
    std::unique_ptr<Workers> thread_; // last: it uses all of the above
};

} // namespace server
