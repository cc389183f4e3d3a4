#include "printer/fill_in.hpp"

#include "core/domain/text.hpp"
#include "printer/toml_mistake.hpp"

#include <boost/json.hpp>

namespace printer {

namespace json = boost::json;

namespace {

constexpr std::int64_t seconds_per_minute = 60;

const json::value* find(const json::object& data, std::string_view path) {
    const std::size_t dot = path.find('.');
    const json::value* value = data.if_contains(path.substr(0, dot));
    if (dot == std::string_view::npos || value == nullptr) return value;
    return value->is_object() ? find(value->get_object(), path.substr(dot + 1)) : nullptr;
}

std::optional<std::string> of_the_form(const FormTemplate& form, std::string_view path) {
    if (path == "form.number") return form.number;
    if (path == "form.set") return form.set;
    if (path == "form.title") return form.title;
    if (path == "form.english") return form.english;
    return std::nullopt;
}

std::string plain(const json::value& value) {
    if (value.is_string()) return std::string(value.get_string());
    return json::serialize(value);
}

std::string show_long_date(core::Day day) {
    const std::string date = core::show_date(day); // 03/01/2023
    return "ngày " + date.substr(0, 2) + " tháng " + date.substr(3, 2) + " năm " + date.substr(6);
}

std::string show_number(const json::value& value, std::string_view how) {
    const auto number = value.to_number<std::int64_t>();
    if (how == "money") return show_money(number);
    if (how == "minutes")
        return core::show_count((number + seconds_per_minute - 1) / seconds_per_minute);
    return core::show_count(number);
}

std::string show_time(const std::string& text, std::string_view how) {
    // A date alone is that day's midnight; it has been checked before.
    const auto date = core::parse_date(text);
    const core::Instant instant =
        date ? core::to_instant(core::LocalTime{*date}) : core::parse_instant(text).value();
    if (how == "date") return core::show_date(core::local_date(instant));
    if (how == "long_date") return show_long_date(core::local_date(instant));
    if (how == "clock") return core::show_instant(instant).substr(0, 5);
    return show_appointment(instant);
}

std::string show(const json::value& value, std::string_view how, const FormBook& book) {
    if (how.empty()) return plain(value);
    if (how == "money" || how == "count" || how == "minutes") return show_number(value, how);
    if (how == "date" || how == "long_date" || how == "clock" || how == "instant")
        return show_time(plain(value), how);
    const auto* words = book.words(std::string(how));
    if (words == nullptr) throw_toml_mistake({"forms.toml"}, how, "form-words-unknown");
    const auto word = words->find(plain(value));
    return word == words->end() ? plain(value) : word->second;
}

std::optional<std::string> member(std::string_view written, const FillSource& source) {
    if (written == "#") return std::to_string(source.row_number);
    const std::size_t colon = written.find(':');
    const std::string_view path = written.substr(0, colon);
    if (auto text = of_the_form(source.form, path)) return text;
    const json::value* value = source.row != nullptr ? find(*source.row, path) : nullptr;
    if (value == nullptr && source.row == nullptr) value = find(source.data, path);
    if (value == nullptr) return std::nullopt;
    const std::string_view how =
        colon == std::string_view::npos ? std::string_view() : written.substr(colon + 1);
    return show(*value, how, source.book);
}

} // namespace

std::optional<std::string> fill_in(std::string_view text, const FillSource& source) {
    std::string filled;
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        filled += text.substr(0, open);
        if (open == std::string_view::npos) break;
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos)
            throw_toml_mistake({"forms.toml"}, text.substr(open), "form-brace-open");
        const auto value = member(text.substr(open + 1, close - open - 1), source);
        if (!value) return std::nullopt;
        filled += *value;
        text.remove_prefix(close + 1);
    }
    return filled;
}

std::string show_money(long long vnd) { return core::show_count(vnd) + " đồng"; }

std::string show_appointment(core::Instant instant) {
    const std::string shown = core::show_instant(instant); // 08:12 03/01/2023
    return shown.substr(0, 2) + " giờ " + shown.substr(3, 2) + " phút, ngày " + shown.substr(6);
}

} // namespace printer
