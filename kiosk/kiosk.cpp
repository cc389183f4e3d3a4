#include "kiosk/kiosk.hpp"

#include "core/agent/safe_file.hpp"

#include <spdlog/spdlog.h>

namespace kiosk {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds tick_time{1'000};
constexpr std::chrono::milliseconds refresh_time{250}; ///< of the room, when it changed
constexpr std::chrono::milliseconds stop_grace{500};

net::ClientLimits touch_limits() {
    net::ClientLimits limits;
    limits.connect_time = touch_connect_time;
    limits.reply_time = touch_reply_time;
    return limits;
}

net::ClientLimits background_limits() {
    net::ClientLimits limits;
    limits.connect_time = 2s;
    limits.reply_time = 10s;
    return limits;
}

net::ClientLimits link_limits() {
    net::ClientLimits limits = background_limits();
    limits.silence_time = 45s; // the core pings every 20 s
    return limits;
}

net::ServerOptions server_options(const Settings& settings) {
    net::ServerOptions options;
    options.address = settings.address;
    options.port = settings.port;
    options.limits.connections = 64;
    return options;
}

net::StaticFiles files_of(const std::filesystem::path& folder) {
    return folder.empty() ? net::StaticFiles() : net::StaticFiles(folder);
}

} // namespace

Kiosk::Kiosk(Settings settings, agent::DeviceKey key, SystemTime system_time)
    : settings_(std::move(settings)), key_(std::move(key)), system_time_(std::move(system_time)),
      web_(files_of(settings_.web)), sounds_(files_of(settings_.sounds)),
      log_(settings_.data / "touches.log",
           [this](std::string_view line) { book_.apply(read_record(line)); }),
      feedback_(settings_.data / "feedback.log"), flow_(book_, *this),
      hub_([this] { return "{\"type\":\"state\",\"data\":" + state_json(true) + "}"; }),
      lost_since_(now()), scanner_is_there_(settings_.scanners.size(), false),
      server_(server_options(settings_), *this),
      calls_(settings_.core, key_.key, background_limits()),
      touch_calls_(settings_.core, key_.key, touch_limits()), forwarder_(calls_),
      relay_(settings_.core, key_.key, server_, background_limits()) {
    if (settings_.is_board) return;
    open_books();
    printer_ = std::make_unique<TicketPrinter>(settings_.printer, settings_.profile,
                                               [this](PrinterHealth health) {
                                                   server_.post([this, health] {
                                                       printer_health_ = health;
                                                       publish();
                                                   });
                                               });
    for (std::size_t i = 0; i < settings_.scanners.size(); ++i) {
        const scanner::LiveHandlers handlers{
            [this](const scanner::LiveScan& scan) {
                server_.post([this, scan] { scanned(scan); });
            },
            [this, i](const std::string& sentence) {
                server_.post([this, i, sentence] { scanner_said(i, sentence); });
            }};
        scanners_.emplace_back(scanner::live_source(settings_.scanners[i]), handlers);
    }
    link_ = std::make_unique<agent::CoreLink>(
        settings_.core, key_.key, "queue",
        agent::LinkHandlers{
            [this](bool connected) {
                server_.post([this, connected] { link_changed(connected); });
            },
            [this](std::string_view) { server_.post([this] { room_is_stale_ = true; }); }},
        link_limits());
}

Kiosk::~Kiosk() = default;

void Kiosk::run() {
    if (!settings_.is_board) {
        server_.every(tick_time, [this] { tick(); });
        server_.every(refresh_time, [this] {
            if (room_is_stale_ && !room_is_asked_) refresh_room();
        });
    }
    server_.on_signal([this](int) { server_.stop(stop_grace); });
    server_.run();
}

/// What the log and the copies tell, before anybody can touch.
void Kiosk::open_books() {
    if (const auto kept = agent::read_file(settings_.data / "room.json")) room_ = read_room(*kept);
    if (const auto kept = agent::read_file(settings_.data / "procedures.json"))
        procedures_.take(*kept, "");
    flow_.set_services(room_.service_lines());
    flow_.resume();
    put_books_in_order();
}

void Kiosk::put_books_in_order() {
    const core::Day today = core::local_date(now());
    if (today == ordered_day_ || !flow_.is_idle()) return;
    std::vector<Record> needed;
    book_.tell_needed(today, [&](const Record& record) { needed.push_back(record); });
    log_.rewrite([&](const agent::AppendLog::Each& add) {
        for (const Record& record : needed) add(to_line(record));
    });
    TouchBook fresh;
    for (const Record& record : needed) fresh.apply(record);
    book_ = std::move(fresh);
    ordered_day_ = today;
}

void Kiosk::tick() {
    try {
        put_books_in_order();
        flow_.tick(now());
    } catch (const std::exception& failure) {
        spdlog::error("the book of touches: {}", failure.what());
    }
    if (is_suspected_ || now() - parts_told_at_ > 30s) room_is_stale_ = true;
    if (link_is_up_ && (procedures_are_stale_ || now() - procedures_at_ > 5min))
        refresh_procedures();
    if (is_online_) send_feedback();
    tell_device_state();
    publish();
}

} // namespace kiosk
