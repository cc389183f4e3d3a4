#pragma once

#include "core/domain/civil_time.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace counter {

/// Whose log-ins the core has told us, so that drafts work while it is away, also after a restart
/// of this program. Knows tokens by their hash only. No I/O, no clock.
class KnownLogins {
public:
    static constexpr std::size_t most = 64;

    /// Not longer than so, whenever the log-in itself ends.
    static constexpr std::chrono::hours longest{12};

    struct Login {
        std::string login;
        core::Instant asked_at; ///< when the core said so last
        core::Instant until;
    };

    /// What was kept of an earlier run (to_text); what is not as it should be is passed over.
    static KnownLogins read(std::string_view text);
    std::string to_text() const;

    /// None when unknown or over.
    const Login* find(std::string_view token_hash, core::Instant now) const;

    /// Returns whether what is to be kept has changed. `ends_at`: of the log-in.
    bool remember(std::string_view token_hash,
                  std::string_view login,
                  core::Instant ends_at,
                  core::Instant now);

    /// Returns whether it was known.
    bool forget(std::string_view token_hash);

private:
    std::map<std::string, Login, std::less<>> logins_; // by token hash
};

} // namespace counter
