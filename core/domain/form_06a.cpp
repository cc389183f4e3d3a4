#include "core/domain/form_06a.hpp"

#include <cassert>

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

} // namespace

Form06a make_form_06a(const PeriodReport& by_field) {
    assert(by_field.by == GroupBy::field);
    Form06a form{by_field.office, by_field.first, by_field.last, {}, {}};
    for (const ReportGroup& group : by_field.groups)
        form.rows.push_back(row_of(group.key, group.figures));
    form.total = row_of("", by_field.total);
    return form;
}

} // namespace core
