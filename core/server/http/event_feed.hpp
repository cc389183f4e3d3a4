#pragma once

#include "core/engine/ports/clock.hpp"
#include "core/engine/ports/store.hpp"
#include "core/net/web_socket.hpp"
#include "core/server/http/caller.hpp"
#include "core/server/http/feed_message.hpp"

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace server {

/// Tells clients what was committed, each event once and in the journal's order. Who asks from an
/// earlier event on gets what it missed out of the journal, then goes on live without a gap; when
/// that is too much, it is told to reload. Belongs to the network thread but for would_tell().
class EventFeed {
public:
    /// A client that missed more than this loads its state anew, which is quicker.
    static constexpr std::int64_t replay_limit = 50'000;

    /// The journal is read in pages, the next one when the client has taken most of the last.
    static constexpr std::size_t page_size = 512;
    static constexpr std::size_t page_when_left = 128;

    /// Messages kept to bridge from a replay to the present.
    static constexpr std::size_t recent_limit = 8'192;

    /// Reads at most `page_size` events after a seq in the background, and calls back on the
    /// network thread with them and the journal's last seq of that moment.
    struct Page {
        std::vector<core::Event> events;
        std::int64_t head = 0;
    };

    using ReadPage = std::function<void(std::int64_t after, std::function<void(Page)> done)>;

    /// Whether a caller is still who it was when it asked.
    using IsKnown = std::function<bool(const Caller& caller)>;

    EventFeed(const core::Clock& clock, ReadPage read_page, IsKnown is_known);
    ~EventFeed();
    EventFeed(const EventFeed&) = delete;
    EventFeed& operator=(const EventFeed&) = delete;

    /// The events of a commit; those told already are passed over.
    void publish(std::span<const core::Event> events);

    /// A commit of more events than a client could take, up to `seq`: everybody is told to reload.
    void skip_to(std::int64_t seq);

    /// Whether anybody listens. Any thread: the writer asks before it copies events.
    bool would_tell() const { return clients_present_.load(std::memory_order_acquire); }

    /// The journal's last seq as far as known here.
    std::int64_t seq() const { return seq_; }

    /// A commit nobody listens to.
    void note_seq(std::int64_t seq) {
        if (seq > seq_) seq_ = seq;
    }

    /// A listener for one client's WebSocket; `since` none: from now on.
    std::shared_ptr<net::WebSocketListener>
    subscribe(const Caller& caller, Topics topics, std::optional<std::int64_t> since);

    /// Goes on with those who are catching up; called a few dozen times a second.
    void pump();

    /// Closes the sockets of those who are not known any more.
    void drop_unknown();

    /// Each client that is there.
    void each_client(const std::function<void(const Caller&)>& visit) const;

    std::size_t clients() const { return clients_.size(); }

    std::uint64_t messages() const { return messages_; }

    std::uint64_t reloads() const { return reloads_; }

private:
    class Client;
    friend class Client;

    struct Recent {
        std::int64_t seq;
        Topics topic;
        net::SharedText text;
    };

    void opened(const std::shared_ptr<Client>& client);
    void closed(const std::shared_ptr<Client>& client);
    void read_next_page(const std::shared_ptr<Client>& client);
    void take_page(const std::shared_ptr<Client>& client, const Page& page);
    void go_live(const std::shared_ptr<Client>& client);
    bool bridges_from(std::int64_t seq) const;
    void tell_to_reload(const std::shared_ptr<Client>& client);
    void send(Client& client, net::SharedText text);

    const core::Clock& clock_;
    ReadPage read_page_;
    IsKnown is_known_;
    std::int64_t seq_ = 0;
    std::deque<Recent> recent_; // without gap, up to seq_, while there are clients
    std::set<std::shared_ptr<Client>> clients_;
    std::set<std::shared_ptr<Client>> catching_up_; // of clients_
    std::atomic<bool> clients_present_{false};
    std::uint64_t messages_ = 0;
    std::uint64_t reloads_ = 0;
};

} // namespace server
