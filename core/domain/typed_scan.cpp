#include "core/domain/typed_scan.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/card_line.hpp"
#include "core/domain/code_payload.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"
#include "core/domain/word_letters.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace core {

namespace {

constexpr std::size_t sex_field = 4;

/// With the sex as the card writes it: what a layout makes of `Nữ` begins with its N.
std::string with_whole_sex(const std::string& text) {
    std::string::size_type from = 0;
    for (std::size_t field = 0; field < sex_field; ++field) {
        const auto bar = text.find('|', from);
        if (bar == std::string::npos) return text;
        from = bar + 1;
    }
    const auto end = text.find('|', from);
    if (end == std::string::npos) return text;
    const std::string sex = text.substr(from, end - from);
    if (!sex.starts_with('N')) return text;
    const bool is_man = sex == "Nam" || sex == "NAM";
    return text.substr(0, from) + (is_man ? "Nam" : "N\u1EEF") + text.substr(end);
}

/// As it is with Caps Lock in the other state.
std::string with_case_turned(std::string_view text) {
    std::string turned;
    turned.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto letter = static_cast<utf8proc_int32_t>(next_code_point(text, at));
        const auto capital = utf8proc_toupper(letter);
        const auto other = capital == letter ? utf8proc_tolower(letter) : capital;
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto size = utf8proc_encode_char(other, bytes.data());
        turned.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
    }
    return turned;
}

/// What a Vietnamese input method has been given for a letter's mark: Telex takes letters, VNI
/// takes digits. None for a mark that it does not make.
enum class InputMethod { telex, vni };

std::string key_of_mark(utf8proc_int32_t mark, char base, InputMethod method) {
    struct Key {
        utf8proc_int32_t mark;
        char telex; ///< 0: the letter itself once more
        char vni;
    };

    constexpr std::array keys = {Key{0x301, 'S', '1'}, Key{0x300, 'F', '2'}, Key{0x309, 'R', '3'},
                                 Key{0x303, 'X', '4'}, Key{0x323, 'J', '5'}, Key{0x302, 0, '6'},
                                 Key{0x31B, 'W', '7'}, Key{0x306, 'W', '8'}};
    const auto* key = std::ranges::find(keys, mark, &Key::mark);
    if (key == keys.end()) return {};
    if (method == InputMethod::vni) return {key->vni};
    return {key->telex == 0 ? base : key->telex};
}

/// A code of ours, in capitals, as it was typed before an input method made letters with marks of
/// it; empty where it made none, or others.
std::string without_input_method(std::string_view key, InputMethod method) {
    constexpr char32_t barred_d = 0x110;
    std::string typed;
    std::array<utf8proc_int32_t, 8> parts{};
    bool is_changed = false;
    for (std::size_t at = 0; at < key.size();) {
        const char32_t letter = next_code_point(key, at);
        if (letter == barred_d) {
            typed += method == InputMethod::vni ? "D9" : "DD";
            is_changed = true;
            continue;
        }
        int boundary = UTF8PROC_BOUNDCLASS_START;
        const auto count = utf8proc_decompose_char(
            static_cast<utf8proc_int32_t>(letter), parts.data(),
            static_cast<utf8proc_ssize_t>(parts.size()), UTF8PROC_DECOMPOSE, &boundary);
        if (count < 1 || static_cast<std::size_t>(count) > parts.size() || parts[0] >= 0x80)
            return {};
        const char base = static_cast<char>(parts[0]);
        typed += base;
        for (std::size_t mark = 1; mark < static_cast<std::size_t>(count); ++mark) {
            const std::string pressed = key_of_mark(parts.at(mark), base, method);
            if (pressed.empty()) return {};
            typed += pressed;
            is_changed = true;
        }
    }
    return is_changed ? typed : std::string();
}

bool has_mark(std::string_view name) {
    return std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

TypedScan of_card(CitizenCard card) {
    TypedScan scan{ScanKind::card, {}, std::nullopt, {}, std::nullopt};
    for (const CardDoubt& doubt : card.doubts) scan.doubts.push_back(doubt.reason);
    // Some scanners drop what the layout has not, and what is left still looks like a name.
    const auto is_of_name = [](const CardDoubt& doubt) {
        return doubt.field == CardField::full_name;
    };
    if (!has_mark(card.full_name) && std::ranges::none_of(card.doubts, is_of_name))
        scan.doubts.emplace_back("card-name-without-marks");
    scan.card = std::move(card);
    return scan;
}

Result<CitizenCard> read_card(std::string_view text) {
    return parse_citizen_card(with_whole_sex(with_bars(text)));
}

/// Why the text, if it is a card's line, could not be read as one.
std::optional<Message> problem_of(std::string_view text, const Error& refusal) {
    if (!looks_like_card_line(text)) return std::nullopt;
    if (refusal.message.code == "card-code-of-no-card") return "card-line-broken";
    return refusal.message;
}

/// Behind `]Q1` or the like, by which some scanners say which kind of code they read.
std::string_view behind_kind_of_code(std::string_view text) {
    const auto is_plain = [](char c) {
        return is_digit(c) || is_plain_letter(static_cast<unsigned char>(c));
    };
    const bool has_one =
        text.size() > 3 && text[0] == ']' && is_plain(text[1]) && is_plain(text[2]);
    return has_one ? text.substr(3) : text;
}

} // namespace

TypedScan read_typed_scan(std::string_view came) {
    const std::string_view text = behind_kind_of_code(trimmed(came));
    const std::string typed = trim(typed_plainly(trim(text)));
    const std::string turned = with_case_turned(typed);
    // The check of our own codes says which of them was printed.
    const std::string key = code_key(typed);
    for (const std::string& read :
         {typed, key, turned, without_input_method(key, InputMethod::telex),
          without_input_method(key, InputMethod::vni)}) {
        if (auto own = read_code_payload(read)) {
            const auto kind = own->kind == 'H' ? ScanKind::dossier : ScanKind::ticket;
            return {kind, std::move(own->code), std::nullopt, {}, std::nullopt};
        }
    }
    // A blank or a sign that is not seen may be half of a damaged letter.
    auto as_it_came = read_card(trim(text));
    if (as_it_came && !as_it_came->damaged.empty()) return of_card(std::move(as_it_came).value());
    auto card = read_card(typed);
    if (card) return of_card(std::move(card).value());
    // `nAM`: nobody writes so but a keyboard.
    auto other = read_card(turned);
    if (other) return of_card(std::move(other).value());
    TypedScan unknown;
    unknown.problem = problem_of(typed, card.error());
    return unknown;
}

} // namespace core
