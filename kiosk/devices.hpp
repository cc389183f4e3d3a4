#pragma once

#include "core/domain/printer_health.hpp"
#include "core/net/server/http_server.hpp"
#include "kiosk/settings.hpp"
#include "kiosk/ticket_printer.hpp"
#include "scanner/live/live_scanner.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace kiosk {

/// The kiosk's printer and scanners, and how they are. The server's thread; each device has a
/// thread of its own behind it, whose news come by HttpServer::post.
class Devices {
public:
    struct Handlers {
        std::function<void()> changed; ///< one of them is otherwise than before, or has printed
        std::function<void(const scanner::LiveScan& scan)> scanned;
    };

    struct Scanner {
        std::string name; ///< as configured
        bool is_there = false;
    };

    /// Nothing runs before start(). `server`'s run() must have ended before this is destroyed.
    Devices(const Settings& settings, net::HttpServer& server, Handlers handlers);

    /// Throws when forms or fonts are not as they should be.
    void start();

    core::PrinterHealth printer_health() const { return printer_health_; }

    const std::string& printer_name() const { return settings_.profile.name; }

    const std::vector<Scanner>& scanners() const { return scanners_; }

    /// Sends it to the printer once; `done` is told what came of it, on the server's thread.
    /// Requires start().
    void print(TicketOrder order, std::function<void(const printer::JobResult&)> done);

private:
    void start_scanner(std::size_t index);

    const Settings& settings_;
    net::HttpServer& server_;
    Handlers handlers_;
    core::PrinterHealth printer_health_ = core::PrinterHealth::none;
    std::vector<Scanner> scanners_;

    // Last: their threads use the above.
    std::unique_ptr<TicketPrinter> printer_;
    std::deque<scanner::LiveScanner> live_scanners_;
};

} // namespace kiosk
