#pragma once

#include "core/net/connection.hpp"
#include "core/net/http_handler.hpp"
#include "core/net/mailbox.hpp"

#include <functional>
#include <memory>

namespace net {

/// What the connections of a server share. Only touched on the server's thread, the mailbox aside.
struct ServerState {
    ServerLimits limits;
    HttpHandler& handler;
    std::shared_ptr<Mailbox> mailbox;
    ServerCounts counts;
    ConnectionList connections;
    ConnectionList rejected; ///< beyond the limit of connections; soon gone
    bool stopping = false;
    std::function<void()> on_last_gone; ///< while stopping: the list has become empty

    void add(const std::shared_ptr<Connection>& connection) {
        connections.add(connection);
        counts.connections = connections.size();
    }

    void remove(Connection& connection) {
        connections.remove(connection);
        counts.connections = connections.size();
        if (stopping && connections.size() == 0) on_last_gone();
    }

    /// The handler's answer to what is refused; a plain one when even that fails.
    HttpResponse refuse(int status, const std::string& detail, std::string_view languages);
};

} // namespace net
