#include "core/api/unsure_json.hpp"

#include "core/domain/unsure_due.hpp"

#include <boost/json/value.hpp>

namespace api {

namespace json = boost::json;

json::array to_json(std::span<const std::chrono::year> years) {
    json::array array;
    for (const std::chrono::year year : years) array.emplace_back(static_cast<int>(year));
    return array;
}

void put_unsure(json::object& object,
                std::span<const std::chrono::year> years,
                words::Language language) {
    object["due_unsure"] = !years.empty();
    object["due_unsure_years"] = to_json(years);
    object["due_unsure_text"] = years.empty()
                                    ? json::value(nullptr)
                                    : json::value(words::say(language, core::due_unsure(years)));
}

} // namespace api
