#include "core/domain/text.hpp"
#include "core/reports/group_name.hpp"
#include "core/reports/report.hpp"

#include <cstdio>

namespace reports {

namespace {

constexpr const char* header =
    "key,name,carried_over,received.total,received.online,received.in_person,received.postal,"
    "resolved.total,resolved.early,resolved.on_time,resolved.late,resolved.early_pct,"
    "resolved.on_time_pct,resolved.late_pct,withdrawn,in_progress.total,"
    "in_progress.within_deadline,in_progress.overdue,in_progress.suspended,online_resolved,"
    "online_resolved_pct,digitised,digitised_pct,linked,returned.total,returned.online,"
    "returned.in_person,returned.postal\n";

/// Two decimals with a point; empty when there is no base.
std::string percent(std::int64_t part, std::int64_t base) {
    const auto hundredths = core::percent_hundredths(part, base);
    if (!hundredths) return "";
    char text[32];
    std::snprintf(text, sizeof text, "%lld.%02lld", static_cast<long long>(*hundredths / 100),
                  static_cast<long long>(*hundredths % 100));
    return text;
}

std::string by_channel(const core::ByChannel& numbers) {
    return std::to_string(numbers.total()) + "," + std::to_string(numbers.online) + "," +
           std::to_string(numbers.in_person) + "," + std::to_string(numbers.postal);
}

std::string row(const std::string& key, const std::string& name, const core::PeriodFigures& f) {
    const std::int64_t resolved = f.resolved();
    const auto number = [](std::int64_t value) { return std::to_string(value) + ","; };
    std::string line = core::csv_field(key) + "," + core::csv_field(name) + ",";
    line += number(f.carried_over) + by_channel(f.received) + ",";
    line += number(resolved) + number(f.early) + number(f.on_time) + number(f.late);
    line += percent(f.early, resolved) + "," + percent(f.on_time, resolved) + "," +
            percent(f.late, resolved) + ",";
    line += number(f.withdrawn) + number(f.in_progress) + number(f.within_deadline()) +
            number(f.overdue) + number(f.suspended);
    line += number(f.online_resolved) + percent(f.online_resolved, resolved) + ",";
    line += number(f.digitised) + percent(f.digitised, resolved) + ",";
    return line + number(f.linked) + by_channel(f.returned) + "\n";
}

} // namespace

std::string to_csv(const core::PeriodReport& report) {
    std::string text = header;
    for (const core::ReportGroup& group : report.groups)
        text += row(group.key, group_name(*report.by, group), group.figures);
    return text + row("total", report.office, report.total);
}

} // namespace reports
