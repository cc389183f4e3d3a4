#include "core/net/session.hpp"

#include <utility>

namespace net {

void SessionList::add(std::shared_ptr<Session> session) {
    session->place_ = sessions_.size();
    sessions_.push_back(std::move(session));
}

void SessionList::remove(Session& session) {
    const std::size_t place = std::exchange(session.place_, Session::not_listed);
    if (place == Session::not_listed) return;
    if (place + 1 != sessions_.size()) {
        std::swap(sessions_[place], sessions_.back());
        sessions_[place]->place_ = place;
    }
    sessions_.pop_back();
}

} // namespace net
