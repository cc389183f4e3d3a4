#pragma once

#include "core/domain/dossier.hpp"
#include "core/domain/message.hpp"
#include "core/domain/office.hpp"
#include "core/domain/period_figures.hpp"
#include "core/domain/procedure.hpp"
#include "core/domain/result.hpp"
#include "core/domain/working_calendar.hpp"
#include "core/engine/journal/journal.hpp"
#include "core/engine/office/people.hpp"
#include "core/engine/ports/attachment_table.hpp"
#include "core/engine/ports/dossier_order.hpp"
#include "core/engine/ports/feedback_table.hpp"
#include "core/engine/ports/idempotency_table.hpp"
#include "core/engine/ports/login_session_table.hpp"
#include "core/engine/ports/ticket_table.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// Every table of a store is keyed by the office (agency) it belongs to.
enum class AgencyId : std::int64_t {};

struct Agency {
    AgencyId id;
    std::string code;
    std::string name;
};

/// A dossier with its place in the store and in the journal.
struct StoredDossier {
    std::int64_t id = 0;
    Dossier dossier;
    std::int64_t first_event = 0;
    std::int64_t last_event = 0;
};

/// The groups that a dossier's figures are counted under, besides the total.
struct GroupKeys {
    std::string_view field;
    std::string_view procedure;
    std::string_view channel;
    std::string_view level;
    std::string_view officer;
};

/// The grouping under which all dossiers are counted together, by an empty key.
inline constexpr std::string_view grouping_of_all = "total";

/// A group that a dossier is counted in.
struct GroupName {
    std::string_view grouping; ///< of `groupings`, or that of all
    std::string_view key;
};

/// All groups that a dossier with these keys is counted in. Months are read from the days instead.
constexpr std::array<GroupName, 6> groups_of(const GroupKeys& keys) {
    return {{{grouping_of_all, {}},
             {groupings.text(GroupBy::field), keys.field},
             {groupings.text(GroupBy::procedure), keys.procedure},
             {groupings.text(GroupBy::channel), keys.channel},
             {groupings.text(GroupBy::level), keys.level},
             {groupings.text(GroupBy::officer), keys.officer}}};
}

/// The figures of one group: of all days before a period and of the days in it.
struct GroupCounts {
    std::string key;
    Counts before;
    Counts within;
};

/// A table of counts: each row sums the days from its first day to the next row's.
struct CountTable {
    std::string name;
    Day (*first_day_of)(Day day); // of the row that counts the day
};

/// One row of a table of counts, for verification.
struct StoredCount {
    std::string grouping;
    std::string key;
    Day first_day;
    Counts counts;
};

/// One figure that came to be known after its day.
struct StoredLateCount {
    std::string grouping;
    std::string key;
    Day day;
    Day known_from;
    std::string figure;
    std::int64_t number = 0;
};

/// Which dossiers a list shows, and from where on. Members that are not set do not matter. The
/// same said for one dossier is `fits` (work_lists.hpp); the contract of stores holds them equal.
struct DossierQuery {
    /// `open`: received and not closed, by due date, those without one last; `to_return`: resolved
    /// and not yet fetched, the longest waiting first; `any`: the latest stored first.
    enum class Standing { any, open, to_return };
    Standing standing = Standing::any;
    std::optional<DossierState> state;
    /// Due at or after `due_from` and before `due_before`. Only an open dossier is due: with either
    /// the list is one of open dossiers, whatever `standing` says.
    std::optional<Instant> due_from;
    std::optional<Instant> due_before;
    std::string assignee;
    std::string officer; ///< in any spelling (name_key)
    std::string person;  ///< received it or works on it: officer or assignee
    std::string procedure_code;
    std::string ticket;
    /// None: the order of the standing.
    std::optional<DossierOrder> order;
    /// Only those behind this position of the order. Whoever fits all the while and keeps his
    /// position is shown exactly once by pages that go on from the last one's end, whatever comes
    /// and goes meanwhile; who moves is list_page()'s to find (work_lists.hpp).
    std::optional<DossierPosition> after;
    std::size_t limit = 50;
    std::size_t skip = 0; ///< of those that are left

    bool is_of_open() const { return standing == Standing::open || due_from || due_before; }
};

/// The order of a list: what it was asked for in, or its standing's own.
DossierOrder order_of(const DossierQuery& query);

/// How many dossiers of one officer.
struct OfficerCount {
    std::string officer; // login of who received them; empty: nobody did
    std::int64_t number = 0;
};

/// Tells how far a long work has come; may throw to end it.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

/// The books of one office in one consistent moment. Never waits for a writer and never makes it
/// wait. Belongs to one thread at a time. A broken store throws.
class BooksView {
public:
    virtual ~BooksView() = default;

    /// Code and name; the whole office is read only where it is needed.
    virtual Agency agency() = 0;
    virtual Office office() = 0;
    virtual bool is_practice() = 0;
    virtual CalendarDays calendar_days() = 0;
    virtual std::vector<ProcedureVersion> procedure_versions() = 0;
    virtual std::vector<User> users() = 0;
    virtual std::vector<Device> devices() = 0;

    virtual std::int64_t dossier_count() = 0;

    /// By its code in any spelling that has the same key (folded_key.hpp).
    virtual std::optional<StoredDossier> find_dossier(std::string_view code) = 0;

    /// Dossiers whose code ends in `tail`, the latest stored first: `0007` in their number,
    /// `261129-0007` in date and number. The tail is a code_key() and begins behind a dash
    /// or, where it has its date, a point.
    virtual std::vector<StoredDossier> find_dossiers_by_tail(std::string_view tail,
                                                             std::size_t limit) = 0;

    /// In the order in which they were stored, open ones only or all; until `visit` says false.
    enum class Which { all, open };
    virtual void each_dossier(Which which,
                              const std::function<bool(const StoredDossier&)>& visit) = 0;

    virtual bool is_version_used(std::int64_t version_id) = 0;

    /// The dossiers of a list; at most `query.limit`.
    virtual std::vector<StoredDossier> list_dossiers(const DossierQuery& query) = 0;

    /// How many dossiers the list has, whatever `after`, `limit` and `skip` say; `most` stands for
    /// so many or more.
    virtual std::int64_t count_dossiers(const DossierQuery& query, std::int64_t most) = 0;

    /// Received and open dossiers due at or after `from` and before `before`: as many as a list by
    /// DossierQuery shows, without reading them.
    virtual std::vector<OfficerCount> count_due(Instant from, Instant before) = 0;

    /// Dossiers refused at or after `from` and before `before`.
    virtual std::int64_t count_refused(Instant from, Instant before) = 0;

    virtual const TicketTable& tickets() = 0;
    virtual const LoginSessionTable& login_sessions() = 0;
    virtual const IdempotencyTable& idempotency_records() = 0;
    virtual const AttachmentTable& attachments() = 0;
    virtual const FeedbackTable& feedback() = 0;

    virtual JournalHead journal_head() = 0;
    virtual std::optional<Event> event(std::int64_t seq) = 0;
    virtual void each_event(std::int64_t from_seq,
                            const std::function<bool(const Event&)>& visit) = 0;

    /// The counts by group, or of the total (one group with an empty key) without `by`; `by` is
    /// never month. Groups that never had a figure may be left out. Costs the same however many
    /// dossiers there are.
    virtual std::vector<GroupCounts>
    count_groups(std::optional<GroupBy> by, Day first, Day last) = 0;

    /// Every count as stored, for verification.
    virtual std::vector<CountTable> count_tables() = 0;
    virtual void each_count(const CountTable& table,
                            const std::function<void(const StoredCount&)>& visit) = 0;
    virtual void each_late_count(const std::function<void(const StoredLateCount&)>& visit) = 0;

    /// The last number given to a dossier code of each day.
    virtual std::map<Day, int> code_numbers() = 0;

    /// Whether a search would find the dossier, or the version, by its words.
    virtual bool is_searchable(const StoredDossier& stored) = 0;
    virtual bool is_searchable(const ProcedureVersion& version) = 0;

    /// Code and name of procedures, the version that began last on or before `day` last.
    virtual std::vector<std::pair<std::string, std::string>> procedure_names(Day day) = 0;

    /// Versions with all the words in code or name, each word a prefix, folded (text.hpp).
    virtual std::vector<ProcedureVersion> search_procedures(std::span<const std::string> words,
                                                            std::size_t limit) = 0;

    /// Dossiers whose applicant's name, ID number or phone has all the words, each a prefix; the
    /// latest first.
    virtual std::vector<StoredDossier> search_dossiers(std::span<const std::string> words,
                                                       std::size_t limit) = 0;

    /// What is wrong with the store itself, whatever the journal says; empty when sound. What a
    /// database tells of its own file is a fact of a message, in the database's words.
    virtual std::vector<Message> damage() = 0;
};

/// The same within a write transaction: sees what was written in it. Nothing decides here; the
/// engine does, and writes the event, the state and the counts together.
class Books : public virtual BooksView {
public:
    /// Chains the event to the journal's end and returns its seq.
    virtual std::int64_t append(const NewEvent& event) = 0;

    virtual void put_office(const Office& office) = 0;
    virtual void mark_practice() = 0;
    virtual void put_calendar(const CalendarDays& days) = 0;

    /// Stores a version with a new id, or over the one with its id.
    virtual std::int64_t put_version(const ProcedureVersion& version) = 0;
    virtual void put_user(const User& user) = 0;
    virtual void put_device(const Device& device) = 0;

    /// False, and nothing stored, when the code is taken, in this spelling or another.
    virtual bool add_dossier(const Dossier& dossier, std::int64_t event_seq) = 0;
    virtual void
    update_dossier(const StoredDossier& before, const Dossier& after, std::int64_t event_seq) = 0;

    /// Adds (`sign` 1) or takes away (-1) what a dossier adds to the counts.
    virtual void count(const GroupKeys& keys, std::span<const FigureChange> changes, int sign) = 0;

    /// The last number given to a dossier code of the day; 0 for none.
    virtual int code_number(Day day) = 0;
    virtual void set_code_number(Day day, int number) = 0;

    /// The same tables as the view's, for writing.
    virtual TicketTable& write_tickets() = 0;
    virtual LoginSessionTable& write_login_sessions() = 0;
    virtual IdempotencyTable& write_idempotency_records() = 0;
    virtual AttachmentTable& write_attachments() = 0;
    virtual FeedbackTable& write_feedback() = 0;
};

/// One change of the books: reads, decides, writes. A refusal or an exception undoes it alone.
using Command = std::function<Result<void>(Books&)>;

/// How a command ended; `failure` is set when something broke. On the writer's thread.
using CommandDone = std::function<void(Result<void> result, std::exception_ptr failure)>;

/// Hears what was committed: the events in the journal's order, once each. On the writer's thread,
/// before the commands are answered.
using CommitListener = std::function<void(AgencyId agency, std::span<const Event> events)>;

/// The sizes by which batches are counted: the commands that one commit wrote together.
inline constexpr std::array<std::size_t, 8> batch_bounds = {1, 2, 4, 8, 16, 64, 256, 512};

/// How the writer fares, for the operator.
struct WriterFigures {
    std::size_t waiting = 0;
    std::uint64_t commits = 0;
    std::uint64_t commands = 0;
    std::uint64_t failures = 0; // commits that broke
    std::size_t largest_batch = 0;
    /// How many batches held at most so many commands as `batch_bounds` has at that place.
    std::array<std::uint64_t, batch_bounds.size()> batches_up_to{};
};

/// Where books are kept. Writes go through one writer that commits whatever waits in one
/// transaction; a command is answered when it is on disk. All members may be called from any
/// thread.
class Store {
public:
    virtual ~Store() = default;

    virtual std::vector<Agency> agencies() = 0;

    /// An office with empty books. Refused when the code is taken.
    virtual Result<AgencyId> add_agency(const Office& office) = 0;

    virtual std::unique_ptr<BooksView> read(AgencyId agency) = 0;

    /// Puts a command into the writer's queue. Throws when the queue is full.
    virtual void submit(AgencyId agency, Command command, CommandDone done) = 0;

    /// The same and waits. Rethrows what broke.
    Result<void> write(AgencyId agency, const Command& command);

    /// One listener at most, set before the first command.
    virtual void listen(CommitListener listener) = 0;

    virtual WriterFigures writer_figures() = 0;

    /// For long work: a transaction of its own.
    virtual Result<void> write_alone(AgencyId agency, const Command& command) = 0;
};

} // namespace core
