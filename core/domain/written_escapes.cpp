// Letters as HTML, URLs, e-mail and JSON write them where they may only have ASCII.

#include "core/domain/written_escapes.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"
#include "core/domain/word_letters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace core {

namespace {

// Those of Latin-1 and the marks of word processors, HTML 4.01, chapter 24; sorted by their bytes.
constexpr std::array<std::pair<std::string_view, char32_t>, 111> entities = {
    {{"AElig", 0xC6},   {"Aacute", 0xC1},  {"Acirc", 0xC2},   {"Agrave", 0xC0},  {"Aring", 0xC5},
     {"Atilde", 0xC3},  {"Auml", 0xC4},    {"Ccedil", 0xC7},  {"ETH", 0xD0},     {"Eacute", 0xC9},
     {"Ecirc", 0xCA},   {"Egrave", 0xC8},  {"Euml", 0xCB},    {"Iacute", 0xCD},  {"Icirc", 0xCE},
     {"Igrave", 0xCC},  {"Iuml", 0xCF},    {"Ntilde", 0xD1},  {"OElig", 0x152},  {"Oacute", 0xD3},
     {"Ocirc", 0xD4},   {"Ograve", 0xD2},  {"Oslash", 0xD8},  {"Otilde", 0xD5},  {"Ouml", 0xD6},
     {"THORN", 0xDE},   {"Uacute", 0xDA},  {"Ucirc", 0xDB},   {"Ugrave", 0xD9},  {"Uuml", 0xDC},
     {"Yacute", 0xDD},  {"aacute", 0xE1},  {"acirc", 0xE2},   {"acute", 0xB4},   {"aelig", 0xE6},
     {"agrave", 0xE0},  {"amp", 0x26},     {"apos", 0x27},    {"aring", 0xE5},   {"atilde", 0xE3},
     {"auml", 0xE4},    {"brvbar", 0xA6},  {"bull", 0x2022},  {"ccedil", 0xE7},  {"cedil", 0xB8},
     {"cent", 0xA2},    {"copy", 0xA9},    {"curren", 0xA4},  {"deg", 0xB0},     {"divide", 0xF7},
     {"eacute", 0xE9},  {"ecirc", 0xEA},   {"egrave", 0xE8},  {"eth", 0xF0},     {"euml", 0xEB},
     {"frac12", 0xBD},  {"frac14", 0xBC},  {"frac34", 0xBE},  {"gt", 0x3E},      {"hellip", 0x2026},
     {"iacute", 0xED},  {"icirc", 0xEE},   {"iexcl", 0xA1},   {"igrave", 0xEC},  {"iquest", 0xBF},
     {"iuml", 0xEF},    {"laquo", 0xAB},   {"ldquo", 0x201C}, {"lsquo", 0x2018}, {"lt", 0x3C},
     {"macr", 0xAF},    {"mdash", 0x2014}, {"micro", 0xB5},   {"middot", 0xB7},  {"nbsp", 0xA0},
     {"ndash", 0x2013}, {"not", 0xAC},     {"ntilde", 0xF1},  {"oacute", 0xF3},  {"ocirc", 0xF4},
     {"oelig", 0x153},  {"ograve", 0xF2},  {"ordf", 0xAA},    {"ordm", 0xBA},    {"oslash", 0xF8},
     {"otilde", 0xF5},  {"ouml", 0xF6},    {"para", 0xB6},    {"plusmn", 0xB1},  {"pound", 0xA3},
     {"quot", 0x22},    {"raquo", 0xBB},   {"rdquo", 0x201D}, {"reg", 0xAE},     {"rsquo", 0x2019},
     {"sect", 0xA7},    {"shy", 0xAD},     {"sup1", 0xB9},    {"sup2", 0xB2},    {"sup3", 0xB3},
     {"szlig", 0xDF},   {"thorn", 0xFE},   {"times", 0xD7},   {"uacute", 0xFA},  {"ucirc", 0xFB},
     {"ugrave", 0xF9},  {"uml", 0xA8},     {"uuml", 0xFC},    {"yacute", 0xFD},  {"yen", 0xA5},
     {"yuml", 0xFF}}};

constexpr std::size_t longest_entity = 12;

std::optional<char32_t> number_in(std::string_view digits, int base) {
    unsigned number = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    const bool is_letter_number =
        number >= 0x20 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size() ||
        !is_letter_number)
        return std::nullopt;
    return number;
}

/// The letter of `#7877`, `#x1EC5` or `eacute`.
std::optional<char32_t> letter_of_entity(std::string_view name) {
    if (name.starts_with("#x") || name.starts_with("#X")) return number_in(name.substr(2), 16);
    if (name.starts_with('#')) return number_in(name.substr(1), 10);
    const auto found =
        std::ranges::lower_bound(entities, name, {}, &std::pair<std::string_view, char32_t>::first);
    if (found == entities.end() || found->first != name) return std::nullopt;
    return found->second;
}

/// The text without them; empty where there is none.
std::string without_entities(std::string_view text) {
    std::string read;
    bool found = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
        if (end != std::string_view::npos && end - at <= longest_entity) {
            if (const auto letter = letter_of_entity(text.substr(at + 1, end - at - 1))) {
                read += utf8_of({*letter});
                found = true;
                at = end + 1;
                continue;
            }
        }
        read += text[at++];
    }
    return found ? read : std::string();
}

std::optional<char> byte_in(std::string_view text, std::size_t at, char sign) {
    if (at + 2 >= text.size() || text[at] != sign) return std::nullopt;
    unsigned byte = 0;
    const auto* end = text.data() + at + 3;
    const auto [stop, error] = std::from_chars(text.data() + at + 1, end, byte, 16);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return static_cast<char>(byte);
}

bool is_byte_of_letter(char byte) { return (byte & 0x80) != 0; }

bool is_plain(std::string_view text, std::size_t at) {
    return at < text.size() && is_plain_letter(static_cast<unsigned char>(text[at]));
}

/// The bytes of the escapes that stand together from `at` on, which moves behind them.
std::string bytes_at(std::string_view text, std::size_t& at, char sign) {
    std::string bytes;
    for (auto byte = byte_in(text, at, sign); byte; byte = byte_in(text, at, sign)) {
        bytes += *byte;
        at += 3;
    }
    return bytes;
}

/// Whether some of them make a letter that is not ASCII, or a blank between two letters: percents
/// and equal signs of people do not.
bool has_byte_escapes(std::string_view text, char sign) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t begin = at;
        const std::string bytes = bytes_at(text, at, sign);
        if (bytes.empty()) continue;
        const bool is_blank = bytes == " " && sign == '%' && begin > 0 &&
                              is_plain(text, begin - 1) && is_plain(text, at);
        if (is_blank || (std::ranges::any_of(bytes, is_byte_of_letter) && is_utf8(bytes)))
            return true;
    }
    return false;
}

/// The text with its bytes in place of `%E1%BB%85`, or `=E1=BB=85` as e-mail writes it; empty where
/// there are none.
std::string without_byte_escapes(std::string_view text, char sign) {
    if (!has_byte_escapes(text, sign)) return {};
    std::string read;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const std::string bytes = bytes_at(text, at, sign);
        const bool is_text = is_utf8(bytes) && std::ranges::none_of(bytes, [](char c) {
                                 return static_cast<unsigned char>(c) < 0x20;
                             });
        if (bytes.empty()) {
            read += text[at++];
        } else {
            read += is_text ? bytes : std::string(text.substr(begin, at - begin));
        }
    }
    return read;
}

/// `%u1EC5`, as old scripts wrote it, and `\u1ec5`; those of two halves too. Empty where there is
/// none, or half of one.
std::string without_unit_escapes(std::string_view text, std::string_view begin) {
    constexpr std::size_t digits = 4;
    std::string read;
    bool found = false;
    const auto unit_at = [&](std::size_t at) -> std::optional<unsigned> {
        if (text.substr(at, begin.size()) != begin || at + begin.size() + digits > text.size())
            return std::nullopt;
        unsigned unit = 0;
        const auto* from = text.data() + at + begin.size();
        const auto [end, error] = std::from_chars(from, from + digits, unit, 16);
        if (error != std::errc{} || end != from + digits) return std::nullopt;
        return unit;
    };
    for (std::size_t at = 0; at < text.size();) {
        auto unit = unit_at(at);
        std::size_t size = begin.size() + digits;
        if (unit && *unit >= 0xD800 && *unit <= 0xDBFF) {
            const auto second = unit_at(at + size);
            const bool is_whole = second && *second >= 0xDC00 && *second <= 0xDFFF;
            unit = is_whole ? std::optional(0x10000 + ((*unit - 0xD800) << 10) + (*second - 0xDC00))
                            : std::nullopt;
            size *= 2;
        }
        if (unit && *unit >= 0xA0 && (*unit < 0xD800 || *unit > 0xDFFF)) {
            read += utf8_of({*unit});
            found = true;
            at += size;
        } else {
            read += text[at++];
        }
    }
    return found ? read : std::string();
}

std::optional<FieldDamage> damage_of(DamageKind kind, const std::string& reading) {
    return FieldDamage{kind, to_nfc(reading)};
}

} // namespace

std::optional<FieldDamage> find_escapes(std::string_view text) {
    if (text.find('&') != std::string_view::npos) {
        if (const std::string read = without_entities(text); !read.empty())
            return damage_of(DamageKind::html, read);
    }
    if (text.find('%') != std::string_view::npos) {
        std::string read = without_unit_escapes(text, "%u");
        if (read.empty()) read = without_byte_escapes(text, '%');
        // A form writes blanks so.
        if (text.find(' ') == std::string_view::npos) std::ranges::replace(read, '+', ' ');
        if (!read.empty()) return damage_of(DamageKind::percents, read);
    }
    if (text.find('=') != std::string_view::npos) {
        if (const std::string read = without_byte_escapes(text, '='); !read.empty())
            return damage_of(DamageKind::percents, read);
    }
    if (text.find('\\') != std::string_view::npos) {
        // A text within a text has two.
        for (const std::string_view begin : {"\\\\u", "\\u"}) {
            if (const std::string read = without_unit_escapes(text, begin); !read.empty())
                return damage_of(DamageKind::backslashes, read);
        }
    }
    return std::nullopt;
}

} // namespace core
