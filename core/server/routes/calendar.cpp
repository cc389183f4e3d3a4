// The office's calendar, and a change of it seen before it is made: which due dates would move.

#include "core/api/dossier_json.hpp"
#include "core/api/json_text.hpp"
#include "core/api/unsure_json.hpp"
#include "core/domain/civil_time.hpp"
#include "core/domain/proposed_days_off.hpp"
#include "core/domain/unsure_due.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/engine/dossiers/unsure_dossiers.hpp"
#include "core/server/http/server.hpp"
#include "core/server/proposed_calendar.hpp"
#include "core/server/routes/routes.hpp"
#include "core/server/routes/table_import.hpp"
#include "core/server/rules.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>
#include <spdlog/spdlog.h>

namespace server {

namespace json = boost::json;

namespace {

constexpr const char* calendar_file = "calendar.csv";

// Moved due dates that an answer lists; further ones are counted.
constexpr std::size_t most_moved = 2'000;

json::object day_json(core::Day date, const core::CalendarDay& day) {
    return {{"date", core::format_date(date)},
            {"kind", std::string(to_text(day.kind))},
            {"name", day.name}};
}

json::object hours_json(const core::WeekSessions& week) {
    json::object hours;
    for (std::size_t i = 0; i < core::weekday_names.size(); ++i) {
        json::array sessions;
        for (const core::WorkingSession session : week.at(i))
            sessions.emplace_back(core::format_working_session(session));
        hours[core::weekday_names.at(i)] = std::move(sessions);
    }
    return hours;
}

int year_of(core::Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

net::HttpResponse show_calendar(const Call& call, core::BooksView& books) {
    std::int64_t year = year_of(core::local_date(call.now));
    if (const auto text = call.query("year")) {
        const auto asked = parse_count(*text);
        if (!asked || *asked < core::first_year || *asked > core::last_year)
            return fields_response({{"year", "field-no-year"}}, call.language);
        year = *asked;
    }
    json::array days;
    for (const auto& [date, day] : call.rules->calendar.special_days()) {
        if (year_of(date) == year) days.emplace_back(day_json(date, day));
    }
    const std::chrono::year of{static_cast<int>(year)};
    const auto asked_for =
        core::years_asked_for(books, call.rules->calendar, core::local_date(call.now));
    json::array days_off;
    for (const core::Day day : core::days_off(call.rules->calendar, of))
        days_off.emplace_back(core::format_date(day));
    return json_response(
        {{"year", year},
         {"timezone", call.rules->office.timezone},
         {"hours", hours_json(call.rules->office.hours)},
         {"days", std::move(days)},
         {"days_off", std::move(days_off)},
         {"loaded", call.rules->calendar.is_loaded(of)},
         {"years_not_loaded", api::to_json(asked_for)},
         {"years_not_loaded_text",
          asked_for.empty()
              ? json::value(nullptr)
              : json::value(words::say(call.language, core::calendar_not_loaded(asked_for)))},
         {"working_days", core::working_days_of(call.rules->calendar, of)}});
}

/// A word of the query that a choice has names for; none where it is missing.
template <typename Choice>
std::optional<Choice> read_choice(const Call& call,
                                  const char* name,
                                  std::optional<Choice> (*parse)(std::string_view),
                                  const core::Vocabulary& known,
                                  api::FieldErrors& errors) {
    const auto text = call.query(name);
    if (!text) return std::nullopt;
    const auto choice = parse(*text);
    if (!choice) errors.push_back({name, {"field-not-one-of", {{"known", core::list_of(known)}}}});
    return choice;
}

/// The days off of a year by law, for somebody to look at: nothing is stored.
net::HttpResponse propose_calendar(const Call& call, core::BooksView&) {
    api::FieldErrors errors;
    const auto asked = parse_count(call.query("year").value_or(""));
    if (!asked || *asked < core::first_year || *asked > core::last_year)
        errors.push_back({"year", "field-no-year"});
    const auto eve = read_choice<core::NewYearEve>(
        call, "new_year_eve", [](std::string_view text) { return core::new_year_eves.parse(text); },
        core::new_year_eves.vocabulary(), errors);
    const auto side = read_choice<core::NationalDaySide>(
        call, "national_day_side",
        [](std::string_view text) { return core::national_day_sides.parse(text); },
        core::national_day_sides.vocabulary(), errors);
    if (!errors.empty()) return fields_response(errors, call.language);
    const std::chrono::year year{static_cast<int>(*asked)};
    const auto proposed = core::propose_days_off(year, call.rules->office.hours, {eve, side});
    if (!proposed) return fields_response({{"year", proposed.error().message}}, call.language);
    json::array days;
    for (const core::ProposedDay& day : proposed->days)
        days.emplace_back(day_json(day.day, {day.kind, name_of(day)}));
    return json_response({{"year", *asked},
                          {"new_year_eve", std::string(to_text(proposed->new_year_eve))},
                          {"national_day_side", std::string(to_text(proposed->national_day_side))},
                          {"text", words::say(call.language, proposal_note(year, *proposed))},
                          {"days", std::move(days)},
                          {"file", "calendar-" + std::to_string(*asked) + ".csv"},
                          {"csv", calendar_csv(*proposed)}});
}

void add_days(const core::ImportSummary& summary, json::object& answer) {
    json::array added;
    json::array removed;
    json::array changed;
    for (const auto& [date, before, after] : summary.days) {
        if (!before) {
            added.emplace_back(day_json(date, *after));
        } else if (!after) {
            removed.emplace_back(day_json(date, *before));
        } else {
            changed.push_back({{"date", core::format_date(date)},
                               {"before", day_json(date, *before)},
                               {"after", day_json(date, *after)}});
        }
    }
    answer["added"] = std::move(added);
    answer["removed"] = std::move(removed);
    answer["changed"] = std::move(changed);
}

json::object calendar_change_json(const TableImportResult& outcome, words::Language language) {
    const core::ImportSummary nothing;
    const core::ImportSummary& summary = outcome.summary ? *outcome.summary : nothing;
    json::object answer = outcome_json(outcome, language);
    add_days(summary, answer);
    json::array moved;
    for (const core::MovedDeadline& each : summary.moved) {
        if (moved.size() == most_moved) break;
        moved.push_back({{"code", each.code},
                         {"procedure", each.procedure_code},
                         {"due_before", api::to_json(each.from)},
                         {"due_after", api::to_json(each.to)}});
    }
    answer["moved_count"] = summary.moved.size();
    answer["moved"] = std::move(moved);
    return answer;
}

core::CalendarImport how_of(const Call& call) {
    return call.query("replace") == "true" ? core::CalendarImport::replace_all
                                           : core::CalendarImport::add_days;
}

net::HttpResponse preview_calendar_file(const Call& call, core::BooksView& books) {
    if (auto refusal = refuse_table(call)) return std::move(*refusal);
    const auto outcome = read_table(
        call, calendar_file, call.act_context(), [&](const auto& source, auto& problems) {
            return core::preview_calendar(books, source, how_of(call), problems);
        });
    return json_response(calendar_change_json(outcome, call.language));
}

/// What was received by the old calendar while the new one was stored is due by the new one too.
void settle(Server& server, const CallPtr& call) {
    server.reload_rules();
    const std::string reason = moved_by_calendar(file_name_of(*call, calendar_file));
    try {
        server.store().submit(
            server.agency(),
            [rules = server.rules(), by = call->act_context(),
             reason](core::Books& books) -> core::Result<void> {
                core::move_deadlines(books, rules->calendar, by, reason);
                return {};
            },
            [](const core::Result<void>&, const std::exception_ptr& failure) {
                if (failure) spdlog::error("settling the due dates after a calendar broke");
            });
    } catch (const std::exception& failure) {
        server.broken(failure, "settling the due dates after a calendar");
    }
}

void import_calendar_file(Server& server, const CallPtr& call, const net::Responder& respond) {
    if (auto refusal = refuse_table(*call)) return respond(std::move(*refusal));
    server.write(
        call,
        [call](core::Books& books, const core::ActContext& by) -> core::Result<Answer> {
            const auto outcome =
                read_table(*call, calendar_file, by, [&](const auto& source, auto& problems) {
                    return core::import_calendar(books, source, how_of(*call), problems);
                });
            if (!outcome.summary) return refused_table(outcome, call->language);
            return Answer{200, api::to_text(calendar_change_json(outcome, call->language))};
        },
        respond, [&server, call] { settle(server, call); });
}

} // namespace

void add_calendar(Router& router) {
    router.add({"GET",
                "/api/v1/calendar",
                callers::people | callers::kiosk,
                QuickRead{show_calendar},
                {"getCalendar",
                 "The sessions of a week, and a year's days that differ",
                 "",
                 "Calendar",
                 200,
                 {{"year", "this year without one", "integer"}}}});
    static const std::string eves = core::list_of(core::new_year_eves.vocabulary());
    static const std::string sides = core::list_of(core::national_day_sides.vocabulary());
    router.add({"GET",
                "/api/v1/calendar/proposal",
                callers::admin,
                QuickRead{propose_calendar},
                {"proposeCalendar",
                 "The days off of a year by law, to look at and to import; changes nothing",
                 "",
                 "CalendarProposal",
                 200,
                 {{"year", "the year", "integer", true},
                  {"new_year_eve", eves},
                  {"national_day_side", sides}}}});
    RouteDoc previewed{
        "previewCalendar",
        "What the import of calendar.csv would do, and whose due dates would move; "
        "changes nothing",
        "Table",
        "CalendarChange",
        200,
        table_parameters({{"replace", "true: the file is the whole calendar", "boolean"}})};
    previewed.request_type = "text/csv";
    RouteDoc imported = previewed;
    imported.operation = "importCalendar";
    imported.summary = "Takes in calendar.csv, all of it or nothing, and moves the due dates of "
                       "open dossiers: one act of the journal";
    router.add({"POST", "/api/v1/calendar/preview", callers::admin, LongRead{preview_calendar_file},
                previewed, table_body_limit});
    router.add({"POST", "/api/v1/calendar/import", callers::admin, Own{import_calendar_file},
                imported, table_body_limit});
}

} // namespace server
