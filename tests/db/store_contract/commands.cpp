// What a command may leave behind: all of it, or nothing.

#include "tests/support/report_check.hpp"
#include "tests/support/sample_books.hpp"
#include "tests/support/store_contract.hpp"

#include <catch2/catch.hpp>

#include <future>
#include <latch>
#include <set>
#include <stdexcept>
#include <thread>

using core::Books;
using core::Result;
using samples::morning;
using samples::OfficeBooks;

namespace {

using Answer = std::optional<Result<void>>; // none when something broke

/// Holds the writer until everything is queued, so that the commands wait together.
std::vector<Answer>
in_one_batch(core::Store& store,
             const std::vector<std::pair<core::AgencyId, core::Command>>& commands) {
    std::latch held(1);
    std::latch queued(1);
    std::thread holder([&, agency = commands.front().first] {
        (void)store.write_alone(agency, [&](Books&) -> Result<void> {
            held.count_down();
            queued.wait();
            return {};
        });
    });
    held.wait();
    std::vector<std::promise<Answer>> promises(commands.size());
    for (std::size_t i = 0; i < commands.size(); ++i) {
        store.submit(commands[i].first, commands[i].second,
                     [&promises, i](Result<void> result, std::exception_ptr failure) {
                         promises[i].set_value(failure ? Answer{} : Answer{result});
                     });
    }
    queued.count_down();
    std::vector<Answer> answers;
    for (auto& promise : promises) answers.push_back(promise.get_future().get());
    holder.join();
    return answers;
}

core::Intake intake_of(const std::string& officer, const std::string& procedure = "1.000002") {
    return {procedure, {"Lê Thị Hoa", "", "", ""}, core::Channel::online, officer, 0};
}

core::Command receive(OfficeBooks& books, const std::string& officer) {
    const core::Processing& processing = books.processing();
    return [&processing, officer](Books& in) -> Result<void> {
        const auto dossier = processing.receive(in, intake_of(officer), samples::clerk(morning));
        if (!dossier) return dossier.error();
        return {};
    };
}

core::Command then_refuse(core::Command command) {
    return [command](Books& in) -> Result<void> {
        REQUIRE(command(in));
        return core::Error{core::ErrorKind::not_allowed, "changed my mind"};
    };
}

core::Command then_throw(core::Command command) {
    return [command](Books& in) -> Result<void> {
        REQUIRE(command(in));
        throw std::runtime_error("broke");
    };
}

std::set<std::string> counted_officers(core::BooksView& books) {
    std::set<std::string> keys;
    for (const auto& group : books.count_groups(core::GroupBy::officer, samples::date(2024, 1, 1),
                                                samples::date(2024, 12, 31)))
        keys.insert(group.key);
    return keys;
}

void check_three_dossiers_of(OfficeBooks& books, const std::set<std::string>& officers) {
    const auto view = books.read();
    CHECK(view->dossier_count() == 3);
    CHECK(view->find_dossier("000.00.18.H55-240506-0003"));
    CHECK(view->code_numbers() == std::map<core::Day, int>{{samples::date(2024, 5, 6), 3}});
    CHECK(counted_officers(*view) == officers);
    CHECK(books.findings() == std::vector<std::string>{});
    samples::check_all_groupings(*view, samples::date(2024, 5, 1), samples::date(2024, 5, 31));
}

void refused_command_leaves_nothing(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const auto before = books.read()->journal_head();
    const auto answers =
        in_one_batch(*store, {{books.agency(), receive(books, "lan")},
                              {books.agency(), then_refuse(receive(books, "ghost"))},
                              {books.agency(), receive(books, "minh")},
                              {books.agency(), then_refuse(receive(books, "lan"))},
                              {books.agency(), receive(books, "lan")}});
    REQUIRE(answers.size() == 5);
    for (const std::size_t good : {0, 2, 4}) CHECK((answers[good] && *answers[good]));
    REQUIRE(answers[1]);
    CHECK(answers[1]->error().message.code == "changed my mind");
    CHECK(books.read()->journal_head().seq == before.seq + 3);
    check_three_dossiers_of(books, {"lan", "minh"});
}

void broken_command_leaves_nothing(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const auto answers =
        in_one_batch(*store, {{books.agency(), then_throw(receive(books, "ghost"))},
                              {books.agency(), receive(books, "lan")},
                              {books.agency(), then_throw(receive(books, "minh"))},
                              {books.agency(), receive(books, "minh")},
                              {books.agency(), receive(books, "hoa")}});
    CHECK_FALSE(answers[0]);
    CHECK_FALSE(answers[2]);
    for (const std::size_t good : {1, 3, 4}) CHECK((answers[good] && *answers[good]));
    check_three_dossiers_of(books, {"lan", "minh", "hoa"});
}

void unknown_office_breaks_its_own_command_only(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const auto nobody = core::AgencyId{999};
    const auto answers = in_one_batch(*store, {{books.agency(), receive(books, "lan")},
                                               {nobody, receive(books, "lan")},
                                               {books.agency(), receive(books, "lan")},
                                               {nobody, receive(books, "lan")},
                                               {books.agency(), receive(books, "lan")}});
    CHECK_FALSE(answers[1]);
    CHECK_FALSE(answers[3]);
    for (const std::size_t good : {0, 2, 4}) CHECK((answers[good] && *answers[good]));
    check_three_dossiers_of(books, {"lan"});
}

void two_offices_in_one_batch(StorePlace& place) {
    const auto store = place.create();
    auto ward = OfficeBooks::found(*store);
    auto town = OfficeBooks::found(*store, samples::office("000.00.20.H55", "UBND thị trấn"));
    const auto answers = in_one_batch(*store, {{ward.agency(), receive(ward, "lan")},
                                               {town.agency(), receive(town, "ghost")},
                                               {ward.agency(), receive(ward, "minh")},
                                               {town.agency(), then_refuse(receive(town, "lan"))},
                                               {ward.agency(), receive(ward, "lan")}});
    CHECK_FALSE(*answers[3]);
    check_three_dossiers_of(ward, {"lan", "minh"});
    CHECK(town.read()->dossier_count() == 1);
    CHECK(town.findings() == std::vector<std::string>{});
}

void alone_is_all_or_nothing(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const auto many = [&](Books& in) -> Result<void> {
        for (const char* officer : {"ghost", "lan", "minh"})
            if (!receive(books, officer)(in)) throw std::logic_error("not received");
        return {};
    };
    const auto before = books.read()->journal_head();
    CHECK_FALSE(store->write_alone(books.agency(), then_refuse(many)));
    CHECK_THROWS_AS(store->write_alone(books.agency(), then_throw(many)), std::runtime_error);
    CHECK(books.read()->journal_head() == before);
    CHECK(books.read()->dossier_count() == 0);
    CHECK(counted_officers(*books.read()).empty());
    CHECK(store->write_alone(books.agency(), many));
    check_three_dossiers_of(books, {"ghost", "lan", "minh"});
}

void write_tells_how_it_ended(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    CHECK(books.write(receive(books, "lan")));
    const auto refused = books.write(then_refuse(receive(books, "lan")));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == core::ErrorKind::not_allowed);
    CHECK_THROWS_WITH(books.write(then_throw(receive(books, "lan"))), "broke");
    CHECK(books.read()->dossier_count() == 1);
}

void command_sees_its_own_changes(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    std::optional<core::StoredDossier> seen;
    core::JournalHead head;
    REQUIRE(books.write([&](Books& in) -> Result<void> {
        REQUIRE(receive(books, "lan")(in));
        seen = in.find_dossier("000.00.18.H55-240506-0001");
        head = in.journal_head();
        return {};
    }));
    REQUIRE(seen);
    CHECK(seen->last_event == head.seq);
    CHECK(books.read()->journal_head() == head);
}

} // namespace

std::vector<StoreClause> store_contract::commands() {
    return {
        {"a refused command leaves nothing and its neighbours stay",
         refused_command_leaves_nothing},
        {"a command that breaks leaves nothing and its neighbours stay",
         broken_command_leaves_nothing},
        {"a command for an unknown office breaks by itself",
         unknown_office_breaks_its_own_command_only},
        {"commands of two offices in one batch do not mix", two_offices_in_one_batch},
        {"work in a transaction of its own is stored whole or not at all", alone_is_all_or_nothing},
        {"write() returns a refusal and rethrows what broke", write_tells_how_it_ended},
        {"a command sees what it wrote itself", command_sees_its_own_changes}};
}
