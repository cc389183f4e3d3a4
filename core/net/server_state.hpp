#pragma once

#include "core/net/http_server.hpp"
#include "core/net/mailbox.hpp"
#include "core/net/session.hpp"

#include <functional>
#include <memory>

namespace net {

/// What the sessions of a server share. Only touched on the server's thread, the mailbox aside.
struct ServerState {
    ServerLimits limits;
    HttpHandler& handler;
    std::shared_ptr<Mailbox> mailbox;
    ServerCounts counts;
    SessionList sessions;
    SessionList turned_away; ///< beyond the limit of connections; soon gone
    bool stopping = false;
    std::function<void()> on_last_gone; ///< while stopping: the list has become empty

    void add(const std::shared_ptr<Session>& session) {
        sessions.add(session);
        counts.connections = sessions.size();
    }

    void remove(Session& session) {
        sessions.remove(session);
        counts.connections = sessions.size();
        if (stopping && sessions.size() == 0) on_last_gone();
    }

    /// The handler's answer to what is refused; a plain one when even that fails.
    HttpResponse refuse(int status, const std::string& detail);
};

} // namespace net
