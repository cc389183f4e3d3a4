#include "core/reports/group_name.hpp"
#include "core/reports/report.hpp"

#include <boost/json/value.hpp>

#include <string_view>

namespace reports {

namespace json = boost::json;

namespace {

json::value percent(std::int64_t part, std::int64_t base) {
    const auto hundredths = core::percent_hundredths(part, base);
    if (!hundredths) return nullptr;
    return static_cast<double>(*hundredths) / 100.0;
}

json::value text(std::string_view text) { return json::value(json::string_view(text)); }

json::object by_channel(const core::ByChannel& numbers) {
    return {{"total", numbers.total()},
            {"online", numbers.online},
            {"in_person", numbers.in_person},
            {"postal", numbers.postal}};
}

json::object figures(const core::PeriodFigures& f) {
    const std::int64_t resolved = f.resolved();
    json::object object;
    object["carried_over"] = f.carried_over;
    object["received"] = by_channel(f.received);
    object["resolved"] = {{"total", resolved},
                          {"early", f.early},
                          {"on_time", f.on_time},
                          {"late", f.late},
                          {"early_pct", percent(f.early, resolved)},
                          {"on_time_pct", percent(f.on_time, resolved)},
                          {"late_pct", percent(f.late, resolved)}};
    object["withdrawn"] = f.withdrawn;
    object["in_progress"] = {{"total", f.in_progress},
                             {"within_deadline", f.within_deadline()},
                             {"overdue", f.overdue},
                             {"suspended", f.suspended}};
    object["online_resolved"] = f.online_resolved;
    object["online_resolved_pct"] = percent(f.online_resolved, resolved);
    object["digitised"] = f.digitised;
    object["digitised_pct"] = percent(f.digitised, resolved);
    object["linked"] = f.linked;
    object["returned"] = by_channel(f.returned);
    return object;
}

} // namespace

json::value to_json(const core::PeriodReport& report) {
    json::object object;
    object["office"] = text(report.office);
    object["from"] = text(core::format_date(report.first));
    object["to"] = text(core::format_date(report.last));
    if (report.by) object["by"] = text(to_text(*report.by));
    object["total"] = figures(report.total);
    json::array groups;
    for (const core::ReportGroup& group : report.groups) {
        json::object row;
        row["key"] = text(group.key);
        row["name"] = text(group_name(*report.by, group));
        for (auto& [key, value] : figures(group.figures)) row[key] = std::move(value);
        groups.push_back(std::move(row));
    }
    object["groups"] = std::move(groups);
    return object;
}

} // namespace reports
