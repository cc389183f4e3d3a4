#include "core/domain/typed_scan.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/card_line.hpp"
#include "core/domain/code_payload.hpp"
#include "core/domain/dossier_code.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"
#include "core/domain/ticket_code.hpp"
#include "core/domain/typed_card.hpp"
#include "core/domain/utf8.hpp"
#include "core/domain/word_letters.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace core {

namespace {

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

TypedScan of_own(ScanKind kind, std::string code) {
    return {kind, std::move(code), std::nullopt, {}, std::nullopt};
}

/// A dossier's code of any agency, `000.00.18.H55-230103-0001`.
bool is_dossier_code(std::string_view code) {
    constexpr std::size_t longest_agency = 32;
    const auto agency = code.substr(0, code.substr(0, code.rfind('-')).rfind('-'));
    const auto is_of_agency = [](char c) {
        return is_digit(c) || is_plain_letter(static_cast<unsigned char>(c)) || c == '.' ||
               c == '-';
    };
    return !agency.empty() && agency.size() <= longest_agency &&
           std::ranges::all_of(agency, is_of_agency) && parse_dossier_code(agency, code);
}

bool is_ticket_code(std::string_view code) {
    const auto parts = parse_ticket_code(code);
    return parts && read_ticket_number(parts->number) == parts->number;
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
    // A control character between the fields would be a blank like others.
    const std::string typed = trim(typed_plainly(with_bars(trim(text))));
    const std::string turned = with_case_turned(typed);
    // The check of our own codes says which of them was printed.
    const std::string key = code_key(typed);
    const std::string without_vni = without_input_method(key, InputMethod::vni);
    for (const std::string& read :
         {typed, key, turned, without_input_method(key, InputMethod::telex), without_vni}) {
        if (auto own = read_code_payload(read)) {
            const auto kind = own->kind == 'H' ? ScanKind::dossier : ScanKind::ticket;
            return of_own(kind, std::move(own->code));
        }
    }
    // Without a check, as the bars of a receipt have it: whether there is one, the books say.
    if (is_dossier_code(typed)) return of_own(ScanKind::dossier, typed);
    for (const std::string& read : {key, without_vni}) {
        if (is_ticket_code(read)) return of_own(ScanKind::ticket, read);
    }
    // A blank or a sign that is not seen may be half of a damaged letter.
    auto as_it_came = read_typed_card(trim(text));
    if (as_it_came && !as_it_came->damaged.empty()) return of_card(std::move(as_it_came).value());
    auto card = read_typed_card(typed);
    if (card) return of_card(std::move(card).value());
    TypedScan unknown;
    unknown.problem = problem_of_card(typed, card.error());
    return unknown;
}

} // namespace core
