#include "core/reports/figure_rows.hpp"

#include "core/words/words.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace reports {

namespace {

using std::string_view;

/// Figures that reports also tell as a share of all that was resolved.
constexpr std::array shared = {string_view("resolved.early"), string_view("resolved.on_time"),
                               string_view("resolved.late"), string_view("online_resolved"),
                               string_view("digitised")};

/// `online` of `received.online`; empty for a figure that is no part of another.
string_view part_of(string_view figure) {
    const std::size_t dot = figure.find('.');
    const string_view rest = dot == string_view::npos ? "" : figure.substr(dot + 1);
    return rest == "total" ? "" : rest;
}

/// A part has the word that its name has elsewhere: of a channel, an outcome, a state. Only whether
/// open dossiers are in time is said of nothing else.
Words words_of_part(string_view part) {
    if (part == "within_deadline") return said("report-within-deadline");
    if (part == "overdue") return said("report-overdue");
    for (const char* vocabulary : {"channel", "outcome", "dossier_state"}) {
        if (words::word({}, vocabulary, part) != part) return words_of(vocabulary, part);
    }
    return {};
}

} // namespace

const std::vector<FigureRow>& figure_rows() {
    static const std::vector<FigureRow> rows = [] {
        std::vector<FigureRow> all;
        for (const core::FigureName& figure : core::figure_names()) {
            const string_view part = part_of(figure.name);
            const bool has_share =
                std::find(shared.begin(), shared.end(), figure.name) != shared.end();
            all.push_back({&figure,
                           part.empty() ? words_of("figure", figure.name) : words_of_part(part),
                           !part.empty(), figure.name.ends_with(".total"), has_share});
        }
        return all;
    }();
    return rows;
}

const FigureRow& figure_row(string_view figure) {
    const auto& rows = figure_rows();
    const auto found = std::find_if(
        rows.begin(), rows.end(), [&](const FigureRow& row) { return row.figure->name == figure; });
    assert(found != rows.end());
    return *found;
}

} // namespace reports
