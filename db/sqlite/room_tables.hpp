#pragma once

#include "core/engine/ports/attachment_table.hpp"
#include "core/engine/ports/feedback_table.hpp"
#include "core/engine/ports/idempotency_table.hpp"
#include "core/engine/ports/login_session_table.hpp"

namespace db {

class Connection;

// The smaller tables of the room, each of one office.

class SqliteLoginSessions : public core::LoginSessionTable {
public:
    SqliteLoginSessions(Connection& connection, std::int64_t agency)
        : connection_(connection), agency_(agency) {}

    std::vector<core::LoginSession> all() const override;
    void add(const core::LoginSession& session) override;
    void end(std::string_view token_hash) override;
    void end_all(std::string_view login) override;
    void forget_ended(core::Instant now) override;

private:
    Connection& connection_;
    std::int64_t agency_;
};

class SqliteIdempotencyRecords : public core::IdempotencyTable {
public:
    SqliteIdempotencyRecords(Connection& connection, std::int64_t agency)
        : connection_(connection), agency_(agency) {}

    std::optional<core::IdempotencyRecord>
    find(std::string_view caller, std::string_view key, core::Instant now) const override;
    void keep(const core::IdempotencyRecord& answer) override;
    std::int64_t forget(core::Instant now, std::int64_t most) override;

private:
    Connection& connection_;
    std::int64_t agency_;
};

class SqliteAttachments : public core::AttachmentTable {
public:
    SqliteAttachments(Connection& connection, std::int64_t agency)
        : connection_(connection), agency_(agency) {}

    std::vector<core::StoredAttachment> of(std::int64_t dossier_id) const override;
    std::string piece(std::int64_t content_id, std::int64_t position) const override;
    void each(const std::function<void(const std::string&, const core::StoredAttachment&)>& visit)
        const override;
    std::int64_t begin_content() override;
    void add_piece(std::int64_t content_id, std::int64_t position, std::string_view bytes) override;
    void attach(std::int64_t dossier_id, const core::StoredAttachment& attachment) override;
    std::int64_t remove_incomplete() override;

private:
    std::int64_t complete(const core::StoredAttachment& attachment);
    void remove_content(std::int64_t content_id);

    Connection& connection_;
    std::int64_t agency_;
};

class SqliteFeedback : public core::FeedbackTable {
public:
    SqliteFeedback(Connection& connection, std::int64_t agency)
        : connection_(connection), agency_(agency) {}

    std::vector<core::Feedback> latest(std::size_t most,
                                       std::optional<std::int64_t> before) const override;
    std::int64_t count() const override;
    std::int64_t add(const core::Feedback& feedback) override;

private:
    Connection& connection_;
    std::int64_t agency_;
};

} // namespace db
