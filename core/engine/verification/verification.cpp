// Verification: does everything stored follow from the journal? Three passes.
//
//   1. The journal, first to last: the hash chain, and with it the office's history (calendar,
//      catalogue, people at every moment), the tickets and the list of attachments.
//   2. What is no dossier: the office's row, the calendar, users, devices, versions, attachments
//      are compared with what the history leads to.
//   3. The dossiers, as they are stored: each one's events, found backwards through previous_seq,
//      are replayed by the rules of their time; the row must be the same in every member. What the
//      dossiers add to the counts and code numbers is summed up and compared at the end.
//
// A dossier is replayed from its own events instead of replaying the journal in order, because
// ten million open dossiers would not fit in memory. That no event is left over is told by counts.
// Whatever cannot be read is a finding like others: verification never ends early for it.

#include "core/engine/verification/verification.hpp"

#include "core/domain/dossier_code.hpp"
#include "core/engine/journal/bookkeeping.hpp"
#include "core/engine/journal/codec/act_payload.hpp"
#include "core/engine/journal/codec/dossier_payload.hpp"
#include "core/engine/journal/codec/office_payload.hpp"
#include "core/engine/journal/codec/people_payload.hpp"
#include "core/engine/journal/replay.hpp"
#include "core/engine/verification/count_verification.hpp"
#include "core/engine/verification/ticket_verification.hpp"

#include <algorithm>
#include <exception>
#include <variant>

namespace core {

namespace {

constexpr std::int64_t rows_between_progress = 5'000;

/// No dossier has more acts than this; a longer chain goes in a circle.
constexpr std::size_t most_acts = 100'000;

std::string journal_row(std::int64_t seq) { return "journal row " + std::to_string(seq); }

std::string describe_event(const Event& event) {
    return journal_row(event.seq) + " (" + event.act + " " + event.subject + ")";
}

class Verification {
public:
    Verification(BooksView& books,
                 const std::function<void(const Finding&)>& on_finding,
                 const Progress& progress)
        : books_(books), on_finding_(on_finding), progress_(progress),
          tickets_(books,
                   [this](auto where, auto what) { find(std::move(where), std::move(what)); }) {}

    VerifySummary run() {
        for (const std::string& damage : books_.damage()) find("the file", damage);
        agency_code_ = books_.agency().code;
        check_journal();
        readable("the tickets", [&] {
            tickets_.finish();
            summary_.tickets = tickets_.tickets();
        });
        readable("the attachments", [&] { check_attachments(); });
        readable("the office's row", [&] { check_office(); });
        readable("the calendar", [&] { compare_days(books_.calendar_days()); });
        readable("the users and devices", [&] { check_people(); });
        readable("the catalogue", [&] { check_versions(); });
        // Without all dossiers, counts and code numbers have nothing to be compared with.
        if (!readable("the dossiers", [&] { check_dossiers(); })) return summary_;
        check_code_numbers();
        summary_.counts = counts_.compare(
            books_, [&](auto where, auto what) { find(std::move(where), std::move(what)); });
        return summary_;
    }

private:
    /// Runs the check; what cannot be read at all is a finding like others.
    bool readable(const std::string& where, const std::function<void()>& check) {
        try {
            check();
            return true;
        } catch (const std::exception& failure) {
            find(where, failure.what());
            return false;
        }
    }

    void find(std::string where, std::string what) {
        if (++summary_.findings <= named_finding_limit)
            on_finding_({std::move(where), std::move(what)});
    }

    void step(std::int64_t done, std::int64_t total) {
        if (progress_ && done % rows_between_progress == 0) progress_(done, total);
    }

    void check_journal() {
        const JournalHead head = books_.journal_head();
        JournalHead last;
        books_.each_event(1, [&](const Event& event) {
            check_link(last, event);
            last = {event.seq, event.hash};
            take(event);
            step(++summary_.events, head.seq * 2);
            return true;
        });
        if (last.seq < head.seq) {
            find(journal_row(last.seq + 1),
                 "is missing, and all rows after it up to " + std::to_string(head.seq));
        } else if (last.seq > head.seq) {
            find("the office's row", "says that the journal ends at row " +
                                         std::to_string(head.seq) + ", but there are rows up to " +
                                         std::to_string(last.seq));
        } else if (last.hash != head.hash) {
            find("the office's row",
                 "does not hold the hash of the journal's last row " + std::to_string(last.seq));
        }
    }

    void check_link(const JournalHead& last, const Event& event) {
        if (event.seq != last.seq + 1) {
            find(journal_row(last.seq + 1),
                 event.seq == last.seq + 2
                     ? "is missing"
                     : "is missing, and all rows after it up to " + std::to_string(event.seq - 1));
            return; // its predecessor's hash is gone, so its own can't be checked
        }
        // Any change to any column of the row, or to a row before it, shows here.
        if (chain_hash(last.hash, event.seq, event) != event.hash)
            find(describe_event(event), "was changed: its content does not match its hash");
    }

    void take(const Event& event) {
        if (is_dossier_event(event)) {
            if (event.act == to_text(Act::digitise)) take_attachment(event);
            ++(event.previous_seq == 0 ? beginnings_ : acts_);
            return;
        }
        try {
            tickets_.take(event, history_.queue_rules());
            history_.take(event);
        } catch (const std::exception& failure) {
            find(describe_event(event), failure.what());
        }
    }

    void take_attachment(const Event& event) {
        try {
            const auto request =
                payload::read_act(event.act, event.act_at, event.reason, event.payload);
            const auto& attachment = std::get<requests::Digitise>(request.what).attachment;
            if (attachment) attachments_[{event.subject, attachment->name}] = *attachment;
        } catch (const std::exception& failure) {
            find(describe_event(event), failure.what());
        }
    }

    /// Each attachment is the journal's, and its bytes are still those that came in.
    void check_attachments() {
        books_.attachments().each([&](const std::string& code, const StoredAttachment& stored) {
            const std::string where = "attachment " + stored.attachment.name + " of " + code;
            ++summary_.attachments;
            const auto expected = attachments_.find({code, stored.attachment.name});
            if (expected == attachments_.end()) {
                find(where, "is not in the journal");
                return;
            }
            if (!(expected->second == stored.attachment))
                find(where, "differs from what the journal says");
            attachments_.erase(expected);
            Sha256 hash;
            for (std::int64_t position = 0;; ++position) {
                const std::string piece = books_.attachments().piece(stored.content_id, position);
                if (piece.empty()) break;
                hash.add(piece);
            }
            if (to_hex(hash.finish()) != stored.attachment.sha256)
                find(where, "its bytes were changed: they do not match their SHA-256");
        });
        for (const auto& [key, missing] : attachments_)
            find("attachment " + key.second + " of " + key.first, "is missing");
    }

    void check_office() {
        if (books_.is_practice() != history_.practice())
            find("the office's row", "is marked for practice otherwise than the journal says");
        const Office office = books_.office();
        if (office_to_json(office) != history_.office_json())
            find("the office's row", "differs from what the journal says of the office");
        const Agency agency = books_.agency();
        if (agency.code != office.agency_code || agency.name != office.name)
            find("the office's row", "has another code or name than the office it holds");
    }

    void compare_days(const CalendarDays& stored) {
        const CalendarDays& expected = history_.calendar_days();
        for (const auto& [day, special] : expected) {
            const auto found = stored.find(day);
            if (found == stored.end()) {
                find("calendar day " + format_date(day), "is missing");
            } else if (!(found->second == special)) {
                find("calendar day " + format_date(day), "was changed");
            }
        }
        for (const auto& [day, special] : stored) {
            if (!expected.contains(day))
                find("calendar day " + format_date(day), "is not in the journal");
        }
    }

    void check_people() {
        std::map<std::string, std::string> users;
        for (const User& user : books_.users()) users[user.login] = payload::write(user);
        compare_texts("user ", users, history_.users());
        std::map<std::string, std::string> devices;
        for (const Device& device : books_.devices()) devices[device.id] = payload::write(device);
        compare_texts("device ", devices, history_.devices());
    }

    void compare_texts(const std::string& kind,
                       const std::map<std::string, std::string>& stored,
                       const std::map<std::string, std::string>& expected) {
        for (const auto& [key, text] : expected) {
            const auto found = stored.find(key);
            if (found == stored.end()) {
                find(kind + key, "is missing");
            } else if (found->second != text) {
                find(kind + key, "was changed");
            }
        }
        for (const auto& [key, text] : stored) {
            if (!expected.contains(key)) find(kind + key, "is not in the journal");
        }
    }

    void check_versions() {
        auto missing = history_.versions();
        for (const ProcedureVersion& stored : books_.procedure_versions()) {
            const std::string where =
                "procedure " + stored.code + " from " + format_date(stored.effective_from);
            const auto expected = missing.find({stored.code, stored.effective_from});
            if (expected == missing.end()) {
                find(where, "is not in the journal");
                continue;
            }
            // The journal has no ids: they are the store's.
            ProcedureVersion same = expected->second;
            same.id = stored.id;
            if (!(same == stored)) find(where, "was changed");
            if (!books_.is_searchable(stored)) find(where, "is not found by search");
            history_.set_version_id(stored.code, stored.effective_from, stored.id);
            missing.erase(expected);
        }
        for (const auto& [key, version] : missing)
            find("procedure " + key.first + " from " + format_date(key.second), "is missing");
    }

    void check_dossiers() {
        const std::int64_t total = beginnings_;
        books_.each_dossier(BooksView::Which::all, [&](const StoredDossier& stored) {
            try {
                check_dossier(stored);
            } catch (const std::exception& failure) {
                find("dossier " + stored.dossier.code, failure.what());
            }
            ++summary_.dossiers;
            step(total + summary_.dossiers, total * 2);
            return true;
        });
        if (summary_.dossiers < beginnings_) name_missing_dossiers();
        // Acts that no chain of previous_seq led to. Other findings may be the reason for it.
        if (visited_acts_ < acts_ && summary_.findings == 0)
            find("the journal", "holds acts that belong to no dossier's history");
    }

    /// Its events, first to last; empty when the chain is broken, which is named.
    std::vector<Event> events_of(const StoredDossier& stored) {
        const std::string where = "dossier " + stored.dossier.code;
        std::vector<Event> events;
        for (std::int64_t seq = stored.last_event; seq != 0 && events.size() < most_acts;) {
            auto event = books_.event(seq);
            if (!event || event->subject != stored.dossier.code) {
                find(where, "its history is broken: " + journal_row(seq) +
                                (event ? " is of " + event->subject : " is missing"));
                return {};
            }
            // Backwards only: a chain that goes forward would never end.
            seq = event->previous_seq < event->seq ? event->previous_seq : 0;
            events.push_back(std::move(*event));
        }
        std::reverse(events.begin(), events.end());
        if (events.empty() || events.front().seq != stored.first_event) {
            find(where, "its history does not begin at " + journal_row(stored.first_event));
            return {};
        }
        return events;
    }

    void check_dossier(const StoredDossier& stored) {
        const std::string where = "dossier " + stored.dossier.code;
        std::optional<Dossier> dossier;
        for (const Event& event : events_of(stored)) {
            dossier = replay(dossier, event, history_);
            visited_acts_ += event.previous_seq != 0;
        }
        if (!dossier) return;
        if (!(*dossier == stored.dossier)) {
            std::string members;
            for (const std::string& member : payload::differing(*dossier, stored.dossier))
                members += (members.empty() ? "" : ", ") + member;
            find(where, "its row differs from its history in: " + members);
        }
        if (!books_.is_searchable(stored)) find(where, "is not found by search");
        const auto key = history_.version_by_id(dossier->procedure_version);
        if (key) counts_.add(group_keys(*dossier, *key), figure_changes(*dossier));
        if (const auto parts = parse_dossier_code(agency_code_, dossier->code)) {
            int& last = code_numbers_[parts->received];
            last = std::max(last, parts->number);
        }
    }

    void name_missing_dossiers() {
        books_.each_event(1, [&](const Event& event) {
            const bool begins = is_dossier_event(event) && event.previous_seq == 0;
            if (begins && !books_.find_dossier(event.subject))
                find("dossier " + event.subject,
                     "its row is missing; its history begins at " + journal_row(event.seq));
            return summary_.findings < named_finding_limit;
        });
    }

    void check_code_numbers() {
        auto stored = books_.code_numbers();
        for (const auto& [day, number] : code_numbers_) {
            const int last = stored.contains(day) ? stored[day] : 0;
            if (last != number) {
                find("code number of " + format_date(day), "is " + std::to_string(last) +
                                                               ", but the last code has " +
                                                               std::to_string(number));
            }
            stored.erase(day);
        }
        for (const auto& [day, number] : stored)
            find("code number of " + format_date(day), "belongs to no dossier");
    }

    BooksView& books_;
    const std::function<void(const Finding&)>& on_finding_;
    const Progress& progress_;
    VerifySummary summary_;
    OfficeHistory history_;
    TicketVerification tickets_;
    std::map<std::pair<std::string, std::string>, Attachment> attachments_; // of the journal
    CountVerification counts_;
    std::string agency_code_;
    std::map<Day, int> code_numbers_;
    std::int64_t beginnings_ = 0; // events that begin a dossier
    std::int64_t acts_ = 0;       // events that change one
    std::int64_t visited_acts_ = 0;
};

} // namespace

VerifySummary verify_books(BooksView& books,
                           const std::function<void(const Finding&)>& on_finding,
                           const Progress& progress) {
    return Verification(books, on_finding, progress).run();
}

} // namespace core
