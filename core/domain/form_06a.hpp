#pragma once

#include "core/domain/period_figures.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// One row of form II.06a/VPCP; members are named by the form's columns (law.md §6).
struct Form06aRow {
    std::string field;
    std::int64_t received_online = 0;    // (4)
    std::int64_t received_otherwise = 0; // (5) in person and by post
    std::int64_t carried_over = 0;       // (6)
    std::int64_t early = 0;              // (8)
    std::int64_t on_time = 0;            // (9) withdrawn ones too, the field's practice
    std::int64_t late = 0;               // (10)
    std::int64_t within_deadline = 0;    // (12) suspended ones too
    std::int64_t overdue = 0;            // (13)

    std::int64_t received() const { // (3)
        return received_online + received_otherwise + carried_over;
    }

    std::int64_t resolved() const { return early + on_time + late; } // (7)

    std::int64_t in_progress() const { return within_deadline + overdue; } // (11)
};

/// What stands over columns that belong together.
enum class Form06aGroup { received, resolved, in_progress };

/// A column of the form, from (3) to (13).
struct Form06aColumn {
    std::string_view name; ///< of its member in JSON and of its column in CSV
    int number;            ///< as printed under the heading
    Form06aGroup group;
    /// The figures of the period report that it is the sum of, by their paths (figure_names.hpp).
    std::span<const std::string_view> figures;
    std::int64_t (*of)(const Form06aRow& row);
};

/// In the form's order.
std::span<const Form06aColumn> form_06a_columns();

struct Form06a {
    std::string office;
    Day first;
    Day last;
    std::vector<Form06aRow> rows; // by field
    Form06aRow total;
};

/// From a period report by field (asserted). (3) = (7) + (11) holds because the report's
/// identities do.
Form06a make_form_06a(const PeriodReport& by_field);

} // namespace core
