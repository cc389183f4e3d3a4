// Tickets, log-ins, idempotency records, attachments: what the room's tables give back.

#include "core/domain/ticket_code.hpp"
#include "core/engine/office/administration.hpp"
#include "tests/support/sample_books.hpp"
#include "tests/support/store_contract.hpp"

#include <catch2/catch.hpp>

using core::Books;
using core::Result;
using samples::morning;
using samples::OfficeBooks;

namespace {

void answers_are_kept_for_a_day(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    REQUIRE(books.write([&](Books& in) -> Result<void> {
        in.write_idempotency_records().keep({"lan", "k1", "hash", 201, "{\"code\":1}", morning});
        return {};
    }));
    const auto find = [&](const char* caller, const char* key, core::Instant now) {
        return books.read()->idempotency_records().find(caller, key, now);
    };
    REQUIRE(find("lan", "k1", morning));
    CHECK(find("lan", "k1", morning)->body == "{\"code\":1}");
    CHECK(find("lan", "k1", morning)->status == 201);
    CHECK(find("lan", "k1", morning + std::chrono::hours{23}));
    CHECK_FALSE(find("lan", "k1", morning + std::chrono::hours{24}));
    CHECK_FALSE(find("minh", "k1", morning));
    CHECK_FALSE(find("lan", "k2", morning));
    REQUIRE(books.write([&](Books& in) -> Result<void> {
        CHECK(in.write_idempotency_records().forget(morning + std::chrono::hours{24}, 10) == 0);
        CHECK(in.write_idempotency_records().forget(morning + std::chrono::hours{48}, 10) == 1);
        return {};
    }));
}

void a_password_ends_all_log_ins(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const auto session = [&](const char* token, const char* login) {
        return core::LoginSession{token, login, morning, morning + std::chrono::hours{12}};
    };
    REQUIRE(books.write([&](Books& in) -> Result<void> {
        core::User user{"lan", "Lan", core::Role::officer, "hash", false};
        REQUIRE(core::add_user(in, user, samples::clerk(morning)));
        for (const auto& each : {session("t1", "lan"), session("t2", "lan"), session("t3", "minh")})
            REQUIRE(core::log_in(in, each, samples::clerk(morning)));
        return {};
    }));
    CHECK(books.read()->login_sessions().all().size() == 3);
    REQUIRE(books.write([&](Books& in) {
        return core::set_password(in, "lan", "other", samples::clerk(morning));
    }));
    const auto left = books.read()->login_sessions().all();
    REQUIRE(left.size() == 1);
    CHECK(left.front() == session("t3", "minh"));
    CHECK(books.findings() == std::vector<std::string>{});
}

void a_code_is_redeemed_once(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const auto redeem = [&](const std::string& code) {
        return books.write([&](Books& in) -> Result<void> {
            const auto device = core::redeem_code(in, code, "key", samples::clerk(morning));
            if (!device) return device.error();
            return {};
        });
    };
    REQUIRE(books.write([&](Books& in) {
        return core::enrol_device(in, {"kiosk-1", core::DeviceKind::kiosk, "", "code", "", false},
                                  samples::clerk(morning));
    }));
    CHECK_FALSE(redeem("other"));
    CHECK(redeem("code"));
    CHECK_FALSE(redeem("code"));
    CHECK(books.read()->devices().front().key_hash == "key");
    CHECK(books.findings() == std::vector<std::string>{});
}

core::StoredAttachment
attachment(std::int64_t content, const std::string& name, const std::string& bytes) {
    return {{name, "application/pdf", static_cast<std::int64_t>(bytes.size()),
             core::to_hex(core::sha256(bytes))},
            content,
            morning,
            "lan"};
}

void attachments_come_back_byte_by_byte(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const auto dossier = books.receive(
        {"1.000002", {"Lê Thị Hoa", "", "", ""}, core::Channel::in_person, "lan", 0}, morning);
    REQUIRE(dossier);
    const std::string bytes = "%PDF-1.4 một hai ba";
    const auto attach = [&](const std::string& name) {
        const core::ActRequest request{
            morning, {}, core::requests::Digitise{attachment(0, name, bytes).attachment}};
        return books.write([&](Books& in) -> Result<void> {
            auto& table = in.write_attachments();
            const std::int64_t content = table.begin_content();
            table.add_piece(content, 0, bytes.substr(0, 10));
            table.add_piece(content, 1, bytes.substr(10));
            const auto stored = in.find_dossier(dossier->code);
            const auto after = books.processing().act(in, dossier->code, stored->dossier.version,
                                                      request, samples::clerk(morning));
            REQUIRE(after);
            table.attach(stored->id, attachment(content, name, bytes));
            return {};
        });
    };
    REQUIRE(attach("một.pdf"));
    REQUIRE(attach("hai.pdf"));
    const auto view = books.read();
    const std::int64_t stored_id = view->find_dossier(dossier->code)->id;
    const auto stored = view->attachments().of(stored_id);
    REQUIRE(stored.size() == 2);
    CHECK(stored[0].content_id == stored[1].content_id); // the same bytes are kept once
    CHECK(view->attachments().piece(stored[0].content_id, 0) +
              view->attachments().piece(stored[0].content_id, 1) ==
          bytes);
    CHECK(view->find_dossier(dossier->code)->dossier.digitised_at == morning);
    for (const char* name : {"Êm.pdf", "Đơn.pdf", "Giấy.pdf", "Dấu.pdf"}) REQUIRE(attach(name));
    std::string names;
    for (const auto& each : books.read()->attachments().of(stored_id))
        names += each.attachment.name + " ";
    CHECK(names == "Dấu.pdf Đơn.pdf Êm.pdf Giấy.pdf hai.pdf một.pdf "); // a Vietnamese dictionary's
    CHECK(books.findings() == std::vector<std::string>{});
}

void uploads_that_were_cut_off_are_removed(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    REQUIRE(books.write([&](Books& in) -> Result<void> {
        auto& table = in.write_attachments();
        table.add_piece(table.begin_content(), 0, "half of it");
        return {};
    }));
    REQUIRE(books.write([&](Books& in) -> Result<void> {
        CHECK(in.write_attachments().remove_incomplete() == 1);
        CHECK(in.write_attachments().remove_incomplete() == 0);
        return {};
    }));
}

void blocks_of_a_letter_count_apart(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    using core::NumberBlock;
    const core::Day day = samples::date(2024, 5, 6);
    REQUIRE(books.write([&](Books& in) -> Result<void> {
        core::TicketTable& tickets = in.write_tickets();
        tickets.set_last_number(day, 'A', NumberBlock::ordinary, 12);
        tickets.set_last_number(day, 'A', NumberBlock::leased, 9002);
        for (const int number : {9002, 9001})
            tickets.add_free_number(day, 'A', NumberBlock::leased, number);
        return {};
    }));
    const auto view = books.read();
    CHECK(view->tickets().last_number(day, 'A', NumberBlock::ordinary) == 12);
    CHECK(view->tickets().last_number(day, 'A', NumberBlock::leased) == 9002);
    CHECK(view->tickets().last_number(day, 'B', NumberBlock::leased) == 0);
    REQUIRE(books.write([&](Books& in) -> Result<void> {
        core::TicketTable& tickets = in.write_tickets();
        CHECK_FALSE(tickets.take_free_number(day, 'A', NumberBlock::ordinary));
        CHECK(tickets.take_free_number(day, 'A', NumberBlock::leased) == 9001);
        CHECK(tickets.take_free_number(day, 'A', NumberBlock::leased) == 9002);
        CHECK_FALSE(tickets.take_free_number(day, 'A', NumberBlock::leased));
        return {};
    }));
}

/// One of everything that the room has.
void fill_room(Books& in, core::Day day) {
    core::TicketTable& tickets = in.write_tickets();
    core::StoredTicket stored;
    stored.ticket.number = "A001";
    stored.ticket.code = core::make_ticket_code(day, "A001");
    stored.ticket.service = 'A';
    stored.ticket.arrived_at = morning;
    stored.ticket.issue_order = 1;
    stored.day = day;
    stored.last_event = 1;
    tickets.put(stored);
    stored.ticket.number = "A002";
    stored.ticket.code = core::make_ticket_code(day, "A002");
    stored.ticket.issue_order = 2;
    stored.ticket.state = core::TicketState::done;
    stored.ticket.counter = 3;
    stored.ticket.first_called_at = morning + std::chrono::minutes{9};
    stored.ticket.last_called_at = morning + std::chrono::minutes{10};
    stored.ticket.promise = {std::chrono::minutes{8},
                             {std::chrono::minutes{4}, std::chrono::minutes{15}}};
    stored.ticket.served_for = std::chrono::minutes{5};
    tickets.put(stored);
    tickets.put(core::CounterState{1, day, 1, "lan", morning});
    tickets.set_last_number(day, 'A', core::NumberBlock::ordinary, 1);
    tickets.add_free_number(day, 'A', core::NumberBlock::leased, 9001);
    in.write_login_sessions().add({"hash", "lan", morning, morning + std::chrono::hours{1}});
    in.write_idempotency_records().keep({"lan", "k1", "hash", 201, "{}", morning});
    core::Feedback feedback;
    feedback.at = morning;
    feedback.text = "Chờ lâu";
    in.write_feedback().add(feedback);
}

void check_room(core::BooksView& view, core::Day day, std::size_t filled) {
    const core::TicketTable& tickets = view.tickets();
    const std::string code = core::make_ticket_code(day, "A001");
    std::size_t visited = 0;
    tickets.each(day, day, [&](const core::StoredTicket&) { return ++visited > 0; });
    CHECK(visited == 2 * filled);
    const auto called = tickets.called(day);
    CHECK(called.size() == filled);
    for (const core::CalledTicket& each : called) {
        const auto minutes = [](int count) { return std::chrono::minutes{count}; };
        CHECK(each == core::CalledTicket{3, 'A', false, morning, morning + minutes(9),
                                         morning + minutes(10), std::nullopt,
                                         core::WaitPromise{minutes(8), {minutes(4), minutes(15)}}});
    }
    CHECK(tickets.live(day).size() == filled);
    CHECK(tickets.left_over(day + std::chrono::days{1}).size() == filled);
    CHECK(tickets.find(code).has_value() == (filled == 1));
    CHECK(tickets.find(day, "A001").has_value() == (filled == 1));
    CHECK(tickets.count() == static_cast<std::int64_t>(2 * filled));
    CHECK(tickets.last_number(day, 'A', core::NumberBlock::ordinary) == static_cast<int>(filled));
    CHECK(tickets.last_issue_order(day) == static_cast<std::int64_t>(2 * filled));
    CHECK(tickets.counter_states().size() == filled);
    CHECK(view.login_sessions().all().size() == filled);
    CHECK(view.idempotency_records().find("lan", "k1", morning).has_value() == (filled == 1));
    CHECK(view.feedback().latest(10).size() == filled);
}

void rooms_are_kept_apart(StorePlace& place) {
    const auto store = place.create();
    auto ward = OfficeBooks::found(*store);
    auto town = OfficeBooks::found(*store, samples::office("000.00.20.H55", "UBND thị trấn"));
    const core::Day day = core::local_date(morning);
    std::int64_t lease = 0;
    REQUIRE(ward.write([&](Books& in) -> Result<void> {
        fill_room(in, day);
        lease = in.write_tickets().add(
            core::TicketLease{0, "kiosk-1", day, 'A', {9002}, morning, std::nullopt});
        return {};
    }));
    check_room(*ward.read(), day, 1);
    check_room(*town.read(), day, 0);
    CHECK(ward.read()->tickets().find_lease(lease));
    CHECK_FALSE(town.read()->tickets().find_lease(lease));

    // What the other office ends, takes or forgets stays here.
    REQUIRE(town.write([&](Books& in) -> Result<void> {
        CHECK_FALSE(in.write_tickets().take_free_number(day, 'A', core::NumberBlock::leased));
        in.write_tickets().settle(lease, morning);
        in.write_login_sessions().end("hash");
        in.write_login_sessions().end_all("lan");
        in.write_login_sessions().forget_ended(morning + std::chrono::hours{48});
        CHECK(in.write_idempotency_records().forget(morning + std::chrono::hours{48}, 10) == 0);
        return {};
    }));
    check_room(*ward.read(), day, 1);
    CHECK_FALSE(ward.read()->tickets().find_lease(lease)->settled_at);
    REQUIRE(town.write([&](Books& in) -> Result<void> {
        fill_room(in, day);
        return {};
    }));
    check_room(*ward.read(), day, 1);
    check_room(*town.read(), day, 1);
}

void free_numbers_are_kept_apart(StorePlace& place) {
    const auto store = place.create();
    auto ward = OfficeBooks::found(*store);
    auto town = OfficeBooks::found(*store, samples::office("000.00.20.H55", "UBND thị trấn"));
    const core::Day day = core::local_date(morning);
    const auto free = [&](OfficeBooks& books, std::vector<int> numbers) {
        REQUIRE(books.write([&](Books& in) -> Result<void> {
            for (const int number : numbers)
                in.write_tickets().add_free_number(day, 'A', core::NumberBlock::leased, number);
            return {};
        }));
    };
    const auto take = [&](OfficeBooks& books) {
        std::optional<int> taken;
        REQUIRE(books.write([&](Books& in) -> Result<void> {
            taken = in.write_tickets().take_free_number(day, 'A', core::NumberBlock::leased);
            return {};
        }));
        return taken;
    };
    free(ward, {9001, 9002});
    free(town, {9002, 9003});
    CHECK(take(town) == 9002);
    CHECK(take(town) == 9003);
    CHECK_FALSE(take(town));
    CHECK(take(ward) == 9001);
    CHECK(take(ward) == 9002);
    CHECK_FALSE(take(ward));
}

void contents_are_kept_apart(StorePlace& place) {
    const auto store = place.create();
    auto ward = OfficeBooks::found(*store);
    auto town = OfficeBooks::found(*store, samples::office("000.00.20.H55", "UBND thị trấn"));
    const auto attach = [&](OfficeBooks& books, const std::string& bytes) {
        const auto dossier = books.receive(
            {"1.000002", {"Lê Thị Hoa", "", "", ""}, core::Channel::in_person, "lan", 0}, morning);
        REQUIRE(dossier);
        std::int64_t content = 0;
        REQUIRE(books.write([&](Books& in) -> Result<void> {
            auto& table = in.write_attachments();
            content = table.begin_content();
            table.add_piece(content, 0, bytes);
            table.attach(in.find_dossier(dossier->code)->id, attachment(content, "a.pdf", bytes));
            return {};
        }));
        return books.read()->attachments().of(books.read()->find_dossier(dossier->code)->id);
    };
    std::int64_t coming = 0;
    REQUIRE(ward.write([&](Books& in) -> Result<void> {
        coming = in.write_attachments().begin_content();
        in.write_attachments().add_piece(coming, 0, "half");
        return {};
    }));
    const std::int64_t of_ward = attach(ward, "%PDF one").front().content_id;
    const std::int64_t of_town = attach(town, "%PDF one").front().content_id; // the same bytes
    CHECK(ward.read()->attachments().piece(of_ward, 0) == "%PDF one");
    CHECK(town.read()->attachments().piece(of_town, 0) == "%PDF one");
    CHECK(town.read()->attachments().piece(of_ward, 0).empty());
    CHECK(ward.read()->attachments().piece(of_town, 0).empty());
    REQUIRE(town.write([&](Books& in) -> Result<void> {
        CHECK(in.write_attachments().remove_incomplete() == 0);
        return {};
    }));
    CHECK(ward.read()->attachments().piece(coming, 0) == "half");
}

void a_log_in_ends_by_its_token(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const auto hour = std::chrono::hours{1};
    REQUIRE(books.write([&](Books& in) -> Result<void> {
        in.write_login_sessions().add({"one", "lan", morning, morning + 9 * hour});
        in.write_login_sessions().add({"two", "lan", morning, morning + 9 * hour});
        in.write_login_sessions().add({"old", "lan", morning, morning + hour});
        return {};
    }));
    REQUIRE(books.write([&](Books& in) -> Result<void> {
        in.write_login_sessions().end("one");
        in.write_login_sessions().forget_ended(morning + 2 * hour);
        return {};
    }));
    const auto left = books.read()->login_sessions().all();
    REQUIRE(left.size() == 1);
    CHECK(left.front() == core::LoginSession{"two", "lan", morning, morning + 9 * hour});
}

void the_listener_hears_every_event_once(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    std::vector<std::int64_t> heard;
    store->listen([&](core::AgencyId, std::span<const core::Event> events) {
        for (const core::Event& event : events) heard.push_back(event.seq);
    });
    const std::int64_t before = books.read()->journal_head().seq;
    for (int i = 0; i < 3; ++i) {
        REQUIRE(books.receive(
            {"1.000002", {"Lê Thị Hoa", "", "", ""}, core::Channel::in_person, "lan", 0}, morning));
    }
    CHECK_FALSE(books.write([&](Books& in) -> Result<void> {
        in.append(core::office_event("log-in", "lan", samples::clerk(morning), "", "{}"));
        return core::Error{core::ErrorKind::not_allowed, "undone"};
    }));
    CHECK(heard == std::vector<std::int64_t>{before + 1, before + 2, before + 3});
}

void lists_are_ordered_by_what_is_due(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    std::vector<std::string> codes;
    for (const char* procedure : {"1.000004", "1.000006", "1.000001", "1.000002"}) {
        const auto dossier = books.receive(
            {procedure, {"Lê Thị Hoa", "", "", ""}, core::Channel::in_person, "lan", 0}, morning);
        REQUIRE(dossier);
        codes.push_back(dossier->code);
    }
    REQUIRE(books.act(codes[3], {morning, {}, core::requests::Resolve{}}));
    const auto listed = [&](core::DossierQuery query) {
        std::vector<std::string> found;
        for (const auto& stored : books.read()->list_dossiers(query))
            found.push_back(stored.dossier.code);
        return found;
    };
    using Standing = core::DossierQuery::Standing;
    core::DossierQuery query;
    query.standing = Standing::open;
    CHECK(listed(query) == std::vector<std::string>{codes[2], codes[0], codes[1]});
    query.limit = 1;
    query.skip = 1;
    CHECK(listed(query) == std::vector<std::string>{codes[0]});
    query = {};
    query.standing = Standing::open;
    query.due_before = morning + std::chrono::hours{24};
    CHECK(listed(query) == std::vector<std::string>{codes[2]});
    query = {};
    query.standing = Standing::to_return;
    CHECK(listed(query) == std::vector<std::string>{codes[3]});
    query = {};
    query.state = core::DossierState::in_progress;
    query.procedure_code = "1.000006";
    CHECK(listed(query) == std::vector<std::string>{codes[1]});
}

void what_is_due_is_counted_as_it_is_listed(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    std::vector<std::string> codes;
    for (const char* officer : {"lan", "lan", "hoa", ""}) {
        const auto dossier = books.receive(
            {"1.000001", {"Lê Thị Hoa", "", "", ""}, core::Channel::in_person, officer, 0},
            morning);
        REQUIRE(dossier);
        codes.push_back(dossier->code);
    }
    // Its clock stands: it is not due.
    REQUIRE(books.act(codes[0], {morning, "thiếu giấy tờ", core::requests::RequestSupplement{}}));
    const auto due = *books.read()->find_dossier(codes[1])->dossier.due_at();
    const auto counted = [&](core::Instant from, core::Instant before) {
        std::map<std::string, std::int64_t> counts;
        for (const auto& each : books.read()->count_due(from, before))
            counts[each.officer] = each.number;
        return counts;
    };
    using Counts = std::map<std::string, std::int64_t>;
    constexpr std::chrono::seconds second{1};
    CHECK(counted(due, due + second) == Counts{{"", 1}, {"hoa", 1}, {"lan", 1}});
    CHECK(counted(core::Instant{}, due).empty());
    CHECK(counted(due + second, core::Instant::max()).empty());
    CHECK(books.read()->count_refused(core::Instant{}, core::Instant::max()) == 0);
}

} // namespace

std::vector<StoreClause> store_contract::room() {
    return {
        {"answers are kept for a day, by whoever chose the key", answers_are_kept_for_a_day},
        {"a new password ends all log-ins of the user", a_password_ends_all_log_ins},
        {"a device's code is redeemed once", a_code_is_redeemed_once},
        {"attachments come back byte by byte, the same bytes are kept once",
         attachments_come_back_byte_by_byte},
        {"uploads that were cut off are removed", uploads_that_were_cut_off_are_removed},
        {"the ordinary and the leased numbers of a letter count apart",
         blocks_of_a_letter_count_apart},
        {"what the room of one office has, another does not see", rooms_are_kept_apart},
        {"numbers that came back in one office are not given out in another",
         free_numbers_are_kept_apart},
        {"what is attached in one office cannot be read in another", contents_are_kept_apart},
        {"a log-in ends by its token, or by its time", a_log_in_ends_by_its_token},
        {"the listener hears every committed event once", the_listener_hears_every_event_once},
        {"lists are ordered by what is due", lists_are_ordered_by_what_is_due},
        {"what is due is counted as it is listed", what_is_due_is_counted_as_it_is_listed},
    };
}
