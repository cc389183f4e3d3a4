// calendar-changed := { days: [ { date, kind: "holiday" | "working", name } ] }     (all, in order)

#include "core/engine/journal/codec/calendar_payload.hpp"

#include "core/engine/journal/codec/json_members.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <utility>

namespace core::payload {

std::string write(const CalendarDays& days) {
    json::array array;
    for (const auto& [day, special] : days) {
        json::object object;
        put(object, "date", format_date(day));
        put(object, "kind", to_text(special.kind));
        put(object, "name", special.name);
        array.push_back(std::move(object));
    }
    return json::serialize(json::object{{"days", std::move(array)}});
}

CalendarDays read_calendar(std::string_view payload) {
    const json::value value = parsed(payload);
    const json::value* days = value.get_object().if_contains("days");
    if (!days || !days->is_array()) damaged("days");
    CalendarDays calendar;
    for (const json::value& item : days->get_array()) {
        if (!item.is_object()) damaged("days");
        const Reader in(item.get_object());
        const bool holiday = parse_day_kind(in.text("kind")) == DayKind::holiday;
        calendar[in.day("date")] = {holiday ? DayKind::holiday : DayKind::working, in.text("name")};
    }
    return calendar;
}

} // namespace core::payload
