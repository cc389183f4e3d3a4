#pragma once

#include "core/domain/dossier_life.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// Somebody's log-in. The token itself is with the client only.
struct LoginSession {
    std::string token_hash; // SHA-256, hexadecimal
    std::string login;
    Instant began_at;
    Instant ends_at;

    bool operator==(const LoginSession&) const = default;
};

/// The answer that a command got, to be given once more for the same Idempotency-Key.
struct IdempotencyRecord {
    std::string caller; // login or device: a key belongs to whoever chose it
    std::string key;
    std::string request_hash; // SHA-256 of method, path and body, hexadecimal
    int status = 0;
    std::string body;
    Instant at;
};

/// Answers are kept for a day: today's and yesterday's.
class IdempotencyTable {
public:
    virtual ~IdempotencyTable() = default;

    virtual std::optional<IdempotencyRecord>
    find(std::string_view caller, std::string_view key, Instant now) const = 0;
    virtual void keep(const IdempotencyRecord& answer) = 0;

    /// Forgets at most so many that are older than a day. Returns how many.
    virtual std::int64_t forget(Instant now, std::int64_t most) = 0;
};

class LoginSessionTable {
public:
    virtual ~LoginSessionTable() = default;

    virtual std::vector<LoginSession> all() const = 0;
    virtual void add(const LoginSession& session) = 0;
    virtual void end(std::string_view token_hash) = 0;
    virtual void end_all(std::string_view login) = 0;
    virtual void forget_ended(Instant now) = 0;
};

/// A dossier's scanned paper and where its bytes are.
struct StoredAttachment {
    Attachment attachment;
    std::int64_t content_id = 0;
    Instant added_at;
    std::string added_by;
};

/// Bytes are kept in pieces, so that no piece is long in anyone's way.
class AttachmentTable {
public:
    virtual ~AttachmentTable() = default;

    virtual std::vector<StoredAttachment> of(std::int64_t dossier_id) const = 0;
    virtual std::string piece(std::int64_t content_id, std::int64_t position) const = 0;

    /// All of them, with the dossier's code.
    virtual void
    each(const std::function<void(const std::string& dossier, const StoredAttachment&)>& visit)
        const = 0;

    /// A new content, not yet complete.
    virtual std::int64_t begin_content() = 0;
    virtual void
    add_piece(std::int64_t content_id, std::int64_t position, std::string_view bytes) = 0;

    /// Gives the dossier the content under the attachment's name; one of that name before it stays
    /// in the journal. The content that is used from now on: this one, or the same bytes kept
    /// before.
    virtual void attach(std::int64_t dossier_id, const StoredAttachment& attachment) = 0;

    /// What uploads that were cut off left. Returns how many contents.
    virtual std::int64_t remove_incomplete() = 0;
};

/// Phản ánh, kiến nghị, and what somebody thought of a visit.
struct Feedback {
    std::int64_t id = 0; // given by the store
    Instant at;
    std::string kind; // `complaint`, `suggestion`, `rating`
    int rating = 0;   // 1 to 5; 0 for none
    std::string ticket;
    std::string dossier;
    std::string text;
    std::string contact;
    std::optional<Instant> answered_at;
};

class FeedbackTable {
public:
    virtual ~FeedbackTable() = default;

    /// The latest first.
    virtual std::vector<Feedback> latest(std::size_t most) const = 0;
    virtual std::int64_t add(const Feedback& feedback) = 0;
};

} // namespace core
