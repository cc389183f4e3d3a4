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
#include <optional>

namespace ooxml {

namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string small(std::string_view text) {
    std::string letters(text);
    std::ranges::transform(letters, letters.begin(), [](char c) { return small(c); });
    return letters;
}

bool is_span(std::string_view inside) {
    return !inside.empty() && inside.find_first_not_of("hmsHMS") == std::string_view::npos;
}

/// The format's letters outside of quotes, escapes and brackets, but those in which brackets name a
/// span of time: `[h]:mm` has its brackets still.
std::string plain_letters(std::string_view code) {
    std::string letters;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '"') {
            at = std::min(code.find('"', at + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (c == '[') {
            const std::size_t end = std::min(code.find(']', at), code.size());
            const std::string_view inside = code.substr(at + 1, end - at - 1);
            if (is_span(inside)) letters += "[" + small(inside) + "]";
            at = end;
        } else if (c == ';') {
            break; // the first part is that of positive numbers
        } else {
            letters += small(c);
        }
    }
    return letters;
}

CellFormat format_of_letters(std::string letters) {
    using Kind = CellFormat::Kind;
    const auto has = [&](char c) { return letters.find(c) != std::string::npos; };
    const bool has_date = has('d') || has('y');
    const bool has_time = has('h') || has('s');
    if (has('[')) return {Kind::span, 0, std::move(letters)};
    if (has_date) return {has_time ? Kind::date_and_time : Kind::date, 0, std::move(letters)};
    if (has_time) return {Kind::date_and_time, 0, std::move(letters)};
    if (has('%')) return {Kind::percent, 0, std::move(letters)};
    if (letters.size() > 1 && letters.find_first_not_of('0') == std::string::npos)
        return {Kind::plain, letters.size(), {}};
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

/// Formats that every program has, from an id to another one; dates with the day first, as machines
/// here show them. Those from 27 on are of East Asian programs.
struct KnownFormats {
    int first;
    int last;
    std::string_view letters;
};

constexpr std::array<KnownFormats, 12> known_formats = {{{9, 10, "0%"},
                                                         {14, 14, "d/m/yyyy"},
                                                         {15, 15, "d mmm yy"},
                                                         {16, 16, "d mmm"},
                                                         {17, 17, "mmm yy"},
                                                         {18, 21, "h:mm:ss"},
                                                         {22, 22, "d/m/yyyy h:mm"},
                                                         {27, 31, "d/m/yyyy"},
                                                         {32, 33, "h:mm:ss"},
                                                         {34, 36, "d/m/yyyy"},
                                                         {45, 47, "h:mm:ss"},
                                                         {50, 58, "d/m/yyyy"}}};

std::string_view letters_of_id(int id) {
    if (id == 46) return "[h]:mm:ss";
    const auto known = std::ranges::find_if(known_formats, [&](const KnownFormats& formats) {
        return id >= formats.first && id <= formats.last;
    });
    return known == known_formats.end() ? std::string_view() : known->letters;
}

} // namespace

CellFormat cell_format(int id, std::string_view code) {
    return format_of_letters(code.empty() ? std::string(letters_of_id(id)) : plain_letters(code));
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

namespace {

constexpr std::int64_t seconds_of_day = 86'400;

/// A number of days as the whole ones, and the seconds that are left.
struct Serial {
    std::int64_t days = 0;
    std::int64_t seconds = 0;
};

std::optional<Serial> serial_of(double number) {
    constexpr double last_serial = 2'958'465; // 31/12/9999
    if (!(number >= 0) || number > last_serial) return std::nullopt;
    Serial serial{static_cast<std::int64_t>(std::floor(number)),
                  static_cast<std::int64_t>(std::llround((number - std::floor(number)) *
                                                         static_cast<double>(seconds_of_day)))};
    if (serial.seconds == seconds_of_day) serial = {serial.days + 1, 0};
    return serial;
}

std::chrono::year_month_day date_of(std::int64_t days, bool from_1904) {
    using namespace std::chrono;
    const sys_days first = from_1904 ? sys_days{year{1904} / January / 1}
                                     : sys_days{year{1899} / December / (days < 60 ? 31 : 30)};
    return year_month_day{first + std::chrono::days{days}};
}

/// How many of a letter stand together in a format where it stands first; 0 without it.
std::size_t run_of(std::string_view letters, char letter) {
    const std::size_t from = letters.find(letter);
    if (from == std::string_view::npos) return 0;
    const std::size_t to = letters.find_first_not_of(letter, from);
    return std::min(to, letters.size()) - from;
}

/// The same of the letters of a day; three and more are a day of the week.
std::size_t run_of_day(std::string_view letters) {
    constexpr std::size_t longest = 2;
    std::size_t run = 0;
    while ((run = run_of(letters, 'd')) > longest) letters.remove_prefix(letters.find('d') + run);
    return run;
}

/// With a zero in front where the format has two of the letter.
std::string in_digits(std::int64_t number, std::size_t run) {
    return (run == 2 && number < 10 ? "0" : "") + std::to_string(number);
}

/// `15/3`: the parts of a date that a format shows, the day first.
std::string typed_date(const std::chrono::year_month_day& date, std::string_view letters) {
    const std::size_t day = run_of_day(letters);
    std::string text;
    if (day > 0) text = in_digits(unsigned(date.day()), day) + "/";
    if (const std::size_t month = run_of(letters, 'm'); month > 0)
        text += in_digits(unsigned(date.month()), month) + "/";
    if (run_of(letters, 'y') > 0) text += std::to_string(int(date.year())) + "/";
    if (!text.empty()) text.pop_back();
    return text;
}

/// `9:00`, `25:30:10`: with seconds where they are not 0.
std::string typed_clock(std::int64_t seconds, std::size_t run_of_hours) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), seconds % 60 == 0 ? ":%02d" : ":%02d:%02d",
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    return in_digits(seconds / 3600, run_of_hours) + text.data();
}

constexpr int shown_digits = 15;

std::string plain_number(double number) {
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number,
                                            std::chars_format::general, shown_digits);
    return error == std::errc{} ? std::string(text.data(), end) : std::string();
}

} // namespace

std::string date_text(double serial, bool from_1904, CellFormat::Kind kind) {
    const auto at = serial_of(serial);
    if (!at) return {};
    std::string clock = clock_text(at->seconds);
    if (at->days == 0) return clock; // a time of day by itself
    const std::chrono::year_month_day date = date_of(at->days, from_1904);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    std::string result = text.data();
    if (kind == CellFormat::Kind::date && at->seconds == 0) return result;
    return result + "T" + clock;
}

std::string typed_text(double number, bool from_1904, const CellFormat& format) {
    using Kind = CellFormat::Kind;
    if (format.kind == Kind::plain) return {};
    if (format.kind == Kind::percent) return plain_number(number * 100) + "%";
    const auto at = serial_of(number);
    if (!at) return {};
    const std::size_t hours = run_of(format.letters, 'h');
    if (format.kind == Kind::span || at->days == 0)
        return typed_clock(at->days * seconds_of_day + at->seconds, hours);
    const bool has_date = format.letters.find_first_of("dy") != std::string::npos;
    if (!has_date) return typed_clock(at->seconds, hours);
    std::string date = typed_date(date_of(at->days, from_1904), format.letters);
    return hours == 0 ? date : date + " " + typed_clock(at->seconds, hours);
}

namespace {

/// Spreadsheets write two digits more than they show and people typed: 1.0004189999999999.
std::string as_shown(std::string_view written, double number) {
    if (written.size() <= shown_digits) return std::string(written);
    std::string shown = plain_number(number);
    return shown.empty() ? std::string(written) : shown;
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
