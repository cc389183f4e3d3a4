#include "core/server/people.hpp"

#include <algorithm>

namespace server {

namespace {

constexpr std::string_view scheme = "Bearer ";

bool is_space(char c) { return c == ' ' || c == '\t'; }

std::string_view cookie_token(std::string_view cookies) {
    while (!cookies.empty()) {
        while (!cookies.empty() && (is_space(cookies.front()) || cookies.front() == ';'))
            cookies.remove_prefix(1);
        const std::size_t end = std::min(cookies.find(';'), cookies.size());
        const std::string_view pair = cookies.substr(0, end);
        if (pair.starts_with(session_cookie) && pair.size() > session_cookie.size() &&
            pair[session_cookie.size()] == '=')
            return pair.substr(session_cookie.size() + 1);
        cookies.remove_prefix(end);
    }
    return {};
}

} // namespace

void People::reload(core::BooksView& books, core::Instant now) {
    users_ = books.users();
    devices_ = books.devices();
    device_index_.clear();
    for (std::size_t i = 0; i < devices_.size(); ++i) {
        if (!devices_[i].revoked && !devices_[i].key_hash.empty())
            device_index_.emplace(devices_[i].key_hash, i);
    }
    std::unordered_map<std::string, Active> before = std::exchange(sessions_, {});
    for (const core::LoginSession& session : books.sessions().all()) {
        const auto known = before.find(session.token_hash);
        sessions_[session.token_hash] = {session,
                                         known == before.end() ? now : known->second.last_used};
    }
}

void People::add(const core::LoginSession& session) {
    sessions_[session.token_hash] = {session, session.began_at};
}

void People::remove(const std::string& token_hash) { sessions_.erase(token_hash); }

bool People::is_over(const Active& active, core::Instant now) const {
    return now >= active.session.ends_at || now - active.last_used >= idle_time_;
}

Caller People::authenticate(const net::HttpRequest& request, core::Instant now, bool& stale) {
    Caller caller;
    std::string_view token = request.header("authorization");
    if (token.starts_with(scheme)) {
        token.remove_prefix(scheme.size());
    } else {
        token = cookie_token(request.header("cookie"));
        caller.by_cookie = !token.empty();
    }
    if (token.empty()) return caller;
    caller.token_hash = core::to_hex(core::sha256(token));
    if (const auto device = device_index_.find(caller.token_hash); device != device_index_.end()) {
        caller.kind = Caller::Kind::device;
        caller.name = devices_[device->second].id;
        caller.device = devices_[device->second].kind;
        return caller;
    }
    const auto found = sessions_.find(caller.token_hash);
    if (found != sessions_.end() && !is_over(found->second, now)) {
        const core::User* known = user(found->second.session.login);
        if (known && !known->disabled) {
            found->second.last_used = now;
            caller.kind = Caller::Kind::user;
            caller.name = known->login;
            caller.role = known->role;
            return caller;
        }
    }
    stale = true;
    return caller;
}

bool People::still_known(const Caller& caller, core::Instant now) const {
    switch (caller.kind) {
    case Caller::Kind::nobody:
        return true;
    case Caller::Kind::device:
        return device_index_.contains(caller.token_hash);
    case Caller::Kind::user:
        break;
    }
    const auto found = sessions_.find(caller.token_hash);
    if (found == sessions_.end() || now >= found->second.session.ends_at) return false;
    const core::User* known = user(caller.name);
    return known && !known->disabled;
}

const core::User* People::user(const std::string& login) const {
    const auto found = std::lower_bound(
        users_.begin(), users_.end(), login,
        [](const core::User& each, const std::string& wanted) { return each.login < wanted; });
    return found != users_.end() && found->login == login ? &*found : nullptr;
}

} // namespace server
