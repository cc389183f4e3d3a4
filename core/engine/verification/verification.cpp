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
#include "core/domain/failure.hpp"
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

// The journal's rows are counted without a mark for thousands: they are looked up by their number.
Message journal_row(std::int64_t seq) {
    return {"place-journal-row", {{"row", std::to_string(seq)}}};
}

Message place_of(const Event& event) {
    return {"place-journal-event",
            {{"row", std::to_string(event.seq)},
             {"event", Term{"event", event.act}},
             {"subject", event.subject}}};
}

Message place_of(const Dossier& dossier) { return {"place-dossier", {{"code", dossier.code}}}; }

Message place_of(Day day) { return {"place-calendar-day", {{"date", day}}}; }

Message place_of_code_number(Day day) { return {"place-code-number", {{"date", day}}}; }

Message place_of_user(const std::string& login) { return {"place-user", {{"login", login}}}; }

Message place_of_device(const std::string& id) { return {"place-device", {{"device", id}}}; }

Message place_of_version(const std::string& code, Day from) {
    return {"place-procedure", {{"code", code}, {"from", from}}};
}

Message rows_missing(std::int64_t last) {
    return {"finding-missing-up-to", {{"row", std::to_string(last)}}};
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
        for (Message& damage : books_.damage()) find("place-file", std::move(damage));
        agency_code_ = books_.agency().code;
        check_journal();
        readable("place-tickets", [&] {
            tickets_.finish();
            summary_.tickets = tickets_.tickets();
        });
        readable("place-attachments", [&] { check_attachments(); });
        readable("place-office", [&] { check_office(); });
        readable("place-calendar", [&] { compare_days(books_.calendar_days()); });
        readable("place-people", [&] { check_people(); });
        readable("place-catalogue", [&] { check_versions(); });
        // Without all dossiers, counts and code numbers have nothing to be compared with.
        if (!readable("place-dossiers", [&] { check_dossiers(); })) return summary_;
        check_code_numbers();
        summary_.counts = counts_.compare(
            books_, [&](auto where, auto what) { find(std::move(where), std::move(what)); });
        return summary_;
    }

private:
    /// Runs the check; what cannot be read at all is a finding like others.
    bool readable(const Message& where, const std::function<void()>& check) {
        try {
            check();
            return true;
        } catch (const std::exception& failure) {
            find(where, message_of(failure));
            return false;
        }
    }

    void find(Message where, Message what) {
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
            find(journal_row(last.seq + 1), rows_missing(head.seq));
        } else if (last.seq > head.seq) {
            find("place-office",
                 {"finding-journal-is-longer",
                  {{"stored", std::to_string(head.seq)}, {"last", std::to_string(last.seq)}}});
        } else if (last.hash != head.hash) {
            find("place-office",
                 {"finding-last-hash-differs", {{"row", std::to_string(last.seq)}}});
        }
    }

    void check_link(const JournalHead& last, const Event& event) {
        if (event.seq != last.seq + 1) {
            find(journal_row(last.seq + 1), event.seq == last.seq + 2
                                                ? Message("finding-missing")
                                                : rows_missing(event.seq - 1));
            return; // its predecessor's hash is gone, so its own can't be checked
        }
        // Any change to any column of the row, or to a row before it, shows here.
        if (chain_hash(last.hash, event.seq, event) != event.hash)
            find(place_of(event), "finding-hash-differs");
    }

    void take(const Event& event) {
        if (is_dossier_event(event)) {
            if (event.act == to_text(Act::digitise)) take_attachment(event);
            ++(begins_dossier(event) ? beginnings_ : acts_);
            return;
        }
        try {
            tickets_.take(event, history_.queue_rules());
            history_.take(event);
        } catch (const std::exception& failure) {
            find(place_of(event), message_of(failure));
        }
    }

    void take_attachment(const Event& event) {
        try {
            const auto request =
                payload::read_act(event.act, event.act_at, event.reason, event.payload);
            const auto& attachment = std::get<requests::Digitise>(request.what).attachment;
            if (attachment) attachments_[{event.subject, attachment->name}] = *attachment;
        } catch (const std::exception& failure) {
            find(place_of(event), message_of(failure));
        }
    }

    /// Each attachment is the journal's, and its bytes are still those that came in.
    void check_attachments() {
        books_.attachments().each([&](const std::string& code, const StoredAttachment& stored) {
            const Message where{"place-attachment",
                                {{"name", stored.attachment.name}, {"code", code}}};
            ++summary_.attachments;
            const auto expected = attachments_.find({code, stored.attachment.name});
            if (expected == attachments_.end()) {
                find(where, "finding-not-in-journal");
                return;
            }
            if (!(expected->second == stored.attachment))
                find(where, "finding-differs-from-journal");
            attachments_.erase(expected);
            Sha256 hash;
            for (std::int64_t position = 0;; ++position) {
                const std::string piece = books_.attachments().piece(stored.content_id, position);
                if (piece.empty()) break;
                hash.add(piece);
            }
            if (to_hex(hash.finish()) != stored.attachment.sha256)
                find(where, "finding-bytes-changed");
        });
        for (const auto& [key, missing] : attachments_)
            find({"place-attachment", {{"name", key.second}, {"code", key.first}}},
                 "finding-missing");
    }

    void check_office() {
        if (books_.is_practice() != history_.practice())
            find("place-office", "finding-practice-differs");
        const Office office = books_.office();
        if (office_to_json(office) != history_.office_json())
            find("place-office", "finding-differs-from-journal");
        const Agency agency = books_.agency();
        if (agency.code != office.agency_code || agency.name != office.name)
            find("place-office", "finding-office-names-differ");
    }

    void compare_days(const CalendarDays& stored) {
        const CalendarDays& expected = history_.calendar_days();
        for (const auto& [day, special] : expected) {
            const auto found = stored.find(day);
            if (found == stored.end()) {
                find(place_of(day), "finding-missing");
            } else if (!(found->second == special)) {
                find(place_of(day), "finding-changed");
            }
        }
        for (const auto& [day, special] : stored) {
            if (!expected.contains(day)) find(place_of(day), "finding-not-in-journal");
        }
    }

    void check_people() {
        std::map<std::string, std::string> users;
        for (const User& user : books_.users()) users[user.login] = payload::write(user);
        compare_texts(place_of_user, users, history_.users());
        std::map<std::string, std::string> devices;
        for (const Device& device : books_.devices()) devices[device.id] = payload::write(device);
        compare_texts(place_of_device, devices, history_.devices());
    }

    void compare_texts(Message (*place)(const std::string& key),
                       const std::map<std::string, std::string>& stored,
                       const std::map<std::string, std::string>& expected) {
        for (const auto& [key, text] : expected) {
            const auto found = stored.find(key);
            if (found == stored.end()) {
                find(place(key), "finding-missing");
            } else if (found->second != text) {
                find(place(key), "finding-changed");
            }
        }
        for (const auto& [key, text] : stored) {
            if (!expected.contains(key)) find(place(key), "finding-not-in-journal");
        }
    }

    void check_versions() {
        auto missing = history_.versions();
        for (const ProcedureVersion& stored : books_.procedure_versions()) {
            const Message where = place_of_version(stored.code, stored.effective_from);
            const auto expected = missing.find({stored.code, stored.effective_from});
            if (expected == missing.end()) {
                find(where, "finding-not-in-journal");
                continue;
            }
            // The journal has no ids: they are the store's.
            ProcedureVersion same = expected->second;
            same.id = stored.id;
            if (!(same == stored)) find(where, "finding-changed");
            if (!books_.is_searchable(stored)) find(where, "finding-not-searchable");
            history_.set_version_id(stored.code, stored.effective_from, stored.id);
            missing.erase(expected);
        }
        for (const auto& [key, version] : missing)
            find(place_of_version(key.first, key.second), "finding-missing");
    }

    void check_dossiers() {
        const std::int64_t total = beginnings_;
        books_.each_dossier(BooksView::Which::all, [&](const StoredDossier& stored) {
            try {
                check_dossier(stored);
            } catch (const std::exception& failure) {
                find(place_of(stored.dossier), message_of(failure));
            }
            ++summary_.dossiers;
            step(total + summary_.dossiers, total * 2);
            return true;
        });
        if (summary_.dossiers < beginnings_) name_missing_dossiers();
        // Acts that no chain of previous_seq led to. Other findings may be the reason for it.
        if (visited_acts_ < acts_ && summary_.findings == 0)
            find("place-journal", "finding-acts-of-no-dossier");
    }

    /// Its events, first to last; empty when the chain is broken, which is named.
    std::vector<Event> events_of(const StoredDossier& stored) {
        const Message where = place_of(stored.dossier);
        std::vector<Event> events;
        for (std::int64_t seq = stored.last_event;
             seq != 0 && events.size() < most_acts_of_a_dossier;) {
            auto event = books_.event(seq);
            if (!event || event->subject != stored.dossier.code) {
                find(where,
                     event ? Message{"finding-history-leads-elsewhere",
                                     {{"row", std::to_string(seq)}, {"subject", event->subject}}}
                           : Message{"finding-history-broken", {{"row", std::to_string(seq)}}});
                return {};
            }
            // Backwards only: a chain that goes forward would never end.
            seq = event->previous_seq < event->seq ? event->previous_seq : 0;
            events.push_back(std::move(*event));
        }
        std::reverse(events.begin(), events.end());
        if (events.empty() || events.front().seq != stored.first_event) {
            find(where, {"finding-history-begins-elsewhere",
                         {{"row", std::to_string(stored.first_event)}}});
            return {};
        }
        return events;
    }

    void check_dossier(const StoredDossier& stored) {
        const Message where = place_of(stored.dossier);
        std::optional<Dossier> dossier;
        for (const Event& event : events_of(stored)) {
            dossier = replay(dossier, event, history_);
            visited_acts_ += !begins_dossier(event);
        }
        if (!dossier) return;
        if (!(*dossier == stored.dossier)) {
            std::string members;
            for (const std::string& member : payload::differing(*dossier, stored.dossier))
                members += (members.empty() ? "" : ", ") + member;
            find(where, {"finding-row-differs-in", {{"members", members}}});
        }
        if (!books_.is_searchable(stored)) find(where, "finding-not-searchable");
        const auto key = history_.version_by_id(dossier->procedure_version);
        if (key) counts_.add(group_keys(*dossier, *key), figure_changes(*dossier));
        if (const auto parts = parse_dossier_code(agency_code_, dossier->code)) {
            int& last = code_numbers_[parts->received];
            last = std::max(last, parts->number);
        }
    }

    void name_missing_dossiers() {
        books_.each_event(1, [&](const Event& event) {
            if (begins_dossier(event) && !books_.find_dossier(event.subject))
                find({"place-dossier", {{"code", event.subject}}},
                     {"finding-row-missing", {{"row", std::to_string(event.seq)}}});
            return summary_.findings < named_finding_limit;
        });
    }

    void check_code_numbers() {
        auto stored = books_.code_numbers();
        for (const auto& [day, number] : code_numbers_) {
            const int last = stored.contains(day) ? stored[day] : 0;
            if (last != number) {
                find(place_of_code_number(day),
                     {"finding-number-differs", {{"stored", last}, {"expected", number}}});
            }
            stored.erase(day);
        }
        for (const auto& [day, number] : stored)
            find(place_of_code_number(day), "finding-of-no-dossier");
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
