#include "db/common/column.hpp"

#include "core/domain/text.hpp"

#include <chrono>

namespace db {

std::int64_t number_in(const ColumnValue& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number ? *number : 0;
}

std::string_view text_in(const ColumnValue& value) {
    if (const auto* view = std::get_if<std::string_view>(&value)) return *view;
    if (const auto* owned = std::get_if<std::string>(&value)) return *owned;
    return {};
}

ColumnValue to_value(const std::optional<core::Instant>& instant) {
    return instant ? to_value(*instant) : ColumnValue();
}

ColumnValue to_value(const std::optional<core::BirthDate>& birth) {
    return birth ? ColumnValue(core::to_text(*birth)) : ColumnValue();
}

void from_value(std::string& text, const ColumnValue& value) { text = text_in(value); }

void from_value(core::Instant& instant, const ColumnValue& value) {
    instant = instant_of(number_in(value));
}

void from_value(std::optional<core::Instant>& instant, const ColumnValue& value) {
    instant.reset();
    if (!is_null(value)) instant = instant_of(number_in(value));
}

std::string join_list(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "" : ";") + item;
    return text;
}

std::vector<std::string> split_stored_list(std::string_view text) {
    if (text.empty()) return {};
    return core::split_list(text, ';');
}

std::optional<std::int64_t> seconds_of(const std::optional<core::Instant>& instant) {
    if (!instant) return std::nullopt;
    return instant->time_since_epoch().count();
}

core::Instant instant_of(std::int64_t seconds) {
    return core::Instant{std::chrono::seconds{seconds}};
}

} // namespace db
