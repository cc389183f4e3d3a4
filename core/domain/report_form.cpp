#include "core/domain/report_form.hpp"

namespace core {

std::optional<GroupBy> grouping_of(ReportForm form) {
    switch (form) {
    case ReportForm::period:
        break;
    case ReportForm::cchc:
        return GroupBy::level;
    case ReportForm::form_06a:
        return GroupBy::field;
    }
    return std::nullopt;
}

} // namespace core
