// CSV after RFC 4180, in UTF-8, with LF or CRLF, read block by block: files of a year do not fit in
// memory. Bytes of a record are gathered in one string, its fields are views into it.
//
//   record := field *( separator field ) ( LF | CRLF | end of file )
//   field  := *plain | DQUOTE *( any | DQUOTE DQUOTE ) DQUOTE
//
// A record that breaks the form is told with its first problem, and reading goes on at the next
// line, where the next sound one most likely begins. Most bytes are skipped over by a table of
// those that could end a field.

#include "core/engine/import/csv_reader.hpp"

#include "core/domain/failure.hpp"
#include "core/domain/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <istream>
#include <stdexcept>
#include <utility>

namespace core {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr int end_of_file = -1;

using ByteSet = std::array<bool, 256>;

constexpr ByteSet control_bytes() {
    ByteSet set{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) set[byte] = true;
    set[0x7F] = true;
    // A tab, and the line and page ends that word processors write within a paragraph.
    for (const char allowed : {'\t', '\v', '\f'}) set[static_cast<unsigned char>(allowed)] = false;
    return set;
}

constexpr ByteSet stops_of_plain_field(char separator) {
    ByteSet set = control_bytes();
    set[static_cast<unsigned char>(separator)] = set['"'] = true;
    return set;
}

constexpr ByteSet stops_of_quoted_field() {
    ByteSet set = control_bytes();
    set['"'] = true;
    set['\r'] = false;
    return set;
}

constexpr ByteSet quoted_stops = stops_of_quoted_field();

const char* find_stop(const char* from, const char* to, const ByteSet& stops) {
    return std::find_if(from, to, [&](char c) { return stops[static_cast<unsigned char>(c)]; });
}

/// A replacement character for each byte that is part of no letter.
std::string with_broken_replaced(std::string_view text) {
    std::string whole;
    while (const auto broken = find_broken_utf8(text)) {
        whole += text.substr(0, *broken);
        whole += "\uFFFD";
        text.remove_prefix(*broken + 1);
    }
    return whole += text;
}

/// `0x07`
std::string in_hexadecimal(int byte) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "0x%02X", static_cast<unsigned>(byte) & 0xFFU);
    return text.data();
}

} // namespace

CsvReader::CsvReader(std::istream& input,
                     char separator,
                     std::int64_t line,
                     std::size_t block_bytes)
    : input_(&input), separator_(separator), plain_stops_(stops_of_plain_field(separator)),
      // The byte order mark is looked for in the first block.
      block_(std::max(block_bytes, byte_order_mark.size())), line_(line) {
    bytes_.reserve(csv_record_limit_bytes + csv_field_limit);
    if (fill() && std::string_view(at_, end_).starts_with(byte_order_mark)) {
        at_ += byte_order_mark.size();
    }
}

bool CsvReader::next(TableRecord& record) {
    bytes_.clear();
    field_ends_.clear();
    problem_.reset();
    is_whole_ = true;
    record.fields.clear();
    record.problem.reset();
    record.remains.clear();

    skip_empty_lines();
    record.line = line_;
    if (peek() == end_of_file && !problem_) return false;

    while (read_field() == FieldEnd::separator) {
    }
    check_text();
    if (problem_) {
        record.problem = std::move(problem_);
        if (is_whole_) record.remains = remains();
        return true;
    }
    std::size_t from = 0;
    for (const std::size_t to : field_ends_) {
        record.fields.emplace_back(bytes_.data() + from, to - from);
        from = to + 1;
    }
    return true;
}

bool CsvReader::fill() {
    input_->read(block_.data(), static_cast<std::streamsize>(block_.size()));
    if (input_->bad()) throw Failure("csv-reading-failed");
    at_ = block_.data();
    end_ = at_ + input_->gcount();
    position_ += input_->gcount();
    return at_ != end_;
}

// The next byte, still to be read, or end_of_file.
int CsvReader::peek() {
    if (at_ == end_ && !fill()) return end_of_file;
    return static_cast<unsigned char>(*at_);
}

void CsvReader::skip_empty_lines() {
    for (;;) {
        int byte = peek();
        if (byte == '\r') {
            ++at_;
            byte = peek();
            if (byte != '\n' && byte != end_of_file) {
                return note({"csv-lone-carriage-return", {{"column", column()}}});
            }
        }
        if (byte != '\n') return;
        ++at_;
        ++line_;
    }
}

CsvReader::FieldEnd CsvReader::read_field() {
    if (field_ends_.size() == csv_field_limit) {
        note({"csv-too-many-columns", {{"most", static_cast<std::int64_t>(csv_field_limit)}}});
        const FieldEnd end = keep_line();
        field_ends_.push_back(bytes_.size());
        return end;
    }
    const bool is_quoted = peek() == '"';
    if (is_quoted) ++at_;
    const FieldEnd end = is_quoted ? read_quoted() : read_plain();
    field_ends_.push_back(bytes_.size());
    bytes_ += '\n'; // keeps two halves of a character in two fields from passing for one
    return end;
}

// `="0912…"`, as programs keep a number's zero, stands in many files without the quotes that the
// form asks for. False where it has no second one, or too many bytes.
bool CsvReader::keep_formula_text() {
    int byte = '"';
    do {
        if (!keep(at_, at_ + 1)) return false;
        ++at_;
        byte = peek();
        if (byte == end_of_file || byte == '\n' || byte == '\r' || byte == separator_) return false;
    } while (byte != '"');
    const bool is_kept = keep(at_, at_ + 1);
    at_ += is_kept ? 1 : 0;
    return is_kept;
}

CsvReader::FieldEnd CsvReader::read_plain() {
    const std::size_t from = bytes_.size();
    for (;;) {
        const char* stop = find_stop(at_, end_, plain_stops_);
        if (!keep(std::exchange(at_, stop), stop)) return too_long();
        const int byte = peek();
        const bool is_formula = byte == '"' && std::string_view(bytes_).substr(from) == "=";
        if (is_formula && keep_formula_text()) continue;
        if (byte == '"') {
            note({"csv-quote-inside-field", {{"column", column()}}});
            return keep_line();
        }
        if (byte == end_of_file || byte == separator_ || byte == '\n' || byte == '\r') {
            return read_field_end();
        }
        if (!plain_stops_[static_cast<std::size_t>(byte)]) continue; // a new block
        note(
            {"csv-control-character", {{"column", column()}, {"character", in_hexadecimal(byte)}}});
        if (!keep(at_, at_ + 1)) return too_long();
        ++at_;
    }
}

CsvReader::FieldEnd CsvReader::read_quoted() {
    const std::size_t from = bytes_.size();
    for (;;) {
        const char* stop = find_stop(at_, end_, quoted_stops);
        if (!keep(std::exchange(at_, stop), stop)) return too_long();
        const int byte = peek();
        if (byte == end_of_file) {
            note({"csv-quote-not-closed", {{"column", column()}}});
            bytes_.insert(from, 1, '"');
            return FieldEnd::file;
        }
        if (!quoted_stops[static_cast<std::size_t>(byte)]) continue; // a new block
        ++at_;
        if (byte == '"') {
            if (peek() != '"') return end_quoted(from);
            ++at_;
        }
        if (byte == '\n') ++line_;
        if (byte != '"' && byte != '\n')
            note({"csv-control-character",
                  {{"column", column()}, {"character", in_hexadecimal(byte)}}});
        const char kept = static_cast<char>(byte);
        if (!keep(&kept, &kept + 1)) return too_long();
    }
}

CsvReader::FieldEnd CsvReader::read_field_end() {
    int byte = peek();
    if (byte == end_of_file) return FieldEnd::file;
    if (byte == separator_) {
        ++at_;
        return FieldEnd::separator;
    }
    if (byte == '\r') {
        ++at_;
        byte = peek();
        if (byte == end_of_file) return FieldEnd::file;
        if (byte != '\n') {
            note({"csv-lone-carriage-return", {{"column", column()}}});
            bytes_ += '\r';
        }
    }
    if (byte != '\n') note({"csv-text-after-quote", {{"column", column()}}});
    return keep_line();
}

// With text behind it the quotes were none of the form's, and stay.
CsvReader::FieldEnd CsvReader::end_quoted(std::size_t from) {
    constexpr std::string_view ends = "\r\n";
    const int byte = peek();
    const bool is_end = byte == end_of_file || byte == separator_ ||
                        ends.find(static_cast<char>(byte)) != std::string_view::npos;
    if (!is_end) {
        bytes_.insert(from, 1, '"');
        bytes_ += '"';
    }
    return read_field_end();
}

// Goes to the next line as skip_line() does; what it passes over stays for people to see.
CsvReader::FieldEnd CsvReader::keep_line() {
    while (peek() != end_of_file) {
        const char* line_end = std::find(at_, end_, '\n');
        if (!keep(std::exchange(at_, line_end), line_end)) return too_long();
        if (line_end == end_) continue;
        ++at_;
        ++line_;
        return FieldEnd::line;
    }
    return FieldEnd::file;
}

// Goes to the next line whatever comes before it: after a broken record that is where the
// next sound one most likely begins.
CsvReader::FieldEnd CsvReader::skip_line() {
    while (peek() != end_of_file) {
        const auto left = static_cast<std::size_t>(end_ - at_);
        const auto* line_end = static_cast<const char*>(std::memchr(at_, '\n', left));
        at_ = line_end == nullptr ? end_ : line_end + 1;
        if (line_end == nullptr) continue;
        ++line_;
        return FieldEnd::line;
    }
    return FieldEnd::file;
}

CsvReader::FieldEnd CsvReader::too_long() {
    is_whole_ = false;
    note({"csv-record-too-long",
          {{"column", column()}, {"bytes", std::to_string(csv_record_limit_bytes)}}});
    return skip_line();
}

// False when the record would become too long.
bool CsvReader::keep(const char* from, const char* to) {
    const auto size = static_cast<std::size_t>(to - from);
    if (bytes_.size() + size > csv_record_limit_bytes) return false;
    bytes_.append(from, size);
    return true;
}

/// The fields of a record that is none, as valid UTF-8.
std::vector<std::string> CsvReader::remains() const {
    std::vector<std::string> fields;
    std::size_t from = 0;
    for (const std::size_t to : field_ends_) {
        fields.push_back(with_broken_replaced(std::string_view(bytes_).substr(from, to - from)));
        from = to + 1;
    }
    if (!fields.empty() && fields.back().ends_with('\r')) fields.back().pop_back();
    return fields;
}

// Only the first problem of a record is told: the others mostly follow from it.
void CsvReader::note(Message problem) {
    if (!problem_) problem_ = std::move(problem);
}

// The one that is being read, from 1.
std::int64_t CsvReader::column() const { return static_cast<std::int64_t>(field_ends_.size()) + 1; }

void CsvReader::check_text() {
    if (problem_) return;
    const auto broken = find_broken_utf8(bytes_);
    if (!broken) return;
    const auto end = std::ranges::lower_bound(field_ends_, *broken);
    const auto column = static_cast<std::size_t>(end - field_ends_.begin());
    const std::size_t from = column == 0 ? 0 : field_ends_[column - 1] + 1;
    problem_ = Message{"csv-not-utf-8",
                       {{"column", static_cast<std::int64_t>(column) + 1},
                        {"byte", static_cast<std::int64_t>(*broken - from) + 1}}};
}

} // namespace core
