#include "kiosk/printer_poll.hpp"

#include "printer/escpos.hpp"
#include "printer/printer_health.hpp"
#include "printer/printer_status.hpp"

#include <string>

namespace kiosk {

namespace {

using std::chrono::milliseconds;

// Short beside a touch: a ticket may be waiting for the printer meanwhile.
constexpr milliseconds connect_limit{1'000};
constexpr milliseconds answer_limit{300};
constexpr milliseconds stale_limit{20};
constexpr int most_answers = 16; ///< of a printer that talks without end

/// The four bytes of a status, as far as they came.
std::string ask(printer::PrinterConnection& connection) {
    printer::StatusReader reader;
    std::string bytes;
    connection.send(printer::status_request, answer_limit);
    for (int heard = 0; heard < most_answers && bytes.size() < printer::status_answers; ++heard) {
        const std::string piece = connection.receive(answer_limit);
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
void end_half_picture(printer::PrinterConnection& connection,
                      const printer::PrinterProfile& profile) {
    printer::Raster widest{profile.width_dots, profile.stripe_rows};
    constexpr std::uint8_t black = 0xFF;
    widest.bits.assign(widest.row_bytes() * static_cast<std::size_t>(widest.height), black);
    const std::string recovery = printer::encode_job(widest, profile, "0000").recovery;
    for (std::size_t sent = 0; sent < recovery.size();) {
        const std::size_t now =
            connection.send(std::string_view(recovery).substr(sent), answer_limit);
        if (now == 0) return;
        sent += now;
    }
}

} // namespace

std::unique_ptr<printer::PrinterConnection> open_printer(const printer::PrinterAddress& address) {
    if (address.kind == printer::AddressKind::network)
        return printer::open_network_connection(address.name, address.number, connect_limit);
    return printer::open_device_connection(address.name, address.number);
}

std::optional<core::PrinterHealth> poll_printer(const printer::PrinterAddress& address,
                                                const printer::PrinterProfile& profile) {
    if (!profile.real_time_status) return std::nullopt;
    try {
        const auto connection = open_printer(address);
        connection->receive(stale_limit); // answers to whoever asked before
        std::string bytes = ask(*connection);
        if (bytes.size() < printer::status_answers) {
            end_half_picture(*connection, profile);
            connection->receive(stale_limit);
            bytes = ask(*connection);
        }
        if (bytes.size() < printer::status_answers) return core::PrinterHealth::offline;
        return printer::health_of(printer::read_status(bytes));
    } catch (const printer::ConnectionLost&) {
        return core::PrinterHealth::offline;
    }
}

} // namespace kiosk
