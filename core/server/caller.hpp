#pragma once

#include "core/engine/people.hpp"

#include <string>

namespace server {

/// Who may call a route: any of these, put together with `|`.
using Who = unsigned;

namespace who {
inline constexpr Who officer = 1U << 0U;
inline constexpr Who specialist = 1U << 1U;
inline constexpr Who chairman = 1U << 2U;
inline constexpr Who admin = 1U << 3U;
inline constexpr Who kiosk = 1U << 4U;
inline constexpr Who board = 1U << 5U;
inline constexpr Who counter = 1U << 6U;
inline constexpr Who nobody = 1U << 7U; ///< without a log-in
inline constexpr Who desk = officer | specialist;
inline constexpr Who people = officer | specialist | chairman | admin;
inline constexpr Who devices = kiosk | board | counter;
inline constexpr Who all = people | devices | nobody;
} // namespace who

/// Who sent a request, as far as its token tells.
struct Caller {
    enum class Kind { nobody, user, device };

    Kind kind = Kind::nobody;
    std::string name; ///< login, or the device's id
    core::Role role = core::Role::officer;
    core::DeviceKind device = core::DeviceKind::kiosk;
    std::string token_hash;
    bool by_cookie = false; ///< the browser sent it by itself: other sites' pages could make it

    Who who() const {
        if (kind == Kind::nobody) return who::nobody;
        if (kind == Kind::device) {
            switch (device) {
            case core::DeviceKind::kiosk:
                return who::kiosk;
            case core::DeviceKind::board:
                return who::board;
            case core::DeviceKind::counter:
                return who::counter;
            }
        }
        switch (role) {
        case core::Role::officer:
            return who::officer;
        case core::Role::specialist:
            return who::specialist;
        case core::Role::chairman:
            return who::chairman;
        case core::Role::admin:
            return who::admin;
        }
        return who::nobody;
    }

    /// For the journal; empty for nobody.
    std::string journal_name() const { return kind == Kind::device ? "device:" + name : name; }
};

} // namespace server
