#pragma once

#include "core/api/json_fields.hpp"
#include "core/domain/message.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace api {

/// An error as RFC 9457 has it: `application/problem+json`. Nothing of it is in a language yet: the
/// sentences are chosen where the answer is made.
struct Problem {
    int status = 500;
    std::string type;      ///< `not-allowed`, behind `urn:motcua:problem:`
    core::Message message; ///< what happened and what to do
    FieldErrors errors{};
};

/// The title is the sentence `title-TYPE` of the catalogue, the same for all of the type. The
/// member `code` is the message's, or the type where the catalogue has no such message.
/// `further` are members beside those of all problems.
std::string
to_text(const Problem& problem, words::Language language, const boost::json::object& further = {});

/// What was done to a damaged field, and how it most likely reads, as members `damage` and
/// `reading` beside its sentence: pages and scripts can offer them. Nothing for other messages.
void put_damage(boost::json::object& error, const core::Message& message);

inline constexpr std::string_view problem_type = "application/problem+json";

} // namespace api
