#include "core/engine/journal/codec/json_members.hpp"

#include "core/domain/failure.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include <stdexcept>
#include <utility>

namespace core::payload {

void put(json::object& object, json::string_view key, std::string_view text) {
    if (!text.empty()) object.emplace(key, text);
}

void put(json::object& object, json::string_view key, const std::optional<Instant>& instant) {
    if (instant) object.emplace(key, format_instant(*instant));
}

void put(json::object& object, json::string_view key, std::int64_t number) {
    if (number != 0) object.emplace(key, number);
}

void put(json::object& object, json::string_view key, const std::vector<std::string>& list) {
    if (list.empty()) return;
    json::array array(object.storage());
    for (const auto& item : list) array.emplace_back(item);
    object.emplace(key, std::move(array));
}

void damaged(std::string_view what) {
    throw Failure({"payload-unreadable", {{"what", std::string(what)}}});
}

json::value parsed(std::string_view payload) {
    json::error_code error;
    json::value value = json::parse(payload, error);
    if (error || !value.is_object()) damaged(payload.substr(0, 60));
    return value;
}

std::string Reader::text(json::string_view key) const {
    const json::value* value = object_.if_contains(key);
    if (!value) return {};
    if (!value->is_string()) damaged(key);
    return std::string(value->get_string());
}

std::int64_t Reader::number(json::string_view key) const {
    const json::value* value = object_.if_contains(key);
    if (!value) return 0;
    if (!value->is_int64()) damaged(key);
    return value->get_int64();
}

std::optional<Instant> Reader::instant(json::string_view key) const {
    const std::string written = text(key);
    if (written.empty()) return std::nullopt;
    const auto known = parse_instant(written);
    if (!known) damaged(written);
    return *known;
}

std::vector<std::string> Reader::list(json::string_view key) const {
    std::vector<std::string> items;
    const json::value* value = object_.if_contains(key);
    if (!value) return items;
    if (!value->is_array()) damaged(key);
    for (const json::value& item : value->get_array()) {
        if (!item.is_string()) damaged(key);
        items.emplace_back(item.get_string());
    }
    return items;
}

Day Reader::day(json::string_view key) const {
    const auto known = parse_date(text(key));
    if (!known) damaged(text(key));
    return *known;
}

const json::object& Reader::object(json::string_view key) const {
    const json::value* value = object_.if_contains(key);
    if (!value || !value->is_object()) damaged(key);
    return value->get_object();
}

} // namespace core::payload
