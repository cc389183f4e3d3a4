#pragma once

#include "core/engine/ports/store.hpp"
#include "db/sqlite/books.hpp"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace db {

class Connection;

/// The one writer: a thread that commits all commands waiting in one transaction. Nothing waits
/// on purpose; a batch is what came while the last commit ran. Each command is atomic by itself:
/// when one fails that had written, the batch is undone and run again with a savepoint for each. So
/// a command may be run twice, and is answered after the batch is on disk. When the commit fails,
/// every command of the batch fails with it and nothing of it is stored.
class GroupCommit {
public:
    /// More commands than this do not wait: submit() throws, and the caller answers "busy".
    static constexpr std::size_t queue_limit = 10'000;

    /// A batch is closed at this size, so that its first command is not kept waiting.
    static constexpr std::size_t batch_limit = 512;

    /// The -wal file is emptied into the database when nobody writes for so long, or when it
    /// has grown beyond the limit even though somebody does.
    static constexpr std::chrono::milliseconds quiet_before_checkpoint{100};
    static constexpr std::size_t commits_between_checkpoints = 4'000;

    /// Work left by commits to one that does it for many: changes of counts, dossiers to be put
    /// into the search index. Readers look at them one by one, so there are never many more.
    static constexpr std::size_t postponed_counts_limit = 4'000;
    static constexpr std::int64_t postponed_words_limit = 400;

    /// Dossiers that the order of names is behind before an idle writer goes at it, and how many it
    /// then takes at a time: some 30 ms.
    static constexpr std::int64_t names_behind_limit = 1'000;
    static constexpr std::size_t names_at_a_time = 4'000;

    /// The connection must outlive the writer and belongs to its thread.
    explicit GroupCommit(Connection& connection);

    /// Before the first command.
    void listen(core::CommitListener listener) { listener_ = std::move(listener); }

    /// Any thread.
    core::WriterFigures figures();

    /// Finishes what is queued.
    ~GroupCommit();
    GroupCommit(const GroupCommit&) = delete;
    GroupCommit& operator=(const GroupCommit&) = delete;

    /// `alone`: a transaction of its own, for long work. Any thread.
    enum class Batch { grouped, alone };
    void submit(core::AgencyId agency,
                core::Command command,
                core::CommandDone done,
                Batch batch = Batch::grouped);

private:
    struct Waiting {
        core::AgencyId agency;
        core::Command command;
        core::CommandDone done;
        Batch batch;
    };

    struct Answer {
        core::CommandDone done;
        core::Result<void> result;
        std::exception_ptr failure;
    };

    void run();
    std::deque<Waiting> take_batch();
    void commit_batch(std::deque<Waiting> batch);
    Answer perform(Waiting& waiting);
    bool perform_all(std::deque<Waiting>& batch, std::vector<Answer>& answers);
    void perform_each(std::deque<Waiting>& batch, std::vector<Answer>& answers);
    bool commit_all(std::deque<Waiting>& batch, std::vector<Answer>& answers);
    void perform_alone(Waiting& waiting);
    SqliteBooks& books(core::AgencyId agency);
    void write_out(SqliteBooks::Gathered gathered);
    void catch_up();
    void tidy();
    void order_names();
    bool is_idle();
    void end_books();
    SqliteBooks::Gathered what_is_gathered() const;
    void tell_listener();
    void note_batch(std::size_t commands, bool failed);
    void checkpoint();

    Connection& connection_;
    core::CommitListener listener_;
    std::size_t commits_since_checkpoint_ = 1; // what an earlier process left is looked for
    std::size_t postponed_counts_ = 0;
    // Those of the transaction at hand have begun it.
    std::map<core::AgencyId, std::unique_ptr<SqliteBooks>> books_;

    // Guarded by mutex_.
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Waiting> queue_;
    core::WriterFigures figures_;
    bool stopping_ = false;

    std::thread thread_; // last: it starts when everything else is there
};

} // namespace db
