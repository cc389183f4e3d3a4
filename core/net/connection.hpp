#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <vector>

namespace net {

using SteadyClock = std::chrono::steady_clock;

inline constexpr SteadyClock::time_point never = SteadyClock::time_point::max();

/// One connection. The server's list owns it, and so does each of its pending operations.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection() = default;
    virtual ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Called every now and then: what should have happened by now and has not?
    virtual void check_time(SteadyClock::time_point now) = 0;

    /// The server stops: finish what is at hand.
    virtual void go_away() = 0;

    /// Ends at once and leaves the list. May be called again.
    virtual void cut_off() = 0;

private:
    friend class ConnectionList;
    static constexpr std::size_t not_listed = static_cast<std::size_t>(-1);
    std::size_t place_ = not_listed;
};

/// All connections, in no order.
class ConnectionList {
public:
    std::size_t size() const { return connections_.size(); }

    void add(std::shared_ptr<Connection> connection);

    /// Nothing happens when it is not in the list. The caller keeps the connection alive.
    void remove(Connection& connection);

    /// Calls `visit` with each; they may leave meanwhile.
    template <typename Visit>
    void for_each(Visit visit) const {
        const auto connections = connections_;
        for (const auto& connection : connections) visit(*connection);
    }

private:
    std::vector<std::shared_ptr<Connection>> connections_;
};

} // namespace net
