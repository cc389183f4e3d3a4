#pragma once

#include "core/domain/instant.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace core {

/// Somebody's log-in. The token itself is with the client only.
struct LoginSession {
    std::string token_hash; // SHA-256, hexadecimal
    std::string login;
    Instant began_at;
    Instant ends_at;

    bool operator==(const LoginSession&) const = default;
};

/// The log-ins that are open, by the digest of their token.
class LoginSessionTable {
public:
    virtual ~LoginSessionTable() = default;

    virtual std::vector<LoginSession> all() const = 0;
    virtual void add(const LoginSession& session) = 0;
    virtual void end(std::string_view token_hash) = 0;
    virtual void end_all(std::string_view login) = 0;
    virtual void forget_ended(Instant now) = 0;
};

} // namespace core
