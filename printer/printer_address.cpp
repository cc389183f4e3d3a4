#include "printer/printer_address.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace printer {

namespace {

constexpr int raw_printing_port = 9100;
constexpr int highest_port = 65'535;
constexpr int highest_baud = 115'200;
constexpr std::size_t longest_name = 255;

std::optional<int> parse_number(std::string_view text, int highest) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 1 || number > highest)
        return std::nullopt;
    return number;
}

core::Error refuse_address(std::string_view text) {
    return {core::ErrorKind::invalid_input,
            {"printer-address-wrong", {{"text", std::string(text)}}}};
}

// A queue is an argument of another program: nothing that could be read as an option.
bool is_queue(std::string_view name) {
    return !name.starts_with('-') && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               c == '_' || c == '-' || c == '.';
    });
}

} // namespace

core::Result<PrinterAddress> parse_printer_address(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return refuse_address(text);
    const std::string_view kind = text.substr(0, colon);
    std::string_view name = text.substr(colon + 1);
    PrinterAddress address;
    if (kind == "tcp") {
        address.kind = AddressKind::network;
        address.number = raw_printing_port;
        // An IPv6 address has colons of its own and stands in brackets.
        const std::size_t last = name.rfind(':');
        const bool is_ipv6 = name.ends_with(']');
        if (last != std::string_view::npos && !is_ipv6) {
            const auto number = parse_number(name.substr(last + 1), highest_port);
            if (!number) return refuse_address(text);
            address.number = *number;
            name = name.substr(0, last);
        }
        if (name.starts_with('[') && name.ends_with(']')) name = name.substr(1, name.size() - 2);
    } else if (kind == "device") {
        address.kind = AddressKind::device;
        if (const std::size_t at = name.rfind('@'); at != std::string_view::npos) {
            const auto baud = parse_number(name.substr(at + 1), highest_baud);
            if (!baud) return refuse_address(text);
            address.number = *baud;
            name = name.substr(0, at);
        }
    } else if (kind == "cups") {
        address.kind = AddressKind::cups;
        if (!is_queue(name)) return refuse_address(text);
    } else if (kind != "file") {
        return refuse_address(text);
    }
    if (name.empty() || name.size() > longest_name) return refuse_address(text);
    address.name = name;
    return address;
}

} // namespace printer
