#include "db/sqlite/group_commit.hpp"

#include "db/error.hpp"
#include "db/sqlite/books.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/transaction.hpp"

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
            throw Busy("too many changes are waiting to be stored: try again in a moment");
        }
        queue_.push_back({agency, std::move(command), std::move(done), batch});
    }
    arrived_.notify_one();
}

void GroupCommit::run() {
    for (;;) {
        auto batch = take_batch();
        if (batch.empty()) return;
        if (batch.front().batch == Batch::alone) {
            perform_alone(batch.front());
        } else {
            commit_batch(std::move(batch));
        }
    }
}

std::deque<GroupCommit::Waiting> GroupCommit::take_batch() {
    std::unique_lock lock(mutex_);
    if (queue_.empty() && !stopping_) {
        lock.unlock();
        checkpoint_when_idle();
        lock.lock();
    }
    arrived_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
    std::deque<Waiting> batch;
    while (!queue_.empty() && batch.size() < batch_limit) {
        const bool alone = queue_.front().batch == Batch::alone;
        if (alone && !batch.empty()) break;
        batch.push_back(std::move(queue_.front()));
        queue_.pop_front();
        if (alone) break;
    }
    return batch;
}

SqliteBooks& GroupCommit::books(core::AgencyId agency) {
    const auto known = books_.find(agency);
    if (known != books_.end()) return *known->second;
    auto made = std::make_unique<SqliteBooks>(connection_, agency); // throws for an unknown office
    return *(books_[agency] = std::move(made));
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
    return {std::move(waiting.done), std::move(result), failure};
}

void GroupCommit::commit_batch(std::deque<Waiting> batch) {
    std::vector<Answer> answers;
    std::exception_ptr failure;
    try {
        Transaction transaction(connection_);
        for (Waiting& waiting : batch) {
            // A full disk may have ended the transaction under the command.
            if (!connection_.in_transaction())
                throw DiskFull("the disk is full: free some space; nothing was stored");
            answers.push_back(perform(waiting));
        }
        for (auto& [agency, writing] : books_) writing->write_out();
        transaction.commit();
    } catch (...) {
        failure = std::current_exception();
    }
    books_.clear();
    for (Answer& answer : answers)
        answer.done(std::move(answer.result), failure ? failure : answer.failure);
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
            writing.write_out();
            transaction.commit();
        }
    } catch (...) {
        failure = std::current_exception();
    }
    books_.clear();
    waiting.done(std::move(result), failure);
}

void GroupCommit::checkpoint_when_idle() {
    try {
        connection_.checkpoint(Checkpoint::passive);
    } catch (const Error&) {
        // The commits are safe in the -wal file; the next idle moment tries again.
    }
}

} // namespace db
