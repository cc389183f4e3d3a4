#pragma once

#include "core/domain/civil_time.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace core {

/// SHA-256.
using Hash = std::array<std::byte, 32>;

/// Who does something, from where: what every event says besides what happened.
struct Actor {
    std::string who;   // login, or the program's own part
    std::string place; // counter, device, or the file it came from
};

/// What is to be written to the journal, by the names that its file has: `act` says what happened,
/// `subject` to which dossier or part of the office, `payload` is JSON with the facts.
struct NewEvent {
    Instant recorded_at; // when it was written
    Instant act_at;      // when it happened
    std::string act;
    std::string subject;
    Actor actor;
    std::string reason;
    std::string payload;
    std::int64_t previous_seq = 0; // the subject's event before this one; 0 for its first
};

/// A row of the journal. `seq` counts from 1 without gap; `hash` covers the row and the hash of
/// the row before it, so that no row can be changed, removed or put in unnoticed.
struct Event : NewEvent {
    std::int64_t seq = 0;
    Hash hash{};
};

/// No dossier has more acts; a longer chain of a subject's events goes in a circle. Who reads a
/// history and who verifies it hold it to the same.
inline constexpr std::size_t most_acts_of_a_dossier = 100'000;

/// The end of the chain: what the next event is chained to.
struct JournalHead {
    std::int64_t seq = 0;
    Hash hash{};

    bool operator==(const JournalHead&) const = default;
};

/// The hash of the event `seq` after `previous`. Every member counts.
Hash chain_hash(const Hash& previous, std::int64_t seq, const NewEvent& event);

/// SHA-256 of any text.
Hash sha256(std::string_view text);

/// The same of bytes that come piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);

    /// Once, at the end.
    Hash finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

std::string to_hex(const Hash& hash);

} // namespace core
