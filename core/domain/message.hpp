#pragma once

#include "core/domain/instant.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace core {

/// A word of a vocabulary: `{"act", "resume"}`. Each language has its own for it.
struct Term {
    std::string_view vocabulary; ///< a literal
    std::string name;

    bool operator==(const Term&) const = default;
};

struct Message;

/// One thing that a message tells, by the name that it has in the sentences.
struct Fact {
    std::string_view name; ///< a literal
    /// Messages are said one after the other: what a rule refused, as part of where it was met.
    std::variant<std::string,
                 std::int64_t,
                 Day,
                 Instant,
                 Term,
                 std::vector<Term>,
                 std::vector<Message>>
        value;

    bool operator==(const Fact&) const = default;
};

/// Something that is to be said to people: a stable code (`dossier-unknown`) and what it is about.
/// Rules only name it; core/words has the sentence, in the language of whoever is told.
struct Message {
    Message() = default;

    // Not explicit: `Error{kind, "dossier-unknown"}` says all there is to say.
    // NOLINTNEXTLINE(google-explicit-constructor)
    Message(std::string name, std::vector<Fact> about = {})
        : code(std::move(name)), facts(std::move(about)) {}

    // NOLINTNEXTLINE(google-explicit-constructor)
    Message(const char* name, std::vector<Fact> about = {}) : code(name), facts(std::move(about)) {}

    std::string code;
    std::vector<Fact> facts;

    bool operator==(const Message&) const = default;
};

} // namespace core
