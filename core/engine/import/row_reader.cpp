// The fields of a row as values. What is wrong with a field is noted with its line and column, and
// the value read as missing, so that one pass over a file names everything there is to mend.

#include "core/engine/import/row_reader.hpp"

#include "core/domain/text.hpp"
#include "core/domain/vocabulary.hpp"

#include <charconv>

namespace core {

namespace {

// More than any fee of an office: a larger number is a slip of the keyboard.
constexpr std::int64_t most_vnd = 1'000'000'000'000;

constexpr std::size_t shortened_bytes = 60;

/// A line break within a quoted address is a blank, and the same one whether the file's lines end
/// in LF or CRLF. Anything else is no text.
std::string without_line_breaks(const std::string& text) {
    std::string written;
    written.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        written += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    return written;
}

} // namespace

bool RowReader::next() {
    // A row with too few or too many fields is told and passed over: its columns are not known.
    while (next_of_any_shape()) {
        if (sound_) return true;
    }
    return false;
}

bool RowReader::next_of_any_shape() {
    if (!table_.next()) return false;
    sound_ = true;
    if (table_.problem()) problem(std::string(), *table_.problem());
    return true;
}

void RowReader::problem(std::size_t column, Message reason) {
    problem(columns_[column], std::move(reason));
}

void RowReader::problem(std::string column, Message reason) {
    sound_ = false;
    problems_.add(line(), std::move(column), std::move(reason));
}

std::string RowReader::text(std::size_t column) {
    std::string text = to_nfc(trim(table_.field(column)));
    if (has_control_characters(text)) {
        text = without_line_breaks(text);
        if (has_control_characters(text)) problem(column, "field-control-characters");
    }
    return text;
}

std::string RowReader::required_text(std::size_t column) {
    std::string written = text(column);
    if (written.empty()) problem(column, "field-empty");
    return written;
}

std::vector<std::string> RowReader::list(std::size_t column) {
    return split_list(text(column), ';');
}

std::int64_t RowReader::money(std::size_t column) {
    const std::string_view written = table_.field(column);
    if (written.empty()) return 0;
    std::int64_t amount = 0;
    const auto [end, error] =
        std::from_chars(written.data(), written.data() + written.size(), amount);
    const bool whole = error == std::errc{} && end == written.data() + written.size();
    if (!whole || amount < 0 || amount > most_vnd) {
        problem(column, {"not-an-amount", {{"text", shortened(written)}}});
        return 0;
    }
    return amount;
}

std::optional<Day> RowReader::date(std::size_t column) {
    const std::string_view written = table_.field(column);
    if (written.empty()) return std::nullopt;
    const auto day = parse_date(written);
    if (!day) {
        problem(column, day.error().message);
        return std::nullopt;
    }
    return *day;
}

std::optional<Instant> RowReader::instant(std::size_t column) {
    const std::string_view written = table_.field(column);
    if (written.empty()) return std::nullopt;
    const auto instant = parse_instant(written);
    if (!instant) {
        problem(column, instant.error().message);
        return std::nullopt;
    }
    return *instant;
}

bool RowReader::flag(std::size_t column) {
    const std::string_view written = table_.field(column);
    if (written != "0" && written != "1" && !written.empty())
        problem(column, {"not-a-flag", {{"text", shortened(written)}}});
    return written == "1";
}

void RowReader::problem_of_word(std::size_t column,
                                const std::string& written,
                                const Vocabulary& vocabulary) {
    problem(column,
            {"not-one-of", {{"text", shortened(written)}, {"allowed", list_of(vocabulary)}}});
}

std::string RowReader::shortened(std::string_view text) {
    if (text.size() <= shortened_bytes) return std::string(text);
    // Not within a letter: the sentence must stay UTF-8.
    std::size_t end = shortened_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

} // namespace core
