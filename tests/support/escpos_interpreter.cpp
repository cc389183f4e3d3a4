#include "tests/support/emulated_printer.hpp"

#include <algorithm>

namespace {

int at(std::string_view bytes, std::size_t index) {
    return static_cast<unsigned char>(bytes[index]);
}

constexpr std::size_t more_must_come = 0;

std::string hex(int byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    return {digits[static_cast<std::size_t>(byte / 16)],
            digits[static_cast<std::size_t>(byte % 16)]};
}

} // namespace

EscposInterpreter::EscposInterpreter(int width, const EmulatedFaults& faults)
    : width_(width), faults_(faults) {
    sheet_.width = width;
}

bool EscposInterpreter::is_stuck() const {
    return faults_.cover_open || (faults_.paper_rows && printed_rows_ >= *faults_.paper_rows);
}

std::string EscposInterpreter::read(std::string_view bytes) {
    waiting_ += bytes;
    work();
    if (is_stuck()) take_real_time_commands();
    std::string answers;
    answers.swap(answers_);
    return faults_.mute ? "" : answers;
}

std::string EscposInterpreter::put_right() {
    faults_ = EmulatedFaults{};
    printed_rows_ = 0;
    stopped_in_the_middle_ = false;
    return read("");
}

void EscposInterpreter::work() {
    while (!waiting_.empty()) {
        if (picture_.rows_left > 0) {
            if (waiting_.size() < picture_.row_bytes) return;
            if (!print_row(std::string_view(waiting_).substr(0, picture_.row_bytes))) return;
            waiting_.erase(0, picture_.row_bytes);
            --picture_.rows_left;
            continue;
        }
        const std::size_t length = command();
        if (length == more_must_come) return;
        waiting_.erase(0, length);
    }
}

std::size_t EscposInterpreter::command() {
    switch (at(waiting_, 0)) {
    case 0x00:
        return 1;
    case 0x10:
        return real_time();
    case 0x1B:
        if (waiting_.size() < 2) return more_must_come;
        if (at(waiting_, 1) == '@') return 2;
        if (at(waiting_, 1) != 'J') break;
        if (waiting_.size() < 3) return more_must_come;
        for (int row = at(waiting_, 2); row > 0; --row) {
            if (print_row("")) continue;
            waiting_[2] = static_cast<char>(row); // the rest when there is paper again
            return more_must_come;
        }
        return 3;
    case 0x1D:
        return group_command();
    default:
        break;
    }
    violations_.push_back("unknown byte " + hex(at(waiting_, 0)));
    return 1;
}

std::size_t EscposInterpreter::group_command() {
    if (waiting_.size() < 3) return more_must_come;
    switch (at(waiting_, 1)) {
    case 'v': {
        if (waiting_.size() < 8) return more_must_come;
        picture_.row_bytes = static_cast<std::size_t>(at(waiting_, 4)) +
                             256 * static_cast<std::size_t>(at(waiting_, 5));
        picture_.rows_left = at(waiting_, 6) + 256 * at(waiting_, 7);
        if (picture_.row_bytes * 8 > static_cast<std::size_t>(width_))
            violations_.push_back("a picture wider than the head");
        return 8;
    }
    case 'V':
        if (at(waiting_, 2) == 'B' && waiting_.size() < 4) return more_must_come;
        cut();
        return at(waiting_, 2) == 'B' ? 4 : 3;
    case 'r':
        if (is_stuck() && !faults_.confirms_blindly) return more_must_come;
        if (!faults_.never_confirms) answers_ += '\0';
        return 3;
    case '(':
        if (waiting_.size() < 11) return more_must_come;
        if (is_stuck() && !faults_.confirms_blindly) return more_must_come;
        if (!faults_.never_confirms)
            answers_ += std::string("\x37\x22") + waiting_.substr(7, 4) + '\0';
        return 11;
    default:
        violations_.push_back("unknown command GS " + hex(at(waiting_, 1)));
        return 2;
    }
}

std::size_t EscposInterpreter::real_time() {
    if (waiting_.size() < 3) return more_must_come;
    if (at(waiting_, 1) == 0x04) {
        answers_ += static_cast<char>(status(at(waiting_, 2)));
        return 3;
    }
    if (at(waiting_, 1) == 0x14) {
        if (waiting_.size() < 10) return more_must_come;
        answers_ += std::string("\x37\x25", 2) + '\0';
        return 10;
    }
    return 3;
}

// While it cannot print, a printer still answers what it is asked in real time.
void EscposInterpreter::take_real_time_commands() {
    static const std::string clear("\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08");
    for (std::size_t found = waiting_.find('\x10'); found != std::string::npos;
         found = waiting_.find('\x10', found)) {
        const std::string_view from = rest(found);
        if (from.starts_with(clear)) {
            waiting_.clear();
            picture_ = {};
            answers_ += std::string("\x37\x25", 2) + '\0';
            return;
        }
        if (from.size() >= 3 && at(from, 1) == 4 && at(from, 2) >= 1 && at(from, 2) <= 4) {
            answers_ += static_cast<char>(status(at(from, 2)));
            waiting_.erase(found, 3);
        } else {
            ++found;
        }
    }
}

std::string_view EscposInterpreter::rest(std::size_t from) const {
    return std::string_view(waiting_).substr(from);
}

bool EscposInterpreter::print_row(std::string_view bytes) {
    if (is_stuck()) {
        if (!faults_.confirms_blindly) {
            stopped_in_the_middle_ = true;
            return false;
        }
        return true; // it pretends
    }
    const auto is_command = [&](std::size_t i) {
        return at(bytes, i) == 0x10 && (at(bytes, i + 1) == 0x04 || at(bytes, i + 1) == 0x14);
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        if (is_command(i)) violations_.push_back("a real-time command inside a picture");
    }
    std::vector<std::uint8_t> row(static_cast<std::size_t>(width_));
    for (std::size_t x = 0; x < std::min(row.size(), bytes.size() * 8); ++x)
        row[x] = (at(bytes, x / 8) >> (7 - x % 8)) & 1;
    sheet_.rows.push_back(std::move(row));
    ++printed_rows_;
    return true;
}

void EscposInterpreter::cut() {
    sheet_.was_cut = true;
    sheets_.push_back(std::move(sheet_));
    sheet_ = EmulatedSheet{width_};
}

std::uint8_t EscposInterpreter::status(int kind) const {
    int byte = 0x12;
    const bool stuck = is_stuck() && !faults_.lies_ready;
    const bool open = faults_.cover_open && !faults_.lies_ready;
    if (kind == 1 && stuck) byte |= 0x08;
    if (kind == 2 && open) byte |= 0x04;
    if (kind == 2 && stuck && !open && stopped_in_the_middle_) byte |= 0x20;
    if (kind == 4 && faults_.near_end) byte |= 0x0C;
    if (kind == 4 && stuck && !open) byte |= 0x6C;
    return static_cast<std::uint8_t>(byte);
}
