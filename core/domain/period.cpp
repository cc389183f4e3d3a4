#include "core/domain/period.hpp"

namespace core {

Result<void> check_period(Day first, Day last) {
    if (first <= last) return {};
    return Error{ErrorKind::invalid_input,
                 {"period-ends-before-start", {{"first", first}, {"last", last}}},
                 "to"};
}

} // namespace core
