#include "core/domain/form_06a.hpp"

#include <array>
#include <cassert>
#include <cstddef>
#include <utility>

namespace core {

namespace {

Form06aRow row_of(std::string field, const PeriodFigures& f) {
    Form06aRow row;
    row.field = std::move(field);
    row.received_online = f.received.online;
    row.received_otherwise = f.received.in_person + f.received.postal;
    row.carried_over = f.carried_over;
    row.early = f.early;
    row.on_time = f.on_time + f.withdrawn;
    row.late = f.late;
    row.within_deadline = f.within_deadline() + f.suspended;
    row.overdue = f.overdue;
    assert(row.received() == row.resolved() + row.in_progress());
    return row;
}

/// The figures that a column adds up.
template <std::size_t count>
using Figures = std::array<std::string_view, count>;

constexpr Figures<2> of_received = {"received.total", "carried_over"};
constexpr Figures<1> of_received_online = {"received.online"};
constexpr Figures<2> of_received_otherwise = {"received.in_person", "received.postal"};
constexpr Figures<1> of_carried_over = {"carried_over"};
constexpr Figures<2> of_resolved = {"resolved.total", "withdrawn"};
constexpr Figures<1> of_early = {"resolved.early"};
constexpr Figures<2> of_on_time = {"resolved.on_time", "withdrawn"};
constexpr Figures<1> of_late = {"resolved.late"};
constexpr Figures<1> of_in_progress = {"in_progress.total"};
constexpr Figures<2> of_within_deadline = {"in_progress.within_deadline", "in_progress.suspended"};
constexpr Figures<1> of_overdue = {"in_progress.overdue"};

using Row = Form06aRow;

constexpr std::array columns = {
    Form06aColumn{"received", 3, Form06aGroup::received, of_received,
                  [](const Row& row) { return row.received(); }},
    Form06aColumn{"received_online", 4, Form06aGroup::received, of_received_online,
                  [](const Row& row) { return row.received_online; }},
    Form06aColumn{"received_otherwise", 5, Form06aGroup::received, of_received_otherwise,
                  [](const Row& row) { return row.received_otherwise; }},
    Form06aColumn{"carried_over", 6, Form06aGroup::received, of_carried_over,
                  [](const Row& row) { return row.carried_over; }},
    Form06aColumn{"resolved", 7, Form06aGroup::resolved, of_resolved,
                  [](const Row& row) { return row.resolved(); }},
    Form06aColumn{"early", 8, Form06aGroup::resolved, of_early,
                  [](const Row& row) { return row.early; }},
    Form06aColumn{"on_time", 9, Form06aGroup::resolved, of_on_time,
                  [](const Row& row) { return row.on_time; }},
    Form06aColumn{"late", 10, Form06aGroup::resolved, of_late,
                  [](const Row& row) { return row.late; }},
    Form06aColumn{"in_progress", 11, Form06aGroup::in_progress, of_in_progress,
                  [](const Row& row) { return row.in_progress(); }},
    Form06aColumn{"within_deadline", 12, Form06aGroup::in_progress, of_within_deadline,
                  [](const Row& row) { return row.within_deadline; }},
    Form06aColumn{"overdue", 13, Form06aGroup::in_progress, of_overdue,
                  [](const Row& row) { return row.overdue; }},
};

} // namespace

std::span<const Form06aColumn> form_06a_columns() { return columns; }

Form06a make_form_06a(const PeriodReport& by_field) {
    assert(by_field.by == GroupBy::field);
    Form06a form{by_field.office, by_field.first, by_field.last, {}, {}};
    for (const ReportGroup& group : by_field.groups)
        form.rows.push_back(row_of(group.key, group.figures));
    form.total = row_of("", by_field.total);
    return form;
}

} // namespace core
