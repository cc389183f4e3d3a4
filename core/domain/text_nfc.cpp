// One of several that implement text.hpp: Vietnamese letters in one form (NFC).

#include "core/domain/text.hpp"

#include <utf8proc.h>

#include <cassert>
#include <stdexcept>

namespace core {

namespace {

// Real text has two or three marks on a letter. Sorting a run of marks takes time by its
// square, so a run longer than the Stream-Safe Text Format of UAX #15 allows is broken up
// as that format says: with a combining grapheme joiner, which shows nothing.
constexpr int longest_mark_run = 30;
constexpr std::string_view grapheme_joiner = "\xCD\x8F";

// Code points of which NFC makes no other and which do not join with what is before them.
// Need not know them all: the others only take longer.
bool is_stable(char32_t c) {
    return c < 0x300 || (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x2010 && c <= 0x2027) ||
           (c >= 0x20A0 && c <= 0x20C0) || (c >= 0x400 && c <= 0x482) ||
           (c >= 0x4E00 && c <= 0x9FFF);
}

bool is_mark(char32_t c) {
    return utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->combining_class != 0;
}

// Offset of the first stable code point after which comes one that is not; the length of
// the text when there is none.
std::size_t skip_stable(std::string_view text, std::size_t at) {
    std::size_t last = at;
    while (at < text.size()) {
        const std::size_t run_end = skip_ascii(text, at);
        if (run_end > at) last = run_end - 1;
        at = run_end;
        if (at == text.size()) break;
        const std::size_t here = at;
        if (!is_stable(next_code_point(text, at))) return last;
        last = here;
    }
    return text.size();
}

struct Piece {
    std::size_t end = 0;
    bool is_cut = false; ///< within a run of marks that is too long
};

// The end of the piece at `at` that must be normalized as a whole.
Piece next_piece(std::string_view text, std::size_t at) {
    int marks = 0;
    for (bool is_first = true; at < text.size(); is_first = false) {
        const std::size_t here = at;
        const char32_t c = next_code_point(text, at);
        if (!is_first && is_stable(c)) return {here, false};
        marks = is_mark(c) ? marks + 1 : 0;
        if (marks > longest_mark_run) return {here, true};
    }
    return {at, false};
}

void append_nfc(std::string& to, std::string_view piece, std::u32string& buffer) {
    static_assert(sizeof(char32_t) == sizeof(utf8proc_int32_t));
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(piece.data());
    const auto size = static_cast<utf8proc_ssize_t>(piece.size());
    // A character of n bytes decomposes into at most 1.5 n code points; one more is for the
    // terminating zero of utf8proc_reencode.
    buffer.resize(piece.size() * 2 + 2);
    auto* code_points = reinterpret_cast<utf8proc_int32_t*>(buffer.data());
    const auto room = static_cast<utf8proc_ssize_t>(buffer.size() - 1);
    const auto count = utf8proc_decompose(bytes, size, code_points, room, options);
    if (count < 0 || count > room) throw std::runtime_error("Unicode normalization failed");
    const auto length = utf8proc_reencode(code_points, count, options);
    if (length < 0) throw std::runtime_error("Unicode normalization failed");
    to.append(reinterpret_cast<const char*>(code_points), static_cast<std::size_t>(length));
}

// Whether its first bytes tell that NFC leaves it as it is, as nearly every text: it has only
// letters below U+0300 and of U+1E00 to U+1EFF, all of them stable.
bool is_surely_nfc(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    for (std::size_t at = 0; at < text.size();) {
        const unsigned char first = byte(at);
        if (first < 0x80) {
            ++at;
        } else if (first <= 0xCB) {
            at += 2;
        } else if (first == 0xE1 && byte(at + 1) >= 0xB8 && byte(at + 1) <= 0xBB) {
            at += 3;
        } else {
            return false;
        }
    }
    return true;
}

} // namespace

std::string to_nfc(std::string_view text) {
    assert(is_utf8(text));
    if (is_surely_nfc(text)) return std::string(text);
    std::string normal;
    std::u32string buffer;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t stable_end = skip_stable(text, at);
        normal.append(text, at, stable_end - at);
        at = stable_end;
        if (at == text.size()) break;
        const Piece piece = next_piece(text, at);
        append_nfc(normal, text.substr(at, piece.end - at), buffer);
        if (piece.is_cut) normal += grapheme_joiner;
        at = piece.end;
    }
    return normal;
}

} // namespace core
