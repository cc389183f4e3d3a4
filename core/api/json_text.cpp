#include "core/api/json_text.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace api {

namespace json = boost::json;

namespace {

/// Bytes that stand in JSON's strings as they are.
constexpr std::array<bool, 256> is_plain = [] {
    std::array<bool, 256> set{};
    for (std::size_t byte = 0x20; byte < set.size(); ++byte)
        set[byte] = byte != '"' && byte != '\\';
    return set;
}();

void write(const json::value& value, std::string& text);

void write_number(double number, std::string& text) {
    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    const std::string_view written(digits.data(), static_cast<std::size_t>(end - digits.data()));
    text += written;
    if (written.find_first_of(".en") == std::string_view::npos) text += ".0";
}

/// Every answer goes through here, so a text that needs no escaping is copied as it is.
void write_string(std::string_view written, std::string& text) {
    const auto plain = [](char c) { return is_plain[static_cast<unsigned char>(c)]; };
    if (std::all_of(written.begin(), written.end(), plain)) {
        text += '"';
        text += written;
        text += '"';
    } else {
        text += json::serialize(json::string_view(written.data(), written.size()));
    }
}

void write_integer(std::int64_t number, std::string& text) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

void write_array(const json::array& array, std::string& text) {
    text += '[';
    bool first = true;
    for (const json::value& item : array) {
        if (!first) text += ',';
        first = false;
        write(item, text);
    }
    text += ']';
}

void write_object(const json::object& object, std::string& text) {
    text += '{';
    bool first = true;
    for (const auto& [key, item] : object) {
        if (!first) text += ',';
        first = false;
        write_string({key.data(), key.size()}, text);
        text += ':';
        write(item, text);
    }
    text += '}';
}

void write(const json::value& value, std::string& text) {
    if (const auto* object = value.if_object()) {
        write_object(*object, text);
    } else if (const auto* array = value.if_array()) {
        write_array(*array, text);
    } else if (const auto* string = value.if_string()) {
        write_string({string->data(), string->size()}, text);
    } else if (const auto* integer = value.if_int64()) {
        write_integer(*integer, text);
    } else if (const auto* number = value.if_double()) {
        write_number(*number, text);
    } else if (const auto* flag = value.if_bool()) {
        text += *flag ? "true" : "false";
    } else if (value.is_null()) {
        text += "null";
    } else {
        text += json::serialize(value);
    }
}

} // namespace

std::string to_text(const json::value& value) {
    std::string text;
    text.reserve(1024);
    write(value, text);
    return text;
}

} // namespace api
