#include "core/reports/bilingual.hpp"

namespace reports {

namespace {

words::Language english() { return words::Language::find("en").value_or(words::Language()); }

void lower_first(std::string& text) {
    constexpr std::string_view capital = "\xc4\x90"; // the letter d with a stroke
    if (text.empty()) return;
    if (text.starts_with(capital)) {
        text[1] = '\x91';
    } else if (text[0] >= 'A' && text[0] <= 'Z') {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
}

} // namespace

Words in_both(const std::function<std::string(words::Language)>& text) {
    return {text({}), text(english())};
}

Words words_of(std::string_view vocabulary, std::string_view name) {
    return {std::string(words::word({}, vocabulary, name)),
            std::string(words::word(english(), vocabulary, name))};
}

Words said(const core::Message& message) {
    return {words::say({}, message), words::say(english(), message)};
}

std::string said_in_vietnamese(const core::Message& message) { return words::say({}, message); }

Words lowered(Words words) {
    lower_first(words.vietnamese);
    lower_first(words.english);
    return words;
}

std::string in_one_line(const Words& words) {
    return words.vietnamese + " (" + words.english + ")";
}

} // namespace reports
