#pragma once

#include "core/api/json_fields.hpp"

#include <string>
#include <string_view>

namespace api {

/// An error as RFC 9457 has it: `application/problem+json`.
struct Problem {
    int status = 500;
    std::string type;   ///< `not-allowed`, behind `urn:motcua:problem:`
    std::string title;  ///< short, English, the same for all of the type
    std::string detail; ///< what happened and what to do, Vietnamese
    FieldErrors errors{};
};

std::string to_text(const Problem& problem);

inline constexpr std::string_view problem_type = "application/problem+json";

} // namespace api
