#include "kiosk/printer_look.hpp"

#include "printer/escpos.hpp"
#include "printer/printer_status.hpp"

#include <array>
#include <utility>

namespace kiosk {

namespace {

using std::chrono::milliseconds;

// Short beside a touch: a ticket may be waiting for the printer meanwhile.
constexpr milliseconds connect_limit{1'000};
constexpr milliseconds answer_limit{300};
constexpr milliseconds stale_limit{20};
constexpr int most_answers = 16; ///< of a printer that talks without end

struct HealthWords {
    PrinterHealth health;
    std::string_view word;
    const char* sentence;
};

constexpr std::array<HealthWords, 8> words = {{
    {PrinterHealth::ok, "ok", ""},
    {PrinterHealth::paper_low, "paper_low", "Giấy in sắp hết: hãy chuẩn bị cuộn mới"},
    {PrinterHealth::paper_out, "paper_out", "Máy in hết giấy: hãy thay cuộn giấy mới"},
    {PrinterHealth::cover_open, "cover_open", "Nắp máy in đang mở: hãy đóng nắp lại"},
    {PrinterHealth::offline, "offline",
     "Chưa kết nối được máy in: hãy kiểm tra nguồn điện và dây nối"},
    {PrinterHealth::error, "error", "Máy in báo lỗi: hãy tắt, bật lại máy in và xem có kẹt giấy"},
    {PrinterHealth::unknown, "unknown", "Không rõ máy in đã in xong chưa: hãy xem giấy vừa ra"},
    {PrinterHealth::none, "none", "Kiosk chưa được nối máy in: hãy báo người quản trị"},
}};

PrinterHealth judge(const printer::PrinterState& state) {
    if (state.cover_open) return PrinterHealth::cover_open;
    if (state.paper_end || state.stopped_by_paper_end) return PrinterHealth::paper_out;
    if (state.error) return PrinterHealth::error;
    if (state.offline) return PrinterHealth::offline;
    return state.paper_near_end ? PrinterHealth::paper_low : PrinterHealth::ok;
}

/// The four bytes of a status, as far as they came.
std::string ask(printer::PrinterLink& link) {
    printer::StatusReader reader;
    std::string bytes;
    link.send(printer::status_request, answer_limit);
    for (int heard = 0; heard < most_answers && bytes.size() < printer::status_answers; ++heard) {
        const std::string piece = link.receive(answer_limit);
        if (piece.empty()) break;
        for (const printer::PrinterAnswer& answer : reader.read(piece)) {
            if (answer.kind == printer::AnswerKind::real_time)
                bytes += static_cast<char>(answer.byte);
        }
    }
    return bytes;
}

/// Ends a picture that a broken-off ticket left half-sent: the printer takes all that comes for
/// the rest of it, our question too.
void end_half_picture(printer::PrinterLink& link, const printer::PrinterProfile& profile) {
    printer::Raster widest{profile.width_dots, profile.stripe_rows};
    constexpr std::uint8_t black = 0xFF;
    widest.bits.assign(widest.row_bytes() * static_cast<std::size_t>(widest.height), black);
    const std::string recovery = printer::encode_job(widest, profile, "0000").recovery;
    for (std::size_t sent = 0; sent < recovery.size();) {
        const std::size_t now = link.send(std::string_view(recovery).substr(sent), answer_limit);
        if (now == 0) return;
        sent += now;
    }
}

} // namespace

std::string_view to_text(PrinterHealth health) {
    for (const HealthWords& each : words) {
        if (each.health == health) return each.word;
    }
    return "unknown";
}

std::string show(PrinterHealth health) {
    for (const HealthWords& each : words) {
        if (each.health == health) return each.sentence;
    }
    return {};
}

std::unique_ptr<printer::PrinterLink> open_printer(const printer::PrinterPort& port) {
    if (port.kind == printer::PortKind::network)
        return printer::open_network_link(port.name, port.number, connect_limit);
    return printer::open_device_link(port.name, port.number);
}

std::optional<PrinterHealth> look_at_printer(const printer::PrinterPort& port,
                                             const printer::PrinterProfile& profile) {
    if (!profile.real_time_status) return std::nullopt;
    try {
        const auto link = open_printer(port);
        link->receive(stale_limit); // answers to whoever asked before
        std::string bytes = ask(*link);
        if (bytes.size() < printer::status_answers) {
            end_half_picture(*link, profile);
            link->receive(stale_limit);
            bytes = ask(*link);
        }
        if (bytes.size() < printer::status_answers) return PrinterHealth::offline;
        return judge(printer::read_state(bytes));
    } catch (const printer::LinkLost&) {
        return PrinterHealth::offline;
    }
}

} // namespace kiosk
