#include "core/domain/code_payload.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>

namespace core {

namespace {

constexpr std::size_t check_digits = 4;

// CRC-16/CCITT-FALSE: nothing reflected, nothing inverted at the end.
std::uint16_t crc16(std::string_view bytes) {
    constexpr unsigned polynomial = 0x1021;
    unsigned crc = 0xFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned>(static_cast<unsigned char>(byte)) << 8;
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 0x8000U) != 0 ? (crc << 1) ^ polynomial : crc << 1;
        }
        crc &= 0xFFFFU;
    }
    return static_cast<std::uint16_t>(crc);
}

std::string check_of(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const unsigned crc = crc16(bytes);
    std::string check;
    for (int shift = 12; shift >= 0; shift -= 4) check += digits[(crc >> shift) & 0xFU];
    return check;
}

bool is_kind(char kind) { return kind == 'H' || kind == 'T'; }

bool is_code(std::string_view code) {
    return !code.empty() && code.size() <= longest_checked_code &&
           std::all_of(code.begin(), code.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                      c == '.' || c == '-';
           });
}

} // namespace

std::string code_payload(char kind, std::string_view code) {
    assert(is_kind(kind) && is_code(code));
    std::string payload(code_payload_mark);
    payload += ':';
    payload += kind;
    payload += ':';
    payload += code;
    const std::string check = check_of(payload);
    return payload + ':' + check;
}

std::optional<CheckedCode> read_code_payload(std::string_view payload) {
    const std::size_t head = code_payload_mark.size() + 3; // `MC1:H:`
    if (payload.size() < head + 1 + 1 + check_digits) return std::nullopt;
    if (!payload.starts_with(code_payload_mark)) return std::nullopt;
    const char kind = payload[head - 2];
    const std::size_t body = payload.size() - check_digits - 1;
    if (payload[head - 3] != ':' || payload[head - 1] != ':' || payload[body] != ':')
        return std::nullopt;
    const std::string_view code = payload.substr(head, body - head);
    if (!is_kind(kind) || !is_code(code)) return std::nullopt;
    if (payload.substr(body + 1) != check_of(payload.substr(0, body))) return std::nullopt;
    return CheckedCode{kind, std::string(code)};
}

} // namespace core
