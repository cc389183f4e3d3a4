#include "counter/agent.hpp"

#include "core/agent/local_guard.hpp"
#include "core/api/json_text.hpp"
#include "counter/local_answer.hpp"
#include "counter/page_message.hpp"

#include <boost/json/value.hpp>
#include <spdlog/spdlog.h>

#include <filesystem>

namespace counter {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds core_interval{2'000};
constexpr milliseconds look_interval{30'000}; ///< printers, the report to the core
constexpr milliseconds change_interval{1'000};
constexpr milliseconds clean_up_interval{3'600'000};
constexpr milliseconds grace{3'000};
constexpr std::size_t disk_queue = 64;
constexpr std::size_t small_body_bytes = std::size_t{64} * 1024;

// Asking who somebody is, or a paper's data, takes the core a moment; a page waits for it.
constexpr net::ClientLimits own_limits{milliseconds{2'000}, milliseconds{10'000}};

constexpr std::string_view api = "/api/";
constexpr std::string_view local = "/local/";
constexpr std::string_view local_drafts = "/local/drafts";
constexpr std::string_view local_files = "/local/files";

/// What follows `prefix`, when the path is that or something under it.
std::optional<std::string_view> under(std::string_view path, std::string_view prefix) {
    if (!path.starts_with(prefix)) return std::nullopt;
    path.remove_prefix(prefix.size());
    if (!path.empty() && path.front() != '/') return std::nullopt;
    return path;
}

MachineState first_state(const Settings& settings, const std::optional<agent::DeviceKey>& key) {
    MachineState state;
    if (key) state.device = key->id;
    state.counter = settings.counter;
    if (settings.sheet_printer) state.sheet = {settings.sheet_printer->name, {"unknown", ""}};
    if (settings.receipt_printer) state.receipt = {settings.receipt_printer->name, {"unknown", ""}};
    for (const scanner::SourceConfig& source : settings.scanners)
        state.scanners.push_back({to_text(source)});
    if (!settings.scan_folder.empty()) {
        state.folder = settings.scan_folder.string();
        state.folder_state.state = "missing";
    }
    return state;
}

} // namespace

Agent::Agent(const Settings& settings,
             std::optional<agent::DeviceKey> key,
             std::string version,
             Moment now)
    : settings_(settings), key_(std::move(key)), version_(std::move(version)), now_(std::move(now)),
      state_(first_state(settings, key_)), hub_([this] { return state_message(state_); }) {
    if (!settings_.web.empty()) pages_ = net::StaticFiles(settings_.web);
    net::ServerOptions options;
    options.address = settings_.address;
    options.port = settings_.port;
    http_ = std::make_unique<net::HttpServer>(options, static_cast<net::HttpHandler&>(*this));
    forwarded_ = std::make_unique<agent::CoreCalls>(settings_.core, "");
    own_ = std::make_unique<agent::CoreCalls>(settings_.core, "", own_limits);
    relay_ = std::make_unique<agent::EventRelay>(settings_.core, "", *http_);
    disk_ = std::make_unique<WorkThread>(disk_queue);
    who_ = std::make_unique<LoginResolver>(settings_.data / "logins.json", *own_, *http_, *disk_,
                                           now_);
    drafts_ = std::make_unique<DraftRoutes>(Drafts(settings_.data / "drafts"), *who_, *disk_);
    files_ = std::make_unique<FileRoutes>(*who_, *http_, *disk_,
                                          [this](const std::string& text) { hub_.tell(text); });
    prints_ = std::make_unique<PrintService>(settings_.data / "prints.log", *own_, *http_, now_);
    add_printers();
    if (!settings_.scan_folder.empty()) {
        files_->watch(settings_.scan_folder, [this](const FolderState& state) {
            state_.folder_state = state;
            changed();
        });
    }
    for (const scanner::SourceConfig& source : settings_.scanners) add_scanner(source);
}

Agent::~Agent() = default;

void Agent::add_printers() {
    const auto add = [this](PrinterRole role, const std::optional<PrinterSetting>& setting,
                            NamedPrinter MachineState::*printer) {
        if (!setting) return;
        const bool on_roll = role == PrinterRole::receipt;
        prints_->add_printer(role, setting->name,
                             open_outlet(setting->port, on_roll, settings_.profile),
                             [this, printer](const PrinterState& now) {
                                 http_->post([this, printer, now] {
                                     (state_.*printer).now = now;
                                     changed();
                                 });
                             });
    };
    add(PrinterRole::sheet, settings_.sheet_printer, &MachineState::sheet);
    add(PrinterRole::receipt, settings_.receipt_printer, &MachineState::receipt);
}

void Agent::add_scanner(const scanner::SourceConfig& source) {
    const std::size_t index = scanners_.size();
    scanner::LiveHandlers handlers;
    handlers.scanned = [this](const scanner::LiveScan& scan) {
        http_->post([this, message = scan_message(scan)] { hub_.tell(message); });
    };
    handlers.said = [this, name = to_text(source)](const std::string& sentence) {
        http_->post([this, message = refused_scan_message(name, sentence)] { hub_.tell(message); });
    };
    handlers.changed = [this, index](bool is_there, const std::string& sentence) {
        http_->post([this, index, is_there, sentence] {
            NamedScanner& scanner = state_.scanners.at(index);
            scanner.state = is_there ? "ok" : "missing";
            scanner.text = is_there ? "" : sentence;
            changed();
        });
    };
    scanners_.emplace_back(scanner::live_source(source), handlers);
}

void Agent::run() {
    http_->every(core_interval, [this] { look_for_core(); });
    http_->every(change_interval, [this] {
        if (report_is_due_) report_to_core();
    });
    http_->every(look_interval, [this] {
        prints_->look();
        report_to_core();
    });
    http_->every(clean_up_interval, [this] {
        drafts_->clean_up(now_());
        prints_->clean_up();
    });
    http_->post([this] {
        look_for_core();
        prints_->look();
        drafts_->clean_up(now_());
    });
    http_->on_signal([this](int) {
        spdlog::info("stopping: answering what is at hand");
        http_->stop(grace);
    });
    http_->run();
    spdlog::info("stopped");
}

void Agent::look_for_core() {
    if (looking_for_core_) return;
    looking_for_core_ = own_->submit({"GET", "/healthz", {}, ""}, [this](net::HttpReply* reply) {
        http_->post([this, online = reply != nullptr] {
            looking_for_core_ = false;
            core_seen(online);
        });
    });
}

void Agent::core_seen(bool online) {
    const bool is_news = online != state_.core_online || (!online && !state_.core_lost_since);
    if (!is_news) return;
    spdlog::info(online ? "the core answers" : "the core cannot be reached");
    state_.core_online = online;
    state_.core_lost_since = online ? std::nullopt : std::optional(now_());
    who_->set_core_away(!online);
    changed();
}

void Agent::changed() {
    const std::string message = state_message(state_);
    if (message == told_) return;
    told_ = message;
    report_is_due_ = true;
    hub_.tell(message);
}

void Agent::report_to_core() {
    if (!key_ || !state_.core_online || report_under_way_) return;
    agent::CoreCall call{
        "PUT",
        "/api/v1/devices/me/state",
        {{"Authorization", "Bearer " + key_->key}, {"Content-Type", "application/json"}},
        api::to_text(report_json(state_, version_))};
    // What it answers changes nothing here: an older core does not know the route.
    report_under_way_ = own_->submit(std::move(call), [this](net::HttpReply*) {
        http_->post([this] { report_under_way_ = false; });
    });
    if (report_under_way_) report_is_due_ = false;
}

net::BodyPlan Agent::plan_body(const net::HttpRequest& head) {
    net::BodyPlan plan;
    plan.refusal = agent::refuse_cross_site(head, port());
    if (head.path.starts_with(api)) {
        plan.limit_bytes = agent::Forwarder::body_limit_bytes;
    } else if (head.path.starts_with(local_drafts)) {
        plan.limit_bytes = Drafts::longest_bytes;
    } else {
        plan.limit_bytes = small_body_bytes;
    }
    return plan;
}

void Agent::handle(net::HttpRequest request, net::Responder respond) {
    if (auto refusal = agent::refuse_cross_site(request, port()))
        return respond(std::move(*refusal));
    if (request.path.starts_with(local)) return handle_local(std::move(request), respond);
    if (!request.path.starts_with(api)) return respond(page(std::move(request)));
    if (request.method == "DELETE" && request.path == "/api/v1/session") who_->forget(request);
    agent::Forwarder(*forwarded_).forward(std::move(request), respond);
}

void Agent::handle_local(net::HttpRequest request, const net::Responder& respond) {
    const std::string path = request.path;
    if (path == "/local/state" && request.method == "GET")
        return respond(json_answer(state_json(state_)));
    if (path == "/local/print" && request.method == "POST") return prints_->print(request, respond);
    if (auto rest = under(path, local_drafts)) {
        if (rest->starts_with('/')) rest->remove_prefix(1);
        return drafts_->handle(std::move(request), std::string(*rest), respond);
    }
    if (const auto rest = under(path, local_files)) return files_->handle(request, *rest, respond);
    respond(not_found_answer());
}

net::HttpResponse Agent::page(net::HttpRequest request) const {
    if (request.path == "/") {
        net::HttpResponse response;
        response.status = 302;
        response.headers = {{"Location", "/counter/"}};
        return response;
    }
    if (request.path.ends_with('/')) request.path += "index.html";
    if (auto answer = pages_.answer(request)) {
        agent::add_page_headers(*answer);
        return std::move(*answer);
    }
    return not_found_answer();
}

net::HttpHandler::Upgrade Agent::upgrade(const net::HttpRequest& request) {
    if (auto refusal = agent::refuse_cross_site(request, port())) return std::move(*refusal);
    if (request.path == "/local/events") return hub_.upgrade();
    if (request.path == "/api/v1/events") return relay_->upgrade(request);
    return not_found_answer();
}

net::HttpResponse Agent::refuse(int status, const std::string& detail) {
    return agent::problem(status, "refused-" + std::to_string(status), net::reason_phrase(status),
                          detail);
}

} // namespace counter
