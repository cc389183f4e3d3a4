#include "printer/printer_status.hpp"

#include <cassert>

namespace printer {

namespace {

constexpr unsigned block_head = 0x37; ///< of answers longer than a byte
constexpr unsigned process_done = 0x22;
constexpr unsigned buffers_cleared = 0x25;
constexpr std::size_t process_answer_bytes = 7; ///< 37 22 d1 d2 d3 d4 00
constexpr std::size_t cleared_answer_bytes = 3; ///< 37 25 00
constexpr std::size_t automatic_bytes = 4;

unsigned at(std::string_view bytes, std::size_t index) {
    return static_cast<unsigned char>(bytes[index]);
}

bool is_real_time(unsigned byte) { return (byte & 0x93U) == 0x12; }

bool is_automatic_head(unsigned byte) { return (byte & 0x93U) == 0x10; }

bool is_in_order(unsigned byte) { return (byte & 0x90U) == 0; }

PrinterAnswer one_byte(AnswerKind kind, unsigned byte) {
    return {kind, static_cast<std::uint8_t>(byte)};
}

/// What the bytes begin with: an answer and its length; length 0 while more must come.
struct Taken {
    PrinterAnswer answer;
    std::size_t length;
};

Taken take_block(std::string_view held) {
    Taken noise{one_byte(AnswerKind::noise, block_head), 1};
    if (held.size() < 2) return {{}, 0};
    if (at(held, 1) == buffers_cleared) {
        if (held.size() < cleared_answer_bytes) return {{}, 0};
        if (at(held, 2) != 0) return noise;
        return {{AnswerKind::cleared}, cleared_answer_bytes};
    }
    if (at(held, 1) != process_done) return noise;
    if (held.size() < process_answer_bytes) return {{}, 0};
    if (at(held, process_answer_bytes - 1) != 0) return noise;
    return {{AnswerKind::process_done, 0, std::string(held.substr(2, 4))}, process_answer_bytes};
}

Taken take_automatic(std::string_view held) {
    for (std::size_t i = 1; i < automatic_bytes; ++i) {
        if (i >= held.size()) return {{}, 0};
        if (!is_in_order(at(held, i))) return {one_byte(AnswerKind::noise, at(held, 0)), 1};
    }
    PrinterAnswer answer{AnswerKind::automatic};
    answer.says_stopped = (at(held, 0) & 0x28U) != 0 || // offline, cover open
                          (at(held, 1) & 0x68U) != 0 || // cutter, unrecoverable, overheated
                          (at(held, 2) & 0x0CU) != 0;   // paper end
    return {answer, automatic_bytes};
}

Taken take_first(std::string_view held) {
    const unsigned first = at(held, 0);
    if (first == block_head) return take_block(held);
    if (is_real_time(first)) return {one_byte(AnswerKind::real_time, first), 1};
    if (is_automatic_head(first)) return take_automatic(held);
    if (is_in_order(first)) return {one_byte(AnswerKind::in_order, first), 1};
    return {one_byte(AnswerKind::noise, first), 1};
}

} // namespace

std::optional<PrinterAnswer> StatusReader::take() {
    if (held_.empty()) return std::nullopt;
    Taken taken = take_first(held_);
    if (taken.length == 0) return std::nullopt;
    held_.erase(0, taken.length);
    return std::move(taken.answer);
}

std::vector<PrinterAnswer> StatusReader::read(std::string_view bytes) {
    std::vector<PrinterAnswer> answers;
    for (const char byte : bytes) {
        held_ += byte;
        while (auto answer = take()) answers.push_back(std::move(*answer));
    }
    assert(held_.size() < process_answer_bytes);
    return answers;
}

PrinterStatus read_status(std::string_view answers) {
    assert(answers.size() == 4);
    PrinterStatus state;
    state.offline = (at(answers, 0) & 0x08U) != 0;
    state.cover_open = (at(answers, 1) & 0x04U) != 0;
    state.stopped_by_paper_end = (at(answers, 1) & 0x20U) != 0;
    state.error = (at(answers, 1) & 0x40U) != 0 || (at(answers, 2) & 0x6CU) != 0;
    state.paper_near_end = (at(answers, 3) & 0x0CU) != 0;
    state.paper_end = (at(answers, 3) & 0x60U) != 0;
    return state;
}

} // namespace printer
