#include "core/engine/import/import.hpp"

#include <algorithm>

namespace core {

void ProblemList::add(std::int64_t line, std::string column, Message reason) {
    if (++count_ > limit_) return;
    listener_({line, std::move(column), std::move(reason)});
}

void FieldRepair::add(const FieldDamage& damage) {
    const auto known = std::ranges::find(counts_, damage.kind, &Count::kind);
    if (known == counts_.end()) {
        counts_.push_back({damage.kind, 1});
    } else {
        ++known->fields;
    }
}

Error ProblemList::refusal(const std::string& file_name) const {
    return {ErrorKind::invalid_input,
            {"file-has-problems", {{"count", count_}, {"file", file_name}}}};
}

} // namespace core
