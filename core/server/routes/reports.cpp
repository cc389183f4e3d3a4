#include "core/api/dossier_json.hpp"
#include "core/domain/period.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/domain/written_date.hpp"
#include "core/engine/reporting/counted_dossiers.hpp"
#include "core/server/report_output.hpp"
#include "core/server/routes/list_walk.hpp"

#include <boost/json/value.hpp>

#include <array>
#include <deque>

namespace server {

namespace {

constexpr std::size_t most_counted = 1'000;

/// "field, procedure, …"; lives as long as the program, as descriptions of routes must.
const std::string& grouping_list() {
    static const std::string list = core::list_of(core::groupings.vocabulary());
    return list;
}

struct Period {
    core::Day first;
    core::Day last;
};

/// `from` and `to`; notes what is wrong with them.
Period read_period(const Call& call, api::FieldErrors& errors) {
    Period period{};
    for (auto [name, day] : {std::pair("from", &period.first), std::pair("to", &period.last)}) {
        const auto text = call.query(name);
        const auto parsed = core::read_written_date(text.value_or(""));
        if (parsed) {
            *day = *parsed;
        } else {
            errors.push_back({name, "field-no-date"});
        }
    }
    if (!errors.empty()) return period;
    if (const auto sound = core::check_period(period.first, period.last); !sound)
        errors.push_back({sound.error().field, sound.error().message});
    return period;
}

struct Media {
    OutputFormat format;
    const char* suffix;
    const char* type;
};

constexpr std::array media = {
    Media{OutputFormat::json, "", "application/json"},
    Media{OutputFormat::csv, ".csv", "text/csv; charset=utf-8"},
    Media{OutputFormat::xlsx, ".xlsx",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    Media{OutputFormat::pdf, ".pdf", "application/pdf"},
};

net::HttpResponse
show_report(const Call& call, core::BooksView& books, core::ReportForm form, const Media& as) {
    api::FieldErrors errors;
    const Period period = read_period(call, errors);
    std::optional<core::GroupBy> by;
    if (const auto text = call.query("by"); text && !core::grouping_of(form)) {
        by = core::parse_group_by(*text);
        if (!by) {
            errors.push_back({"by", {"field-not-one-of", {{"known", grouping_list()}}}});
        }
    }
    if (!errors.empty()) return fields_response(errors, call.language);
    const auto dialect = call.query("excel").value_or("0") == "1" ? reports::CsvDialect::excel
                                                                  : reports::CsvDialect::plain;
    const auto report = core::make_report(books, {form, period.first, period.last, by});
    if (!report) return problem_response(problem_of(report.error()), call.language);
    net::HttpResponse response =
        json_response(200, render(*report, as.format, call.language, dialect));
    response.headers.front().second = as.type;
    response.headers.emplace_back("Content-Language",
                                  languages_of(*report, as.format, call.language));
    if (as.format != OutputFormat::json) {
        response.headers.emplace_back("Content-Disposition",
                                      "attachment; filename=\"bao-cao-" +
                                          core::format_date(period.first) + "-" +
                                          core::format_date(period.last) + as.suffix + "\"");
    }
    return response;
}

/// The group that the query names; a month cuts the period, as it does in the report.
void read_group(const Call& call, core::CountedQuery& query, api::FieldErrors& errors) {
    const auto by = core::parse_group_by(call.query("by").value_or(""));
    const auto key = net::query_value(call.request.query, "key");
    if (!key) return;
    if (!by) {
        errors.push_back({"by", {"field-needed-with-key", {{"known", grouping_list()}}}});
    } else if (*by != core::GroupBy::month) {
        query.group = {*by, *key};
        const auto named = core::name_group(call.rules->catalogue, query);
        if (!named) errors.push_back({named.error().field, named.error().message});
    } else {
        query.month = core::parse_month(*key);
        if (!query.month) errors.push_back({"key", "field-no-month"});
    }
}

net::HttpResponse show_counted(const Call& call, core::BooksView& books, WalkMemory& walks) {
    api::FieldErrors errors;
    core::CountedQuery query;
    const Period period = read_period(call, errors);
    query.first = period.first;
    query.last = period.last;
    query.figure = core::find_figure(call.query("figure").value_or(""));
    if (!query.figure)
        errors.push_back({"figure", {"field-not-one-of", {{"known", core::figure_list()}}}});
    read_group(call, query, errors);
    const Asked asked = [&](const char* name) { return call.query(name); };
    query.order = read_sort(asked, errors).value_or(query.order);
    const ListWalk walk({"counted", &walks}, to_text(query.order),
                        {"figure", "from", "to", "by", "key"}, asked, most_counted, errors);
    if (!errors.empty() || walk.is_outdated(books, errors))
        return fields_response(errors, call.language);
    query.limit = walk.window().limit;
    query.skip = walk.window().skip;
    query.after = walk.after();
    query.walked = walk.walked();
    const auto counted = core::counted_dossiers(books, call.rules->catalogue, query);
    boost::json::array items;
    for (const core::StoredDossier& stored : counted.dossiers) {
        items.emplace_back(api::summary_json(stored.dossier, rules_of(*call.rules, stored.dossier),
                                             call.now, call.language));
    }
    boost::json::object answer{{"figure", std::string(query.figure->name)},
                               {"from", core::format_date(counted.first)},
                               {"to", core::format_date(counted.last)},
                               {"total", counted.total},
                               {"count", counted.total},
                               {"items", std::move(items)},
                               {"sort", to_text(query.order)}};
    walk.add_next(answer, counted.next, counted.walked);
    return json_response(answer);
}

struct ReportRoute {
    core::ReportForm form;
    const char* operation;
    const char* summary;
    const char* reply;
};

constexpr std::array report_routes = {
    ReportRoute{core::ReportForm::period, "periodReport", "The figures of a period",
                "PeriodReport"},
    ReportRoute{core::ReportForm::cchc, "cchcReport", "The rows of the reform report", "CchcForm"},
    ReportRoute{core::ReportForm::form_06a, "form06a", "Form II.06a/VPCP", "Form06a"},
};

std::vector<QueryParameter> report_query(core::ReportForm form, OutputFormat format) {
    std::vector<QueryParameter> query = {{"from", "first date", "string", true, "date"},
                                         {"to", "last date", "string", true, "date"}};
    if (!core::grouping_of(form)) query.push_back({"by", grouping_list()});
    if (format == OutputFormat::csv)
        query.push_back({"excel", "1: for the Excel of a Vietnamese machine"});
    return query;
}

/// Names of operations live as long as the program.
std::string_view operation_name(const ReportRoute& route, const Media& as) {
    static std::deque<std::string> names;
    std::string suffix = as.suffix;
    if (!suffix.empty()) suffix[0] = '_';
    return names.emplace_back(route.operation + suffix);
}

} // namespace

void add_reports(Router& router) {
    static const std::string limit = "at most so many, up to " + std::to_string(most_counted);
    constexpr CallerSet readers = callers::chairman | callers::admin;
    for (const ReportRoute& each : report_routes) {
        for (const Media& as : media) {
            const bool is_json = as.format == OutputFormat::json;
            router.add({"GET",
                        "/api/v1/reports/" + std::string(to_text(each.form)) + as.suffix,
                        readers,
                        LongRead{[form = each.form, &as](const Call& call, core::BooksView& books) {
                            return show_report(call, books, form, as);
                        }},
                        {operation_name(each, as), each.summary, "", is_json ? each.reply : "", 200,
                         report_query(each.form, as.format), as.type}});
        }
    }
    router.add({"GET",
                "/api/v1/reports/dossiers",
                callers::chairman,
                LongRead{[walks = std::make_shared<WalkMemory>()](const Call& call,
                                                                  core::BooksView& books) {
                    return show_counted(call, books, *walks);
                }},
                {"countedDossiers",
                 "The dossiers that a figure counts",
                 "",
                 "CountedDossiers",
                 200,
                 {{"figure", "resolved.early, … as in the period report", "string", true},
                  {"from", "first date", "string", true, "date"},
                  {"to", "last date", "string", true, "date"},
                  {"by", "with key: of one group only, grouped as the report was"},
                  {"key", "the group's key; of a month, which cuts the period, 2023-03"},
                  {"sort", sort_description()},
                  {"cursor", cursor_description},
                  {"limit", limit, "integer"},
                  {"skip", "after so many", "integer"}}}});
}

} // namespace server
