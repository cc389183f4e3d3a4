#include "core/reports/figure_rows.hpp"

#include "core/words/words.hpp"

#include <algorithm>
#include <array>

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
    if (part == "within_deadline") return {"Trong hạn", "Within deadline"};
    if (part == "overdue") return {"Quá hạn", "Overdue"};
    for (const char* vocabulary : {"channel", "outcome", "dossier_state"}) {
        if (words::word({}, vocabulary, part) != part) return words_of(vocabulary, part);
    }
    return {};
}

void lower_first(std::string& text) {
    constexpr string_view capital = "\xc4\x90"; // the letter d with a stroke
    if (text.empty()) return;
    if (text.starts_with(capital)) {
        text[1] = '\x91';
    } else if (text[0] >= 'A' && text[0] <= 'Z') {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
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
                           !part.empty(), has_share});
        }
        return all;
    }();
    return rows;
}

Words words_of(string_view vocabulary, string_view name) {
    const words::Language english = words::Language::find("en").value_or(words::Language());
    return {std::string(words::word({}, vocabulary, name)),
            std::string(words::word(english, vocabulary, name))};
}

Words lowered(Words words) {
    lower_first(words.vietnamese);
    lower_first(words.english);
    return words;
}

} // namespace reports
