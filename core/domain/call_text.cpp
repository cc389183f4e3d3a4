#include "core/domain/call_text.hpp"

namespace core {

namespace {

constexpr const char* digit_words[] = {"không", "một", "hai", "ba",  "bốn",
                                       "năm",   "sáu", "bảy", "tám", "chín"};

std::string sentence(std::string_view number, std::string_view counter) {
    std::string text = "Mời số ";
    text += number;
    text += " đến quầy số ";
    text += counter;
    return text;
}

} // namespace

std::string spell_out(std::string_view number) {
    std::string text;
    for (const char c : number) {
        if (!text.empty()) text += ' ';
        if (c >= '0' && c <= '9') {
            text += digit_words[c - '0'];
        } else {
            text += c;
        }
    }
    return text;
}

std::string call_sentence(std::string_view number, int counter) {
    return sentence(number, std::to_string(counter));
}

std::string spoken_call(std::string_view number, int counter) {
    return sentence(spell_out(number), spell_out(std::to_string(counter)));
}

} // namespace core
