#include "counter/counter_agent.hpp"

#include "core/agent/problem.hpp"
#include "counter/page_message.hpp"

#include <spdlog/spdlog.h>

#include <utility>

namespace counter {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds probe_interval{2'000};
constexpr milliseconds poll_interval{30'000}; ///< printers, the report to the core
constexpr milliseconds change_interval{1'000};
constexpr milliseconds clean_up_interval{3'600'000};
constexpr milliseconds grace{3'000};
constexpr std::size_t disk_queue = 64;

// Asking whose log-in it is, or a paper's data, takes the core a moment; a page waits for it.
constexpr net::ClientLimits own_limits{milliseconds{2'000}, milliseconds{10'000}};

net::ServerOptions server_options(const Settings& settings) {
    net::ServerOptions options;
    options.address = settings.address;
    options.port = settings.port;
    return options;
}

MachineState first_state(const Settings& settings, const std::optional<agent::DeviceKey>& key) {
    MachineState state;
    if (key) state.device = key->id;
    state.counter = settings.counter;
    // Until they have been asked nothing is known of them, and nothing is to be done.
    const PrinterCondition unasked{core::PrinterHealth::unknown, {}};
    if (settings.sheet_printer) state.sheet = {settings.sheet_printer->name, unasked};
    if (settings.receipt_printer) state.receipt = {settings.receipt_printer->name, unasked};
    for (const scanner::SourceConfig& source : settings.scanners)
        state.scanners.push_back({to_text(source)});
    if (!settings.scan_folder.empty()) {
        state.folder = settings.scan_folder.string();
        state.folder_state.state = core::Presence::missing;
    }
    return state;
}

} // namespace

CounterAgent::CounterAgent(const Settings& settings,
                           const std::optional<agent::DeviceKey>& key,
                           const std::string& version,
                           agent::WallClock now)
    : settings_(settings), now_(std::move(now)), server_(server_options(settings_), *this),
      page_calls_(settings_.core, ""), own_calls_(settings_.core, "", own_limits),
      report_(own_calls_, server_, key, version),
      feed_(first_state(settings_, key), [this] { report_.note_change(); }),
      probe_(own_calls_, server_, [this](bool online) { core_answered(online); }),
      relay_(settings_.core, "", server_), disk_(disk_queue),
      logins_(settings_.data / "logins.json", own_calls_, server_, disk_, now_),
      drafts_(Drafts(settings_.data / "drafts"), logins_, disk_),
      files_(logins_,
             server_,
             disk_,
             [this](const agent::PageHub::MakeMessage& message) { feed_.tell(message); }),
      prints_(settings_.data / "prints.log", own_calls_, server_, now_),
      routes_(settings_.web,
              {page_calls_, relay_, logins_, drafts_, files_, prints_, feed_, server_.port()}) {
    // Before anybody is told that it listens: who knows may end it.
    server_.on_signal([this](int) {
        spdlog::info("stopping: answering what is at hand");
        server_.stop(grace);
    });
    add_printer(PrinterRole::sheet, settings_.sheet_printer, &MachineState::sheet);
    add_printer(PrinterRole::receipt, settings_.receipt_printer, &MachineState::receipt);
    if (!settings_.scan_folder.empty()) {
        files_.watch(settings_.scan_folder, [this](const FolderState& folder) {
            feed_.update([&](MachineState& state) { state.folder_state = folder; });
        });
    }
    for (const scanner::SourceConfig& source : settings_.scanners) add_scanner(source);
}

CounterAgent::~CounterAgent() = default;

void CounterAgent::add_printer(PrinterRole role,
                               const std::optional<PrinterSetting>& setting,
                               NamedPrinter MachineState::*printer) {
    if (!setting) return;
    const bool on_roll = role == PrinterRole::receipt;
    prints_.add_printer(
        role, setting->name, open_backend(setting->port, on_roll, settings_.profile),
        [this, printer](const PrinterCondition& now) {
            server_.post([this, printer, now] {
                feed_.update([&](MachineState& state) { (state.*printer).now = now; });
            });
        });
}

void CounterAgent::add_scanner(const scanner::SourceConfig& source) {
    const std::size_t index = scanners_.size();
    scanner::LiveHandlers handlers;
    handlers.scanned = [this](const scanner::LiveScan& scan) {
        server_.post([this, scan] {
            feed_.tell([&](words::Language language) { return scan_message(scan, language); });
        });
    };
    handlers.said = [this, name = to_text(source)](const core::Message& problem) {
        server_.post([this, name, problem] {
            feed_.tell([&](words::Language language) {
                return refused_scan_message(name, problem, language);
            });
        });
    };
    handlers.changed = [this, index](bool is_there, const core::Message& message) {
        server_.post([this, index, is_there, message] {
            feed_.update([&](MachineState& state) {
                NamedScanner& scanner = state.scanners.at(index);
                scanner.state = core::presence_of(is_there);
                scanner.advice = is_there ? core::Message() : message;
            });
        });
    };
    scanners_.emplace_back(scanner::live_source(source), handlers);
}

void CounterAgent::run() {
    server_.every(probe_interval, [this] { probe_.probe(); });
    server_.every(change_interval, [this] {
        if (report_.is_due()) report_.send(feed_.state());
    });
    server_.every(poll_interval, [this] {
        prints_.poll_printers();
        report_.send(feed_.state());
    });
    server_.every(clean_up_interval, [this] {
        drafts_.clean_up(now_());
        prints_.clean_up();
    });
    server_.post([this] {
        probe_.probe();
        prints_.poll_printers();
        drafts_.clean_up(now_());
    });
    server_.run();
    spdlog::info("stopped");
}

void CounterAgent::core_answered(bool online) {
    const MachineState& known = feed_.state();
    const bool is_news = online != known.core_online || (!online && !known.core_lost_since);
    if (!is_news) return;
    spdlog::info(online ? "the core answers" : "the core cannot be reached");
    logins_.set_core_away(!online);
    feed_.update([&](MachineState& state) {
        state.core_online = online;
        state.core_lost_since = online ? std::nullopt : std::optional(now_());
    });
}

net::BodyPlan CounterAgent::plan_body(const net::HttpRequest& head) {
    return routes_.plan_body(head);
}

void CounterAgent::handle(net::HttpRequest request, net::Responder respond) {
    routes_.handle(std::move(request), respond);
}

net::HttpHandler::Upgrade CounterAgent::upgrade(const net::HttpRequest& request) {
    return routes_.upgrade(request);
}

net::HttpResponse CounterAgent::refuse(int status, const std::string&, std::string_view languages) {
    return agent::refused_by_server(status, languages);
}

} // namespace counter
