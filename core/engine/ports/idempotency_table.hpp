#pragma once

#include "core/domain/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core {

/// The answer that a command got, to be given once more for the same Idempotency-Key.
struct IdempotencyRecord {
    std::string caller; // login or device: a key belongs to whoever chose it
    std::string key;
    std::string request_hash; // SHA-256 of method, path and body, hexadecimal
    int status = 0;
    std::string body;
    Instant at;
};

/// Answers are kept for a day: today's and yesterday's.
class IdempotencyTable {
public:
    virtual ~IdempotencyTable() = default;

    virtual std::optional<IdempotencyRecord>
    find(std::string_view caller, std::string_view key, Instant now) const = 0;
    virtual void keep(const IdempotencyRecord& answer) = 0;

    /// Forgets at most so many that are older than a day. Returns how many.
    virtual std::int64_t forget(Instant now, std::int64_t most) = 0;
};

} // namespace core
