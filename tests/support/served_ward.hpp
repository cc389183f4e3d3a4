#pragma once

#include "tests/support/prepared_ward.hpp"
#include "tests/support/running_server.hpp"
#include "tests/system/ward.hpp"

#include <boost/json/value.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>

/// The demonstration office with its server, people and machines, for one test. The administrator's
/// password is known to nobody, everyone else's is the usual one.
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
    std::string make_device(const std::string& kind);

    PreparedWard prepared_;
    ward::Ward ward_{prepared_.office()};
    std::unique_ptr<RunningServer> server_;
    std::map<std::string, std::string> tokens_;
};

/// An intake that contradicts nothing: chứng thực of a copy.
boost::json::object intake(const std::string& applicant = "Nguyễn Văn An");

/// Receives one as `officer`; its code.
std::string receive(Api& officer, const std::string& applicant = "Nguyễn Văn An");
