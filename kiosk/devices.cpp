#include "kiosk/devices.hpp"

#include <utility>

namespace kiosk {

Devices::Devices(const Settings& settings, net::HttpServer& server, Handlers handlers)
    : settings_(settings), server_(server), handlers_(std::move(handlers)) {
    for (const scanner::SourceConfig& source : settings_.scanners)
        scanners_.push_back({scanner::to_text(source)});
}

void Devices::start() {
    printer_ = std::make_unique<TicketPrinter>(settings_.printer, settings_.profile,
                                               [this](core::PrinterHealth health) {
                                                   server_.post([this, health] {
                                                       printer_health_ = health;
                                                       handlers_.changed();
                                                   });
                                               });
    for (std::size_t index = 0; index < scanners_.size(); ++index) start_scanner(index);
}

void Devices::start_scanner(std::size_t index) {
    scanner::LiveHandlers handlers;
    handlers.scanned = [this](const scanner::LiveScan& scan) {
        server_.post([this, scan] { handlers_.scanned(scan); });
    };
    handlers.said = [](const core::Message&) {}; // a citizen scans again without being told
    handlers.changed = [this, index](bool is_there, const core::Message&) {
        server_.post([this, index, is_there] {
            scanners_[index].is_there = is_there;
            handlers_.changed();
        });
    };
    live_scanners_.emplace_back(scanner::live_source(settings_.scanners[index]), handlers);
}

void Devices::print(TicketOrder order, std::function<void(const printer::JobResult&)> done) {
    printer_->print(std::move(order),
                    [this, done = std::move(done)](const printer::JobResult& result) {
                        server_.post([this, done, result] {
                            done(result);
                            handlers_.changed();
                        });
                    });
}

} // namespace kiosk
