#include "core/words/usage_problem.hpp"

#include <string>

namespace words {

namespace {

/// What stands before the mark; empty when it does not come.
std::string_view before(std::string_view text, std::string_view mark) {
    const std::size_t at = text.find(mark);
    return at == std::string_view::npos ? std::string_view() : text.substr(0, at);
}

std::string_view after(std::string_view text, std::string_view mark) {
    const std::size_t at = text.find(mark);
    return at == std::string_view::npos ? std::string_view() : text.substr(at + mark.size());
}

core::Message about(const char* code, std::string_view text) {
    return {code, {{"text", std::string(text)}}};
}

/// `--format: zz not in {text, json}`, `--days: Value 0 not in range [1 - 3650]`
core::Message wrong_value(std::string_view what) {
    const std::string_view option = before(what, ": ");
    const std::string_view rest = after(what, ": ");
    const std::string_view value = before(rest, " not in ");
    if (option.empty()) return about("usage-value", what);
    if (rest == no_value) return about("usage-no-value", option);
    if (value.empty()) return about("usage-value-of", option);
    constexpr std::string_view number = "Value ";
    return {
        "usage-value-no-choice",
        {{"option", std::string(option)},
         {"value", std::string(value.starts_with(number) ? value.substr(number.size()) : value)}}};
}

} // namespace

core::Message usage_problem(std::string_view error_name, std::string_view what) {
    if (error_name == "RequiredError") {
        const std::string_view option = before(what, " is required");
        if (option.starts_with("A subcommand")) return "usage-no-command";
        if (!option.empty()) return about("usage-missing", option);
    }
    // This one has the command's name for its own.
    const std::string_view unexpected = after(what, " not expected: ");
    if (!unexpected.empty()) return about("usage-unknown", unexpected);
    if (error_name == "ConversionError" && !after(what, "convert: ").empty())
        return about("usage-value", after(what, "convert: "));
    if (error_name == "ValidationError") return wrong_value(what);
    if (error_name == "ArgumentMismatch" && !before(what, ": ").empty())
        return about("usage-no-value", before(what, ": "));
    return std::string(what);
}

} // namespace words
