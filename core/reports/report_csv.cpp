// One of several that implement report.hpp: CSV, for spreadsheets.

#include "core/reports/csv_text.hpp"
#include "core/reports/figure_rows.hpp"
#include "core/reports/group_name.hpp"
#include "core/reports/report.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace reports {

namespace {

/// The figures in their order; shares follow the last of the parts that have one, or the figure.
void add_figures(const std::function<void(const FigureRow&)>& count,
                 const std::function<void(const FigureRow&)>& share) {
    std::vector<const FigureRow*> shares;
    const auto& rows = figure_rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        count(rows[i]);
        if (rows[i].has_share) shares.push_back(&rows[i]);
        const bool more_parts = rows[i].is_part && i + 1 < rows.size() && rows[i + 1].is_part;
        if (more_parts) continue;
        for (const FigureRow* each : shares) share(*each);
        shares.clear();
    }
}

void add_header(CsvText& csv, words::Language language) {
    csv.head("key", words::say(language, "report-csv-key"));
    csv.head("name", words::say(language, "report-csv-name"));
    const auto word = [&](const FigureRow& row) { return figure_word(row.figure->name, language); };
    add_figures([&](const FigureRow& row) { csv.head(row.figure->name, word(row)); },
                [&](const FigureRow& row) {
                    csv.head(std::string(row.figure->name) + "_pct", word(row) + " (%)");
                });
    csv.end_row();
}

void add_row(CsvText& csv,
             const std::string& key,
             const std::string& name,
             const core::PeriodFigures& figures) {
    csv.text(key);
    csv.text(name);
    add_figures([&](const FigureRow& row) { csv.number(row.of(figures)); },
                [&](const FigureRow& row) {
                    csv.percent(core::percent_hundredths(row.of(figures), figures.resolved()));
                });
    csv.end_row();
}

} // namespace

std::string to_csv(const core::PeriodReport& report, words::Language language, CsvDialect dialect) {
    CsvText csv(dialect);
    add_header(csv, language);
    for (const core::ReportGroup& group : report.groups)
        add_row(csv, group.key, group_name(*report.by, group, language), group.figures);
    add_row(csv, "total", report.office, report.total);
    return csv.take();
}

} // namespace reports
