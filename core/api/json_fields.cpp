#include "core/api/json_fields.hpp"

#include "core/domain/folded_key.hpp"
#include "core/domain/free_text.hpp"
#include "core/domain/letters.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"
#include "core/domain/written_date.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <algorithm>

namespace api {

namespace json = boost::json;

namespace {

std::int64_t count(std::size_t number) { return static_cast<std::int64_t>(number); }

} // namespace

core::Message why_no_instant(const core::Error& error) {
    return error.message.code == "not-an-instant" ? "field-no-instant" : error.message;
}

std::vector<std::string> ReadMembers::unread(const json::object& body, std::size_t most) const {
    std::vector<std::string> paths;
    add_unread(body, {}, most, paths);
    return paths;
}

void ReadMembers::add_unread(const json::object& object,
                             const std::string& prefix,
                             std::size_t most,
                             std::vector<std::string>& paths) const {
    // Lists of a few: a body has some ten members.
    if (std::ranges::find(objects_, &object) == objects_.end()) return;
    for (const auto& [name, value] : object) {
        if (paths.size() >= most) return;
        if (std::ranges::find(members_, &value) == members_.end()) {
            paths.push_back(prefix + std::string(name));
        } else if (value.is_object()) {
            add_unread(value.get_object(), prefix + std::string(name) + ".", most, paths);
        } else if (value.is_array()) {
            std::size_t index = 0;
            for (const json::value& item : value.get_array()) {
                const std::size_t place = index++;
                if (!item.is_object()) continue;
                add_unread(item.get_object(),
                           prefix + std::string(name) + "[" + std::to_string(place) + "].", most,
                           paths);
            }
        }
    }
}

JsonFields::JsonFields(const json::object& object,
                       FieldErrors& errors,
                       std::string prefix,
                       ReadMembers* reads)
    : object_(&object), errors_(&errors), prefix_(std::move(prefix)), reads_(reads) {
    if (reads_) reads_->open(object);
}

void JsonFields::complain(std::string_view name, core::Message message) {
    errors_->push_back({prefix_ + std::string(name), std::move(message)});
}

const json::value* JsonFields::find(std::string_view name) const {
    const json::value* value = object_->if_contains(name);
    if (value && reads_) reads_->read(*value);
    return value && !value->is_null() ? value : nullptr;
}

const json::value* JsonFields::wanted(std::string_view name, Need need) {
    const json::value* value = find(name);
    if (!value && need == Need::required) complain(name, "field-required");
    return value;
}

std::string
JsonFields::read_text(std::string_view name, Need need, std::size_t most, Letters letters) {
    const json::value* value = wanted(name, need);
    if (!value) return {};
    const auto text = checked_text(*value, name, most, letters);
    if (text && text->empty() && need == Need::required) complain(name, "field-empty");
    return text.value_or("");
}

std::optional<std::string> JsonFields::checked_text(const json::value& value,
                                                    std::string_view name,
                                                    std::size_t most,
                                                    Letters letters) {
    if (!value.is_string()) {
        complain(name, "field-no-text");
        return std::nullopt;
    }
    const std::string_view written(value.get_string().data(), value.get_string().size());
    if (written.size() > most && core::count_letters(written) > most) {
        complain(name, {"field-too-long", {{"letters", count(most)}}});
        return std::nullopt;
    }
    // Its own door judges the letters of a value: damage has odd ones, and says more than they do.
    if (letters == Letters::of_a_value && core::shows_nothing(written)) return std::string();
    if (letters == Letters::any) return core::to_nfc(core::trimmed(written));
    if (letters == Letters::of_a_value)
        return core::to_nfc(core::in_one_line(core::trimmed(written)));
    if (letters == Letters::of_a_text) return accepted(core::FreeText::read(written), name);
    return accepted(core::FreeLine::read(core::in_one_line(core::trimmed(written))), name);
}

template <typename Text>
std::optional<std::string> JsonFields::accepted(const core::Result<Text>& text,
                                                std::string_view name) {
    if (text) return text->written();
    complain(name, text.error().message);
    return std::nullopt;
}

std::string JsonFields::line(std::string_view name, Need need, std::size_t most) {
    return read_text(name, need, most, Letters::of_a_line);
}

std::string JsonFields::text(std::string_view name, Need need, std::size_t most) {
    return read_text(name, need, most, Letters::of_a_text);
}

std::string JsonFields::secret(std::string_view name, Need need, std::size_t most) {
    return read_text(name, need, most, Letters::any);
}

std::string JsonFields::as_it_came(std::string_view name, Need need, std::size_t most) {
    return secret(name, need, most);
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
    const auto parsed = core::read_written_instant(written);
    if (parsed) return *parsed;
    complain(name, why_no_instant(parsed.error()));
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
    return inside(value->get_object(), std::string(name));
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
        std::string text = line_at(item, path, Need::required);
        if (!text.empty()) texts.push_back(std::move(text));
    }
    return texts;
}

std::string JsonFields::line_at(const json::value& value, std::string_view path, Need need) {
    const auto text = checked_text(value, path, title_limit, Letters::of_a_line);
    if (text && text->empty() && need == Need::required) complain(path, "field-empty");
    return text.value_or("");
}

std::vector<JsonFields> JsonFields::objects(std::string_view name, Need need) {
    std::vector<JsonFields> items;
    const json::array* list = wanted_list(name, need);
    if (!list) return items;
    std::size_t index = 0;
    for (const json::value& item : *list) {
        const std::string path = std::string(name) + "[" + std::to_string(index++) + "]";
        if (item.is_object()) {
            items.push_back(inside(item.get_object(), path));
        } else {
            complain(path, "field-no-object");
        }
    }
    return items;
}

std::optional<json::value>
parse_body(std::string_view body, core::Message& why_not, json::storage_ptr memory) {
    json::parse_options options;
    options.max_depth = json_depth_limit;
    json::error_code error;
    json::value value = json::parse(body, error, std::move(memory), options);
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
