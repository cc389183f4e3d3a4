#include "printer/renderer.hpp"

#include "core/domain/utf8.hpp"
#include "printer/built_in.hpp"
#include "printer/paper_schema.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace printer {

namespace json = boost::json;

using core::Error;
using core::ErrorKind;

namespace {

constexpr std::size_t deepest_data = 8; ///< the schema has three levels

Error refuse_data(core::Message message, std::string field = {}) {
    return {ErrorKind::invalid_input, std::move(message), std::move(field)};
}

core::Result<json::value> parse_data(std::string_view text) {
    if (text.size() > data_limit_bytes)
        return refuse_data(
            {"data-too-large", {{"kilobytes", std::int64_t{data_limit_bytes / 1024}}}});
    if (const auto broken = core::find_broken_utf8(text))
        return refuse_data({"data-no-utf8", {{"byte", static_cast<std::int64_t>(*broken)}}});
    json::parse_options options;
    options.max_depth = deepest_data;
    json::error_code error;
    json::value value = json::parse({text.data(), text.size()}, error, {}, options);
    if (error) return refuse_data({"data-no-json", {{"reason", error.message()}}});
    if (!value.is_object()) return refuse_data("data-no-object");
    return value;
}

Error tell(const std::vector<FieldError>& errors) {
    std::vector<core::Message> problems;
    problems.reserve(errors.size());
    for (const FieldError& error : errors) {
        problems.push_back(
            {"field-wrong",
             {{"field", error.field}, {"problem", std::vector<core::Message>{error.message}}}});
    }
    return refuse_data({"data-wrong", {{"problems", std::move(problems)}}}, errors.front().field);
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

Renderer::Renderer(std::string_view forms_toml) : forms_(forms_toml), validator_(paper_schema()) {}

core::Result<DocumentPages> Renderer::lay_out(const PrintOrder& order, const Medium& medium) {
    const auto known = forms_.kinds();
    if (std::find(known.begin(), known.end(), order.kind) == known.end() ||
        !validator_.has_kind(order.kind))
        return refuse_data({"paper-kind-unknown", {{"kind", order.kind}, {"known", join(known)}}});
    core::Result<json::value> parsed = parse_data(order.data);
    if (!parsed) return parsed.error();
    json::value data = std::move(parsed).value();
    const std::vector<FieldError> errors = validator_.validate(order.kind, data);
    if (!errors.empty()) return tell(errors);

    const core::Day day = order.form_day.value_or(issued_on(data.get_object()));
    const auto form = forms_.form(order.kind, day);
    if (!form) return form.error();
    return typesetter_.lay_out(compose(forms_, *form, data.get_object(), order.printing), medium);
}

} // namespace printer
