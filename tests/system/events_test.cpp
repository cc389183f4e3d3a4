// What was committed is told, in order, without a gap or a double.

#include "core/net/websocket/web_socket_client.hpp"
#include "tests/support/served_ward.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch.hpp>

namespace json = boost::json;

namespace {

class Listener {
public:
    Listener(ServedWard& ward, const std::string& who, const std::string& query)
        : client_({"127.0.0.1", ward.server().port(), false, {}},
                  "/api/v1/events?" + query,
                  {{"Authorization", "Bearer " + ward.token_of(who)}}) {}

    json::value next() {
        const auto text = client_.read(std::chrono::seconds{20});
        REQUIRE(text);
        return json::parse({text->data(), text->size()});
    }

    bool is_silent() { return !client_.read(std::chrono::milliseconds{50}); }

    net::WebSocketClient& client() { return client_; }

private:
    net::WebSocketClient client_;
};

std::int64_t seq_of(const json::value& message) { return message.at("seq").as_int64(); }

/// The tickets of a board, followed by events alone.
class Board {
public:
    void load(Api& api) {
        const auto state = api.get("/api/v1/queue");
        seq_ = state.number("seq");
        tickets_.clear();
        for (const auto& ticket : state["tickets"].as_array()) take(ticket);
    }

    void hear(const json::value& message) {
        REQUIRE(seq_of(message) > seq_);
        seq_ = seq_of(message);
        take(message.at("data"));
    }

    std::int64_t seq() const { return seq_; }

    const std::map<std::string, std::string>& tickets() const { return tickets_; }

private:
    void take(const json::value& ticket) {
        const std::string number(ticket.at("number").as_string());
        const std::string state(ticket.at("state").as_string());
        if (state == "done" || state == "no_show" || state == "expired") {
            tickets_.erase(number);
        } else {
            tickets_[number] = state;
        }
    }

    std::int64_t seq_ = 0;
    std::map<std::string, std::string> tickets_;
};

} // namespace

TEST_CASE("a board follows the room from its state and the events after it", "[system][events]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    auto kiosk = ward.as("kiosk");
    auto board_api = ward.as("board");
    REQUIRE(kiosk.post("/api/v1/tickets", {{"service", "B"}}).status == 201);
    Board board;
    board.load(board_api);
    CHECK(board.tickets() == std::map<std::string, std::string>{{"B001", "waiting"}});
    const auto second = kiosk.post("/api/v1/tickets", {{"service", "B"}});
    REQUIRE(second.status == 201);
    REQUIRE(officer.post("/api/v1/counters/2/call").status == 200); // before it listens
    Listener events(ward, "board", "topics=queue&since=" + std::to_string(board.seq()));
    REQUIRE(officer.post("/api/v1/counters/2/start").status == 200); // while it does
    for (int i = 0; i < 3; ++i) board.hear(events.next());
    CHECK(board.tickets() ==
          std::map<std::string, std::string>{{"B001", "serving"}, {"B002", "waiting"}});
    REQUIRE(officer.post("/api/v1/counters/2/finish").status == 200);
    board.hear(events.next());
    Board loaded;
    loaded.load(board_api);
    CHECK(board.tickets() == loaded.tickets());
    CHECK(events.is_silent());
}

TEST_CASE("what was missed comes in order, also over a crash of the server", "[system][events]") {
    ServedWard ward;
    auto kiosk = ward.as("kiosk");
    Board board;
    auto board_api = ward.as("board");
    board.load(board_api);
    for (int i = 0; i < 1'200; ++i)
        REQUIRE(kiosk.post("/api/v1/tickets", {{"service", "B"}}).status == 201);
    ward.crash_and_restart();
    auto again = ward.as("kiosk");
    Listener events(ward, "board", "topics=queue&since=" + std::to_string(board.seq()));
    REQUIRE(again.post("/api/v1/tickets", {{"service", "B"}}).text("number") == "B1201");
    for (int i = 0; i < 1'201; ++i) board.hear(events.next());
    CHECK(board.tickets().size() == 1'201);
    CHECK(events.is_silent());
}

TEST_CASE("who asks from a seq that never was is told to reload", "[system][events]") {
    ServedWard ward;
    Listener events(ward, "board", "topics=queue&since=1000000");
    const auto message = events.next();
    CHECK(message.at("type") == "reload");
    CHECK(seq_of(message) == ward.as("board").get("/api/v1/queue").number("seq"));
}

TEST_CASE("boards hear of tickets only, officers of dossiers too, and of no person",
          "[system][events]") {
    ServedWard ward;
    CHECK_THROWS_AS(Listener(ward, "board", "topics=dossiers"), net::NetError);
    CHECK_THROWS_AS(Listener(ward, "officer", "topics=weather"), net::NetError);
    CHECK_THROWS_AS(Listener(ward, "officer", "since=-1"), net::NetError);
    Listener events(ward, "officer", "topics=queue,dossiers");
    auto officer = ward.as("officer");
    const std::string code = receive(officer, "Vũ Hải Đường");
    const auto message = events.next();
    CHECK(message.at("topic") == "dossiers");
    CHECK(message.at("data").at("state") == "in_progress");
    CHECK(message.at("data").at("version") == 1);
    CHECK(message.at("type") == "receive");
    CHECK(message.at("data").at("code").as_string().c_str() == code);
    auto kiosk = ward.as("kiosk");
    REQUIRE(kiosk.post("/api/v1/tickets", {{"service", "B"}, {"phone", "0912345678"}}).status ==
            201);
    const auto ticket = events.next();
    CHECK(ticket.at("topic") == "queue");
    CHECK_FALSE(ticket.at("data").as_object().contains("person"));
}

TEST_CASE("clients are told when the server stops", "[system][events]") {
    ServedWard ward;
    Listener events(ward, "board", "topics=queue");
    CHECK(ward.server().stop().status == 0);
    CHECK_THROWS_AS(events.client().read(std::chrono::seconds{20}), net::NetError);
    CHECK(events.client().close_code() == 1001);
}
