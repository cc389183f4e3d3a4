// One of several that implement report.hpp: text, for reading.

#include "core/domain/text.hpp"
#include "core/reports/columns.hpp"
#include "core/reports/figure_rows.hpp"
#include "core/reports/group_name.hpp"
#include "core/reports/report.hpp"
#include "core/reports/report_numbers.hpp"

#include <array>
#include <utility>

namespace reports {

using core::show_count;

namespace {

/// Two digits at least: `01 hồ sơ`.
std::string show_dossiers(std::int64_t count) {
    return (count < 10 ? "0" : "") + show_count(count) + " hồ sơ";
}

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

std::string groups_text(const core::PeriodReport& report) {
    constexpr std::array heads = {"kỳ trước", "tiếp nhận", "giải quyết", "trước hạn", "đúng hạn",
                                  "quá hạn",  "đã rút",    "đang GQ",    "trễ hạn"};
    std::string text = padded("Nhóm (by " + std::string(to_text(*report.by)) + ")", group_width);
    for (const char* head : heads) text += aligned_right(head, group_number_width);
    text += "\n";
    for (const core::ReportGroup& group : report.groups) {
        const auto& f = group.figures;
        const std::string name = group_name(*report.by, group);
        const bool named = name != group.key && !name.empty();
        text += padded(shortened(named ? group.key + " " + name : group.key, group_width - 1),
                       group_width);
        for (const std::int64_t number :
             {f.carried_over, f.received.total(), f.resolved(), f.early, f.on_time, f.late,
              f.withdrawn, f.in_progress, f.overdue}) {
            text += aligned_right(show_count(number), group_number_width);
        }
        text += "\n";
    }
    return text;
}

} // namespace

std::string report_sentence(const core::PeriodFigures& f) {
    const std::int64_t resolved = f.resolved();
    std::string text = "Tổng số hồ sơ tiếp nhận: " + show_count(f.received.total()) + " hồ sơ. ";
    if (f.carried_over > 0)
        text += "Số hồ sơ kỳ trước chuyển qua: " + show_count(f.carried_over) + " hồ sơ. ";
    text += "Tổng số hồ sơ đã giải quyết: " + show_count(resolved) + " hồ sơ, ";
    text += "trong đó số hồ sơ giải quyết trước hạn là " + show_count(f.early) +
            " hồ sơ = " + show_percent(f.early, resolved) + ", ";
    text += "số hồ sơ giải quyết đúng hạn: " + show_count(f.on_time) +
            " hồ sơ = " + show_percent(f.on_time, resolved) + ", ";
    if (f.late > 0) {
        text += "số hồ sơ giải quyết quá hạn: " + show_count(f.late) +
                " hồ sơ = " + show_percent(f.late, resolved) + ", ";
    }
    if (f.withdrawn > 0) text += show_dossiers(f.withdrawn) + " đã rút, ";
    text += show_dossiers(f.in_progress) + " đang giải quyết; ";
    text += "Hồ sơ được tiếp nhận và giải quyết trực tuyến là " + show_count(f.online_resolved) +
            " hồ sơ = " + show_percent(f.online_resolved, resolved) + " tổng số hồ sơ giải quyết.";
    return text;
}

std::string to_plain_text(const core::PeriodReport& report) {
    std::string text = report.office + "\n";
    text += "Kết quả tiếp nhận, giải quyết thủ tục hành chính từ " + core::show_date(report.first) +
            " đến " + core::show_date(report.last) + "\n\n";
    text += report_sentence(report.total) + "\n\n" + figures_text(report.total);
    if (report.by) text += "\n" + groups_text(report);
    return text;
}

} // namespace reports
