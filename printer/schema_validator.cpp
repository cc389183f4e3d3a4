#include "printer/schema_validator.hpp"

#include "core/domain/civil_time.hpp"
#include "core/domain/letters.hpp"
#include "core/domain/text.hpp"

#include <boost/json.hpp>
#include <regex.h>

#include <algorithm>
#include <stdexcept>

namespace printer {

namespace json = boost::json;

namespace {

/// A member's path for people: `documents[2].name`.
std::string member_path(const std::string& path, std::string_view name) {
    return path.empty() ? std::string(name) : path + "." + std::string(name);
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

bool matches(const std::string& text, const std::string& pattern) {
    regex_t compiled;
    if (regcomp(&compiled, pattern.c_str(), REG_EXTENDED | REG_NOSUB) != 0)
        throw std::runtime_error("printer: the schema has a pattern that is none: " + pattern);
    const int outcome = regexec(&compiled, text.c_str(), 0, nullptr, 0);
    regfree(&compiled);
    return outcome == 0;
}

std::string_view type_of(const json::value& value) {
    switch (value.kind()) {
    case json::kind::string:
        return "string";
    case json::kind::int64:
    case json::kind::uint64:
        return "integer";
    case json::kind::double_:
        return "number";
    case json::kind::bool_:
        return "boolean";
    case json::kind::array:
        return "array";
    case json::kind::object:
        return "object";
    case json::kind::null:
        return "null";
    }
    return "";
}

core::Message not_of_type(std::string_view type) {
    if (type == "string") return "field-no-text";
    if (type == "integer") return "field-no-whole-number";
    if (type == "boolean") return "field-no-flag";
    if (type == "array") return "field-not-a-list";
    return "field-no-object";
}

/// The limit of that name, or `otherwise`.
std::int64_t limit(const json::object& schema, const char* name, std::int64_t otherwise) {
    const json::value* value = schema.if_contains(name);
    return value != nullptr ? value->to_number<std::int64_t>() : otherwise;
}

std::string known_words(const json::array& words) {
    std::string list;
    for (const json::value& word : words) {
        // A member that may be null is left out then.
        if (word.is_string()) list += (list.empty() ? "" : ", ") + std::string(word.get_string());
    }
    return list;
}

constexpr std::int64_t no_limit = std::numeric_limits<std::int64_t>::max();

} // namespace

struct SchemaValidator::Impl {
    json::object definitions;
};

namespace {

class Walk {
public:
    Walk(const json::object& definitions, std::vector<FieldError>& errors)
        : definitions_(definitions), errors_(errors) {}

    void value(const json::object& schema_or_ref, json::value& data, const std::string& path) {
        const json::object& schema = resolve(schema_or_ref);
        if (!is_of_type(schema, data, path)) return;
        if (data.is_string()) {
            text(schema, data.get_string(), path);
        } else if (data.is_int64() || data.is_uint64()) {
            number(schema, data, path);
        } else if (data.is_array()) {
            list(schema, data.get_array(), path);
        } else if (data.is_object()) {
            object(schema, data.get_object(), path);
        }
    }

private:
    void complain(const std::string& path, core::Message message) {
        if (errors_.size() < most_errors) errors_.push_back({path, std::move(message)});
    }

    const json::object& resolve(const json::object& schema) const {
        const json::value* reference = schema.if_contains("$ref");
        if (reference == nullptr) return schema;
        constexpr std::string_view place = "#/$defs/";
        const std::string_view name = reference->as_string();
        return definitions_.at(name.substr(place.size())).as_object();
    }

    bool is_of_type(const json::object& schema, const json::value& data, const std::string& path) {
        const std::string_view found = type_of(data);
        const json::value& wanted = schema.at("type");
        const auto is_wanted = [&](const json::value& type) { return type.as_string() == found; };
        const bool fits = wanted.is_array() ? std::any_of(wanted.get_array().begin(),
                                                          wanted.get_array().end(), is_wanted)
                                            : is_wanted(wanted);
        if (fits) return true;
        const json::value& first = wanted.is_array() ? wanted.get_array().front() : wanted;
        complain(path, not_of_type(first.as_string()));
        return false;
    }

    void text(const json::object& schema, json::string& data, const std::string& path) {
        const std::int64_t longest = limit(schema, "maxLength", no_limit);
        // Before anything is done with it: no code point has more than four bytes.
        if (longest < no_limit && data.size() > static_cast<std::size_t>(longest) * 4 + 64)
            return too_long(path, longest);
        // What cannot be shown is marked, not refused: older books hold such letters, and a form
        // must come out of them.
        const bool may_have_lines = longest > static_cast<std::int64_t>(longest_line);
        const std::string trimmed = core::trim(data);
        std::string tidy = core::with_unfit_marked(
            core::to_nfc(may_have_lines ? core::with_plain_line_ends(trimmed) : trimmed));
        if (!may_have_lines && tidy.find('\n') != std::string::npos)
            return complain(path, "field-not-one-line");
        std::ranges::replace(tidy, '\t', ' ');
        const auto length = static_cast<std::int64_t>(count_code_points(tidy));
        if (length > longest) return too_long(path, longest);
        if (length < limit(schema, "minLength", 0)) return complain(path, "field-empty");
        check_words(schema, tidy, path);
        data = tidy;
    }

    void too_long(const std::string& path, std::int64_t longest) {
        complain(path, {"field-too-many-characters", {{"most", longest}}});
    }

    void check_words(const json::object& schema, const std::string& text, const std::string& path) {
        if (const json::value* allowed = schema.if_contains("enum")) {
            const auto& words = allowed->as_array();
            if (std::find(words.begin(), words.end(), json::value(text)) == words.end())
                complain(path, {"field-not-one-of", {{"known", known_words(words)}}});
        }
        if (const json::value* pattern = schema.if_contains("pattern")) {
            const std::string expression(pattern->as_string());
            if (!matches(text, expression))
                complain(path, {"field-of-wrong-form", {{"pattern", expression}}});
        }
        const json::value* format = schema.if_contains("format");
        if (format == nullptr) return;
        if (format->as_string() == "date-time" && !core::parse_instant(text)) {
            complain(path, "field-no-instant");
        } else if (format->as_string() == "date" && !core::parse_date(text)) {
            complain(path, "field-no-date");
        }
    }

    void number(const json::object& schema, const json::value& data, const std::string& path) {
        const std::int64_t lowest = limit(schema, "minimum", 0);
        const std::int64_t highest = limit(schema, "maximum", no_limit);
        // A number that only fits without sign is above every limit of ours.
        const std::int64_t written = data.is_int64() ? data.get_int64() : no_limit;
        if (written >= lowest && written <= highest) return;
        complain(path, {"field-no-number-in-range", {{"lowest", lowest}, {"highest", highest}}});
    }

    void list(const json::object& schema, json::array& data, const std::string& path) {
        const std::int64_t most = limit(schema, "maxItems", no_limit);
        const auto count = static_cast<std::int64_t>(data.size());
        if (count > most) return complain(path, {"field-too-many-items", {{"most", most}}});
        if (count < limit(schema, "minItems", 0)) return complain(path, "field-empty");
        std::size_t index = 0;
        for (json::value& item : data) {
            value(schema.at("items").as_object(), item, path + "[" + std::to_string(index++) + "]");
        }
    }

    void object(const json::object& schema, json::object& data, const std::string& path) {
        const json::object& members = schema.at("properties").as_object();
        for (const json::value& name : schema.at("required").as_array()) {
            const json::value* found = data.if_contains(name.as_string());
            if (found == nullptr || found->is_null())
                complain(member_path(path, name.as_string()), "field-required");
        }
        std::vector<std::string> empty;
        for (auto& [name, member] : data) {
            const std::string_view key(name.data(), name.size());
            const json::value* known = members.if_contains(name);
            if (known == nullptr) {
                complain(member_path(path, key.substr(0, longest_line)), "field-not-of-this-paper");
            } else if (member.is_null()) {
                empty.emplace_back(key);
            } else {
                value(known->as_object(), member, member_path(path, key));
            }
        }
        for (const std::string& name : empty) data.erase(name);
    }

    const json::object& definitions_;
    std::vector<FieldError>& errors_;
};

} // namespace

SchemaValidator::SchemaValidator(std::string_view schema_json) : impl_(std::make_unique<Impl>()) {
    json::error_code error;
    const json::value schema = json::parse(schema_json, error);
    const json::value* definitions =
        !error && schema.is_object() ? schema.get_object().if_contains("$defs") : nullptr;
    if (definitions == nullptr || !definitions->is_object())
        throw std::runtime_error("printer: the schema of the papers is no JSON with $defs");
    impl_->definitions = definitions->get_object();
}

SchemaValidator::~SchemaValidator() = default;

bool SchemaValidator::has_kind(std::string_view kind) const {
    return impl_->definitions.contains(kind);
}

std::vector<FieldError> SchemaValidator::validate(std::string_view kind, json::value& data) const {
    std::vector<FieldError> errors;
    Walk walk(impl_->definitions, errors);
    walk.value(impl_->definitions.at(kind).as_object(), data, "");
    return errors;
}

} // namespace printer
