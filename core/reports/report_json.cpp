// One of several that implement report.hpp: JSON, as the API gives it.

#include "core/reports/figure_rows.hpp"
#include "core/reports/group_name.hpp"
#include "core/reports/report.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace reports {

namespace json = boost::json;

namespace {

json::value percent_value(std::int64_t part, std::int64_t base) {
    const auto hundredths = core::percent_hundredths(part, base);
    if (!hundredths) return nullptr;
    return static_cast<double>(*hundredths) / 100.0;
}

/// `received.online` is the member `online` of `received`; shares follow the last of the parts that
/// have one, or the figure.
json::object figures(const core::PeriodFigures& f) {
    json::object object;
    json::object* whole = &object;
    json::object shares;
    const auto& rows = figure_rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string_view path = rows[i].figure->name;
        const std::size_t dot = path.find('.');
        std::string name(path.substr(dot == std::string_view::npos ? 0 : dot + 1));
        if (dot == std::string_view::npos) {
            whole = &object;
        } else if (!rows[i].is_part) {
            const std::string_view group = path.substr(0, dot);
            whole = &object[json::string_view(group.data(), group.size())].emplace_object();
        }
        const std::int64_t count = rows[i].of(f);
        (*whole)[name] = count;
        if (rows[i].has_share) shares[name + "_pct"] = percent_value(count, f.resolved());
        const bool more_parts = rows[i].is_part && i + 1 < rows.size() && rows[i + 1].is_part;
        if (more_parts) continue;
        for (auto& [share, value] : std::exchange(shares, {})) (*whole)[share] = value;
    }
    return object;
}

} // namespace

json::value to_json(const core::PeriodReport& report, words::Language language) {
    json::object object;
    object["office"] = json::value(report.office);
    object["from"] = json::value(core::format_date(report.first));
    object["to"] = json::value(core::format_date(report.last));
    if (report.by) object["by"] = json::value(to_text(*report.by));
    object["total"] = figures(report.total);
    json::array groups;
    for (const core::ReportGroup& group : report.groups) {
        json::object row;
        row["key"] = json::value(group.key);
        row["name"] = json::value(group_name(*report.by, group, language));
        for (auto& [key, value] : figures(group.figures)) row[key] = std::move(value);
        groups.push_back(std::move(row));
    }
    object["groups"] = std::move(groups);
    return object;
}

} // namespace reports
