#pragma once

#include "core/engine/office/administration.hpp"

#include <string>

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

/// The hash of a password that nobody knows.
const std::string& decoy_hash();

} // namespace server
