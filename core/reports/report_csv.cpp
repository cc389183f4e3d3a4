// One of several that implement report.hpp: CSV, for spreadsheets.

#include "core/domain/text.hpp"
#include "core/reports/figure_rows.hpp"
#include "core/reports/group_name.hpp"
#include "core/reports/report.hpp"

#include <cstdio>
#include <functional>
#include <string>
#include <utility>

namespace reports {

namespace {

/// Two decimals with a point; empty when there is no base.
std::string percent_text(std::int64_t part, std::int64_t base) {
    const auto hundredths = core::percent_hundredths(part, base);
    if (!hundredths) return "";
    char text[32];
    std::snprintf(text, sizeof text, "%lld.%02lld", static_cast<long long>(*hundredths / 100),
                  static_cast<long long>(*hundredths % 100));
    return text;
}

/// The figures in their order; shares follow the last of the parts that have one, or the figure.
std::string line_of(const std::function<std::string(const FigureRow&)>& count,
                    const std::function<std::string(const FigureRow&)>& share) {
    std::string line;
    std::string shares;
    const auto& rows = figure_rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        line += "," + count(rows[i]);
        if (rows[i].has_share) shares += "," + share(rows[i]);
        const bool more_parts = rows[i].is_part && i + 1 < rows.size() && rows[i + 1].is_part;
        if (!more_parts) line += std::exchange(shares, {});
    }
    return line + "\n";
}

std::string header() {
    const auto name = [](const FigureRow& row) { return std::string(row.figure->name); };
    return "key,name" + line_of(name, [&](const FigureRow& row) { return name(row) + "_pct"; });
}

std::string row(const std::string& key, const std::string& name, const core::PeriodFigures& f) {
    return core::csv_field(key) + "," + core::csv_field(name) +
           line_of([&](const FigureRow& row) { return std::to_string(row.of(f)); },
                   [&](const FigureRow& row) { return percent_text(row.of(f), f.resolved()); });
}

} // namespace

std::string to_csv(const core::PeriodReport& report, words::Language language) {
    std::string text = header();
    for (const core::ReportGroup& group : report.groups)
        text += row(group.key, group_name(*report.by, group, language), group.figures);
    return text + row("total", report.office, report.total);
}

} // namespace reports
