#pragma once

#include "tests/support/running_server.hpp"

#include <boost/json/value.hpp>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

/// How a kiosk is started.
struct KioskStart {
    std::uint16_t core_port = 0;
    std::filesystem::path data;
    std::string code{};      ///< one-time; empty when enrolled already
    int printer_address = 0; ///< 0: no printer
    bool is_board = false;
    std::vector<std::string> more{};
};

/// The real kiosk's program on a free port of this machine.
class RunningKiosk {
public:
    explicit RunningKiosk(const KioskStart& start);

    std::uint16_t port() const { return port_; }

    Program& program() { return *program_; }

    /// As its page asks; a connection of its own each time.
    Api page() const { return Api(port_); }

    /// The page's touch; the answer when it is there.
    ApiReply touch(const std::string& uuid, const std::string& service = "B") const;

    /// Waits until the state that the pages are told is as wished; throws when it never is.
    boost::json::object wait_for(const std::function<bool(const boost::json::object&)>& wish) const;

    /// Knows the core and has numbers of every service for when it does not.
    void wait_until_ready() const;
    void wait_until_online(bool online) const;

private:
    std::unique_ptr<Program> program_;
    std::uint16_t port_ = 0;
};

/// A one-time code for a new device of the ward; `admin` as in Api.
std::string enrol(Api admin, const std::string& kind);

/// Asks until it is so; throws after ten seconds.
void eventually(const std::function<bool()>& it_is_so);
