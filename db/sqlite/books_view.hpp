#pragma once

#include "core/engine/ports/store.hpp"
#include "db/sqlite/dossier_rows.hpp"
#include "db/sqlite/room_tables.hpp"
#include "db/sqlite/tickets.hpp"

namespace db {

class Connection;

/// Reads an office's books through a connection, whose open transaction makes the moment.
class SqliteBooksView : public virtual core::BooksView {
public:
    SqliteBooksView(Connection& connection, core::AgencyId agency);

    core::Agency agency() override;
    core::Office office() override;
    bool is_practice() override;
    core::CalendarDays calendar_days() override;
    std::vector<core::ProcedureVersion> procedure_versions() override;
    std::vector<core::User> users() override;
    std::vector<core::Device> devices() override;

    std::int64_t dossier_count() override;
    std::optional<core::StoredDossier> find_dossier(std::string_view code) override;
    std::vector<core::StoredDossier> find_dossiers_by_tail(std::string_view tail,
                                                           std::size_t limit) override;
    void each_dossier(Which which,
                      const std::function<bool(const core::StoredDossier&)>& visit) override;
    bool is_version_used(std::int64_t version_id) override;
    std::vector<core::StoredDossier> list_dossiers(const core::DossierQuery& query) override;
    std::int64_t count_dossiers(const core::DossierQuery& query, std::int64_t most) override;

    std::vector<core::OfficerCount> count_due(core::Instant from, core::Instant before) override;
    std::int64_t count_refused(core::Instant from, core::Instant before) override;

    const core::TicketTable& tickets() override { return tickets_; }

    const core::LoginSessionTable& login_sessions() override { return sessions_; }

    const core::IdempotencyTable& idempotency_records() override { return answers_; }

    const core::AttachmentTable& attachments() override { return attachments_; }

    const core::FeedbackTable& feedback() override { return feedback_; }

    core::JournalHead journal_head() override;
    std::optional<core::Event> event(std::int64_t seq) override;
    void each_event(std::int64_t from_seq,
                    const std::function<bool(const core::Event&)>& visit) override;

    std::vector<core::GroupCounts>
    count_groups(std::optional<core::GroupBy> by, core::Day first, core::Day last) override;
    std::vector<core::CountTable> count_tables() override;
    void each_count(const core::CountTable& table,
                    const std::function<void(const core::StoredCount&)>& visit) override;
    void each_late_count(const std::function<void(const core::StoredLateCount&)>& visit) override;
    std::map<core::Day, int> code_numbers() override;
    bool is_searchable(const core::StoredDossier& stored) override;
    bool is_searchable(const core::ProcedureVersion& version) override;
    std::vector<std::pair<std::string, std::string>> procedure_names(core::Day day) override;
    std::vector<core::ProcedureVersion> search_procedures(std::span<const std::string> words,
                                                          std::size_t limit) override;
    std::vector<core::StoredDossier> search_dossiers(std::span<const std::string> words,
                                                     std::size_t limit) override;
    std::vector<core::Message> damage() override;

protected:
    Connection& connection() { return connection_; }

    std::int64_t agency_number() const { return static_cast<std::int64_t>(agency_); }

    DossierRows& dossiers() { return dossiers_; }

    // Written by SqliteBooks only.
    SqliteTickets tickets_;
    SqliteLoginSessions sessions_;
    SqliteIdempotencyRecords answers_;
    SqliteAttachments attachments_;
    SqliteFeedback feedback_;

private:
    Connection& connection_;
    core::AgencyId agency_;
    DossierRows dossiers_;
};

} // namespace db
