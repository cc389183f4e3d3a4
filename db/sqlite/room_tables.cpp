// The room's smaller tables in SQLite. Each belongs to one office and is small, or stays small
// because what is old is removed: log-ins that ended, answers kept for a day, uploads that were cut
// off. The bytes of attachments lie in pieces of a content, known by its SHA-256: the same scan
// handed in for several dossiers is kept once.

#include "db/sqlite/room_tables.hpp"

#include "core/domain/vietnamese_order.hpp"
#include "db/common/column.hpp"
#include "db/common/count_spans.hpp"
#include "db/error.hpp"
#include "db/sqlite/connection.hpp"

#include <algorithm>
#include <limits>
#include <span>

namespace db {

using core::Instant;

namespace {

std::int64_t seconds_in(Instant instant) { return instant.time_since_epoch().count(); }

core::FeedbackKind feedback_kind_in(std::int64_t feedback, std::string_view stored) {
    const auto kind = core::parse_feedback_kind(stored);
    if (!kind) throw_unknown_word({"place-feedback", {{"number", feedback}}}, stored);
    return *kind;
}

int day_key(Instant instant) {
    return static_cast<int>(span_key(Span::day, core::local_date(instant)));
}

} // namespace

std::vector<core::LoginSession> SqliteLoginSessions::all() const {
    std::vector<core::LoginSession> sessions;
    auto row = connection_.use("SELECT token_hash, login, began_at, ends_at FROM session WHERE "
                               "agency_id = ?");
    row->bind(1, agency_);
    while (row->step()) {
        sessions.push_back({row->column_string(0), row->column_string(1),
                            instant_of(row->column_int(2)), instant_of(row->column_int(3))});
    }
    return sessions;
}

void SqliteLoginSessions::add(const core::LoginSession& session) {
    auto row = connection_.use("INSERT INTO session (agency_id, token_hash, login, began_at, "
                               "ends_at) VALUES (?, ?, ?, ?, ?)");
    row->bind_all(agency_, session.token_hash, session.login, seconds_in(session.began_at),
                  seconds_in(session.ends_at));
    row->run();
}

void SqliteLoginSessions::end(std::string_view token_hash) {
    auto row = connection_.use("DELETE FROM session WHERE agency_id = ? AND token_hash = ?");
    row->bind_all(agency_, token_hash);
    row->run();
}

void SqliteLoginSessions::end_all(std::string_view login) {
    auto row = connection_.use("DELETE FROM session WHERE agency_id = ? AND login = ?");
    row->bind_all(agency_, login);
    row->run();
}

void SqliteLoginSessions::forget_ended(Instant now) {
    auto row = connection_.use("DELETE FROM session WHERE agency_id = ? AND ends_at <= ?");
    row->bind_all(agency_, seconds_in(now));
    row->run();
}

std::optional<core::IdempotencyRecord>
SqliteIdempotencyRecords::find(std::string_view caller, std::string_view key, Instant now) const {
    // Keys are behind their day, so that random ones do not spread over the whole table.
    for (const Instant day : {now, now - std::chrono::days{1}}) {
        auto row = connection_.use("SELECT request_hash, status, body, at FROM kept_answer WHERE "
                                   "agency_id = ? AND day = ? AND caller = ? AND key = ?");
        row->bind_all(agency_, day_key(day), caller, key);
        if (!row->step()) continue;
        core::IdempotencyRecord answer{std::string(caller),   std::string(key),
                                       row->column_string(0), static_cast<int>(row->column_int(1)),
                                       row->column_string(2), instant_of(row->column_int(3))};
        // The table knows days; a key is good for 24 hours.
        if (now - answer.at < std::chrono::days{1}) return answer;
    }
    return std::nullopt;
}

void SqliteIdempotencyRecords::keep(const core::IdempotencyRecord& answer) {
    // The first answer of a key stands: what comes later is the same request once more.
    auto row = connection_.use(
        "INSERT INTO kept_answer (agency_id, day, caller, key, request_hash, status, body, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (agency_id, day, caller, key) DO NOTHING");
    row->bind_all(agency_, day_key(answer.at), answer.caller, answer.key, answer.request_hash,
                  answer.status, answer.body, seconds_in(answer.at));
    row->run();
}

std::int64_t SqliteIdempotencyRecords::forget(Instant now, std::int64_t most) {
    // A few at a time: while they are deleted, every counter's change waits.
    auto row = connection_.use(
        "DELETE FROM kept_answer WHERE (agency_id, day, caller, key) IN (SELECT agency_id, day, "
        "caller, key FROM kept_answer WHERE agency_id = ? AND day < ? LIMIT ?)");
    row->bind_all(agency_, day_key(now - std::chrono::days{1}), most);
    row->run();
    return connection_.changes();
}

std::vector<core::StoredAttachment> SqliteAttachments::of(std::int64_t dossier_id) const {
    std::vector<core::StoredAttachment> attachments;
    auto row = connection_.use("SELECT name, type, content.bytes, sha256, content_id, added_at, "
                               "added_by FROM attachment JOIN content USING (content_id) WHERE "
                               "attachment.agency_id = ? AND dossier_id = ?");
    row->bind_all(agency_, dossier_id);
    while (row->step()) {
        attachments.push_back({{row->column_string(0), row->column_string(1), row->column_int(2),
                                row->column_string(3)},
                               row->column_int(4),
                               instant_of(row->column_int(5)),
                               row->column_string(6)});
    }
    std::ranges::sort(attachments, core::NameOrder(),
                      [](const auto& each) -> const std::string& { return each.attachment.name; });
    return attachments;
}

std::string SqliteAttachments::piece(std::int64_t content_id, std::int64_t position) const {
    auto row =
        connection_.use("SELECT content_piece.bytes FROM content_piece JOIN content USING "
                        "(content_id) WHERE agency_id = ? AND content_id = ? AND position = ?");
    row->bind_all(agency_, content_id, position);
    if (!row->step()) return {};
    const auto bytes = row->column_blob(0);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void SqliteAttachments::each(
    const std::function<void(const std::string&, const core::StoredAttachment&)>& visit) const {
    Statement row(connection_,
                  "SELECT dossier.code, name, type, content.bytes, sha256, content_id, added_at, "
                  "added_by FROM attachment JOIN content USING (content_id) JOIN dossier USING "
                  "(dossier_id) WHERE attachment.agency_id = ?");
    row.bind(1, agency_);
    while (row.step()) {
        visit(row.column_string(0), {{row.column_string(1), row.column_string(2), row.column_int(3),
                                      row.column_string(4)},
                                     row.column_int(5),
                                     instant_of(row.column_int(6)),
                                     row.column_string(7)});
    }
}

std::int64_t SqliteAttachments::begin_content() {
    // Without a hash until all of it has come: remove_incomplete() knows it by that.
    auto row = connection_.use("INSERT INTO content (agency_id) VALUES (?)");
    row->bind(1, agency_);
    row->run();
    return connection_.last_insert_id();
}

void SqliteAttachments::add_piece(std::int64_t content_id,
                                  std::int64_t position,
                                  std::string_view bytes) {
    auto row =
        connection_.use("INSERT INTO content_piece (content_id, position, bytes) VALUES (?, ?, ?)");
    row->bind_all(content_id, position, std::as_bytes(std::span(bytes)));
    row->run();
}

std::int64_t SqliteAttachments::complete(const core::StoredAttachment& attachment) {
    // The bytes came in under a content of their own, before anybody knew their hash.
    auto same =
        connection_.use("SELECT content_id FROM content WHERE agency_id = ? AND sha256 = ?");
    same->bind_all(agency_, attachment.attachment.sha256);
    if (same->step()) {
        const std::int64_t known = same->column_int(0);
        remove_content(attachment.content_id);
        return known;
    }
    auto row = connection_.use("UPDATE content SET sha256 = ?, bytes = ? WHERE content_id = ?");
    row->bind_all(attachment.attachment.sha256, attachment.attachment.bytes, attachment.content_id);
    row->run();
    return attachment.content_id;
}

void SqliteAttachments::attach(std::int64_t dossier_id, const core::StoredAttachment& attachment) {
    // A name is there once: handed in again, the paper takes the place of the former.
    const std::int64_t content = complete(attachment);
    auto row = connection_.use(
        "INSERT INTO attachment (agency_id, dossier_id, name, type, content_id, added_at, "
        "added_by) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (agency_id, dossier_id, name) DO "
        "UPDATE SET type = excluded.type, content_id = excluded.content_id, added_at = "
        "excluded.added_at, added_by = excluded.added_by");
    row->bind_all(agency_, dossier_id, attachment.attachment.name, attachment.attachment.type,
                  content, seconds_in(attachment.added_at), attachment.added_by);
    row->run();
}

void SqliteAttachments::remove_content(std::int64_t content_id) {
    auto pieces = connection_.use("DELETE FROM content_piece WHERE content_id = ?");
    pieces->bind(1, content_id);
    pieces->run();
    auto content = connection_.use("DELETE FROM content WHERE content_id = ?");
    content->bind(1, content_id);
    content->run();
}

std::int64_t SqliteAttachments::remove_incomplete() {
    // Collected first: a statement may not change the table that it still reads.
    std::vector<std::int64_t> left;
    {
        auto row =
            connection_.use("SELECT content_id FROM content WHERE agency_id = ? AND sha256 = ''");
        row->bind(1, agency_);
        while (row->step()) left.push_back(row->column_int(0));
    }
    for (const std::int64_t content : left) remove_content(content);
    return static_cast<std::int64_t>(left.size());
}

std::vector<core::Feedback> SqliteFeedback::latest(std::size_t most,
                                                   std::optional<std::int64_t> before) const {
    std::vector<core::Feedback> feedback;
    auto row = connection_.use("SELECT feedback_id, at, kind, rating, ticket, dossier, text, "
                               "contact, answered_at FROM feedback WHERE agency_id = ? AND "
                               "feedback_id < ? ORDER BY feedback_id DESC LIMIT ?");
    row->bind_all(agency_, before.value_or(std::numeric_limits<std::int64_t>::max()),
                  static_cast<std::int64_t>(most));
    while (row->step()) {
        feedback.push_back({row->column_int(0), instant_of(row->column_int(1)),
                            feedback_kind_in(row->column_int(0), row->column_text(2)),
                            static_cast<int>(row->column_int(3)), row->column_string(4),
                            row->column_string(5), row->column_string(6), row->column_string(7),
                            row->column_is_null(8)
                                ? std::nullopt
                                : std::optional(instant_of(row->column_int(8)))});
    }
    return feedback;
}

std::int64_t SqliteFeedback::count() const {
    auto row = connection_.use("SELECT count(*) FROM feedback WHERE agency_id = ?");
    row->bind(1, agency_);
    return row->step() ? row->column_int(0) : 0;
}

std::int64_t SqliteFeedback::add(const core::Feedback& feedback) {
    auto row = connection_.use("INSERT INTO feedback (agency_id, at, kind, rating, ticket, "
                               "dossier, text, contact) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    row->bind_all(agency_, seconds_in(feedback.at), to_text(feedback.kind), feedback.rating,
                  feedback.ticket, feedback.dossier, feedback.text, feedback.contact);
    row->run();
    return connection_.last_insert_id();
}

} // namespace db
