#include "printer/renderer.hpp"

#include "core/domain/utf8.hpp"
#include "printer/built_in.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace printer {

namespace json = boost::json;

using core::Error;
using core::ErrorKind;

namespace {

constexpr std::size_t deepest_data = 8; ///< the schema has three levels

Error refuse(std::string message, std::string field = {}) {
    return {ErrorKind::invalid_input, std::move(message), std::move(field)};
}

core::Result<json::value> parse_data(std::string_view text) {
    if (text.size() > data_limit_bytes)
        return refuse("the data is larger than " + std::to_string(data_limit_bytes / 1024) +
                      " kB; print it in parts");
    if (const auto broken = core::find_broken_utf8(text))
        return refuse("the data is not UTF-8 at byte " + std::to_string(*broken));
    json::parse_options options;
    options.max_depth = deepest_data;
    json::error_code error;
    json::value value = json::parse({text.data(), text.size()}, error, {}, options);
    if (error) return refuse("the data is no valid JSON: " + error.message());
    if (!value.is_object()) return refuse("the data must be a JSON object");
    return value;
}

Error tell(const std::vector<FieldError>& errors) {
    std::string sentence;
    for (const FieldError& error : errors) {
        sentence += (sentence.empty() ? "" : "; ") + error.field + ": " + error.message;
    }
    return refuse(std::move(sentence), errors.front().field);
}

std::string join(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

core::Day issued_on(const json::object& data) {
    const std::string written(data.at("issued_at").get_string());
    return core::local_date(core::parse_instant(written).value());
}

} // namespace

Renderer::Renderer() : Renderer(built_in_forms_toml) {}

Renderer::Renderer(std::string_view forms_toml)
    : forms_(forms_toml), check_(built_in_schema_json) {}

core::Result<DocumentPages> Renderer::lay_out(const PrintOrder& order, const Medium& paper) {
    const auto known = forms_.kinds();
    if (std::find(known.begin(), known.end(), order.kind) == known.end() ||
        !check_.has_kind(order.kind))
        return refuse("there is no paper \"" + order.kind + "\"; choose one of " + join(known));
    core::Result<json::value> parsed = parse_data(order.data);
    if (!parsed) return parsed.error();
    json::value data = std::move(parsed).value();
    const std::vector<FieldError> errors = check_.check(order.kind, data);
    if (!errors.empty()) return tell(errors);

    const core::Day day = order.form_day.value_or(issued_on(data.get_object()));
    const auto form = forms_.form(order.kind, day);
    if (!form) return form.error();
    return typesetter_.lay_out(compose(forms_, *form, data.get_object(), order.printing), paper);
}

} // namespace printer
