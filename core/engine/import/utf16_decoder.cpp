#include "core/engine/import/utf16_decoder.hpp"

namespace core {

namespace {

constexpr bool is_high(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }

constexpr bool is_low(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

void append_utf8(std::string& to, char32_t letter) {
    const auto byte = [&](char32_t bits) { to += static_cast<char>(bits); };
    if (letter < 0x80) {
        byte(letter);
    } else if (letter < 0x800) {
        byte(0xC0 | letter >> 6);
        byte(0x80 | (letter & 0x3F));
    } else if (letter < 0x10000) {
        // A surrogate without its half becomes what no UTF-8 has, and is found as such.
        byte(0xE0 | letter >> 12);
        byte(0x80 | (letter >> 6 & 0x3F));
        byte(0x80 | (letter & 0x3F));
    } else {
        byte(0xF0 | letter >> 18);
        byte(0x80 | (letter >> 12 & 0x3F));
        byte(0x80 | (letter >> 6 & 0x3F));
        byte(0x80 | (letter & 0x3F));
    }
}

} // namespace

void Utf16Decoder::decode(std::string_view bytes, std::string& to) {
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        if (!half_) {
            half_ = value;
            continue;
        }
        take_unit(order_ == Order::big ? *half_ << 8U | value : unsigned{value} << 8U | *half_, to);
        half_.reset();
    }
}

void Utf16Decoder::end(std::string& to) {
    if (high_ != 0) append_utf8(to, high_);
    if (half_) to += '\xFF'; // half a letter
    high_ = 0;
    half_.reset();
}

void Utf16Decoder::take_unit(char32_t unit, std::string& to) {
    if (high_ != 0 && is_low(unit)) {
        append_utf8(to, 0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00));
        high_ = 0;
        return;
    }
    if (high_ != 0) append_utf8(to, high_);
    high_ = is_high(unit) ? unit : 0;
    if (high_ == 0) append_utf8(to, unit);
}

} // namespace core
