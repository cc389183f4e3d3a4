#include "core/api/due.hpp"

#include <boost/json/value.hpp>

namespace api {

namespace json = boost::json;

namespace {

json::value text(std::string_view text) { return json::value(json::string_view(text)); }

} // namespace

std::string_view show(core::Outcome outcome) {
    switch (outcome) {
    case core::Outcome::early:
        return "Trước hạn";
    case core::Outcome::on_time:
        return "Đúng hạn";
    case core::Outcome::late:
        return "Quá hạn";
    }
    return {};
}

json::value to_json(const DueAnswer& answer) {
    json::object object;
    const auto& due_at = answer.deadline.due_at;
    object["due_at"] = due_at ? text(core::format_instant(*due_at)) : json::value(nullptr);
    object["effective_from"] = text(core::format_instant(answer.deadline.effective_from));
    if (answer.outcome) object["outcome"] = text(to_text(*answer.outcome));
    object["suspended"] = answer.deadline.suspended;
    object["procedure"] = {
        {"code", text(answer.procedure.code)},
        {"name", text(answer.procedure.name)},
        {"unit", text(to_text(answer.procedure.limit.unit))},
        {"duration", text(core::format_half_units(answer.procedure.limit.half_units))},
        {"in_force_from", text(core::format_date(answer.procedure.effective_from))}};
    if (answer.steps.empty()) return object;
    json::array steps;
    for (const core::DeadlineStep& step : answer.steps) {
        steps.push_back({{"step", text(to_text(step.kind))},
                         {"at", text(core::format_instant(step.at))},
                         {"text", text(step.text)}});
    }
    object["steps"] = std::move(steps);
    return object;
}

std::string to_plain_text(const DueAnswer& answer) {
    std::string text = answer.procedure.code + " " + answer.procedure.name + "\n";
    for (const core::DeadlineStep& step : answer.steps) text += "  " + step.text + "\n";
    text += "Tính từ (counts from): " + core::show_instant(answer.deadline.effective_from) + "\n";
    const auto& due_at = answer.deadline.due_at;
    text += "Hạn trả (due): ";
    if (due_at) {
        text += core::show_instant(*due_at);
    } else {
        text += answer.deadline.suspended ? "đang tạm dừng (suspended)" : "không có (none)";
    }
    text += "\n";
    if (answer.outcome) text += "Kết quả (outcome): " + std::string(show(*answer.outcome)) + "\n";
    return text;
}

} // namespace api
