#pragma once

#include "db/common/column_sql.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace db {

/// What the rows of a list must fulfil, put together part by part: each part stands with the value
/// that it compares with, so that no parameter is numbered by hand. Texts are views of whoever
/// asks and must outlive the statement's run, as the condition must.
class Condition {
public:
    explicit Condition(Parameter parameter) : parameter_(parameter) {}

    /// `closed_at IS NULL`
    void require(std::string_view part);

    /// `due_at >= ` and the value.
    void require(std::string_view part, ColumnValue value);

    /// The parameter of a value that stands behind the condition, in a LIMIT.
    std::string parameter_of(ColumnValue value);

    /// `WHERE … AND …`, empty for no part.
    const std::string& text() const { return text_; }

    /// In the order of the parameters.
    std::span<const ColumnValue> values() const { return values_; }

private:
    Parameter parameter_;
    std::string text_;
    std::vector<ColumnValue> values_;
};

} // namespace db
