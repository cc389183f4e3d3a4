#pragma once

#include "core/engine/office/people.hpp"

#include <string>

namespace server {

/// Who may call a route: any of these, put together with `|`.
using CallerSet = unsigned;

namespace callers {
inline constexpr CallerSet officer = 1U << 0U;
inline constexpr CallerSet specialist = 1U << 1U;
inline constexpr CallerSet chairman = 1U << 2U;
inline constexpr CallerSet admin = 1U << 3U;
inline constexpr CallerSet kiosk = 1U << 4U;
inline constexpr CallerSet board = 1U << 5U;
inline constexpr CallerSet counter = 1U << 6U;
inline constexpr CallerSet nobody = 1U << 7U; ///< without a log-in
inline constexpr CallerSet staff = officer | specialist;
inline constexpr CallerSet people = officer | specialist | chairman | admin;
inline constexpr CallerSet devices = kiosk | board | counter;
inline constexpr CallerSet all = people | devices | nobody;
} // namespace callers

/// Who sent a request, as far as its token tells.
struct Caller {
    enum class Kind { nobody, user, device };

    Kind kind = Kind::nobody;
    std::string name; ///< login, or the device's id
    core::Role role = core::Role::officer;
    core::DeviceKind device = core::DeviceKind::kiosk;
    std::string token_hash;
    bool by_cookie = false; ///< the browser sent it by itself: other sites' pages could make it

    CallerSet as_set() const {
        if (kind == Kind::nobody) return callers::nobody;
        if (kind == Kind::device) {
            switch (device) {
            case core::DeviceKind::kiosk:
                return callers::kiosk;
            case core::DeviceKind::board:
                return callers::board;
            case core::DeviceKind::counter:
                return callers::counter;
            }
        }
        switch (role) {
        case core::Role::officer:
            return callers::officer;
        case core::Role::specialist:
            return callers::specialist;
        case core::Role::chairman:
            return callers::chairman;
        case core::Role::admin:
            return callers::admin;
        }
        return callers::nobody;
    }

    /// For the journal; empty for nobody.
    std::string journal_name() const { return kind == Kind::device ? "device:" + name : name; }
};

} // namespace server
