#include "core/api/json_fields.hpp"

#include "core/domain/text.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

namespace api {

namespace json = boost::json;

namespace {

std::int64_t count(std::size_t number) { return static_cast<std::int64_t>(number); }

} // namespace

JsonFields::JsonFields(const json::object& object, FieldErrors& errors, std::string prefix)
    : object_(&object), errors_(&errors), prefix_(std::move(prefix)) {}

void JsonFields::complain(std::string_view name, core::Message message) {
    errors_->push_back({prefix_ + std::string(name), std::move(message)});
}

const json::value* JsonFields::find(std::string_view name) const {
    const json::value* value = object_->if_contains(name);
    return value && !value->is_null() ? value : nullptr;
}

const json::value* JsonFields::wanted(std::string_view name, Need need) {
    const json::value* value = find(name);
    if (!value && need == Need::required) complain(name, "field-required");
    return value;
}

std::string
JsonFields::read_text(std::string_view name, Need need, std::size_t most, bool one_line) {
    const json::value* value = wanted(name, need);
    if (!value) return {};
    const auto text = checked_text(*value, name, most, one_line);
    if (text && text->empty() && need == Need::required) complain(name, "field-empty");
    return text.value_or("");
}

std::optional<std::string> JsonFields::checked_text(const json::value& value,
                                                    std::string_view name,
                                                    std::size_t most,
                                                    bool one_line) {
    if (!value.is_string()) {
        complain(name, "field-no-text");
        return std::nullopt;
    }
    const std::string_view written(value.get_string().data(), value.get_string().size());
    if (written.size() > most) {
        complain(name, {"field-too-long", {{"bytes", count(most)}}});
        return std::nullopt;
    }
    if (one_line ? core::has_control_characters(written)
                 : written.find('\0') != std::string_view::npos) {
        complain(name, "field-control-characters");
        return std::nullopt;
    }
    return core::to_nfc(core::trim(written));
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
    complain(name, {"field-no-number-in-range", {{"lowest", lowest}, {"highest", highest}}});
    return std::nullopt;
}

bool JsonFields::flag(std::string_view name) {
    const json::value* value = find(name);
    if (!value) return false;
    if (!value->is_bool()) complain(name, "field-no-flag");
    return value->is_bool() && value->get_bool();
}

std::optional<core::Instant> JsonFields::instant(std::string_view name, Need need) {
    const std::string written = line(name, need);
    if (written.empty()) return std::nullopt;
    const auto parsed = core::parse_instant(written);
    if (parsed) return *parsed;
    complain(name, "field-no-instant");
    return std::nullopt;
}

void JsonFields::not_one_of(std::string_view name, std::string_view known) {
    complain(name, {"field-not-one-of", {{"known", std::string(known)}}});
}

std::optional<JsonFields> JsonFields::object(std::string_view name, Need need) {
    const json::value* value = wanted(name, need);
    if (!value) return std::nullopt;
    if (!value->is_object()) {
        complain(name, "field-no-object");
        return std::nullopt;
    }
    return JsonFields(value->get_object(), *errors_, prefix_ + std::string(name) + ".");
}

const json::array* JsonFields::wanted_list(std::string_view name, Need need) {
    const json::value* value = wanted(name, need);
    if (!value) return nullptr;
    if (value->is_array() && value->get_array().size() <= list_limit) return &value->get_array();
    complain(name, {"field-no-list", {{"most", count(list_limit)}}});
    return nullptr;
}

std::vector<std::string> JsonFields::lines(std::string_view name, Need need) {
    std::vector<std::string> texts;
    const json::array* list = wanted_list(name, need);
    if (!list) return texts;
    std::size_t index = 0;
    for (const json::value& item : *list) {
        const std::string path = std::string(name) + "[" + std::to_string(index++) + "]";
        auto text = checked_text(item, path, line_limit_bytes, true);
        if (text && !text->empty()) texts.push_back(std::move(*text));
    }
    return texts;
}

std::vector<JsonFields> JsonFields::objects(std::string_view name, Need need) {
    std::vector<JsonFields> items;
    const json::array* list = wanted_list(name, need);
    if (!list) return items;
    std::size_t index = 0;
    for (const json::value& item : *list) {
        const std::string path = std::string(name) + "[" + std::to_string(index++) + "]";
        if (item.is_object()) {
            items.emplace_back(item.get_object(), *errors_, prefix_ + path + ".");
        } else {
            complain(path, "field-no-object");
        }
    }
    return items;
}

std::optional<json::value> parse_body(std::string_view body, core::Message& why_not) {
    json::parse_options options;
    options.max_depth = json_depth_limit;
    json::error_code error;
    json::value value = json::parse(body, error, {}, options);
    if (error) {
        why_not = {"body-no-json", {{"reason", error.message()}}};
        return std::nullopt;
    }
    if (!value.is_object()) {
        why_not = "body-no-object";
        return std::nullopt;
    }
    return value;
}

} // namespace api
