#include "core/api/problem.hpp"

#include "core/api/json_text.hpp"

namespace api {

namespace json = boost::json;

namespace {

json::object error_json(const FieldError& error, words::Language language) {
    const std::string sentence = words::say(language, error.message);
    json::object item{{"field", error.field}, {"message", sentence}};
    if (error.line > 0) { // the same as a preview of the file has it
        item["line"] = error.line;
        item["column"] = error.field;
        item["reason"] = sentence;
    }
    return item;
}

} // namespace

std::string to_text(const Problem& problem, words::Language language, const json::object& further) {
    const std::string_view code = words::code_of(problem.message);
    json::object object{{"type", "urn:motcua:problem:" + problem.type},
                        {"code", code.empty() ? std::string_view(problem.type) : code},
                        {"title", words::say(language, "title-" + problem.type)},
                        {"status", problem.status},
                        {"detail", words::say(language, problem.message)}};
    json::array errors;
    for (const FieldError& error : problem.errors) errors.emplace_back(error_json(error, language));
    object.emplace("errors", std::move(errors));
    for (const auto& member : further) object.insert(member);
    return to_text(object);
}

} // namespace api
