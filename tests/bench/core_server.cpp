#include "tests/bench/core_server.hpp"

#include "tests/bench/figures.hpp"
#include "tests/bench/http_text.hpp"

#include <csignal>
#include <fstream>
#include <stdexcept>

namespace fs = std::filesystem;

namespace bench {

namespace {

constexpr const char* login = "bench";
constexpr const char* password = "password-of-the-bench";

std::vector<std::string> serve_command(const Setting& setting, const fs::path& db) {
    const fs::path config = setting.folder / "server_bench.toml";
    std::ofstream(config) << "[log]\nfile = \"" << (setting.folder / "server.log").string()
                          << "\"\n";
    return {setting.core.string(), "serve",    "--db",         db.string(), "--listen",
            "127.0.0.1:0",         "--config", config.string()};
}

} // namespace

void remove_database(const fs::path& db) {
    for (const char* tail : {"", "-wal", "-shm", "-lock"}) fs::remove(db.string() + tail);
}

fs::path make_office(const Setting& setting, const std::string& name) {
    fs::path db = setting.folder / name;
    remove_database(db);
    run({setting.core.string(), "init", "--db", db.string(), "--office",
         (setting.demo / "office.toml").string(), "--calendar",
         (setting.demo / "calendar.csv").string(), "--catalogue",
         (setting.demo / "procedures.csv").string()});
    return db;
}

void add_officer(const Setting& setting, const fs::path& db) {
    const std::string core = setting.core.string();
    const std::string users = run({core, "user", "list", "--db", db.string()});
    const bool there = ("\n" + users).find("\n" + std::string(login) + "\t") != std::string::npos;
    std::vector<std::string> command = {core,        "user", there ? "password" : "add", "--db",
                                        db.string(), login,  "--password-stdin"};
    if (!there) command.insert(command.end(), {"--role", "officer"});
    run(command, std::string(password) + "\n");
}

std::uint16_t wait_for_port(Child& server) {
    const std::string& said = server.wait_for_line("listening on http://");
    const std::size_t line = said.find("listening on ");
    const std::string address = said.substr(line, said.find('\n', line) - line);
    return static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
}

CoreServer::CoreServer(const Setting& setting, const fs::path& db)
    : begun_(std::chrono::steady_clock::now()), child_(serve_command(setting, db)),
      port_(wait_for_port(child_)), seconds_to_listen_(seconds_since(begun_)) {}

std::string CoreServer::log_in() const {
    const std::string body =
        std::string(R"({"user":")") + login + R"(","password":")" + password + "\"}";
    const std::string answer =
        ask_for(port_, make_request("POST", "/api/v1/session", {}, body), 200);
    return std::string(json_text(answer, "token"));
}

void CoreServer::stop() {
    // Once it answers it also takes signals; when it says that it listens it may not do so yet.
    ask_for(port_, make_request("GET", "/healthz"), 200);
    child_.kill(SIGTERM);
    if (const int status = child_.wait(); status != 0)
        throw std::runtime_error("the server ended with " + std::to_string(status));
}

void CoreServer::kill() {
    child_.kill(SIGKILL);
    child_.wait();
}

} // namespace bench
