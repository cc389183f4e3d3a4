#pragma once

#include "tests/support/running_server.hpp"
#include "tests/system/ward.hpp"

#include <boost/json/value.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>

/// The demonstration office with its server, people and machines, for one test. Every user's
/// password is the same; nobody else is in the room.
class ServedWard {
public:
    explicit ServedWard(const ServerStart& start = {});

    const ward::Ward& ward() const { return ward_; }

    RunningServer& server() { return *server_; }

    /// `officer`, `specialist`, `chairman` and `admin` are users; `kiosk`, `board` and `counter`
    /// devices; `nobody` is without a log-in. Each call gives a connection of its own.
    Api as(const std::string& who);

    std::string token_of(const std::string& who);

    /// Stops the server and starts it again; tokens stay good.
    void restart(const ServerStart& start = {});

    /// Imports rows of a register between two runs of the server.
    void import_register(const std::filesystem::path& file);

    /// The same as a power failure.
    void crash_and_restart();

private:
    std::string make_user(const std::string& role);
    std::string make_device(const std::string& kind);

    ward::Ward ward_;
    std::unique_ptr<RunningServer> server_;
    std::string admin_token_;
    std::map<std::string, std::string> tokens_;
};

/// An intake that contradicts nothing: chứng thực of a copy.
boost::json::object intake(const std::string& applicant = "Nguyễn Văn An");

/// Receives one as `officer`; its code.
std::string receive(Api& officer, const std::string& applicant = "Nguyễn Văn An");

inline const std::string usual_password = "mật khẩu thường";
