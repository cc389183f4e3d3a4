#include "core/domain/supplement.hpp"

#include "core/domain/text.hpp"

#include <optional>

namespace core {

namespace {

/// The line without the sign of a list before it; none when it is no item of one. `number` is that
/// of the item which would come next.
std::optional<std::string> list_item(std::string_view line, std::size_t number) {
    const std::string counted = std::to_string(number);
    for (const std::string& sign :
         {std::string("- "), std::string("– "), std::string("+ "), std::string("* "),
          std::string("• "), counted + ". ", counted + ") "}) {
        if (line.starts_with(sign)) return trim(line.substr(sign.size()));
    }
    return std::nullopt;
}

} // namespace

std::string supplement_text(const Supplement& supplement) {
    std::string text;
    const auto add = [&](const std::string& line) { text += (text.empty() ? "" : "\n") + line; };
    for (const std::string& item : supplement.items) add("- " + item);
    if (!supplement.reason.empty()) add(supplement.reason);
    return text;
}

Supplement read_supplement(std::string_view text) {
    Supplement supplement;
    const std::vector<std::string> lines = split_list(text, '\n');
    for (const std::string& line : lines) {
        if (auto item = list_item(line, supplement.items.size() + 1)) {
            supplement.items.push_back(std::move(*item));
        } else {
            supplement.reason += (supplement.reason.empty() ? "" : "\n") + line;
        }
    }
    if (supplement.items.empty()) supplement.items = lines;
    if (supplement.reason.empty()) supplement.reason = text;
    return supplement;
}

} // namespace core
