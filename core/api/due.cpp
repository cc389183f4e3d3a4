#include "core/api/due.hpp"

#include "core/api/unsure_json.hpp"
#include "core/domain/unsure_due.hpp"

#include <boost/json/value.hpp>

namespace api {

namespace json = boost::json;

json::value to_json(const DueAnswer& answer, words::Language language) {
    json::object object;
    const auto& due_at = answer.deadline.due_at;
    object["due_at"] = due_at ? json::value(core::format_instant(*due_at)) : json::value(nullptr);
    object["effective_from"] = json::value(core::format_instant(answer.deadline.effective_from));
    if (answer.outcome) object["outcome"] = json::value(to_text(*answer.outcome));
    object["suspended"] = answer.deadline.suspended;
    object["procedure"] = {{"code", answer.procedure.code},
                           {"name", answer.procedure.name},
                           {"unit", to_text(answer.procedure.limit.unit)},
                           {"duration", core::format_half_units(answer.procedure.limit.half_units)},
                           {"in_force_from", core::format_date(answer.procedure.effective_from)}};
    put_unsure(object, answer.unsure_years, language);
    if (answer.steps.empty()) return object;
    json::array steps;
    for (const core::DeadlineStep& step : answer.steps) {
        steps.push_back({{"step", to_text(step.kind)},
                         {"at", core::format_instant(step.at)},
                         {"text", words::say(language, step.text)}});
    }
    object["steps"] = std::move(steps);
    return object;
}

std::string to_plain_text(const DueAnswer& answer, words::Language language) {
    std::string text = answer.procedure.code + " " + answer.procedure.name + "\n";
    for (const core::DeadlineStep& step : answer.steps)
        text += "  " + words::say(language, step.text) + "\n";
    const auto add = [&](const core::Message& line) { text += words::say(language, line) + "\n"; };
    add({"due-counts-from", {{"at", answer.deadline.effective_from}}});
    if (answer.deadline.due_at) {
        add({"due-at", {{"at", *answer.deadline.due_at}}});
        if (!answer.unsure_years.empty()) add(core::due_unsure_at_terminal(answer.unsure_years));
    } else if (answer.deadline.suspended) {
        add("due-suspended");
    } else {
        add("due-never");
    }
    if (answer.outcome) {
        const core::Term outcome{"outcome", std::string(to_text(*answer.outcome))};
        add({"due-outcome", {{"outcome", outcome}}});
    }
    return text;
}

} // namespace api
