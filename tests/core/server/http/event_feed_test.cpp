#include "core/engine/journal/bookkeeping.hpp"
#include "core/server/http/event_feed.hpp"
#include "tests/support/stopped_clock.hpp"

#include <catch2/catch.hpp>

#include <memory>
#include <string>
#include <string_view>

using server::Caller;
using server::EventFeed;

namespace {

/// The server's end of a client's line, which remembers how it was closed.
class FakeSocket : public net::WebSocket {
public:
    void send(net::SharedText) override { ++messages; }

    void close(std::uint16_t code, std::string_view) override { close_code = code; }

    std::size_t outbox_messages() const override { return 0; }

    int messages = 0;
    int close_code = 0;
};

core::Event issued_ticket(std::int64_t seq) {
    core::Event event;
    event.seq = seq;
    event.act = to_text(core::OfficeEvent::ticket_issued);
    event.subject = "T240506-A001";
    event.payload = "{}";
    return event;
}

class RoomFeed {
public:
    std::shared_ptr<net::WebSocketListener> subscribe() {
        return feed.subscribe(Caller{}, server::topic::queue, std::nullopt);
    }

    void tell(std::int64_t seq) {
        const core::Event event = issued_ticket(seq);
        feed.publish({&event, 1});
    }

    bool is_known = true;
    samples::StoppedClock clock;
    EventFeed feed{clock, [](std::int64_t, const auto&) {},
                   [this](const Caller&) { return is_known; }};
};

} // namespace

TEST_CASE("whoever is not known any more hears nothing more", "[server][events]") {
    RoomFeed room;
    const auto listener = room.subscribe();
    const auto socket = std::make_shared<FakeSocket>();
    listener->on_open(socket);
    room.tell(1);
    CHECK(socket->messages == 1);
    room.feed.drop_unknown();
    CHECK(socket->close_code == 0);
    room.is_known = false;
    room.feed.drop_unknown();
    CHECK(socket->close_code == 4401);
    listener->on_close();
}

TEST_CASE("a log-out while a line is being opened closes it", "[server][events]") {
    RoomFeed room;
    const auto listener = room.subscribe();
    room.is_known = false;
    room.feed.drop_unknown();
    const auto socket = std::make_shared<FakeSocket>();
    listener->on_open(socket);
    CHECK(socket->close_code == 4401);
    room.tell(1);
    CHECK(socket->messages == 0);
    listener->on_close();
}

TEST_CASE("of more events than a line takes everybody is told to reload, once",
          "[server][events]") {
    RoomFeed room;
    const auto listener = room.subscribe();
    const auto socket = std::make_shared<FakeSocket>();
    listener->on_open(socket);
    room.feed.skip_to(50'000);
    CHECK(socket->messages == 1);
    CHECK(room.feed.reloads() == 1);
    CHECK(room.feed.seq() == 50'000);
    room.tell(50'000); // told already
    CHECK(socket->messages == 1);
    room.tell(50'001);
    CHECK(socket->messages == 2);
    listener->on_close();
}
