#pragma once

#include "core/net/client/server_address.hpp"
#include "core/words/words.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace agent {

/// Who this machine is to the core.
struct DeviceKey {
    std::string id;   ///< `kiosk-7f3k`
    std::string kind; ///< `kiosk`, `board`, `counter`
    std::string name; ///< where it stands; may be empty
    std::string key;  ///< for `Authorization: Bearer`
};

/// None when there is no such file; throws core::Failure when it is no key file.
std::optional<DeviceKey> load_device_key(const std::filesystem::path& file);

void save_device_key(const std::filesystem::path& file, const DeviceKey& key);

/// Exchanges the one-time code for a key. Throws net::NetError when the core cannot be reached,
/// core::Failure when it refuses, with its reason in `language`, or when the code is of another
/// `kind`.
DeviceKey redeem_code(const net::ServerAddress& core,
                      std::string_view code,
                      std::string_view kind,
                      words::Language language = {});

} // namespace agent
