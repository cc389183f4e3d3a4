#include "core/reports/figure_rows.hpp"

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
std::string word_of_part(string_view part, words::Language language) {
    if (part == "within_deadline") return words::say(language, "report-within-deadline");
    if (part == "overdue") return words::say(language, "report-overdue");
    for (const char* vocabulary : {"channel", "outcome", "dossier_state"}) {
        if (words::word({}, vocabulary, part) != part)
            return std::string(words::word(language, vocabulary, part));
    }
    return {};
}

} // namespace

std::string figure_word(string_view figure, words::Language language) {
    const string_view part = part_of(figure);
    return part.empty() ? std::string(words::word(language, "figure", figure))
                        : word_of_part(part, language);
}

const std::vector<FigureRow>& figure_rows() {
    static const std::vector<FigureRow> rows = [] {
        std::vector<FigureRow> all;
        for (const core::FigureName& figure : core::figure_names()) {
            const bool is_part = !part_of(figure.name).empty();
            const bool has_share =
                std::find(shared.begin(), shared.end(), figure.name) != shared.end();
            const Words words = in_both(
                [&](words::Language language) { return figure_word(figure.name, language); });
            all.push_back({&figure, words, is_part, figure.name.ends_with(".total"), has_share});
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
