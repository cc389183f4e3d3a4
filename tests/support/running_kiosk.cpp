#include "tests/support/running_kiosk.hpp"

#include "core/net/websocket/web_socket_client.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <stdexcept>
#include <thread>

namespace json = boost::json;

namespace {

constexpr std::chrono::seconds patience{20};

std::vector<std::string> arguments_of(const KioskStart& start) {
    std::vector<std::string> words = {
        "--core",   "http://127.0.0.1:" + std::to_string(start.core_port),
        "--data",   start.data,
        "--listen", "127.0.0.1:0"};
    if (!start.code.empty()) words.insert(words.end(), {"--enrol", start.code});
    if (start.printer_address != 0) {
        words.insert(words.end(),
                     {"--printer", "tcp:127.0.0.1:" + std::to_string(start.printer_address)});
    }
    if (start.is_board) words.emplace_back("--board");
    words.insert(words.end(), start.more.begin(), start.more.end());
    return words;
}

} // namespace

RunningKiosk::RunningKiosk(const KioskStart& start)
    : program_(std::make_unique<Program>(MOTCUA_KIOSK, arguments_of(start))) {
    const std::string& said = program_->wait_for_output("listening on http");
    port_ = static_cast<std::uint16_t>(std::stoi(said.substr(said.rfind(':') + 1)));
}

ApiReply RunningKiosk::touch(const std::string& uuid, const std::string& service) const {
    return page().post("/local/tickets",
                       {{"touch", uuid}, {"service", service}, {"priority", nullptr}});
}

json::object RunningKiosk::wait_for(const std::function<bool(const json::object&)>& wish) const {
    net::ServerAddress address;
    address.port = port_;
    net::WebSocketClient socket(address, "/local/events");
    const auto end = std::chrono::steady_clock::now() + patience;
    std::string last;
    while (std::chrono::steady_clock::now() < end) {
        const auto text = socket.read(patience);
        if (!text) break;
        last = *text;
        const json::value message = json::parse({text->data(), text->size()});
        const json::object& data = message.at("data").as_object();
        if (message.at("type") == "state" && wish(data)) return data;
    }
    throw std::runtime_error("the kiosk's state does not become as wished: " + last);
}

void RunningKiosk::wait_until_ready() const {
    wait_for([](const json::object& state) {
        const json::object& left = state.at("offline_numbers_left").as_object();
        return state.at("core").at("online").as_bool() && !left.empty() &&
               std::all_of(left.begin(), left.end(),
                           [](const auto& service) { return service.value().as_int64() >= 8; });
    });
}

void RunningKiosk::wait_until_online(bool online) const {
    wait_for([&](const json::object& state) {
        return state.at("core").at("online").as_bool() == online;
    });
}

std::string enrol(Api admin, const std::string& kind) {
    const auto enrolled = admin.post("/api/v1/devices", {{"kind", kind}});
    if (enrolled.status != 201) throw std::runtime_error("not enrolled: " + enrolled.http.body);
    return enrolled.text("code");
}

void eventually(const std::function<bool()>& it_is_so) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!it_is_so()) {
        if (std::chrono::steady_clock::now() > end) throw std::runtime_error("it never becomes so");
        std::this_thread::yield();
    }
}
