#include "core/ooxml/cell_format.hpp"

#include "core/ooxml/xml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <map>

namespace ooxml {

namespace {

/// The format's letters outside of quotes, escapes and brackets; what is in brackets with hours or
/// minutes is a span of time and no date.
std::string plain_letters(std::string_view code) {
    std::string letters;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '"') {
            at = std::min(code.find('"', at + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (c == '[') {
            at = std::min(code.find(']', at), code.size());
        } else if (c == ';') {
            break; // the first part is that of positive numbers
        } else {
            letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return letters;
}

CellFormat format_of_code(std::string_view code) {
    const std::string letters = plain_letters(code);
    const auto has = [&](char c) { return letters.find(c) != std::string::npos; };
    const bool has_date = has('d') || has('y');
    const bool has_time = has('h') || has('s');
    if (has_date) return {has_time ? CellFormat::Kind::date_and_time : CellFormat::Kind::date, 0};
    if (has_time) return {CellFormat::Kind::date_and_time, 0};
    if (letters.size() > 1 && letters.find_first_not_of('0') == std::string::npos)
        return {CellFormat::Kind::plain, letters.size()};
    return {};
}

/// `08:12`, with seconds where they are not 0.
std::string clock_text(std::int64_t seconds) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), seconds % 60 == 0 ? "%02d:%02d" : "%02d:%02d:%02d",
                  static_cast<int>(seconds / 3600), static_cast<int>(seconds / 60 % 60),
                  static_cast<int>(seconds % 60));
    return text.data();
}

bool is_within(int id, int low, int high) { return id >= low && id <= high; }

} // namespace

CellFormat cell_format(int id, std::string_view code) {
    if (!code.empty()) return format_of_code(code);
    if (id == 22) return {CellFormat::Kind::date_and_time, 0};
    // The others are those of East Asian programs.
    if (is_within(id, 14, 17) || is_within(id, 27, 31) || is_within(id, 34, 36) ||
        is_within(id, 50, 58))
        return {CellFormat::Kind::date, 0};
    if (is_within(id, 18, 21) || is_within(id, 32, 33) || is_within(id, 45, 47))
        return {CellFormat::Kind::date_and_time, 0};
    return {};
}

std::vector<CellFormat> read_cell_formats(const std::string& styles) {
    std::vector<CellFormat> formats;
    const XmlTree tree(styles);
    const pugi::xml_node root = tree.root();
    std::map<int, std::string> codes;
    for (const pugi::xml_node format : children(child(root, "numFmts"), "numFmt"))
        codes[attribute(format, "numFmtId").as_int()] = attribute(format, "formatCode").value();
    for (const pugi::xml_node format : children(child(root, "cellXfs"), "xf")) {
        const int id = attribute(format, "numFmtId").as_int();
        const auto known = codes.find(id);
        formats.push_back(
            cell_format(id, known == codes.end() ? std::string_view() : known->second));
    }
    return formats;
}

std::string date_text(double serial, bool from_1904, CellFormat::Kind kind) {
    using namespace std::chrono;
    constexpr double last_serial = 2'958'465; // 31/12/9999
    if (!(serial >= 0) || serial > last_serial) return {};
    constexpr std::int64_t seconds_of_day = 86'400;
    auto whole = static_cast<std::int64_t>(std::floor(serial));
    auto seconds = static_cast<std::int64_t>(
        std::llround((serial - std::floor(serial)) * static_cast<double>(seconds_of_day)));
    if (seconds == seconds_of_day) {
        ++whole;
        seconds = 0;
    }
    std::string clock = clock_text(seconds);
    if (whole == 0) return clock; // a time of day by itself
    const sys_days first = from_1904 ? sys_days{year{1904} / January / 1}
                                     : sys_days{year{1899} / December / (whole < 60 ? 31 : 30)};
    const year_month_day date{first + days{whole}};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    std::string result = text.data();
    if (kind == CellFormat::Kind::date && seconds == 0) return result;
    return result + "T" + clock;
}

namespace {

/// Spreadsheets write two digits more than they show and people typed: 1.0004189999999999.
std::string as_shown(std::string_view written, double number) {
    constexpr int shown_digits = 15;
    if (written.size() <= shown_digits) return std::string(written);
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number,
                                            std::chars_format::general, shown_digits);
    return error == std::errc{} ? std::string(text.data(), end) : std::string(written);
}

} // namespace

std::string number_text(std::string_view written, const CellFormat& format) {
    double number = 0;
    const auto [end, error] =
        std::from_chars(written.data(), written.data() + written.size(), number);
    constexpr double largest_exact = 9'007'199'254'740'992; // 2^53
    if (error != std::errc{} || end != written.data() + written.size()) return std::string(written);
    const bool is_whole = number == std::floor(number) && std::abs(number) < largest_exact;
    if (!is_whole) return as_shown(written, number);
    std::string digits = std::to_string(static_cast<std::int64_t>(number));
    if (number >= 0 && digits.size() < format.digits)
        digits.insert(0, format.digits - digits.size(), '0');
    return digits;
}

} // namespace ooxml
