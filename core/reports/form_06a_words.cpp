#include "core/reports/form_06a_words.hpp"

#include "core/reports/figure_rows.hpp"

#include <array>
#include <string_view>

namespace reports {

namespace {

struct ColumnHeading {
    std::string_view column;
    const char* text;
};

/// What the form calls otherwise than the figures that its columns are made of.
constexpr std::array column_headings = {
    ColumnHeading{"received_online", "form-06a-received-online"},
    ColumnHeading{"received_otherwise", "form-06a-received-otherwise"},
    ColumnHeading{"carried_over", "form-06a-carried-over"}};

} // namespace

std::string heading_of(const core::Form06aColumn& column, words::Language language) {
    for (const ColumnHeading& heading : column_headings) {
        if (heading.column == column.name) return words::say(language, {heading.text});
    }
    const std::string_view figure = column.figures.front();
    if (figure_row(figure).is_whole) return words::say(language, "report-column-total");
    return figure_word(figure, language);
}

std::string heading_of(core::Form06aGroup group, words::Language language) {
    switch (group) {
    case core::Form06aGroup::received:
        return words::say(language, "form-06a-received");
    case core::Form06aGroup::resolved:
        return words::say(language, "form-06a-resolved");
    case core::Form06aGroup::in_progress:
        return words::say(language, "form-06a-in-progress");
    }
    return {};
}

} // namespace reports
