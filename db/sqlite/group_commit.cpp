// Group commit. A commit waits for the disk, whatever it holds: while one waits, commands gather in
// the queue, and the next commit takes all of them. So the batch is as large as the load asks for
// and nobody waits on purpose.
//
// A batch is first run without savepoints, since one each would make the search index write itself
// out for every command. When a command fails after it wrote, the whole batch is undone and run
// again with a savepoint each: commands may run twice and therefore only read, decide and write.
// Only after the commit are listeners told and commands answered, in the order they came.
//
// When nobody writes for a moment, what commits postponed is done and the -wal file is emptied into
// the database, so that a file at rest has neither. Then the order of names catches up, which may
// take its time and stops where somebody writes.

#include "db/sqlite/group_commit.hpp"

#include "db/error.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/name_order.hpp"
#include "db/sqlite/postponed_counts.hpp"
#include "db/sqlite/search_index.hpp"
#include "db/sqlite/transaction.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace db {

GroupCommit::GroupCommit(Connection& connection)
    : connection_(connection), thread_([this] { run(); }) {}

GroupCommit::~GroupCommit() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void GroupCommit::submit(core::AgencyId agency,
                         core::Command command,
                         core::CommandDone done,
                         Batch batch) {
    {
        const std::lock_guard lock(mutex_);
        if (queue_.size() >= queue_limit) {
            throw Busy("db-too-many-waiting");
        }
        queue_.push_back({agency, std::move(command), std::move(done), batch});
    }
    arrived_.notify_one();
}

void GroupCommit::run() {
    for (;;) {
        auto batch = take_batch();
        if (batch.empty()) return tidy();
        if (batch.front().batch == Batch::alone) {
            perform_alone(batch.front());
        } else {
            commit_batch(std::move(batch));
        }
    }
}

std::deque<GroupCommit::Waiting> GroupCommit::take_batch() {
    std::unique_lock lock(mutex_);
    const auto something = [&] { return stopping_ || !queue_.empty(); };
    // Only after something was committed is there anything to tidy: an idle writer sleeps.
    const bool quiet = commits_since_checkpoint_ > 0 &&
                       !arrived_.wait_for(lock, quiet_before_checkpoint, something);
    if (quiet || commits_since_checkpoint_ >= commits_between_checkpoints) {
        lock.unlock();
        if (quiet) {
            tidy();
            order_names();
        }
        checkpoint();
        lock.lock();
    }
    arrived_.wait(lock, something);
    std::deque<Waiting> batch;
    while (!queue_.empty() && batch.size() < batch_limit) {
        const bool alone = queue_.front().batch == Batch::alone;
        // Long work waits for what came before it, and what comes after waits for it.
        if (alone && !batch.empty()) break;
        batch.push_back(std::move(queue_.front()));
        queue_.pop_front();
        if (alone) break;
    }
    return batch;
}

SqliteBooks& GroupCommit::books(core::AgencyId agency) {
    const auto known = books_.find(agency);
    if (known != books_.end()) {
        known->second->begin();
        return *known->second;
    }
    using Events = SqliteBooks::Events;
    auto made = std::make_unique<SqliteBooks>( // throws for an unknown office
        connection_, agency, listener_ ? Events::keep : Events::forget);
    made->begin();
    return *(books_[agency] = std::move(made));
}

/// The end of a transaction that changed something.
void GroupCommit::write_out(SqliteBooks::Gathered gathered) {
    std::size_t postponed = 0;
    for (auto& [agency, writing] : books_) {
        if (writing->has_begun()) postponed += writing->write_out(gathered);
    }
    postponed_counts_ =
        gathered == SqliteBooks::Gathered::write ? 0 : postponed_counts_ + postponed;
    SearchIndex index(connection_);
    if (gathered == SqliteBooks::Gathered::write || index.waiting() >= postponed_words_limit)
        index.catch_up();
}

/// Does what commits left to be done, so that a file at rest has nothing postponed.
void GroupCommit::catch_up() {
    const auto agencies = agencies_with_postponed_counts(connection_);
    if (agencies.empty() && SearchIndex(connection_).waiting() <= 0) return;
    Transaction transaction(connection_);
    for (const std::int64_t agency : agencies) books(core::AgencyId{agency});
    write_out(SqliteBooks::Gathered::write);
    transaction.commit();
    end_books();
}

void GroupCommit::end_books() {
    for (auto& [agency, writing] : books_) writing->end();
}

SqliteBooks::Gathered GroupCommit::what_is_gathered() const {
    return postponed_counts_ >= postponed_counts_limit ? SqliteBooks::Gathered::write
                                                       : SqliteBooks::Gathered::postpone;
}

GroupCommit::Answer GroupCommit::perform(Waiting& waiting) {
    SqliteBooks* writing = nullptr;
    Savepoint savepoint(connection_);
    core::Result<void> result;
    std::exception_ptr failure;
    try {
        writing = &books(waiting.agency);
        result = waiting.command(*writing);
    } catch (...) {
        failure = std::current_exception();
    }
    if (result && !failure) {
        savepoint.release();
        writing->accept();
    } else if (writing) {
        writing->undo();
    }
    return {waiting.done, std::move(result), failure};
}

/// Runs the commands without a savepoint each, which would make the search index write itself out
/// for every one of them. False when one failed after it had written: then all must be undone.
bool GroupCommit::perform_all(std::deque<Waiting>& batch, std::vector<Answer>& answers) {
    for (Waiting& waiting : batch) {
        SqliteBooks* writing = nullptr;
        core::Result<void> result;
        std::exception_ptr failure;
        const auto changes = sqlite3_total_changes64(connection_.handle());
        try {
            writing = &books(waiting.agency);
            result = waiting.command(*writing);
        } catch (...) {
            failure = std::current_exception();
        }
        if (result && !failure) {
            writing->accept();
        } else if (!connection_.in_transaction() ||
                   sqlite3_total_changes64(connection_.handle()) != changes) {
            return false;
        } else if (writing) {
            // Refused before it wrote anything, as most refusals are: the others may stand.
            writing->undo();
        }
        answers.push_back({waiting.done, std::move(result), failure});
    }
    return true;
}

/// The same with a savepoint each: what one writes can be undone alone.
void GroupCommit::perform_each(std::deque<Waiting>& batch, std::vector<Answer>& answers) {
    for (Waiting& waiting : batch) {
        // A full disk may have ended the transaction under the command.
        if (!connection_.in_transaction()) throw DiskFull("db-disk-full-meanwhile");
        answers.push_back(perform(waiting));
    }
}

bool GroupCommit::commit_all(std::deque<Waiting>& batch, std::vector<Answer>& answers) {
    Transaction transaction(connection_);
    if (!perform_all(batch, answers)) return false;
    write_out(what_is_gathered());
    transaction.commit();
    return true;
}

void GroupCommit::commit_batch(std::deque<Waiting> batch) {
    std::vector<Answer> answers;
    std::exception_ptr failure;
    try {
        if (!commit_all(batch, answers)) {
            // What was gathered in memory belongs to the batch that was undone.
            books_.clear();
            answers.clear();
            Transaction transaction(connection_);
            perform_each(batch, answers);
            write_out(what_is_gathered());
            transaction.commit();
        }
    } catch (...) {
        failure = std::current_exception();
    }
    note_batch(batch.size(), failure != nullptr);
    // Listeners hear of what is on disk, before those who asked are answered: a page that is told
    // of its own change has seen it already.
    if (failure) {
        books_.clear();
    } else {
        tell_listener();
        end_books();
    }
    for (Answer& answer : answers)
        answer.done(std::move(answer.result), failure ? failure : answer.failure);
    // Those not reached when it broke.
    for (std::size_t i = answers.size(); i < batch.size(); ++i) batch[i].done({}, failure);
}

void GroupCommit::perform_alone(Waiting& waiting) {
    core::Result<void> result;
    std::exception_ptr failure;
    try {
        Transaction transaction(connection_);
        SqliteBooks& writing = books(waiting.agency);
        writing.count_at_once();
        result = waiting.command(writing);
        if (result) {
            writing.accept();
            write_out(SqliteBooks::Gathered::write);
            transaction.commit();
        }
    } catch (...) {
        failure = std::current_exception();
    }
    note_batch(1, failure != nullptr);
    if (result && !failure) tell_listener();
    books_.clear();
    waiting.done(std::move(result), failure);
}

void GroupCommit::tell_listener() {
    if (!listener_) return;
    for (auto& [agency, writing] : books_) {
        const auto events = writing->take_events();
        if (!events.empty()) listener_(agency, events);
    }
}

void GroupCommit::note_batch(std::size_t commands, bool failed) {
    ++commits_since_checkpoint_;
    const std::lock_guard lock(mutex_);
    ++figures_.commits;
    figures_.commands += commands;
    figures_.failures += failed ? 1 : 0;
    figures_.largest_batch = std::max(figures_.largest_batch, commands);
    for (std::size_t i = 0; i < core::batch_bounds.size(); ++i) {
        if (commands <= core::batch_bounds.at(i)) ++figures_.batches_up_to.at(i);
    }
}

core::WriterFigures GroupCommit::figures() {
    const std::lock_guard lock(mutex_);
    core::WriterFigures figures = figures_;
    figures.waiting = queue_.size();
    return figures;
}

void GroupCommit::tidy() {
    try {
        catch_up();
    } catch (const Error&) {
        // A full disk: what was postponed can be read as it is, and waits for the next commits.
        books_.clear();
    }
}

/// The order of names is dear to write and nobody waits for it: a piece at a time, as long as
/// nobody writes.
void GroupCommit::order_names() {
    try {
        NameOrder names(connection_);
        while (is_idle() && names.waiting() >= names_behind_limit) {
            Transaction transaction(connection_);
            names.catch_up(names_at_a_time);
            transaction.commit();
        }
    } catch (const Error&) {
        // As above: those that are not in it are looked at one by one.
    }
}

bool GroupCommit::is_idle() {
    const std::lock_guard lock(mutex_);
    return queue_.empty() && !stopping_;
}

void GroupCommit::checkpoint() {
    commits_since_checkpoint_ = 0;
    try {
        connection_.checkpoint(Checkpoint::passive);
    } catch (const Error&) {
        // The commits are safe in the -wal file; the next idle moment tries again.
    }
}

} // namespace db
