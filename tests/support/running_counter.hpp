#pragma once

#include "core/net/client/http_client.hpp"
#include "core/net/websocket/web_socket_client.hpp"
#include "tests/support/program.hpp"
#include "tests/support/running_server.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

/// The real agent of an officer's PC, on a free port of this machine.
class RunningCounter {
public:
    RunningCounter(std::uint16_t core,
                   const std::filesystem::path& data,
                   const std::vector<std::string>& further = {}) {
        std::vector<std::string> arguments = {
            "--core",   "http://127.0.0.1:" + std::to_string(core),
            "--data",   data.string(),
            "--listen", "127.0.0.1:0"};
        arguments.insert(arguments.end(), further.begin(), further.end());
        program_ = std::make_unique<Program>(MOTCUA_COUNTER, arguments);
        const std::string& said = program_->wait_for_output("listening on http://127.0.0.1:");
        port_ = static_cast<std::uint16_t>(std::stoi(said.substr(said.rfind(':') + 1)));
    }

    std::uint16_t port() const { return port_; }

    Api nobody() const { return Api(port_); }

    Api as(const std::string& token) const { return Api(port_, token); }

    Program& program() { return *program_; }

    /// SIGTERM, and waits.
    Ended stop() {
        ::kill(program_->id(), SIGTERM);
        return program_->wait();
    }

private:
    std::unique_ptr<Program> program_;
    std::uint16_t port_ = 0;
};

/// What an agent tells its pages.
class PageEvents {
public:
    explicit PageEvents(std::uint16_t port)
        : socket_({"127.0.0.1", port, false, {}}, "/local/events"),
          greeting_(socket_.read(std::chrono::seconds{60})) {}

    /// The data of the next message of the type that is as wanted. Throws when none comes.
    boost::json::value wait_for(
        const std::string& type,
        const std::function<bool(const boost::json::value&)>& wanted =
            [](const boost::json::value&) { return true; }) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{60};
        while (std::chrono::steady_clock::now() < end) {
            const auto text = greeting_ ? std::exchange(greeting_, std::nullopt)
                                        : socket_.read(std::chrono::seconds{1});
            if (!text) continue;
            const auto message = boost::json::parse(*text);
            if (message.at("type").as_string() == type && wanted(message.at("data")))
                return message.at("data");
        }
        throw std::runtime_error("the agent told no such " + type);
    }

private:
    net::WebSocketClient socket_;
    // Once it has come the agent knows of the page: nothing told after it is missed.
    std::optional<std::string> greeting_;
};
