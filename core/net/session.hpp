#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <vector>

namespace net {

using SteadyClock = std::chrono::steady_clock;

inline constexpr SteadyClock::time_point never = SteadyClock::time_point::max();

/// One connection. The server's list owns it, and so does each of its pending operations.
class Session : public std::enable_shared_from_this<Session> {
public:
    Session() = default;
    virtual ~Session() = default;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// Called every now and then: what should have happened by now and has not?
    virtual void check_time(SteadyClock::time_point now) = 0;

    /// The server stops: finish what is at hand.
    virtual void go_away() = 0;

    /// Ends at once and leaves the list. May be called again.
    virtual void cut_off() = 0;

private:
    friend class SessionList;
    static constexpr std::size_t not_listed = static_cast<std::size_t>(-1);
    std::size_t place_ = not_listed;
};

/// All connections, in no order.
class SessionList {
public:
    std::size_t size() const { return sessions_.size(); }

    void add(std::shared_ptr<Session> session);

    /// Nothing happens when it is not in the list. The caller keeps the session alive.
    void remove(Session& session);

    /// Calls `visit` with each; they may leave meanwhile.
    template <typename Visit>
    void for_each(Visit visit) const {
        const auto sessions = sessions_;
        for (const auto& session : sessions) visit(*session);
    }

private:
    std::vector<std::shared_ptr<Session>> sessions_;
};

} // namespace net
