#pragma once

#include "core/domain/role.hpp"

#include <string>

namespace core {

/// Someone who may log in. The password itself is nowhere, its argon2id hash only in the store.
struct User {
    std::string login;
    std::string name;
    Role role = Role::officer;
    std::string password_hash;
    bool disabled = false;

    bool operator==(const User&) const = default;
};

/// A machine of the room, enrolled with a one-time code.
struct Device {
    std::string id;
    DeviceKind kind = DeviceKind::kiosk;
    std::string name;
    std::string code_hash; // SHA-256 of the one-time code; empty once it was used
    std::string key_hash;  // SHA-256 of the device's key; empty until enrolled
    bool revoked = false;

    bool operator==(const Device&) const = default;
};

} // namespace core
