#pragma once

#include "core/engine/office/administration.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace server {

/// Argon2id by libsodium, with its limits for interactive log-ins (64 MiB, a tenth of a second).
class SodiumHasher : public core::PasswordHasher {
public:
    std::string hash(const std::string& password) const override;
    bool matches(const std::string& hash, const std::string& password) const override;
};

/// Random characters that nobody mistakes for others when typed from paper (no 0 O 1 I L), in
/// groups of four: `K7MP-2XQA-9RTE`. The only place that draws random numbers.
std::string random_code(int groups);

/// 256 random bits, for log-ins and devices: `base64url`, nobody types it.
std::string random_token();

/// A text that comes back to this server alone: nobody reads it on its way, in addresses and the
/// logs of proxies, and nobody makes or changes one. `base64url`. Its key lives as long as the
/// process.
std::string sealed(std::string_view text);

/// None for anything that sealed() did not make.
std::optional<std::string> unsealed(std::string_view sealed);

/// The hash of a password that nobody knows.
const std::string& decoy_hash();

} // namespace server
