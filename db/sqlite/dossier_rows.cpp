#include "db/sqlite/dossier_rows.hpp"

#include "core/domain/text.hpp"
#include "core/engine/journal/payload.hpp"
#include "db/error.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/search_index.hpp"

#include <limits>
#include <string>

namespace db {

using core::Dossier;
using core::Instant;
using core::StoredDossier;

namespace {

constexpr std::string_view columns =
    "dossier_id, dossier.code, procedure_version.code, dossier.version_id, state, channel, "
    "officer, applicant_name, applicant_id, phone, address, submitted_at, received_at, due_at, "
    "appointment, closed_at, dossier.decision, outcome, returned_at, return_channel, "
    "dossier.linked_agencies, linked_since, digitised_at, dossier.fee_vnd, paid_vnd, step, "
    "assignee, last_act_at, version, clock_changes, hand_overs, first_event, last_event, "
    "email, papers, ticket FROM dossier JOIN procedure_version USING (version_id) ";

enum Column : int {
    dossier_id,
    code,
    procedure_code,
    version_id,
    state,
    channel,
    officer,
    applicant_name,
    applicant_id,
    phone,
    address,
    submitted_at,
    received_at,
    due_at,
    appointment,
    closed_at,
    decision,
    outcome,
    returned_at,
    return_channel,
    linked_agencies,
    linked_since,
    digitised_at,
    fee_vnd,
    paid_vnd,
    step,
    assignee,
    last_act_at,
    version,
    clock_changes,
    hand_overs,
    first_event,
    last_event,
    email,
    papers,
    ticket
};

/// As the index dossier_rare says it, word for word: SQLite takes a partial index for no less.
constexpr std::string_view is_rare =
    "state IN ('submitted', 'suspended', 'refused', 'withdrawn', 'stopped')";

std::string select(std::string_view condition) {
    return "SELECT " + std::string(columns) + std::string(condition);
}

std::optional<Instant> optional_instant(const Statement& row, int column) {
    if (row.column_is_null(column)) return std::nullopt;
    return instant_of(row.column_int(column));
}

template <typename Parse>
auto word(const Statement& row, int column, Parse parse) {
    const auto value = parse(row.column_text(column));
    if (!value) {
        throw Damaged("the row of dossier " + row.column_string(code) +
                      " holds the unknown word \"" + row.column_string(column) +
                      "\": run motcua-core verify and restore a backup");
    }
    return *value;
}

template <typename Parse>
auto optional_word(const Statement& row, int column, Parse parse)
    -> decltype(parse(std::string_view())) {
    if (row.column_is_null(column)) return std::nullopt;
    return word(row, column, parse);
}

Dossier read_row(const Statement& row) {
    Dossier d;
    d.code = row.column_string(code);
    d.procedure_code = row.column_string(procedure_code);
    d.procedure_version = row.column_int(version_id);
    d.state = word(row, state, core::parse_dossier_state);
    d.channel = word(row, channel, core::parse_channel);
    d.officer = row.column_string(officer);
    d.applicant = {row.column_string(applicant_name), row.column_string(applicant_id),
                   row.column_string(phone), row.column_string(address), row.column_string(email)};
    d.papers = core::payload::read_papers(row.column_text(papers));
    d.ticket = row.column_string(ticket);
    d.submitted_at = optional_instant(row, submitted_at);
    d.received_at = optional_instant(row, received_at);
    d.appointment = optional_instant(row, appointment);
    d.closed_at = optional_instant(row, closed_at);
    d.decision = optional_word(row, decision, core::parse_decision);
    d.outcome = optional_word(row, outcome, core::parse_outcome);
    d.returned_at = optional_instant(row, returned_at);
    d.return_channel = optional_word(row, return_channel, core::parse_channel);
    d.linked_agencies = split_stored_list(row.column_text(linked_agencies));
    d.linked_since = optional_instant(row, linked_since);
    d.digitised_at = optional_instant(row, digitised_at);
    d.fee_vnd = row.column_int(fee_vnd);
    d.paid_vnd = row.column_int(paid_vnd);
    d.step = static_cast<int>(row.column_int(step));
    d.assignee = row.column_string(assignee);
    d.last_act_at = instant_of(row.column_int(last_act_at));
    d.version = static_cast<int>(row.column_int(version));
    if (d.received_at && row.column_int(clock_changes) == 0)
        d.clock = {{*d.received_at, true, optional_instant(row, due_at)}};
    return d;
}

/// A clock that ran from receipt to now is told by the row alone.
std::size_t stored_clock_changes(const Dossier& dossier) {
    return dossier.clock.size() == 1 ? 0 : dossier.clock.size();
}

template <typename Value>
std::optional<std::string_view> text_of(const std::optional<Value>& value) {
    if (!value) return std::nullopt;
    return to_text(*value);
}

/// Binds parameters 1 to 29: all that the first insert and later updates write alike.
void bind_state(Statement& row,
                const Dossier& d,
                const std::string& linked,
                std::int64_t event_seq) {
    row.bind_all(d.procedure_version, to_text(d.state), to_text(d.channel), d.officer,
                 d.applicant.name, d.applicant.id_number, d.applicant.phone, d.applicant.address,
                 seconds_of(d.submitted_at), seconds_of(d.received_at), seconds_of(d.due_at()),
                 seconds_of(d.appointment), seconds_of(d.closed_at), text_of(d.decision),
                 text_of(d.outcome), seconds_of(d.returned_at), text_of(d.return_channel), linked,
                 seconds_of(d.linked_since), seconds_of(d.digitised_at), d.fee_vnd, d.paid_vnd,
                 d.step, d.assignee, d.last_act_at.time_since_epoch().count(), d.version,
                 static_cast<std::int64_t>(stored_clock_changes(d)),
                 static_cast<std::int64_t>(d.hand_overs.size()), event_seq);
}

} // namespace

std::string join_list(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "" : ";") + item;
    return text;
}

std::vector<std::string> split_stored_list(std::string_view text) {
    if (text.empty()) return {};
    return core::split_list(text, ';');
}

std::optional<std::int64_t> seconds_of(const std::optional<Instant>& instant) {
    if (!instant) return std::nullopt;
    return instant->time_since_epoch().count();
}

Instant instant_of(std::int64_t seconds) { return Instant{std::chrono::seconds{seconds}}; }

std::optional<StoredDossier> DossierRows::find(std::string_view wanted) {
    static const std::string sql = select("WHERE dossier.agency_id = ? AND dossier.code = ?");
    auto row = connection_.use(sql);
    row->bind_all(agency_, wanted);
    if (!row->step()) return std::nullopt;
    return read_stored(*row);
}

std::optional<StoredDossier> DossierRows::find(std::int64_t id) {
    auto row = connection_.use("SELECT code FROM dossier WHERE dossier_id = ? AND agency_id = ?");
    row->bind_all(id, agency_);
    if (!row->step()) return std::nullopt;
    return find(row->column_text(0));
}

void DossierRows::each(core::BooksView::Which which,
                       const std::function<bool(const StoredDossier&)>& visit) {
    // Without the hint a full read may go through the index of codes, in another order.
    const std::string sql =
        which == core::BooksView::Which::open
            ? select("WHERE dossier.agency_id = ? AND closed_at IS NULL ORDER BY dossier_id")
            : select("WHERE dossier.agency_id = ? ORDER BY dossier_id");
    Statement row(connection_, sql);
    row.bind(1, agency_);
    while (row.step()) {
        if (!visit(read_stored(row))) return;
    }
}

std::vector<StoredDossier> DossierRows::list(const core::DossierQuery& query) {
    using Standing = core::DossierQuery::Standing;
    std::string condition = "WHERE dossier.agency_id = ?1";
    if (query.standing == Standing::open)
        condition += " AND closed_at IS NULL AND received_at IS NOT NULL";
    if (query.standing == Standing::to_return) condition += " AND state = 'resolved'";
    if (query.state) {
        // Written out, so that the partial indexes serve it.
        condition += " AND state = '" + std::string(to_text(*query.state)) + "'";
        using enum core::DossierState;
        if (*query.state == in_progress || *query.state == suspended || *query.state == submitted)
            condition += " AND closed_at IS NULL";
        else if (*query.state == refused || *query.state == withdrawn || *query.state == stopped)
            condition += " AND " + std::string(is_rare);
    }
    if (query.due_from || query.due_before)
        condition += " AND closed_at IS NULL AND due_at >= ?2 AND due_at < ?3";
    if (!query.assignee.empty()) condition += " AND assignee = ?4";
    if (!query.officer.empty()) condition += " AND officer = ?5";
    if (!query.procedure_code.empty()) condition += " AND procedure_version.code = ?6";
    if (!query.ticket.empty()) condition += " AND ticket <> '' AND ticket = ?7";
    switch (query.standing) {
    case Standing::open:
        condition += " ORDER BY due_at IS NULL, due_at, dossier_id";
        break;
    case Standing::to_return:
        condition += " ORDER BY closed_at, dossier_id";
        break;
    case Standing::any:
        condition += " ORDER BY dossier_id DESC";
        break;
    }
    Statement row(connection_, select(condition + " LIMIT ?8 OFFSET ?9"));
    row.bind(1, agency_);
    if (query.due_from || query.due_before) {
        row.bind(2, seconds_of(query.due_from).value_or(0));
        row.bind(3, seconds_of(query.due_before).value_or(std::numeric_limits<int64_t>::max()));
    }
    if (!query.assignee.empty()) row.bind(4, query.assignee);
    if (!query.officer.empty()) row.bind(5, query.officer);
    if (!query.procedure_code.empty()) row.bind(6, query.procedure_code);
    if (!query.ticket.empty()) row.bind(7, query.ticket);
    row.bind(8, static_cast<std::int64_t>(query.limit));
    row.bind(9, static_cast<std::int64_t>(query.skip));
    std::vector<StoredDossier> found;
    while (row.step()) found.push_back(read_stored(row));
    return found;
}

std::vector<core::OfficerCount> DossierRows::count_due(Instant from, Instant before) {
    std::vector<core::OfficerCount> counts;
    auto row = connection_.use(
        "SELECT officer, count(*) FROM dossier WHERE agency_id = ? AND closed_at IS NULL AND "
        "received_at IS NOT NULL AND due_at >= ? AND due_at < ? GROUP BY officer");
    row->bind_all(agency_, from.time_since_epoch().count(), before.time_since_epoch().count());
    while (row->step()) counts.push_back({row->column_string(0), row->column_int(1)});
    return counts;
}

std::int64_t DossierRows::count_refused(Instant from, Instant before) {
    static const std::string sql = "SELECT count(*) FROM dossier WHERE agency_id = ? AND state = "
                                   "'refused' AND closed_at >= ? AND closed_at < ? AND " +
                                   std::string(is_rare);
    auto row = connection_.use(sql);
    row->bind_all(agency_, from.time_since_epoch().count(), before.time_since_epoch().count());
    return row->step() ? row->column_int(0) : 0;
}

StoredDossier DossierRows::read_stored(const Statement& row) {
    StoredDossier stored{row.column_int(dossier_id), read_row(row), row.column_int(first_event),
                         row.column_int(last_event)};
    if (row.column_int(clock_changes) > 0) read_clock(stored);
    if (row.column_int(hand_overs) > 0) read_hand_overs(stored);
    return stored;
}

void DossierRows::read_clock(StoredDossier& stored) {
    auto row = connection_.use("SELECT at, running, due_at FROM dossier_clock WHERE agency_id = ? "
                               "AND dossier_id = ? ORDER BY position");
    row->bind_all(agency_, stored.id);
    while (row->step()) {
        stored.dossier.clock.push_back(
            {instant_of(row->column_int(0)), row->column_int(1) != 0, optional_instant(*row, 2)});
    }
}

void DossierRows::read_hand_overs(StoredDossier& stored) {
    auto row = connection_.use("SELECT agency, handed_at, answered_at, acknowledged_at, due_at, "
                               "external_code FROM hand_over WHERE agency_id = ? AND dossier_id = "
                               "? ORDER BY position");
    row->bind_all(agency_, stored.id);
    while (row->step()) {
        stored.dossier.hand_overs.push_back({row->column_string(0), instant_of(row->column_int(1)),
                                             optional_instant(*row, 2), optional_instant(*row, 3),
                                             optional_instant(*row, 4), row->column_string(5)});
    }
}

std::optional<std::int64_t> DossierRows::insert(const Dossier& dossier, std::int64_t event_seq) {
    auto row = connection_.use(
        "INSERT INTO dossier (version_id, state, channel, officer, applicant_name, applicant_id, "
        "phone, address, submitted_at, received_at, due_at, appointment, closed_at, decision, "
        "outcome, returned_at, return_channel, linked_agencies, linked_since, digitised_at, "
        "fee_vnd, paid_vnd, step, assignee, last_act_at, version, clock_changes, hand_overs, "
        "last_event, first_event, agency_id, code, email, papers, ticket) VALUES (?1, ?2, ?3, ?4, "
        "?5, ?6, ?7, ?8, ?9, "
        "?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, "
        "?27, ?28, ?29, ?29, ?30, ?31, ?32, ?33, ?34) ON CONFLICT (agency_id, code) DO NOTHING");
    const std::string linked = join_list(dossier.linked_agencies);
    bind_state(*row, dossier, linked, event_seq);
    row->bind(30, agency_);
    row->bind(31, dossier.code);
    const std::string handed_in = core::payload::write(dossier.papers);
    row->bind(32, dossier.applicant.email);
    row->bind(33, handed_in);
    row->bind(34, dossier.ticket);
    row->run();
    if (connection_.changes() == 0) return std::nullopt;
    const std::int64_t id = connection_.last_insert_id();
    if (stored_clock_changes(dossier) > 0) write_clock(id, dossier);
    if (!dossier.hand_overs.empty()) write_hand_overs(id, dossier);
    return id;
}

void DossierRows::update(const StoredDossier& before,
                         const Dossier& after,
                         std::int64_t event_seq) {
    auto row = connection_.use(
        "UPDATE dossier SET version_id = ?1, state = ?2, channel = ?3, officer = ?4, "
        "applicant_name = ?5, applicant_id = ?6, phone = ?7, address = ?8, submitted_at = ?9, "
        "received_at = ?10, due_at = ?11, appointment = ?12, closed_at = ?13, decision = ?14, "
        "outcome = ?15, returned_at = ?16, return_channel = ?17, linked_agencies = ?18, "
        "linked_since = ?19, digitised_at = ?20, fee_vnd = ?21, paid_vnd = ?22, step = ?23, "
        "assignee = ?24, last_act_at = ?25, version = ?26, clock_changes = ?27, hand_overs = "
        "?28, last_event = ?29, email = ?31, papers = ?32 WHERE dossier_id = ?30");
    const std::string linked = join_list(after.linked_agencies);
    bind_state(*row, after, linked, event_seq);
    row->bind(30, before.id);
    const std::string handed_in = core::payload::write(after.papers);
    row->bind(31, after.applicant.email);
    row->bind(32, handed_in);
    row->run();
    if (after.clock != before.dossier.clock) write_clock(before.id, after);
    if (after.hand_overs != before.dossier.hand_overs) write_hand_overs(before.id, after);
    if (!(after.applicant == before.dossier.applicant)) {
        SearchIndex(connection_)
            .applicant_changed(before.id, before.dossier.applicant, after.applicant);
    }
}

void DossierRows::write_clock(std::int64_t id, const Dossier& dossier) {
    auto remove =
        connection_.use("DELETE FROM dossier_clock WHERE agency_id = ? AND dossier_id = ?");
    remove->bind_all(agency_, id);
    remove->run();
    if (stored_clock_changes(dossier) == 0) return;
    auto row = connection_.use("INSERT INTO dossier_clock (agency_id, dossier_id, position, at, "
                               "running, due_at) VALUES (?, ?, ?, ?, ?, ?)");
    std::int64_t position = 0;
    for (const core::ClockChange& change : dossier.clock) {
        row->bind_all(agency_, id, position++, change.at.time_since_epoch().count(),
                      change.running ? 1 : 0, seconds_of(change.due_at));
        row->run();
    }
}

void DossierRows::write_hand_overs(std::int64_t id, const Dossier& dossier) {
    auto remove = connection_.use("DELETE FROM hand_over WHERE agency_id = ? AND dossier_id = ?");
    remove->bind_all(agency_, id);
    remove->run();
    auto row = connection_.use(
        "INSERT INTO hand_over (agency_id, dossier_id, position, agency, handed_at, answered_at, "
        "acknowledged_at, due_at, external_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    std::int64_t position = 0;
    for (const core::HandOver& hand_over : dossier.hand_overs) {
        row->bind_all(agency_, id, position++, hand_over.agency,
                      hand_over.handed_at.time_since_epoch().count(),
                      seconds_of(hand_over.answered_at), seconds_of(hand_over.acknowledged_at),
                      seconds_of(hand_over.due_at), hand_over.external_code);
        row->run();
    }
}

} // namespace db
