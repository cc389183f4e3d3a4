#include "core/server/http/people.hpp"

#include <algorithm>

namespace server {

namespace {

constexpr std::string_view scheme = "Bearer ";

/// As tokens and keys stand in the books.
std::string hash_of(std::string_view token) { return core::to_hex(core::sha256(token)); }

bool is_space(char c) { return c == ' ' || c == '\t'; }

std::string_view cookie_token(std::string_view cookies, std::string_view name) {
    while (!cookies.empty()) {
        while (!cookies.empty() && (is_space(cookies.front()) || cookies.front() == ';'))
            cookies.remove_prefix(1);
        const std::size_t end = std::min(cookies.find(';'), cookies.size());
        const std::string_view pair = cookies.substr(0, end);
        if (pair.starts_with(name) && pair.size() > name.size() && pair[name.size()] == '=')
            return pair.substr(name.size() + 1);
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
    for (const core::LoginSession& session : books.login_sessions().all()) {
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

bool People::is_device(const std::string& hash, Caller& caller) const {
    const auto device = device_index_.find(hash);
    if (device == device_index_.end()) return false;
    caller.kind = Caller::Kind::device;
    caller.name = devices_[device->second].id;
    caller.device = devices_[device->second].kind;
    caller.token_hash = hash;
    return true;
}

bool People::is_user(const std::string& hash, core::Instant now, Caller& caller) {
    const auto found = sessions_.find(hash);
    if (found == sessions_.end() || is_over(found->second, now)) return false;
    const core::User* known = user(found->second.session.login);
    if (!known || known->disabled) return false;
    found->second.last_used = now;
    caller.kind = Caller::Kind::user;
    caller.name = known->login;
    caller.role = known->role;
    caller.token_hash = hash;
    return true;
}

Caller People::authenticate(const net::HttpRequest& request, core::Instant now, bool& stale) {
    Caller caller;
    std::string_view token = request.header("authorization");
    if (token.starts_with(scheme)) {
        token.remove_prefix(scheme.size());
        if (token.empty()) return caller;
        const std::string hash = hash_of(token);
        stale = !is_device(hash, caller) && !is_user(hash, now, caller);
        return caller;
    }
    const std::string_view cookies = request.header("cookie");
    token = cookie_token(cookies, session_cookie);
    const std::string_view device = cookie_token(cookies, device_cookie);
    caller.by_cookie = !token.empty() || !device.empty();
    if (!token.empty()) {
        if (is_user(hash_of(token), now, caller)) return caller;
        stale = true; // told to who needs a log-in for what they want
    }
    if (!device.empty() && !is_device(hash_of(device), caller)) stale = true;
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
