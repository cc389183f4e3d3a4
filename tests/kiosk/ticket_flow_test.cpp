#include "tests/kiosk/flow_fixture.hpp"

using namespace std::chrono_literals;
using kiosk::TouchState;
using Names = std::vector<std::string>;

TEST_CASE("a touch is a ticket when the printer says so", "[kiosk][flow]") {
    FlowDesk desk;
    desk.flow().set_online(true);
    desk.begin("t-1");
    CHECK(desk.answers.empty());
    desk.core_gives(7);
    CHECK(desk.touch("t-1").state == TouchState::printing);
    CHECK(desk.answers.empty());
    desk.prints();
    CHECK(desk.answers == Names{"t-1"});
    CHECK(desk.touch("t-1").state == TouchState::printed);
    CHECK(desk.reprints == std::vector<bool>{false});
}

TEST_CASE("whatever comes again under a touch is the same ticket", "[kiosk][flow]") {
    FlowDesk desk;
    desk.flow().set_online(true);
    desk.begin("t-1");
    desk.begin("t-1");
    desk.core_gives(7);
    desk.begin("t-1");
    desk.prints();
    desk.begin("t-1");
    desk.crash();
    desk.begin("t-1");
    CHECK(desk.answers == Names{"t-1", "t-1", "t-1"});
    CHECK(desk.number("t-1") == "A007");
    CHECK(desk.asked.empty());
    CHECK(desk.printed.empty());
}

TEST_CASE("a refusal of the core is the touch's answer, also after a new start", "[kiosk][flow]") {
    FlowDesk desk;
    desk.flow().set_online(true);
    desk.begin("t-1");
    desk.flow().ticket_answered("t-1", kiosk::CoreRefusal{409, "closed"}, desk.now);
    kiosk::CoreRefusal refusal;
    CHECK(desk.flow().why_none("t-1", refusal) == kiosk::NoNumber::by_core);
    CHECK(refusal.body == "closed");
    desk.begin("t-1");
    CHECK(desk.answers == Names{"t-1", "t-1"});
    desk.crash();
    desk.flow().set_online(true);
    desk.begin("t-1"); // what the core said is asked for again, under the same key
    CHECK(desk.asked.size() == 1);
}

TEST_CASE("without the core numbers come out of the lease, each once, in the order of touch",
          "[kiosk][flow][offline]") {
    FlowDesk desk;
    desk.lease(1, 5, 3);
    for (const char* const name : {"t-1", "t-2"}) {
        desk.begin(name);
        desk.prints();
    }
    desk.crash();
    desk.begin("t-2");
    desk.begin("t-3");
    desk.prints();
    CHECK(desk.number("t-1") == "A005");
    CHECK(desk.number("t-2") == "A006");
    CHECK(desk.number("t-3") == "A007");
    desk.begin("t-4");
    kiosk::CoreRefusal refusal;
    CHECK(desk.flow().why_none("t-4", refusal) == kiosk::NoNumber::none_offline);
    CHECK(desk.number("t-4").empty());
}

TEST_CASE("a service without leased numbers has none offline, and yesterday's are not given",
          "[kiosk][flow][offline]") {
    FlowDesk desk;
    desk.lease(1, 5, 3);
    desk.begin("t-1", 'R');
    CHECK(desk.touch("t-1").state == TouchState::refused);
    desk.now += 24h;
    desk.begin("t-2");
    CHECK(desk.touch("t-2").state == TouchState::refused);
}

TEST_CASE("leases are asked for before they run out, under a name that stays until one came",
          "[kiosk][flow][lease]") {
    FlowDesk desk;
    desk.flow().set_online(true);
    desk.tick();
    CHECK(desk.leases == Names{"lease-A-2026-01-05-after-0", "lease-R-2026-01-05-after-0"});
    desk.flow().lease_answered('A', kiosk::CoreSilence{}, desk.now);
    desk.tick();
    CHECK(desk.leases.back() == "lease-A-2026-01-05-after-0");
    desk.lease(4, 1, 20);
    desk.flow().lease_answered('R', kiosk::CoreRefusal{409, ""}, desk.now);
    desk.tick();
    CHECK(desk.leases.size() == 3);
    desk.tick(kiosk::refused_lease_pause);
    CHECK(desk.leases.back() == "lease-R-2026-01-05-after-0");

    desk.flow().set_online(false);
    for (int i = 0; i < 13; ++i) {
        desk.begin("t-" + std::to_string(i));
        desk.prints();
    }
    desk.flow().set_online(true);
    desk.tick();
    CHECK(desk.leases.back() == "lease-A-2026-01-05-after-4");
}

TEST_CASE("before a lease is settled there is another one", "[kiosk][flow][lease]") {
    FlowDesk desk;
    desk.lease(1, 1, 20);
    desk.begin("t-1");
    desk.prints();
    desk.flow().set_online(true);
    desk.tick();
    CHECK(desk.settlements.empty());
    CHECK(desk.leases.front() == "lease-A-2026-01-05-after-1");
    SECTION("which comes") { desk.lease(2, 21, 20); }
    SECTION("or is refused") {
        desk.flow().lease_answered('A', kiosk::CoreRefusal{409, ""}, desk.now);
    }
    desk.tick();
    CHECK(desk.settlements[1] == Names{"A001"});
}

TEST_CASE("a lease is settled once when the core is back, with what was given out of it",
          "[kiosk][flow][lease]") {
    FlowDesk desk;
    desk.lease(1, 1, 20);
    desk.begin("t-1");
    desk.prints();
    desk.begin("t-2");
    desk.flow().set_online(true);
    desk.lease(2, 21, 20);
    desk.tick();
    CHECK(desk.settlements.empty()); // t-2 is at the printer
    desk.prints();
    desk.tick();
    CHECK(desk.settlements[1] == Names{"A001", "A002"});

    desk.settlements.clear();
    desk.crash(); // and nobody knows whether the core has it
    desk.flow().set_online(true);
    desk.tick();
    CHECK(desk.settlements[1] == Names{"A001", "A002"});
    desk.flow().settled(1, kiosk::CoreDone::silence);
    desk.settlements.clear();
    desk.tick();
    CHECK(desk.settlements.contains(1));
    desk.flow().settled(1, kiosk::CoreDone::yes);
    desk.settlements.clear();
    desk.tick();
    CHECK(desk.settlements.empty());

    desk.flow().set_online(false);
    desk.begin("t-3");
    CHECK(desk.number("t-3") == "A021");
}

TEST_CASE("yesterday's leases are settled, used or not", "[kiosk][flow][lease]") {
    FlowDesk desk;
    desk.lease(1, 1, 20);
    desk.flow().set_online(true);
    desk.tick(24h);
    CHECK(desk.settlements[1].empty());
    CHECK(desk.settlements.size() == 1);
}

TEST_CASE("a core that does not answer may have given a number: it is asked for and given back",
          "[kiosk][flow][doubt]") {
    FlowDesk desk;
    desk.lease(1, 5, 20);
    desk.flow().set_online(true);
    desk.begin("t-1");
    desk.core_is_silent();
    CHECK(desk.number("t-1") == "A005");
    desk.prints();

    desk.tick();
    CHECK(desk.doubts == std::deque<std::string>{"t-1"});
    desk.flow().doubt_answered("t-1", kiosk::CoreSilence{});
    desk.doubts.clear();
    desk.crash();
    desk.flow().set_online(true);
    desk.tick();
    CHECK(desk.doubts.size() == 1);
    desk.flow().doubt_answered("t-1", FlowDesk::ticket(9));
    CHECK(desk.backs == Names{"T260105-A009"});
    desk.flow().give_back_answered("T260105-A009", kiosk::CoreDone::yes);
    desk.doubts.clear();
    desk.tick();
    CHECK(desk.doubts.empty());
    CHECK(desk.number("t-1") == "A005");
    CHECK(desk.touch("t-1").state == TouchState::printed);
}

TEST_CASE("a doubtful touch that gets its number from the core after all keeps it",
          "[kiosk][flow][doubt]") {
    FlowDesk desk;
    desk.flow().set_online(true);
    desk.begin("t-1");
    desk.core_is_silent(); // and there is no lease
    CHECK(desk.touch("t-1").state == TouchState::refused);
    desk.begin("t-1");
    desk.core_gives(7);
    desk.prints();
    desk.tick();
    CHECK(desk.doubts.empty());
    CHECK(desk.number("t-1") == "A007");
}

TEST_CASE("a doubtful touch without a number is over once its place is being given back",
          "[kiosk][flow][doubt]") {
    FlowDesk desk;
    desk.flow().set_online(true);
    desk.begin("t-1");
    desk.core_is_silent();
    desk.tick();
    CHECK(desk.doubts.size() == 1);
    desk.begin("t-1");
    CHECK(desk.touch("t-1").state == TouchState::given_back);
    CHECK(desk.asked.empty());
    desk.flow().doubt_answered("t-1", kiosk::CoreRefusal{422, ""});
    desk.doubts.clear();
    desk.tick();
    CHECK(desk.doubts.empty());
}

TEST_CASE("what the printer has surely not printed is printed again, marked once a piece came out",
          "[kiosk][flow][paper]") {
    FlowDesk desk;
    desk.flow().set_online(true);
    desk.begin("t-1");
    desk.core_gives(7);
    desk.end_print({false, false, false});
    CHECK(desk.touch("t-1").state == TouchState::failed);
    desk.flow().reprint("t-1");
    desk.end_print({false, false, true});
    desk.flow().reprint("t-1");
    desk.flow().reprint("t-1"); // while it prints
    desk.end_print({true, false, true});
    CHECK(desk.reprints == std::vector<bool>{false, false, true});
    desk.flow().reprint("t-1"); // is on paper
    CHECK(desk.reprints.size() == 3);
    CHECK(desk.answers.size() == 4);
}

TEST_CASE("a ticket that failed goes to nobody after a while, one that is unknown stays",
          "[kiosk][flow][paper]") {
    FlowDesk desk;
    desk.flow().set_online(true);
    for (const char* const name : {"t-1", "t-2", "t-3"}) desk.begin(name);
    for (const int number : {7, 8, 9}) desk.core_gives(number);
    desk.end_print({false, false, true});
    desk.end_print({false, true, true});
    desk.end_print({false, false, true});
    desk.flow().taken("t-3");
    desk.tick(kiosk::printer_patience);
    CHECK(desk.backs.empty());
    desk.tick();
    CHECK(desk.backs == Names{"T260105-A007"});
    CHECK(desk.touch("t-1").state == TouchState::given_back);
    CHECK(desk.touch("t-2").state == TouchState::unknown);
    CHECK(desk.touch("t-3").state == TouchState::printed);
    desk.flow().give_back_answered("T260105-A007", kiosk::CoreDone::yes);
    desk.tick();
    CHECK(desk.backs.size() == 1);
    desk.flow().reprint("t-1");
    CHECK(desk.printed.empty());
}

TEST_CASE("a leased number that never reached paper is settled as unused", "[kiosk][flow][paper]") {
    FlowDesk desk;
    desk.lease(1, 1, 20);
    for (const char* const name : {"t-1", "t-2", "t-3"}) desk.begin(name);
    desk.end_print({false, false, false});
    desk.end_print({false, false, true});
    desk.end_print({true, false, true});
    desk.tick(kiosk::printer_patience + 1s);
    desk.flow().set_online(true);
    desk.lease(2, 21, 20);
    desk.tick();
    CHECK(desk.settlements[1] == Names{"A002", "A003"});
    CHECK(desk.backs.empty());
    desk.flow().settled(1, kiosk::CoreDone::yes);
    desk.tick();
    CHECK(desk.backs == Names{"T260105-A002"}); // a piece of paper bears it
}

TEST_CASE("after a crash at the printer only a person knows", "[kiosk][flow][crash]") {
    FlowDesk desk;
    desk.flow().set_online(true);
    desk.begin("t-1");
    desk.core_gives(7);
    desk.crash();
    CHECK(desk.touch("t-1").state == TouchState::unknown);
    desk.begin("t-1");
    CHECK(desk.answers.back() == "t-1");
    CHECK(desk.printed.empty());
    desk.flow().reprint("t-1");
    CHECK(desk.reprints.back());
}

TEST_CASE("a touch whose page never came back is given back", "[kiosk][flow][crash]") {
    FlowDesk desk;
    desk.flow().set_online(true);
    desk.begin("t-1");
    desk.crash();
    desk.flow().set_online(true);
    desk.tick(kiosk::orphan_patience + 1s);
    CHECK(desk.touch("t-1").state == TouchState::given_back);
    CHECK(desk.doubts.size() == 1);
    desk.flow().doubt_answered("t-1", FlowDesk::ticket(7));
    CHECK(desk.backs == Names{"T260105-A007"});
}

TEST_CASE("what cannot be put on disk does not happen", "[kiosk][flow][crash]") {
    FlowDesk desk;
    desk.lease(1, 1, 20);
    desk.disk_is_full = true;
    CHECK_THROWS(desk.begin("t-1"));
    CHECK(desk.printed.empty());
    desk.disk_is_full = false;
    desk.begin("t-1");
    desk.disk_is_full = true;
    CHECK_THROWS(desk.prints());
    desk.disk_is_full = false;
    desk.begin("t-1"); // nobody but a person knows what came out
    CHECK(desk.touch("t-1").state == TouchState::unknown);
    desk.flow().taken("t-1");
    CHECK(desk.touch("t-1").state == TouchState::printed);
}

TEST_CASE("a book that is put in order goes on as before", "[kiosk][book]") {
    FlowDesk desk;
    desk.lease(1, 1, 20);
    desk.lease(2, 1, 20, 'R');
    desk.begin("t-1");
    desk.prints();
    desk.begin("t-2");
    desk.end_print({false, true, true});
    desk.begin("t-3", 'R');
    desk.end_print({false, false, false});
    desk.begin("t-4");
    const auto compare = [&](const kiosk::TouchBook& ordered) {
        CHECK(ordered.leases() == desk.flow().book().leases());
        for (const std::string& name : ordered.touches()) {
            CHECK(ordered.find(name)->state == desk.touch(name).state);
            CHECK(ordered.find(name)->ticket == desk.touch(name).ticket);
            CHECK(ordered.find(name)->reached_paper == desk.touch(name).reached_paper);
            CHECK(ordered.find(name)->is_in_books == desk.touch(name).is_in_books);
        }
    };
    compare(desk.ordered());
    CHECK(desk.ordered().touches().size() == 4);

    desk.prints();
    desk.flow().set_online(true);
    desk.tick(24h); // the leases are settling
    compare(desk.ordered());
    CHECK(desk.ordered().touches().size() == 4);
    desk.flow().settled(1, kiosk::CoreDone::yes);
    desk.flow().settled(2, kiosk::CoreDone::yes);
    desk.lease(7, 1, 20);
    desk.lease(8, 1, 20, 'R');
    const kiosk::TouchBook ordered = desk.ordered();
    CHECK(ordered.touches().empty());
    CHECK(ordered.find_lease(1) == nullptr);
    CHECK(ordered.find_lease(7) != nullptr);
}

TEST_CASE("records are read as they were written", "[kiosk][record]") {
    kiosk::record::Touched touched;
    touched.request = {"t-1", 0, core::PriorityKind::pregnant, "000.00.18.H55-230103-0001"};
    touched.at = core::parse_instant("2026-01-05T08:00:00+07:00").value();
    const std::string line = kiosk::to_line(touched);
    CHECK(kiosk::to_line(kiosk::read_record(line)) == line);
    CHECK(std::get<kiosk::record::Touched>(kiosk::read_record(line)).request == touched.request);
    kiosk::record::Given given{"t-1", FlowDesk::ticket(7)};
    given.ticket.ahead = 3;
    CHECK(std::get<kiosk::record::Given>(kiosk::read_record(kiosk::to_line(given))).ticket ==
          given.ticket);
    CHECK_THROWS(kiosk::read_record("{}"));
    CHECK_THROWS(kiosk::read_record(R"({"what":"other","touch":"t"})"));
}
