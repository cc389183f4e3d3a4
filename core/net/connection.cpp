#include "core/net/connection.hpp"

#include <utility>

namespace net {

void ConnectionList::add(std::shared_ptr<Connection> connection) {
    connection->place_ = connections_.size();
    connections_.push_back(std::move(connection));
}

void ConnectionList::remove(Connection& connection) {
    const std::size_t place = std::exchange(connection.place_, Connection::not_listed);
    if (place == Connection::not_listed) return;
    if (place + 1 != connections_.size()) {
        std::swap(connections_[place], connections_.back());
        connections_[place]->place_ = place;
    }
    connections_.pop_back();
}

} // namespace net
