// The real kiosk with the real core and a printer that is none.

#include "core/net/websocket/web_socket_client.hpp"
#include "tests/support/emulated_printer.hpp"
#include "tests/support/running_kiosk.hpp"
#include "tests/support/served_ward.hpp"

#include <catch2/catch.hpp>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <thread>

namespace json = boost::json;
using namespace std::chrono_literals;

namespace {

/// A ward with its kiosk.
struct KioskRoom {
    explicit KioskRoom(const EmulatedFaults& faults = {}) : printer(faults) {
        start.core_port = ward.server().port();
        start.data = ward.ward() / "kiosk";
        start.printer_address = printer.port();
        start.code = enrol(ward.as("admin"), "kiosk");
        kiosk.emplace(start);
        start.code.clear();
        kiosk->wait_until_ready();
    }

    void stop_core() {
        ward.server().stop();
        kiosk->wait_until_online(false);
    }

    void start_core() {
        ServerStart on_the_same_port;
        on_the_same_port.port = start.core_port;
        ward.restart(on_the_same_port);
        kiosk->wait_until_online(true);
    }

    void restart_kiosk() {
        kiosk->program().kill();
        kiosk.emplace(start);
    }

    /// The numbers that wait, in the order in which they came.
    std::vector<std::string> waiting() {
        const auto queue = ward.as("kiosk").get("/api/v1/queue");
        std::multimap<std::string, std::string> by_arrival;
        for (const json::value& ticket : queue["tickets"].as_array()) {
            by_arrival.emplace(std::string(ticket.at("arrived_at").as_string()),
                               std::string(ticket.at("number").as_string()));
        }
        std::vector<std::string> numbers;
        for (const auto& [at, number] : by_arrival) numbers.push_back(number);
        return numbers;
    }

    EmulatedPrinter printer;
    ServedWard ward;
    KioskStart start;
    std::optional<RunningKiosk> kiosk;
};

std::string uuid(int n) {
    const std::string digits = std::to_string(n);
    return "00000000-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

} // namespace

TEST_CASE("a touch becomes a printed ticket of the core", "[system][kiosk]") {
    KioskRoom room;
    const auto answer = room.kiosk->touch(uuid(1));
    REQUIRE(answer.status == 201);
    CHECK(answer.text("service_name") == "Chứng thực");
    CHECK(answer["offline"].as_bool() == false);
    CHECK(answer["printed"].as_bool());
    CHECK(answer.number("ahead") == 0);
    CHECK(answer["expected_wait"].is_null());
    CHECK(room.waiting() == std::vector<std::string>{answer.text("number")});
    CHECK(room.printer.sheets().size() == 1);
    CHECK(room.printer.violations().empty());

    const auto place = room.kiosk->page().get("/local/tickets/" + answer.text("code"));
    CHECK(place.text("number") == answer.text("number"));
    CHECK(room.kiosk->touch(uuid(1), "A").status == 422); // the touch was for something else
    const auto priority = room.kiosk->page().post(
        "/local/tickets", {{"touch", uuid(2)}, {"service", "A"}, {"priority", "war_invalid"}});
    CHECK(priority.status == 201);
    CHECK(room.kiosk->touch("x").status == 422);
    CHECK(room.kiosk->touch(uuid(3), "Z").status >= 400);
}

TEST_CASE("a double touch, a retry and a restart are one ticket", "[system][kiosk]") {
    KioskRoom room;
    constexpr int fingers = 8;
    std::vector<std::string> numbers(fingers);
    std::vector<std::thread> touching;
    for (std::string& number : numbers) {
        touching.emplace_back([&] { number = room.kiosk->touch(uuid(1)).text("number"); });
    }
    for (std::thread& each : touching) each.join();
    CHECK(std::set<std::string>(numbers.begin(), numbers.end()).size() == 1);
    room.restart_kiosk();
    CHECK(room.kiosk->touch(uuid(1)).text("number") == numbers.front());
    CHECK(room.waiting() == std::vector<std::string>{numbers.front()});
    CHECK(room.printer.sheets().size() == 1);
}

TEST_CASE("without paper there is no ticket; with a new roll it has the same number",
          "[system][kiosk]") {
    EmulatedFaults faults;
    faults.paper_rows = GENERATE(0, 60); // before the ticket, and in the middle of it
    KioskRoom room(faults);
    const auto answer = room.kiosk->touch(uuid(1));
    REQUIRE(answer.status == 409);
    CHECK(answer.text("type") == "urn:motcua:problem:printer");
    CHECK(answer.text("state") == "failed");
    CHECK(answer["can_retry"].as_bool());
    const std::string number = answer.text("number");
    CHECK(room.kiosk->touch(uuid(1)).status == 409);
    // One that stopped in the middle has no room left for our question.
    const std::string expected = faults.paper_rows == 0 ? "paper_out" : "offline";
    room.kiosk->wait_for([&](const json::object& state) {
        return state.at("printer").at("state") == json::string_view(expected);
    });
    const std::string again = "/local/tickets/" + uuid(1) + "/reprint";
    CHECK(room.kiosk->page().post(again).status == 409);

    room.printer.put_right();
    room.kiosk->wait_for(
        [](const json::object& state) { return state.at("printer").at("state") == "ok"; });
    const auto printed = room.kiosk->page().post(again);
    REQUIRE(printed.status == 201);
    CHECK(printed.text("number") == number);
    CHECK(room.kiosk->page().post(again).status == 201); // and does not print again
    CHECK(room.waiting() == std::vector<std::string>{number});
    CHECK(room.printer.sheets().back().was_cut);
    CHECK(room.kiosk->page().post("/local/tickets/" + uuid(9) + "/reprint").status == 404);
}

TEST_CASE("a person may say that the paper came out", "[system][kiosk]") {
    EmulatedFaults faults;
    faults.never_confirms = true;
    faults.mute = true;
    KioskRoom room(faults);
    const auto answer = room.kiosk->touch(uuid(1));
    REQUIRE(answer.status == 409);
    const auto taken = room.kiosk->page().post("/local/tickets/" + uuid(1) + "/taken");
    REQUIRE(taken.status == 201);
    CHECK(taken.text("number") == answer.text("number"));
    CHECK(room.kiosk->touch(uuid(1)).status == 201);
}

TEST_CASE("while the core is stopped tickets go on, and are in its books once it is back",
          "[system][kiosk][offline]") {
    KioskRoom room;
    std::vector<std::string> given = {room.kiosk->touch(uuid(1)).text("number"),
                                      room.kiosk->touch(uuid(2)).text("number")};
    room.stop_core();
    for (int i = 3; i <= 7; ++i) {
        const auto answer = room.kiosk->touch(uuid(i));
        REQUIRE(answer.status == 201);
        CHECK(answer["offline"].as_bool());
        CHECK(answer["ahead"].is_null());
        given.push_back(answer.text("number"));
    }
    CHECK(room.kiosk->touch(uuid(4)).text("number") == given[3]);
    CHECK(room.kiosk->page().get("/local/track/x").status == 503);
    const auto found = room.kiosk->page().get("/local/procedures?q=KHAI%20sinh");
    CHECK(found.number("total") > 0);
    CHECK(found["from_copy"].as_bool());
    CHECK(room.kiosk->page().post("/local/feedback", {{"rating", 5}}).status == 202);
    room.restart_kiosk(); // without the core, it knows the room and its numbers

    const auto eighth = room.kiosk->touch(uuid(8));
    REQUIRE(eighth.status == 201);
    given.push_back(eighth.text("number"));
    CHECK(std::set<std::string>(given.begin(), given.end()).size() == given.size());

    room.start_core();
    eventually([&] { return room.waiting().size() == given.size(); });
    CHECK(room.waiting() == given);
    room.kiosk->wait_until_ready();
    const auto ninth = room.kiosk->touch(uuid(9));
    CHECK(ninth["offline"].as_bool() == false);
    given.push_back(ninth.text("number"));
    room.restart_kiosk();
    room.kiosk->wait_until_ready();
    CHECK(room.waiting() == given); // settled once
    auto chairman = room.ward.as("chairman");
    eventually([&] { return chairman.get("/api/v1/feedback")["items"].as_array().size() == 1; });
    room.ward.server().stop();
    CHECK(room.ward.ward().is_sound());
}

TEST_CASE("a core that hangs keeps nobody waiting, and no place is held twice",
          "[system][kiosk][offline]") {
    KioskRoom room;
    const pid_t core = room.ward.server().program().id();
    ::kill(core, SIGSTOP);
    const auto begun = std::chrono::steady_clock::now();
    const auto answer = room.kiosk->touch(uuid(1));
    CHECK(std::chrono::steady_clock::now() - begun < 2s);
    ::kill(core, SIGCONT);
    REQUIRE(answer.status == 201);
    CHECK(answer["offline"].as_bool());
    room.kiosk->wait_until_ready();
    eventually([&] { return room.waiting() == std::vector<std::string>{answer.text("number")}; });
    const auto next = room.kiosk->touch(uuid(2));
    CHECK(room.waiting() == std::vector<std::string>{answer.text("number"), next.text("number")});
}

TEST_CASE("kill -9 at any point gives no number twice and loses none", "[system][kiosk][offline]") {
    KioskRoom room;
    constexpr int rounds = 24;
    std::map<std::string, std::string> numbers; // by touch
    const auto note = [&](const std::string& touch, const ApiReply& answer) {
        REQUIRE((answer.status == 201 || answer.status == 409));
        const auto [known, is_new] = numbers.emplace(touch, answer.text("number"));
        CHECK(known->second == answer.text("number"));
    };
    int touches = 0;
    for (int round = 0; round < rounds; ++round) {
        if (round == rounds / 3) room.stop_core();
        if (round == rounds * 2 / 3) room.start_core();
        std::vector<std::string> sent;
        std::vector<ApiReply> answers;
        std::thread page([&, kiosk = &*room.kiosk] {
            try {
                for (int i = 0; i < 3; ++i) {
                    sent.push_back(uuid(++touches));
                    answers.push_back(kiosk->touch(sent.back(), i == 1 ? "A" : "B"));
                }
            } catch (const net::NetError&) {
                // Killed: the page will ask again.
            }
        });
        // Each round a little later in the life of its tickets.
        const auto log = room.start.data / "touches.log";
        const auto target = std::filesystem::file_size(log) + 1 + static_cast<unsigned>(round) * 61;
        const auto end = std::chrono::steady_clock::now() + 500ms;
        while (std::filesystem::file_size(log) < target && std::chrono::steady_clock::now() < end)
            std::this_thread::yield();
        room.kiosk->program().kill();
        page.join();
        for (std::size_t i = 0; i < answers.size(); ++i) note(sent[i], answers[i]);
        room.kiosk.emplace(room.start);
        const bool has_core = round < rounds / 3 || round >= rounds * 2 / 3;
        if (has_core) room.kiosk->wait_until_online(true);
        for (std::size_t i = 0; i < sent.size(); ++i) {
            const auto answer = room.kiosk->touch(sent[i], i == 1 ? "A" : "B");
            note(sent[i], answer);
            if (answer.status == 409)
                note(sent[i], room.kiosk->page().post("/local/tickets/" + sent[i] + "/reprint"));
        }
    }
    std::set<std::string> distinct;
    for (const auto& [touch, number] : numbers) distinct.insert(number);
    CHECK(distinct.size() == numbers.size());
    eventually([&] { return room.waiting().size() == numbers.size(); });
    const auto waiting = room.waiting();
    CHECK(std::set<std::string>(waiting.begin(), waiting.end()) == distinct);
    room.ward.server().stop();
    CHECK(room.ward.ward().is_sound());
}

TEST_CASE("what the scanner reads reaches the page, but nothing of a card", "[system][kiosk]") {
    int ours = -1;
    int theirs = -1;
    char name[64] = {};
    REQUIRE(openpty(&ours, &theirs, name, nullptr, nullptr) == 0);
    EmulatedPrinter printer;
    ServedWard ward;
    KioskStart start{ward.server().port(),
                     ward.ward() / "kiosk",
                     enrol(ward.as("admin"), "kiosk"),
                     printer.port(),
                     false,
                     {"--scanner", std::string("serial:") + name}};
    const RunningKiosk kiosk(start);
    kiosk.wait_for(
        [](const json::object& state) { return state.at("scanner").at("state") == "ok"; });
    net::ServerAddress address;
    address.port = kiosk.port();
    net::WebSocketClient page(address, "/local/events");
    REQUIRE(page.read(10s)); // greeted: the kiosk knows of the page, nothing more is missed
    const auto scan = [&](const std::string& text) {
        REQUIRE(write(ours, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
        for (;;) {
            const auto message = page.read(10s);
            REQUIRE(message);
            if (message->find("\"scan\"") != std::string::npos) return *message;
        }
    };
    CHECK(scan("000.00.18.H55-230103-0001\r") ==
          R"({"type":"scan","data":{"kind":"dossier","code":"000.00.18.H55-230103-0001"}})");
    CHECK(scan("T230103-A012\r") ==
          R"({"type":"scan","data":{"kind":"ticket","code":"T230103-A012"}})");
    const std::string card =
        scan("019085000123||Nguyễn Văn An|01021985|Nam|Ba Hàng, Phổ Yên, Thái Nguyên|10052021\r");
    CHECK(card.find("\"card\"") != std::string::npos);
    CHECK(card.find("019085000123") == std::string::npos);
    CHECK(card.find("An") == std::string::npos);
    CHECK(scan("hello world\r").find("\"unknown\"") != std::string::npos);
    close(ours);
    close(theirs);
}

TEST_CASE("a board has the queue and its events, and nothing of a kiosk", "[system][kiosk]") {
    ServedWard ward;
    KioskStart start;
    start.core_port = ward.server().port();
    start.data = ward.ward() / "board";
    start.code = enrol(ward.as("admin"), "board");
    start.is_board = true;
    const RunningKiosk board(start);
    CHECK(board.page().get("/api/v1/queue").status == 200);
    CHECK(board.page().get("/local/state").status == 404);
    CHECK(board.touch(uuid(1)).status == 404);
    CHECK(board.page().get("/api/v1/session").status == 404);
    net::ServerAddress address;
    address.port = board.port();
    net::WebSocketClient events(address, "/api/v1/events?topics=queue&since=0");
    ward.as("kiosk").post("/api/v1/tickets", {{"service", "B"}});
    const auto told = events.read(10s);
    REQUIRE(told);
    CHECK(told->find("ticket-issue") != std::string::npos);
}

TEST_CASE("a kiosk refuses in the page's language and breaks off in the machine's",
          "[system][kiosk][words]") {
    KioskRoom room;
    const std::string path = "/local/tickets/" + uuid(9) + "/reprint";
    const auto asked_in = [&](const std::string& languages) {
        return room.kiosk->page().request("POST", path, "{}", {{"Accept-Language", languages}});
    };
    const auto usual = room.kiosk->page().post(path);
    const auto english = asked_in("en-GB,en;q=0.8");
    CHECK(usual.text("detail") == asked_in("fr").text("detail"));
    CHECK(usual.text("detail") == "Không tìm thấy lần lấy số này: hãy lấy số mới");
    CHECK(english.text("detail") == "This touch is not known: get a new number");
    for (const ApiReply* reply : {&usual, &english}) {
        CHECK(reply->status == 404);
        CHECK(reply->text("type") == "urn:motcua:problem:not-found");
        CHECK(reply->text("code") == "touch-unknown");
    }

    const TemporaryDirectory folder;
    const auto complaint = [&](const std::string& locale) {
        return Program("/usr/bin/env", {"LC_ALL=" + locale, MOTCUA_KIOSK, "--core",
                                        "http://127.0.0.1:1", "--data", folder.path().string()})
            .wait()
            .errors;
    };
    CHECK_THAT(complaint("vi_VN.UTF-8"), Catch::Contains("máy này chưa được ghép"));
    CHECK_THAT(complaint("C"), Catch::Contains("máy này chưa được ghép"));
    CHECK_THAT(complaint("en_GB.UTF-8"), Catch::Contains("this machine is not enrolled"));
    const auto away = [&](const std::string& locale) {
        return Program("/usr/bin/env",
                       {"LC_ALL=" + locale, MOTCUA_KIOSK, "--core", "http://127.0.0.1:1", "--data",
                        folder.path().string(), "--enrol", "ABCD-EFGH"})
            .wait()
            .errors;
    };
    CHECK_THAT(away("vi_VN.UTF-8"), Catch::Contains("không kết nối được máy chủ 127.0.0.1:1"));
    CHECK_THAT(away("en_GB.UTF-8"), Catch::Contains("the server at 127.0.0.1:1 cannot be reached"));
}

TEST_CASE("a kiosk that cannot start says why", "[system][kiosk]") {
    const TemporaryDirectory folder;
    const auto end_of = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--data", (folder / "data").string()});
        Program program(MOTCUA_KIOSK, arguments);
        const Ended ended = program.wait();
        CHECK(ended.output.empty());
        CHECK(std::count(ended.errors.begin(), ended.errors.end(), '\n') == 1);
        return ended.status;
    };
    const std::string core = "http://127.0.0.1:1";
    CHECK(end_of({}) == 2);
    CHECK(end_of({"--core", "nowhere"}) == 2);
    CHECK(end_of({"--core", core, "--printer", "paper"}) == 2);
    CHECK(end_of({"--core", core, "--profile", "none"}) == 2);
    CHECK(end_of({"--core", core, "--scanner", "eyes"}) == 2);
    CHECK(end_of({"--core", core, "--listen", "8081"}) == 2);
    CHECK(end_of({"--core", core}) == 1);
    CHECK(end_of({"--core", core, "--enrol", "ABCD-EFGH"}) == 1);
    Program help(MOTCUA_KIOSK, {"--help"});
    CHECK(help.wait().status == 0);
    Program version(MOTCUA_KIOSK, {"--version"});
    CHECK(version.wait().output.starts_with("motcua-kiosk "));
}
