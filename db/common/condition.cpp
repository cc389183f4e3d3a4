#include "db/common/condition.hpp"

namespace db {

void Condition::require(std::string_view part) {
    text_ += text_.empty() ? "WHERE " : " AND ";
    text_ += part;
}

void Condition::require(std::string_view part, ColumnValue value) {
    require(part);
    text_ += parameter_of(std::move(value));
}

std::string Condition::parameter_of(ColumnValue value) {
    values_.push_back(std::move(value));
    return parameter_(values_.size());
}

} // namespace db
