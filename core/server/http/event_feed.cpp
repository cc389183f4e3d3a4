#include "core/server/http/event_feed.hpp"

#include <algorithm>

namespace server {

namespace {

constexpr std::uint16_t no_longer_allowed = 4401;

} // namespace

/// One client: first catching up out of the journal, then live.
class EventFeed::Client : public net::WebSocketListener,
                          public std::enable_shared_from_this<EventFeed::Client> {
public:
    Client(EventFeed& feed, Caller caller, Topics topics, std::optional<std::int64_t> since)
        : feed_(feed), caller_(std::move(caller)), topics_(topics), since_(since) {}

    void on_open(std::shared_ptr<net::WebSocket> socket) override {
        socket_ = std::move(socket);
        feed_.opened(shared_from_this());
    }

    void on_text(std::string) override {} // nothing is expected; what comes is not kept

    void on_close() override {
        socket_.reset();
        feed_.closed(shared_from_this());
    }

    EventFeed& feed_;
    Caller caller_;
    Topics topics_;
    std::optional<std::int64_t> since_;
    std::shared_ptr<net::WebSocket> socket_; // none before and after
    std::int64_t next_after_ = 0;            // catching up: the last seq it was sent or passed
    bool reading_ = false;                   // a page is being read for it
    bool live_ = false;
};

EventFeed::EventFeed(const core::Clock& clock, ReadPage read_page, IsKnown is_known)
    : clock_(clock), read_page_(std::move(read_page)), is_known_(std::move(is_known)) {}

EventFeed::~EventFeed() = default;

void EventFeed::publish(std::span<const core::Event> events) {
    for (const core::Event& event : events) {
        if (event.seq <= seq_) continue;
        seq_ = event.seq;
        if (clients_.empty()) continue;
        const Topics topic = topic_of(event);
        if (topic == 0) continue;
        Recent message{event.seq, topic, std::make_shared<const std::string>(message_of(event))};
        for (const auto& client : clients_) {
            if (client->live_ && (client->topics_ & topic) != 0) send(*client, message.text);
        }
        recent_.push_back(std::move(message));
        if (recent_.size() > recent_limit) recent_.pop_front();
    }
}

void EventFeed::skip_to(std::int64_t seq) {
    note_seq(seq);
    recent_.clear();
    const auto clients = clients_; // one that is told too much may leave at once
    for (const auto& client : clients) {
        if (client->socket_) tell_to_reload(client);
    }
}

std::shared_ptr<net::WebSocketListener>
EventFeed::subscribe(const Caller& caller, Topics topics, std::optional<std::int64_t> since) {
    return std::make_shared<Client>(*this, caller, topics, since);
}

void EventFeed::opened(const std::shared_ptr<Client>& client) {
    clients_.insert(client);
    clients_present_.store(true, std::memory_order_release);
    // Asked while the handshake was under way, a log-out found no socket to close.
    if (!is_known_(client->caller_)) {
        client->socket_->close(no_longer_allowed, "log in again");
        return;
    }
    if (!client->since_) {
        client->live_ = true;
        return;
    }
    client->next_after_ = *client->since_;
    catching_up_.insert(client);
    read_next_page(client);
}

void EventFeed::closed(const std::shared_ptr<Client>& client) {
    catching_up_.erase(client);
    clients_.erase(client);
    if (!clients_.empty()) return;
    clients_present_.store(false, std::memory_order_release);
    recent_.clear();
}

void EventFeed::pump() {
    const auto catching_up = catching_up_; // going live takes one out
    for (const auto& client : catching_up) {
        const bool wants_more = client->socket_ && !client->reading_ &&
                                client->socket_->outbox_messages() <= page_when_left;
        if (wants_more) read_next_page(client);
    }
}

void EventFeed::read_next_page(const std::shared_ptr<Client>& client) {
    client->reading_ = true;
    read_page_(client->next_after_, [this, client](const Page& page) {
        client->reading_ = false;
        if (client->socket_ && !client->live_) take_page(client, page);
    });
}

void EventFeed::take_page(const std::shared_ptr<Client>& client, const Page& page) {
    const bool too_old = page.head - client->next_after_ > replay_limit;
    const bool from_elsewhere = client->next_after_ > std::max(page.head, seq_);
    if (too_old || from_elsewhere) {
        tell_to_reload(client);
        return;
    }
    for (const core::Event& event : page.events) {
        if ((topic_of(event) & client->topics_) != 0)
            send(*client, std::make_shared<const std::string>(message_of(event)));
    }
    const bool reached_the_end = page.events.size() < page_size;
    client->next_after_ =
        reached_the_end ? std::max(page.head, client->next_after_) : page.events.back().seq;
    if (reached_the_end && bridges_from(client->next_after_)) go_live(client);
}

/// Whether all that was told after this seq is still at hand.
bool EventFeed::bridges_from(std::int64_t seq) const {
    return seq >= seq_ || recent_.size() < recent_limit || recent_.front().seq <= seq;
}

void EventFeed::go_live(const std::shared_ptr<Client>& client) {
    for (const Recent& message : recent_) {
        if (message.seq > client->next_after_ && (message.topic & client->topics_) != 0)
            send(*client, message.text);
    }
    client->live_ = true;
    catching_up_.erase(client);
}

void EventFeed::tell_to_reload(const std::shared_ptr<Client>& client) {
    ++reloads_;
    client->live_ = true;
    catching_up_.erase(client);
    send(*client, std::make_shared<const std::string>(reload_message(seq_, clock_.now())));
}

void EventFeed::send(Client& client, net::SharedText text) {
    if (!client.socket_) return;
    ++messages_;
    client.socket_->send(std::move(text));
}

void EventFeed::each_client(const std::function<void(const Caller&)>& visit) const {
    for (const auto& client : clients_) {
        if (client->socket_) visit(client->caller_);
    }
}

void EventFeed::drop_unknown() {
    const auto clients = clients_; // closing may end one at once
    for (const auto& client : clients) {
        if (client->socket_ && !is_known_(client->caller_))
            client->socket_->close(no_longer_allowed, "log in again");
    }
}

} // namespace server
