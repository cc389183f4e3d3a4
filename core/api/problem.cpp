#include "core/api/problem.hpp"

#include "core/api/json_text.hpp"

#include <boost/json/value.hpp>

namespace api {

std::string to_text(const Problem& problem) {
    boost::json::object object{{"type", "urn:motcua:problem:" + problem.type},
                               {"title", problem.title},
                               {"status", problem.status},
                               {"detail", problem.detail}};
    boost::json::array errors;
    for (const FieldError& error : problem.errors)
        errors.push_back({{"field", error.field}, {"message", error.message}});
    object.emplace("errors", std::move(errors));
    return to_text(object);
}

} // namespace api
