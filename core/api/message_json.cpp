#include "core/api/message_json.hpp"

#include "core/api/json_text.hpp"
#include "core/domain/civil_time.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

#include <algorithm>
#include <utility>

namespace api {

namespace json = boost::json;

namespace {

using Value = decltype(core::Fact::value);

/// Of one that was parsed no deeper than a body may be.
std::string text_of(const json::value& value) {
    return std::string(value.as_string().data(), value.as_string().size());
}

struct Written {
    json::value operator()(const std::string& text) const { return json::value(text); }

    json::value operator()(std::int64_t count) const { return count; }

    json::value operator()(core::Day day) const {
        return json::object{{"date", core::format_date(day)}};
    }

    json::value operator()(core::Instant instant) const {
        return json::object{{"instant", core::format_instant(instant)}};
    }

    json::value operator()(const core::Term& term) const {
        return json::object{{"vocabulary", term.vocabulary}, {"name", term.name}};
    }

    template <typename Item>
    json::array list(const std::vector<Item>& items) const {
        json::array array;
        for (const Item& each : items) array.push_back((*this)(each));
        return array;
    }

    json::value operator()(const core::Message& message) const { return to_json(message); }

    json::value operator()(const std::vector<core::Term>& terms) const {
        return json::object{{"terms", list(terms)}};
    }

    json::value operator()(const std::vector<core::Message>& messages) const {
        return json::object{{"messages", list(messages)}};
    }
};

/// The name as the program's own literal; empty for one that it does not have.
std::string_view known_vocabulary(std::string_view name) {
    for (const core::Vocabulary& each : core::vocabularies()) {
        if (each.name == name) return each.name;
    }
    return {};
}

std::optional<core::Term> read_term(const json::object& object) {
    const json::value* vocabulary = object.if_contains("vocabulary");
    const json::value* name = object.if_contains("name");
    if (!vocabulary || !vocabulary->is_string() || !name || !name->is_string()) return std::nullopt;
    const std::string_view known = known_vocabulary(text_of(*vocabulary));
    if (known.empty()) return std::nullopt;
    return core::Term{known, text_of(*name)};
}

/// All of a list or none.
template <typename Item, typename Read>
std::optional<Value> read_list(const json::value& list, Read read) {
    if (!list.is_array()) return std::nullopt;
    std::vector<Item> items;
    for (const json::value& each : list.get_array()) {
        auto item = read(each);
        if (!item) return std::nullopt;
        items.push_back(std::move(*item));
    }
    return Value(std::move(items));
}

template <typename Parsed>
std::optional<Value> if_sound(const Parsed& parsed) {
    if (!parsed) return std::nullopt;
    return Value(*parsed);
}

std::optional<Value> read_fact(const json::value& value) {
    if (value.is_string()) return Value(text_of(value));
    if (value.is_int64()) return Value(value.get_int64());
    if (!value.is_object()) return std::nullopt;
    const json::object& object = value.get_object();
    if (const json::value* date = object.if_contains("date"); date && date->is_string())
        return if_sound(core::parse_date(text_of(*date)));
    if (const json::value* instant = object.if_contains("instant"); instant && instant->is_string())
        return if_sound(core::parse_instant(text_of(*instant)));
    if (const json::value* terms = object.if_contains("terms")) {
        return read_list<core::Term>(*terms, [](const json::value& each) {
            return each.is_object() ? read_term(each.get_object()) : std::nullopt;
        });
    }
    if (const json::value* messages = object.if_contains("messages"))
        return read_list<core::Message>(*messages, read_message);
    return if_sound(read_term(object));
}

} // namespace

json::object to_json(const core::Message& message) {
    json::object facts;
    for (const core::Fact& fact : message.facts)
        facts[fact.name] = std::visit(Written(), fact.value);
    return {{"code", message.code}, {"facts", std::move(facts)}};
}

std::optional<core::Message> read_message(const json::value& value) {
    if (!value.is_object()) return std::nullopt;
    const json::value* code = value.get_object().if_contains("code");
    const json::value* facts = value.get_object().if_contains("facts");
    if (!code || !code->is_string() || !facts || !facts->is_object()) return std::nullopt;
    core::Message message = text_of(*code);
    const auto known = words::facts_of(message.code);
    if (!known) return std::nullopt;
    for (const auto& [written, fact] : facts->get_object()) {
        const auto name = std::find(known->begin(), known->end(), written);
        auto read = read_fact(fact);
        if (name == known->end() || !read) return std::nullopt;
        message.facts.push_back({*name, std::move(*read)});
    }
    return message;
}

} // namespace api
