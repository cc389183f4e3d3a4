#pragma once

#include "core/engine/ports/store.hpp"
#include "db/sqlite/books_view.hpp"
#include "db/sqlite/count_ledger.hpp"

#include <optional>

namespace db {

/// Writes an office's books within the writer's transactions. The counts and the journal's end
/// are written once, by write_out(), before the commit. To be thrown away when a transaction was
/// not committed. Belongs to the writer's thread.
class SqliteBooks : public core::Books, public SqliteBooksView {
public:
    enum class Events { keep, forget };
    SqliteBooks(Connection& connection, core::AgencyId agency, Events events);

    /// The command at hand stands; or what it wrote is undone by the savepoint.
    void accept();
    void undo();

    /// A transaction began: another process may have written meanwhile. Once for each is enough.
    void begin();

    bool has_begun() const { return begun_; }

    /// Writes what was gathered, before the commit. `postpone` leaves to a later transaction what
    /// is cheaper for many; gives the changes left to it.
    enum class Gathered { write, postpone };
    std::size_t write_out(Gathered gathered);

    core::JournalHead journal_head() override;
    core::Agency agency() override;

    std::int64_t append(const core::NewEvent& event) override;
    void put_office(const core::Office& office) override;
    void mark_practice() override;
    void put_calendar(const core::CalendarDays& days) override;
    std::int64_t put_version(const core::ProcedureVersion& version) override;
    void put_user(const core::User& user) override;
    void put_device(const core::Device& device) override;
    bool add_dossier(const core::Dossier& dossier, std::int64_t event_seq) override;
    void update_dossier(const core::StoredDossier& before,
                        const core::Dossier& after,
                        std::int64_t event_seq) override;
    void count(const core::GroupKeys& keys,
               std::span<const core::FigureChange> changes,
               int sign) override;
    int code_number(core::Day day) override;
    void set_code_number(core::Day day, int number) override;

    core::TicketTable& write_tickets() override { return tickets_; }

    core::LoginSessionTable& write_login_sessions() override { return sessions_; }

    core::IdempotencyTable& write_idempotency_records() override { return answers_; }

    core::AttachmentTable& write_attachments() override { return attachments_; }

    core::FeedbackTable& write_feedback() override { return feedback_; }

    /// The events of the accepted commands, in order; empties the list.
    std::vector<core::Event> take_events();

    /// The transaction is committed.
    void end() { begun_ = false; }

    /// Counts are added to memory at once instead of at accept(): for a transaction of one
    /// command, whose counts would pile up.
    void count_at_once() { count_at_once_ = true; }

private:
    void index_version(const core::ProcedureVersion& version);
    void remove_version_words(std::int64_t version_id);

    CountLedger ledger_;
    core::JournalHead head_;          // as written so far
    core::JournalHead accepted_head_; // without the command at hand
    std::optional<core::Agency> agency_row_;
    std::vector<core::Event> events_; // of accepted commands, then of the one at hand
    std::size_t accepted_events_ = 0;
    bool begun_ = false;
    bool keep_events_ = false;
    bool count_at_once_ = false;
};

} // namespace db
