#include "core/api/json_fields.hpp"

#include "core/domain/text.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

namespace api {

namespace json = boost::json;

namespace {

json::string_view view(std::string_view text) { return {text.data(), text.size()}; }

std::string size_text(std::size_t bytes) { return std::to_string(bytes); }

} // namespace

JsonFields::JsonFields(const json::object& object, FieldErrors& errors, std::string prefix)
    : object_(&object), errors_(&errors), prefix_(std::move(prefix)) {}

void JsonFields::complain(std::string_view name, std::string message) {
    errors_->push_back({prefix_ + std::string(name), std::move(message)});
}

const json::value* JsonFields::find(std::string_view name) const {
    const json::value* value = object_->if_contains(view(name));
    return value && !value->is_null() ? value : nullptr;
}

const json::value* JsonFields::wanted(std::string_view name, Need need) {
    const json::value* value = find(name);
    if (!value && need == Need::required) complain(name, "bắt buộc (is required)");
    return value;
}

std::string
JsonFields::read_text(std::string_view name, Need need, std::size_t most, bool one_line) {
    const json::value* value = wanted(name, need);
    if (!value) return {};
    if (!value->is_string()) {
        complain(name, "phải là văn bản (must be a text)");
        return {};
    }
    const std::string_view written(value->get_string().data(), value->get_string().size());
    if (written.size() > most) {
        complain(name, "dài quá " + size_text(most) + " byte (is longer than that)");
        return {};
    }
    if (one_line ? core::has_control_characters(written)
                 : written.find('\0') != std::string_view::npos) {
        complain(name, "có ký tự điều khiển (has control characters)");
        return {};
    }
    std::string text = core::to_nfc(core::trim(written));
    if (text.empty() && need == Need::required) complain(name, "không được để trống (is empty)");
    return text;
}

std::string JsonFields::line(std::string_view name, Need need, std::size_t most) {
    return read_text(name, need, most, true);
}

std::string JsonFields::text(std::string_view name, Need need, std::size_t most) {
    return read_text(name, need, most, false);
}

std::optional<std::int64_t>
JsonFields::integer(std::string_view name, Need need, std::int64_t lowest, std::int64_t highest) {
    const json::value* value = wanted(name, need);
    if (!value) return std::nullopt;
    if (value->is_int64() && value->get_int64() >= lowest && value->get_int64() <= highest)
        return value->get_int64();
    complain(name, "phải là số nguyên từ " + std::to_string(lowest) + " đến " +
                       std::to_string(highest) + " (must be a whole number in this range)");
    return std::nullopt;
}

bool JsonFields::flag(std::string_view name) {
    const json::value* value = find(name);
    if (!value) return false;
    if (!value->is_bool()) complain(name, "phải là true hoặc false (must be true or false)");
    return value->is_bool() && value->get_bool();
}

std::optional<core::Instant> JsonFields::instant(std::string_view name, Need need) {
    const std::string written = line(name, need);
    if (written.empty()) return std::nullopt;
    const auto parsed = core::parse_instant(written);
    if (parsed) return *parsed;
    complain(name, "phải là thời điểm ISO 8601, ví dụ 2023-01-03T08:12:00+07:00 (must be an "
                   "instant)");
    return std::nullopt;
}

void JsonFields::not_one_of(std::string_view name, std::string_view known) {
    complain(name, "phải là một trong (must be one of): " + std::string(known));
}

std::optional<JsonFields> JsonFields::object(std::string_view name, Need need) {
    const json::value* value = wanted(name, need);
    if (!value) return std::nullopt;
    if (!value->is_object()) {
        complain(name, "phải là đối tượng (must be an object)");
        return std::nullopt;
    }
    return JsonFields(value->get_object(), *errors_, prefix_ + std::string(name) + ".");
}

std::vector<JsonFields> JsonFields::objects(std::string_view name, Need need) {
    std::vector<JsonFields> items;
    const json::value* value = wanted(name, need);
    if (!value) return items;
    if (!value->is_array() || value->get_array().size() > list_limit) {
        complain(name, "phải là danh sách, nhiều nhất " + std::to_string(list_limit) +
                           " mục (must be a list of at most so many)");
        return items;
    }
    std::size_t index = 0;
    for (const json::value& item : value->get_array()) {
        const std::string path = std::string(name) + "[" + std::to_string(index++) + "]";
        if (item.is_object()) {
            items.emplace_back(item.get_object(), *errors_, prefix_ + path + ".");
        } else {
            complain(path, "phải là đối tượng (must be an object)");
        }
    }
    return items;
}

std::optional<json::value> parse_body(std::string_view body, std::string& why_not) {
    json::parse_options options;
    options.max_depth = json_depth_limit;
    json::error_code error;
    json::value value = json::parse(view(body), error, {}, options);
    if (error) {
        why_not = "Nội dung không phải JSON hợp lệ (the body is no valid JSON): " + error.message();
        return std::nullopt;
    }
    if (!value.is_object()) {
        why_not = "Nội dung phải là một đối tượng JSON (the body must be a JSON object)";
        return std::nullopt;
    }
    return value;
}

} // namespace api
