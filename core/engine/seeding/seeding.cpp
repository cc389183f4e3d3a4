// Made-up books for practice and for measuring. All follows from the plan and its random seed: the
// same plan gives the same books. Procedures are asked for by rank (few make up most of the work),
// days get their share of the dossiers, and each dossier a life within the working hours: most end
// early, few late, some are supplemented or withdrawn.
//
// Dossiers are invented and prepared on one thread and written on another, in transactions of a
// hundred thousand; they become events of a register's rows like imported ones, so that nothing in
// the books is there for seeding alone.

#include "core/engine/seeding/seeding.hpp"

#include "core/domain/dossier_code.hpp"
#include "core/domain/failure.hpp"
#include "core/domain/period.hpp"
#include "core/engine/bounded_queue.hpp"
#include "core/engine/import/register_books.hpp"
#include "core/engine/seeding/invented_people.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

namespace core {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr std::int64_t dossiers_per_transaction = 100'000;
constexpr std::int64_t dossiers_between_progress = 5'000;

/// How often a procedure of the k-th rank is asked for: few make up most of the work.
double weight_of_rank(std::size_t rank) {
    return 1.0 / std::pow(static_cast<double>(rank) + 1.0, 1.1);
}

// Fields of the catalogue, as the office writes them: data, and no words of ours.
constexpr std::string_view certification = "Chứng thực";
constexpr std::string_view civil_status = "Hộ tịch";

/// Everyday procedures before the rare ones.
int everyday_rank(const std::string& field) {
    if (field == certification) return 0;
    if (field == civil_status) return 1;
    return 2;
}

/// The procedures in force on a day, to be picked by how common they are.
class Demand {
public:
    explicit Demand(const Catalogue& catalogue) : catalogue_(catalogue) {
        for (const ProcedureVersion& version : catalogue.versions()) {
            if (ranked_.empty() || ranked_.back()->code != version.code)
                ranked_.push_back(&version);
        }
        std::stable_sort(ranked_.begin(), ranked_.end(), [](const auto* a, const auto* b) {
            return everyday_rank(a->field) < everyday_rank(b->field);
        });
    }

    /// The versions in force on the day with the sums of their weights, for pick(). False for none.
    bool prepare(Day day) {
        if (day == day_) return !in_force_.empty();
        day_ = day;
        in_force_.clear();
        sums_.clear();
        for (std::size_t rank = 0; rank < ranked_.size(); ++rank) {
            const ProcedureVersion* version = catalogue_.in_force(ranked_[rank]->code, day);
            if (!version) continue;
            in_force_.push_back(version);
            sums_.push_back((sums_.empty() ? 0.0 : sums_.back()) + weight_of_rank(rank));
        }
        return !in_force_.empty();
    }

    const ProcedureVersion& pick(Dice& dice) const {
        const double mark = dice.fraction() * sums_.back();
        const auto place = std::upper_bound(sums_.begin(), sums_.end(), mark);
        return *in_force_[static_cast<std::size_t>(place - sums_.begin())];
    }

private:
    const Catalogue& catalogue_;
    std::vector<const ProcedureVersion*> ranked_;
    Day day_;
    std::vector<const ProcedureVersion*> in_force_;
    std::vector<double> sums_;
};

/// Invents one life after another.
class Life {
public:
    Life(Dice& dice, const WorkingCalendar& calendar, Day last)
        : dice_(dice), calendar_(calendar), end_(to_instant(last + days{1})) {}

    RegisterEntry invent(const ProcedureVersion& version, Instant received, Channel channel) {
        RegisterEntry entry;
        entry.procedure_code = version.code;
        entry.applicant = invent_applicant(dice_);
        entry.channel = channel;
        entry.received_at = received;
        entry.officer = invent_officer(dice_);
        entry.fee_vnd = version.fee_vnd;
        entry.digitised = dice_.chance(97);
        if (dice_.chance(0.2)) entry.linked_agencies = {"BHXH"};
        Instant worked_from = received;
        if (dice_.chance(3)) worked_from = invent_pauses(entry);
        if (worked_from < end_) invent_end(entry, version, worked_from);
        return entry;
    }

private:
    /// A working moment on a day, at most `end_`.
    Instant moment_on(Day day) {
        const auto& sessions = calendar_.sessions(day);
        const auto& session =
            sessions[static_cast<std::size_t>(dice_.roll(static_cast<int>(sessions.size())))];
        const auto length = static_cast<int>((session.to - session.from).count());
        return to_instant(day + session.from + minutes{dice_.roll(length)});
    }

    Instant moment_after(Instant earliest, int working_days) {
        const Day day =
            calendar_.nth_working_day_after(local_date(earliest), std::max(1, working_days));
        return moment_on(day);
    }

    Instant invent_pauses(RegisterEntry& entry) {
        Instant resumed = entry.received_at;
        for (int count = dice_.chance(10) ? 2 : 1; count > 0; --count) {
            const Instant asked = moment_after(resumed, 1);
            if (asked >= end_) return end_;
            const Instant brought = moment_after(asked, 1 + dice_.roll(8));
            if (brought >= end_) {
                entry.pauses.push_back({asked, std::nullopt});
                return end_;
            }
            entry.pauses.push_back({asked, brought});
            resumed = brought;
        }
        return resumed;
    }

    void invent_end(RegisterEntry& entry, const ProcedureVersion& version, Instant from) {
        if (dice_.chance(0.5)) {
            close(entry, moment_after(from, 1 + dice_.roll(3)), RegisterEntry::Ending::withdrawn);
            return;
        }
        const auto due =
            compute_deadline(calendar_, version.limit, entry.received_at, entry.pauses).due_at;
        const auto ending =
            dice_.chance(1) ? RegisterEntry::Ending::rejected : RegisterEntry::Ending::approved;
        const Instant resolved = resolved_moment(from, due.value_or(from + days{3}));
        close(entry, std::max(from + minutes{10}, resolved), ending);
        if (entry.resolved_at && dice_.chance(93)) invent_return(entry);
    }

    /// Early most of the time, some on the due day, few late.
    Instant resolved_moment(Instant from, Instant due) {
        const Day due_day = calendar_.working_day_from(local_date(due));
        const int left = calendar_.working_days_between(local_date(from), due_day);
        const bool late = dice_.chance(2);
        if (late) return moment_on(calendar_.nth_working_day_after(due_day, 1 + dice_.roll(5)));
        if (left > 0 && dice_.chance(84)) return moment_after(from, dice_.roll(left));
        return due - minutes{dice_.roll(180)};
    }

    void close(RegisterEntry& entry, Instant at, RegisterEntry::Ending ending) {
        if (at >= end_) return;
        entry.resolved_at = at;
        entry.ending = ending;
    }

    void invent_return(RegisterEntry& entry) {
        const Instant at = moment_after(*entry.resolved_at, dice_.roll(4));
        if (at >= end_) return;
        entry.returned_at = at;
        entry.return_channel = dice_.chance(94)   ? Channel::in_person
                               : dice_.chance(70) ? Channel::online
                                                  : Channel::postal;
    }

    Dice& dice_;
    const WorkingCalendar& calendar_;
    Instant end_;
};

/// A day's receipts in order of time.
struct Receipt {
    Instant at;
    Channel channel;
    const ProcedureVersion* version;
};

/// Makes the plan's dossiers, day after day in order of receipt.
class Maker {
public:
    Maker(const SeedPlan& plan,
          const Catalogue& catalogue,
          const WorkingCalendar& calendar,
          std::string agency_code)
        : plan_(plan), catalogue_(catalogue), calendar_(calendar),
          agency_code_(std::move(agency_code)), dice_(plan.random_seed), demand_(catalogue),
          life_(dice_, calendar, plan.last) {
        for (Day day = plan.first; day <= plan.last; day += days{1}) {
            if (calendar.is_working_day(day) && demand_.prepare(day)) working_days_.push_back(day);
        }
    }

    bool possible() const { return !working_days_.empty(); }

    /// Codes follow those that the books have.
    void make(const std::map<Day, int>& last_numbers, const BoundedQueue<PreparedEntry>::Put& put) {
        std::int64_t made = 0;
        for (std::size_t at = 0; at < working_days_.size(); ++at) {
            const Day day = working_days_[at];
            const auto last = last_numbers.find(day);
            int number = last == last_numbers.end() ? 0 : last->second;
            demand_.prepare(day);
            for (const Receipt& receipt : receipts_of(day, dossiers_by_end_of(at) - made)) {
                RegisterEntry entry = life_.invent(*receipt.version, receipt.at, receipt.channel);
                entry.code = make_dossier_code(agency_code_, day, ++number);
                if (!put(prepare_entry(std::move(entry), catalogue_, calendar_))) return;
                ++made;
            }
        }
    }

private:
    /// Spread evenly: as many by the end of each day as its share of the days.
    std::int64_t dossiers_by_end_of(std::size_t day) const {
        const double share =
            static_cast<double>(day + 1) / static_cast<double>(working_days_.size());
        return day + 1 == working_days_.size()
                   ? plan_.dossiers
                   : static_cast<std::int64_t>(share * static_cast<double>(plan_.dossiers));
    }

    std::vector<Receipt> receipts_of(Day day, std::int64_t count) {
        std::vector<Receipt> receipts;
        receipts.reserve(static_cast<std::size_t>(count));
        const auto& sessions = calendar_.sessions(day);
        for (std::int64_t i = 0; i < count; ++i) {
            const ProcedureVersion& version = demand_.pick(dice_);
            const bool online = version.online_level != OnlineLevel::none && dice_.chance(75);
            const Channel channel = online            ? Channel::online
                                    : dice_.chance(4) ? Channel::postal
                                                      : Channel::in_person;
            const auto& session =
                sessions[static_cast<std::size_t>(dice_.roll(static_cast<int>(sessions.size())))];
            const auto length = static_cast<int>(seconds{session.to - session.from}.count());
            LocalTime at = day + session.from + seconds{dice_.roll(length)};
            // Online ones also come at night and on days off.
            if (online && dice_.chance(20)) at = day + seconds{dice_.roll(24 * 3600)};
            receipts.push_back({to_instant(at), channel, &version});
        }
        std::sort(receipts.begin(), receipts.end(),
                  [](const auto& a, const auto& b) { return a.at < b.at; });
        return receipts;
    }

    const SeedPlan& plan_;
    const Catalogue& catalogue_;
    const WorkingCalendar& calendar_;
    std::string agency_code_;
    Dice dice_;
    Demand demand_;
    Life life_;
    std::vector<Day> working_days_;
};

/// Writes one transaction's worth of what is made. False when there is no more.
bool fill(Books& books,
          BoundedQueue<PreparedEntry>& queue,
          const ActContext& by,
          std::int64_t& written,
          const std::function<void()>& progress) {
    RegisterBooks writer(books);
    bool more = true;
    for (std::int64_t n = 0; n < dossiers_per_transaction; ++n) {
        PreparedEntry* prepared = queue.take();
        more = prepared != nullptr;
        if (!more) break;
        if (writer.write(*prepared, by) != RegisterBooks::Written::added) {
            throw Failure({"seed-row-refused",
                           {{"code", prepared->entry.code},
                            {"why", std::vector<Message>{prepared->problems.front().reason}}}});
        }
        if (++written % dossiers_between_progress == 0) progress();
    }
    writer.finish();
    return more;
}

Result<void> mark_practice(Books& books, const ActContext& by) {
    if (books.is_practice()) return {};
    if (books.journal_head().seq > 0 && books.dossier_count() > 0) {
        return Error{ErrorKind::not_allowed, "seed-into-real-books"};
    }
    books.mark_practice();
    books.append(office_event(OfficeEvent::practice_marked, "office", by, "seed", "{}"));
    return {};
}

} // namespace

Result<std::int64_t> seed_books(Store& store,
                                AgencyId agency,
                                const SeedPlan& plan,
                                const ActContext& by,
                                const Progress& progress) {
    if (const auto sound = check_period(plan.first, plan.last); !sound) return sound.error();
    auto view = store.read(agency);
    const Catalogue catalogue(view->procedure_versions());
    const WorkingCalendar calendar(view->office().hours, view->calendar_days());
    const std::map<Day, int> last_numbers = view->code_numbers();
    Maker maker(plan, catalogue, calendar, view->agency().code);
    view.reset(); // a snapshot held for long would keep the store from tidying up
    if (!maker.possible()) {
        return Error{ErrorKind::invalid_input,
                     {"seed-without-procedure", {{"first", plan.first}, {"last", plan.last}}}};
    }
    const auto marked = store.write(agency, [&](Books& books) { return mark_practice(books, by); });
    if (!marked) return marked.error();

    BoundedQueue<PreparedEntry> queue([&](const auto& put) { maker.make(last_numbers, put); });
    std::int64_t written = 0;
    const auto tell = [&] {
        if (progress) progress(written, plan.dossiers);
    };
    for (bool more = true; more;) {
        const auto filled = store.write_alone(agency, [&](Books& books) -> Result<void> {
            more = fill(books, queue, by, written, tell);
            return {};
        });
        if (!filled) return filled.error();
    }
    return written;
}

} // namespace core
