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
    for (const FieldError& error : problem.errors) {
        boost::json::object item{{"field", error.field}, {"message", error.message}};
        if (error.line > 0) { // the same as a preview of the file has it
            item["line"] = error.line;
            item["column"] = error.field;
            item["reason"] = error.message;
        }
        errors.emplace_back(std::move(item));
    }
    object.emplace("errors", std::move(errors));
    return to_text(object);
}

} // namespace api
