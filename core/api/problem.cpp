#include "core/api/problem.hpp"

#include "core/api/json_text.hpp"
#include "core/domain/field_damage.hpp"

#include <algorithm>
#include <variant>
#include <vector>

namespace api {

namespace json = boost::json;

namespace {

const core::Fact* find_fact(const core::Message& message, std::string_view name) {
    const auto found = std::ranges::find(message.facts, name, &core::Fact::name);
    return found == message.facts.end() ? nullptr : &*found;
}

json::object error_json(const FieldError& error, words::Language language) {
    const std::string sentence = words::say(language, error.message);
    json::object item{{"field", error.field}, {"message", sentence}};
    put_damage(item, error.message);
    if (error.line > 0) { // the same as a preview of the file has it
        item["line"] = error.line;
        item["column"] = error.field;
        item["reason"] = sentence;
    }
    return item;
}

} // namespace

void put_damage(json::object& error, const core::Message& message) {
    const auto damage = core::damage_told(message);
    if (!damage) return;
    error["damage"] = core::damage_kinds.text(*damage);
    if (core::may_be_meant(*damage)) error["may_be_meant"] = true;
    const core::Fact* reading = find_fact(message, "reading");
    if (!reading) return;
    if (const auto* text = std::get_if<std::string>(&reading->value)) error["reading"] = *text;
}

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
    return to_text(std::move(object));
}

} // namespace api
