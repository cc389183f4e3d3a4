#pragma once

#include "core/net/client/http_client.hpp"
#include "tests/support/program.hpp"

#include <boost/json/value.hpp>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What the API answered.
struct ApiReply {
    int status = 0;
    boost::json::value json; ///< null for a body that is no JSON
    net::HttpReply http;

    const boost::json::value& operator[](const char* name) const;
    std::string text(const char* name) const;
    std::int64_t number(const char* name) const;
};

/// Somebody's way to the API: a user, a device or nobody. Belongs to one thread at a time.
class Api {
public:
    explicit Api(std::uint16_t port, std::string token = {});

    ApiReply get(const std::string& path);
    ApiReply post(const std::string& path,
                  const boost::json::value& body = boost::json::object(),
                  const std::string& key = {});
    ApiReply request(const std::string& method,
                     const std::string& path,
                     const std::string& body,
                     net::Headers headers = {});

    /// The same for somebody else on a connection of their own.
    Api as(std::string token) const { return Api(port_, std::move(token)); }

    std::uint16_t port() const { return port_; }

    const std::string& token() const { return token_; }

private:
    std::uint16_t port_;
    std::string token_;
    net::HttpClient client_;
};

/// How a server is started.
struct ServerStart {
    std::vector<std::string> arguments{};
    std::optional<std::uint64_t> largest_file_bytes{};
    std::uint16_t port = 0; ///< 0: a free one
};

/// The real server on a free port of this machine, on a database that is there already.
class RunningServer {
public:
    explicit RunningServer(const std::filesystem::path& db, const ServerStart& start = {});

    std::uint16_t port() const { return port_; }

    /// Told at the first start only.
    const std::string& admin_password() const { return admin_password_; }

    Api nobody() const { return Api(port_); }

    /// Logs in; throws when that is refused.
    Api log_in(const std::string& user, const std::string& password) const;

    Program& program() { return *program_; }

    /// SIGTERM, and waits.
    Ended stop();

private:
    std::unique_ptr<Program> program_;
    std::uint16_t port_ = 0;
    std::string admin_password_;
};
