#include "core/domain/call_text.hpp"

namespace core {

const CallSpeech call_speech = {
    "Mời số",
    "đến quầy số",
    {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}};

namespace {

std::string sentence(std::string_view number, std::string_view counter) {
    std::string text(call_speech.before_number);
    text += ' ';
    text += number;
    text += ' ';
    text += call_speech.before_counter;
    text += ' ';
    text += counter;
    return text;
}

} // namespace

std::string spell_out(std::string_view number) {
    std::string text;
    for (const char c : number) {
        if (!text.empty()) text += ' ';
        if (c >= '0' && c <= '9') {
            text += call_speech.digits.at(static_cast<std::size_t>(c - '0'));
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
