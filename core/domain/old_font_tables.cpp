#include "core/domain/old_font_tables.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace core {

namespace {

// --- TCVN3 ---------------------------------------------------------------------------------------

// What the bytes 0xA1 to 0xFE stand for; 0 where the code has none of its own letters.
constexpr std::array<char32_t, 94> tcvn3 = {U'Ă', U'Â', U'Ê', U'Ô', U'Ơ', U'Ư', U'Đ', U'ă', U'â',
                                            U'ê', U'ô', U'ơ', U'ư', U'đ', 0, // A1..AF
                                            0,    0,    0,    0,    0,    U'à', U'ả', U'ã', U'á',
                                            U'ạ', 0,    U'ằ', U'ẳ', U'ẵ', U'ắ', 0, // B0..BF
                                            0,    0,    0,    0,    0,    0,    U'ặ', U'ầ', U'ẩ',
                                            U'ẫ', U'ấ', U'ậ', U'è', 0,    U'ẻ', U'ẽ', // C0..CF
                                            U'é', U'ẹ', U'ề', U'ể', U'ễ', U'ế', U'ệ', U'ì', U'ỉ',
                                            0,    0,    0,    U'ĩ', U'í', U'ị', U'ò', // D0..DF
                                            0,    U'ỏ', U'õ', U'ó', U'ọ', U'ồ', U'ổ', U'ỗ', U'ố',
                                            U'ộ', U'ờ', U'ở', U'ỡ', U'ớ', U'ợ', U'ù', // E0..EF
                                            0,    U'ủ', U'ũ', U'ú', U'ụ', U'ừ', U'ử', U'ữ', U'ứ',
                                            U'ự', U'ỳ', U'ỷ', U'ỹ', U'ý', U'ỵ'}; // F0..FE

// --- VNI -----------------------------------------------------------------------------------------

/// Letters of VNI that stand for themselves; 0 for others.
char32_t letter_of_vni(char32_t letter) {
    constexpr std::array<std::pair<char32_t, char32_t>, 9> letters = {{{U'ô', U'ơ'},
                                                                       {U'ö', U'ư'},
                                                                       {U'ñ', U'đ'},
                                                                       {U'í', U'í'},
                                                                       {U'ì', U'ì'},
                                                                       {U'æ', U'ỉ'},
                                                                       {U'ó', U'ĩ'},
                                                                       {U'ò', U'ị'},
                                                                       {U'î', U'ỵ'}}};
    const auto found = std::ranges::find(letters, letter, &std::pair<char32_t, char32_t>::first);
    return found == letters.end() ? 0 : found->second;
}

bool takes_marks(char32_t letter) {
    return std::u32string_view(U"aeouyơư").find(small_of(letter)) != std::u32string_view::npos;
}

// --- Windows-1258 --------------------------------------------------------------------------------

/// Where it has another letter than Windows' Latin code page: the byte, which is Latin-1's, and it.
constexpr std::array<std::pair<char32_t, char32_t>, 13> windows_1258 = {{{0xC3, U'Ă'},
                                                                         {0xCC, 0x300},
                                                                         {0xD0, U'Đ'},
                                                                         {0xD2, 0x309},
                                                                         {0xD5, U'Ơ'},
                                                                         {0xDD, U'Ư'},
                                                                         {0xDE, 0x303},
                                                                         {0xE3, U'ă'},
                                                                         {0xEC, 0x301},
                                                                         {0xF0, U'đ'},
                                                                         {0xF2, 0x323},
                                                                         {0xF5, U'ơ'},
                                                                         {0xFD, U'ư'}}};

} // namespace

Letters from_tcvn3(const Letters& word) {
    Letters read;
    for (const char32_t letter : word) {
        const bool is_of_table = letter >= 0xA1 && letter <= 0xFE && tcvn3.at(letter - 0xA1) != 0;
        read += is_of_table ? tcvn3.at(letter - 0xA1) : letter;
    }
    return read;
}

std::u32string_view marks_of_vni(char32_t letter) {
    constexpr std::array<std::pair<char32_t, std::u32string_view>, 17> marks = {
        {{U'ù', U"\u0301"},
         {U'ø', U"\u0300"},
         {U'û', U"\u0309"},
         {U'õ', U"\u0303"},
         {U'ï', U"\u0323"},
         {U'â', U"\u0302"},
         {U'á', U"\u0302\u0301"},
         {U'à', U"\u0302\u0300"},
         {U'å', U"\u0302\u0309"},
         {U'ã', U"\u0302\u0303"},
         {U'ä', U"\u0302\u0323"},
         {U'ê', U"\u0306"},
         {U'é', U"\u0306\u0301"},
         {U'è', U"\u0306\u0300"},
         {U'ú', U"\u0306\u0309"},
         {U'ü', U"\u0306\u0303"},
         {U'ë', U"\u0306\u0323"}}};
    const auto found =
        std::ranges::find(marks, letter, &std::pair<char32_t, std::u32string_view>::first);
    return found == marks.end() ? std::u32string_view() : found->second;
}

Letters from_vni(const Letters& word) {
    Letters read;
    bool is_open = false;    // what was read last may still get marks
    bool is_strange = false; // a letter with a mark that no font of VNI has
    for (const char32_t letter : word) {
        const auto marks = marks_of_vni(small_of(letter));
        if (is_open && !marks.empty()) {
            read += marks;
            is_open = false;
            continue;
        }
        const char32_t own = letter_of_vni(small_of(letter));
        is_strange = is_strange || (own == 0 && letter >= 0xC0);
        read += own == 0 ? letter : is_capital_letter(letter) ? capital_of(own) : own;
        is_open = takes_marks(read.back());
    }
    return is_strange ? word : read;
}

Letters from_windows_1258(const Letters& word) {
    Letters read;
    for (const char32_t letter : word) {
        const auto found =
            std::ranges::find(windows_1258, letter, &std::pair<char32_t, char32_t>::first);
        read += found == windows_1258.end() ? letter : found->second;
    }
    return read;
}

} // namespace core
