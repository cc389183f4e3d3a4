// One of several that implement report.hpp: text, for reading.

#include "core/domain/text.hpp"
#include "core/reports/bilingual.hpp"
#include "core/reports/columns.hpp"
#include "core/reports/figure_rows.hpp"
#include "core/reports/group_name.hpp"
#include "core/reports/report.hpp"
#include "core/reports/report_numbers.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace reports {

using core::show_count;

namespace {

/// Two digits at least: `01`.
std::string two_digits(std::int64_t count) { return (count < 10 ? "0" : "") + show_count(count); }

constexpr std::size_t label_width = 58;
constexpr std::size_t number_width = 12;

std::string line(const std::string& label, std::int64_t value, const std::string& note = "") {
    return padded(label, label_width) + aligned_right(show_count(value), number_width) +
           (note.empty() ? "" : "   " + note) + "\n";
}

std::string figures_text(const core::PeriodFigures& f) {
    std::string text;
    for (const FigureRow& row : figure_rows()) {
        const Words small = lowered(row.words);
        const std::string name = row.is_part ? "  " + small.vietnamese : row.words.vietnamese;
        const std::int64_t count = row.of(f);
        text += line(name + " (" + small.english + ")", count,
                     row.has_share ? show_share(count, f.resolved()) : "");
    }
    return text;
}

constexpr std::size_t group_width = 46;
constexpr std::size_t group_number_width = 11;

/// A figure with the short word over its column; without one it has its own.
struct ShownFigure {
    std::string_view figure;
    const char* head;
};

constexpr std::array shown_figures = {ShownFigure{"carried_over", "report-short-carried-over"},
                                      ShownFigure{"received.total", "report-short-received"},
                                      ShownFigure{"resolved.total", "report-short-resolved"},
                                      ShownFigure{"resolved.early", ""},
                                      ShownFigure{"resolved.on_time", ""},
                                      ShownFigure{"resolved.late", ""},
                                      ShownFigure{"withdrawn", "report-short-withdrawn"},
                                      ShownFigure{"in_progress.total", "report-short-in-progress"},
                                      ShownFigure{"in_progress.overdue", ""}};

std::string groups_text(const core::PeriodReport& report) {
    const Words by = grouped_by(*report.by);
    std::string text = padded(in_one_line({by.vietnamese, lowered(by).english}), group_width);
    for (const ShownFigure& shown : shown_figures) {
        const std::string_view head = shown.head;
        text += aligned_right(head.empty() ? lowered(figure_row(shown.figure).words).vietnamese
                                           : said_in_vietnamese(shown.head),
                              group_number_width);
    }
    text += "\n";
    for (const core::ReportGroup& group : report.groups) {
        const std::string name = group_name(*report.by, group, {});
        const bool named = name != group.key && !name.empty();
        text += padded(shortened(named ? group.key + " " + name : group.key, group_width - 1),
                       group_width);
        for (const ShownFigure& shown : shown_figures) {
            text += aligned_right(show_count(figure_row(shown.figure).of(group.figures)),
                                  group_number_width);
        }
        text += "\n";
    }
    return text;
}

} // namespace

std::string report_sentence(const core::PeriodFigures& f) {
    const std::int64_t resolved = f.resolved();
    std::vector<core::Message> parts = {
        {"report-sentence-received", {{"count", f.received.total()}}}};
    if (f.carried_over > 0)
        parts.push_back({"report-sentence-carried-over", {{"count", f.carried_over}}});
    parts.push_back({"report-sentence-resolved",
                     {{"count", resolved},
                      {"early", f.early},
                      {"early_share", show_percent(f.early, resolved)},
                      {"on_time", f.on_time},
                      {"on_time_share", show_percent(f.on_time, resolved)}}});
    if (f.late > 0) {
        parts.push_back({"report-sentence-late",
                         {{"count", f.late}, {"share", show_percent(f.late, resolved)}}});
    }
    if (f.withdrawn > 0)
        parts.push_back({"report-sentence-withdrawn", {{"count", two_digits(f.withdrawn)}}});
    parts.push_back({"report-sentence-in-progress", {{"count", two_digits(f.in_progress)}}});
    parts.push_back(
        {"report-sentence-online",
         {{"count", f.online_resolved}, {"share", show_percent(f.online_resolved, resolved)}}});
    std::string text;
    for (const core::Message& part : parts)
        text += (text.empty() ? "" : " ") + said_in_vietnamese(part);
    return text;
}

std::string to_plain_text(const core::PeriodReport& report) {
    std::string text = report.office + "\n";
    text += said_in_vietnamese(
                {"report-period-heading", {{"first", report.first}, {"last", report.last}}}) +
            "\n\n";
    text += report_sentence(report.total) + "\n\n" + figures_text(report.total);
    if (report.by) text += "\n" + groups_text(report);
    return text;
}

} // namespace reports
