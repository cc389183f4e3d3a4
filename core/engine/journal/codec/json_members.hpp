#pragma once

#include "core/domain/civil_time.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the codecs share: the members of a payload's JSON, written and read by their kinds.
/// Belongs to the codecs only: nobody else sees Boost.JSON through a payload.
namespace core::payload {

namespace json = boost::json;

// Each writes a member, or nothing where it would say nothing (an empty text or list, 0, no
// instant): a payload is kept for ever, ten million times.
void put(json::object& object, json::string_view key, std::string_view text);
void put(json::object& object, json::string_view key, const std::optional<Instant>& instant);
void put(json::object& object, json::string_view key, std::int64_t number);
void put(json::object& object, json::string_view key, const std::vector<std::string>& list);

/// Throws std::runtime_error: the journal holds what no codec wrote.
[[noreturn]] void damaged(std::string_view what);

/// The object that a payload is; throws as damaged() does.
json::value parsed(std::string_view payload);

/// Reads an object whose members may be missing, which gives the empty value of their kind, but
/// must be of the right kind: anything else is damaged(). The object must outlive the reader.
class Reader {
public:
    explicit Reader(const json::object& object) : object_(object) {}

    std::string text(json::string_view key) const;
    std::int64_t number(json::string_view key) const;
    std::optional<Instant> instant(json::string_view key) const;
    std::vector<std::string> list(json::string_view key) const;

    // These must be there.
    Day day(json::string_view key) const;
    const json::object& object(json::string_view key) const;

    /// A word that `parse` knows.
    template <typename Parse>
    auto word(json::string_view key, Parse parse) const {
        const auto known = parse(text(key));
        if (!known) damaged(text(key));
        return *known;
    }

    bool has(json::string_view key) const { return object_.contains(key); }

private:
    const json::object& object_;
};

} // namespace core::payload
