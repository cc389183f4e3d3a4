#include "core/domain/named_code.hpp"

#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace core {

namespace {

constexpr std::array<std::string_view, 25> around = {
    "=",      "*",      "#",      "\u2039", "\u203A", "\u300C", "\u300D", // also Code 39's stars

    "\"",     "'",      "`",      "(",      ")",      "[",      "]",      "<", ">",
    "\u201C", "\u201D", "\u201E", "\u2018", "\u2019", "\u00AB", "\u00BB", ",", ";"};

std::string_view without_quotes(std::string_view text) {
    for (bool is_changed = true; is_changed;) {
        is_changed = false;
        for (const std::string_view sign : around) {
            if (text.starts_with(sign)) {
                text.remove_prefix(sign.size());
                is_changed = true;
            } else if (text.ends_with(sign)) {
                text.remove_suffix(sign.size());
                is_changed = true;
            }
        }
        text = trimmed(text);
    }
    return text;
}

/// Behind words that name a dossier's code. Short ones may be a code's own, `HS 12/2023`: they need
/// a colon.
std::string_view without_name(std::string_view text) {
    constexpr std::array<std::string_view, 7> plain = {
        "ma ho so", "ma so ho so", "so ho so", "ho so", "ho so so", "ma ho so so", "dossier"};
    constexpr std::array<std::string_view, 7> with_colon = {"ma",    "so",   "ma so",       "hs",
                                                            "ma hs", "code", "dossier code"};
    const auto is_one_of = [](const auto& names, std::string_view words) {
        return std::ranges::find(names, fold_for_search(words)) != names.end();
    };
    const std::size_t colon = text.find(':');
    if (colon != std::string_view::npos) {
        const std::string_view words = text.substr(0, colon);
        if (is_one_of(plain, words) || is_one_of(with_colon, words))
            return trimmed(text.substr(colon + 1));
    }
    // The longest of them: `hồ sơ số 0007`.
    for (std::size_t blank = text.rfind(' '); blank != std::string_view::npos && blank > 0;
         blank = text.rfind(' ', blank - 1)) {
        if (is_one_of(plain, text.substr(0, blank))) return trimmed(text.substr(blank + 1));
    }
    return text;
}

} // namespace

std::string code_named_in(std::string_view written) {
    const std::string typed = trim(typed_plainly(written));
    return std::string(without_quotes(without_name(without_quotes(typed))));
}

} // namespace core
