#include "core/api/dossier_json.hpp"
#include "core/api/json_text.hpp"
#include "core/engine/reporting/cchc.hpp"
#include "core/engine/reporting/reporting.hpp"
#include "core/reports/form_06a.hpp"
#include "core/reports/form_cchc.hpp"
#include "core/reports/report.hpp"
#include "core/reports/report_files.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

#include <array>
#include <deque>

namespace server {

namespace {

using core::PeriodFigures;

struct Period {
    core::Day first;
    core::Day last;
};

/// `from` and `to`; notes what is wrong with them.
Period read_period(const Call& call, api::FieldErrors& errors) {
    Period period{};
    for (auto [name, day] : {std::pair("from", &period.first), std::pair("to", &period.last)}) {
        const auto text = call.query(name);
        const auto parsed = core::parse_date(text.value_or(""));
        if (parsed) {
            *day = *parsed;
        } else {
            errors.push_back({name, "phải là ngày YYYY-MM-DD (must be a date)"});
        }
    }
    if (errors.empty() && period.last < period.first)
        errors.push_back({"to", "trước ngày bắt đầu (is before from)"});
    return period;
}

enum class Form { period, cchc, form_06a };
enum class Kind { json, csv, xlsx, pdf };

struct Media {
    Kind kind;
    const char* suffix;
    const char* type;
};

constexpr std::array media = {
    Media{Kind::json, "", "application/json"},
    Media{Kind::csv, ".csv", "text/csv; charset=utf-8"},
    Media{Kind::xlsx, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    Media{Kind::pdf, ".pdf", "application/pdf"},
};

template <typename Report>
std::string rendered(const Report& report, Kind kind) {
    switch (kind) {
    case Kind::json:
        return api::to_text(reports::to_json(report));
    case Kind::csv:
        return reports::to_csv(report);
    case Kind::xlsx:
        return reports::to_xlsx(report);
    case Kind::pdf:
        return reports::to_pdf(report);
    }
    return {};
}

core::Result<std::string> make_report(
    core::BooksView& books, Form form, Kind kind, Period period, std::optional<core::GroupBy> by) {
    if (form == Form::cchc) {
        const auto made = core::make_cchc_form(books, period.first, period.last);
        if (!made) return made.error();
        return rendered(*made, kind);
    }
    if (form == Form::form_06a) by = core::GroupBy::field;
    const auto report = core::make_period_report(books, period.first, period.last, by);
    if (!report) return report.error();
    if (form == Form::form_06a) return rendered(core::make_form_06a(*report), kind);
    return rendered(*report, kind);
}

net::HttpResponse
show_report(const Call& call, core::BooksView& books, Form form, const Media& as) {
    api::FieldErrors errors;
    const Period period = read_period(call, errors);
    std::optional<core::GroupBy> by;
    if (const auto text = call.query("by"); text && form == Form::period) {
        by = core::parse_group_by(*text);
        if (!by) {
            errors.push_back({"by", "phải là một trong (must be one of): field, procedure, "
                                    "channel, level, officer, month"});
        }
    }
    if (!errors.empty()) return fields_response(errors);
    const auto body = make_report(books, form, as.kind, period, by);
    if (!body) return problem_response(problem_of(body.error()));
    net::HttpResponse response = json_response(200, *body);
    response.headers.front().second = as.type;
    if (as.kind != Kind::json) {
        response.headers.emplace_back("Content-Disposition",
                                      "attachment; filename=\"bao-cao-" +
                                          core::format_date(period.first) + "-" +
                                          core::format_date(period.last) + as.suffix + "\"");
    }
    return response;
}

struct FigureName {
    std::string_view name;
    std::int64_t (*of)(const PeriodFigures& figures);
};

/// The figures of the period report by their path in its JSON.
constexpr std::array figure_names = {
    FigureName{"carried_over", [](const PeriodFigures& f) { return f.carried_over; }},
    FigureName{"received.total", [](const PeriodFigures& f) { return f.received.total(); }},
    FigureName{"received.online", [](const PeriodFigures& f) { return f.received.online; }},
    FigureName{"received.in_person", [](const PeriodFigures& f) { return f.received.in_person; }},
    FigureName{"received.postal", [](const PeriodFigures& f) { return f.received.postal; }},
    FigureName{"resolved.total", [](const PeriodFigures& f) { return f.resolved(); }},
    FigureName{"resolved.early", [](const PeriodFigures& f) { return f.early; }},
    FigureName{"resolved.on_time", [](const PeriodFigures& f) { return f.on_time; }},
    FigureName{"resolved.late", [](const PeriodFigures& f) { return f.late; }},
    FigureName{"withdrawn", [](const PeriodFigures& f) { return f.withdrawn; }},
    FigureName{"in_progress.total", [](const PeriodFigures& f) { return f.in_progress; }},
    FigureName{"in_progress.within_deadline",
               [](const PeriodFigures& f) { return f.within_deadline(); }},
    FigureName{"in_progress.overdue", [](const PeriodFigures& f) { return f.overdue; }},
    FigureName{"in_progress.suspended", [](const PeriodFigures& f) { return f.suspended; }},
    FigureName{"online_resolved", [](const PeriodFigures& f) { return f.online_resolved; }},
    FigureName{"digitised", [](const PeriodFigures& f) { return f.digitised; }},
    FigureName{"linked", [](const PeriodFigures& f) { return f.linked; }},
    FigureName{"returned.total", [](const PeriodFigures& f) { return f.returned.total(); }},
    FigureName{"returned.online", [](const PeriodFigures& f) { return f.returned.online; }},
    FigureName{"returned.in_person", [](const PeriodFigures& f) { return f.returned.in_person; }},
    FigureName{"returned.postal", [](const PeriodFigures& f) { return f.returned.postal; }},
};

/// `resolved` means `resolved.total`.
const FigureName* find_figure(std::string name) {
    for (const std::string& wanted : {name, name + ".total"}) {
        for (const FigureName& each : figure_names) {
            if (each.name == wanted) return &each;
        }
    }
    return nullptr;
}

std::string figure_list() {
    std::string list;
    for (const FigureName& each : figure_names)
        list += (list.empty() ? "" : ", ") + std::string(each.name);
    return list;
}

/// The group that a report by `by` counts the dossier under.
std::string
group_of(const core::Dossier& dossier, const core::ProcedureVersion& version, core::GroupBy by) {
    const auto keys = core::group_keys(dossier, version);
    switch (by) {
    case core::GroupBy::field:
        return std::string(keys.field);
    case core::GroupBy::procedure:
        return std::string(keys.procedure);
    case core::GroupBy::channel:
        return std::string(keys.channel);
    case core::GroupBy::level:
        return std::string(keys.level);
    case core::GroupBy::officer:
        return std::string(keys.officer);
    case core::GroupBy::month:
        break; // cuts the period instead
    }
    return {};
}

/// Which dossiers are looked at: of one group of a report, or of all.
struct Group {
    std::optional<core::GroupBy> by;
    std::optional<std::string> key; ///< may be empty: an officer whom nobody knows

    bool has(const core::Dossier& dossier, const core::ProcedureVersion& version) const {
        return !key || by == core::GroupBy::month || group_of(dossier, version, *by) == *key;
    }
};

/// The group that the query names; a month cuts the period, as it does in the report.
Group read_group(const Call& call, Period& period, api::FieldErrors& errors) {
    Group group{core::parse_group_by(call.query("by").value_or("")),
                net::query_value(call.request.query, "key")};
    if (!group.key) return group;
    if (!group.by) {
        errors.push_back({"by", "cần có cùng key: field, procedure, channel, level, officer, month "
                                "(is needed with key)"});
    } else if (group.by == core::GroupBy::month) {
        const auto first = core::parse_date(*group.key + "-01");
        if (!first) {
            errors.push_back({"key", "phải là tháng YYYY-MM (must be a month)"});
            return group;
        }
        const std::chrono::year_month_day date{*first};
        const core::Day last{date.year() / date.month() / std::chrono::last};
        period.first = std::max(period.first, *first);
        period.last = std::min(period.last, last);
    }
    return group;
}

/// The dossiers that a figure counts, by the definitions alone: looks at every dossier.
net::HttpResponse show_counted(const Call& call, core::BooksView& books) {
    constexpr std::size_t most_listed = 1'000;
    api::FieldErrors errors;
    Period period = read_period(call, errors);
    const FigureName* figure = find_figure(call.query("figure").value_or(""));
    if (!figure)
        errors.push_back({"figure", "phải là một trong (must be one of): " + figure_list()});
    const Group group = read_group(call, period, errors);
    const Window window = window_of(call, most_listed, errors);
    if (!errors.empty()) return fields_response(errors);
    boost::json::array items;
    std::size_t total = 0;
    books.each_dossier(core::BooksView::Which::all, [&](const core::StoredDossier& stored) {
        const core::ProcedureVersion& version = version_of(*call.rules, stored.dossier);
        if (figure->of(core::period_figures(stored.dossier, period.first, period.last)) == 0)
            return true;
        if (!group.has(stored.dossier, version)) return true;
        ++total;
        if (total > window.skip && items.size() < window.limit)
            items.emplace_back(api::summary_json(stored.dossier, version, call.now));
        return true;
    });
    const std::size_t shown = window.skip + items.size();
    boost::json::object answer{
        {"figure", boost::json::string_view(figure->name.data(), figure->name.size())},
        {"from", core::format_date(period.first)},
        {"to", core::format_date(period.last)},
        {"total", total},
        {"items", std::move(items)},
        {"next_skip", nullptr}};
    if (shown < total) answer["next_skip"] = shown;
    return json_response(answer);
}

struct ReportRoute {
    Form form;
    const char* path;
    const char* operation;
    const char* summary;
    const char* reply;
};

constexpr std::array report_routes = {
    ReportRoute{Form::period, "period", "periodReport", "The figures of a period", "PeriodReport"},
    ReportRoute{Form::cchc, "cchc", "cchcReport", "The rows of the reform report", "CchcForm"},
    ReportRoute{Form::form_06a, "06a", "form06a", "Form II.06a/VPCP", "Form06a"},
};

std::vector<QueryParameter> report_query(Form form) {
    std::vector<QueryParameter> query = {{"from", "first date", "string", true, "date"},
                                         {"to", "last date", "string", true, "date"}};
    if (form == Form::period)
        query.push_back({"by", "field, procedure, channel, level, officer, month"});
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
    constexpr CallerSet readers = callers::chairman | callers::admin;
    for (const ReportRoute& each : report_routes) {
        for (const Media& as : media) {
            const bool is_json = as.kind == Kind::json;
            router.add({"GET",
                        std::string("/api/v1/reports/") + each.path + as.suffix,
                        readers,
                        LongRead{[form = each.form, &as](const Call& call, core::BooksView& books) {
                            return show_report(call, books, form, as);
                        }},
                        {operation_name(each, as), each.summary, "", is_json ? each.reply : "", 200,
                         report_query(each.form), as.type}});
        }
    }
    router.add({"GET",
                "/api/v1/reports/dossiers",
                callers::chairman,
                LongRead{show_counted},
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
                  {"limit", "at most so many, up to 1000", "integer"},
                  {"skip", "after so many", "integer"}}}});
}

} // namespace server
