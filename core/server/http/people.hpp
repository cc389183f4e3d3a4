#pragma once

#include "core/engine/ports/store.hpp"
#include "core/net/http_message.hpp"
#include "core/server/http/caller.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace server {

inline constexpr std::string_view session_cookie = "motcua_session";

/// Of a browser that is a device without an agent, such as a board.
inline constexpr std::string_view device_cookie = "motcua_device";

/// Users, devices and log-ins as they stand in the books, for asking on every request. Belongs to
/// the network thread.
class People {
public:
    /// A log-in ends when nobody used it for so long, and at the end that it was given.
    explicit People(std::chrono::seconds idle_time) : idle_time_(idle_time) {}

    /// Reads everything anew; who is still there keeps the time of last use.
    void reload(core::BooksView& books, core::Instant now);

    void add(const core::LoginSession& session);
    void remove(const std::string& token_hash);

    /// Who sent it: by `Authorization: Bearer`, else by the cookie of a log-in, else by that of a
    /// device. A token that is not (any more) known gives nobody, or the device whose cookie came
    /// along, and `stale` is set.
    Caller authenticate(const net::HttpRequest& request, core::Instant now, bool& stale);

    /// Whether what was authenticated before still holds.
    bool still_known(const Caller& caller, core::Instant now) const;

    const core::User* user(const std::string& login) const;

private:
    struct Active {
        core::LoginSession session;
        core::Instant last_used;
    };

    bool is_over(const Active& active, core::Instant now) const;
    bool is_device(const std::string& hash, Caller& caller) const;
    bool is_user(const std::string& hash, core::Instant now, Caller& caller);

    std::chrono::seconds idle_time_;
    std::vector<core::User> users_;
    std::vector<core::Device> devices_;
    std::unordered_map<std::string, Active> sessions_;          // by token hash
    std::unordered_map<std::string, std::size_t> device_index_; // by key hash
};

} // namespace server
