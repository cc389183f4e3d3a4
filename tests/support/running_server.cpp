#include "tests/support/running_server.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <csignal>
#include <stdexcept>

namespace json = boost::json;

namespace {

std::string after(const std::string& text, const std::string& mark) {
    const std::size_t at = text.find(mark);
    if (at == std::string::npos) return {};
    const std::size_t begin = at + mark.size();
    return text.substr(begin, text.find('\n', begin) - begin);
}

} // namespace

const json::value& ApiReply::operator[](const char* name) const { return json.at(name); }

std::string ApiReply::text(const char* name) const {
    const json::string& text = json.at(name).as_string();
    return {text.data(), text.size()};
}

std::int64_t ApiReply::number(const char* name) const { return json.at(name).as_int64(); }

Api::Api(std::uint16_t port, std::string token)
    : port_(port), token_(std::move(token)),
      client_(net::ServerAddress{"127.0.0.1", port, false, {}}) {}

ApiReply Api::request(const std::string& method,
                      const std::string& path,
                      const std::string& body,
                      net::Headers headers) {
    if (!token_.empty()) headers.emplace_back("Authorization", "Bearer " + token_);
    ApiReply reply;
    reply.http = client_.request(method, path, headers, body);
    reply.status = reply.http.status;
    json::error_code error;
    reply.json = json::parse({reply.http.body.data(), reply.http.body.size()}, error);
    return reply;
}

ApiReply Api::get(const std::string& path) { return request("GET", path, ""); }

ApiReply Api::post(const std::string& path, const json::value& body, const std::string& key) {
    net::Headers headers{{"Content-Type", "application/json"}};
    if (!key.empty()) headers.emplace_back("Idempotency-Key", key);
    return request("POST", path, json::serialize(body), std::move(headers));
}

RunningServer::RunningServer(const std::filesystem::path& db, const ServerStart& start) {
    std::vector<std::string> arguments = {"serve", "--db", db.string(), "--listen",
                                          "127.0.0.1:" + std::to_string(start.port)};
    arguments.insert(arguments.end(), start.arguments.begin(), start.arguments.end());
    Start how;
    how.largest_file_bytes = start.largest_file_bytes;
    how.locale = "en_GB.UTF-8"; // what it prints is searched below
    program_ = std::make_unique<Program>(MOTCUA_CORE, arguments, how);
    const std::string& said = program_->wait_for_output("listening on http");
    const std::string address = after(said, "listening on ");
    port_ = static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
    const std::string admin = after(said, "shown only now: ");
    if (!admin.empty()) admin_password_ = admin.substr(admin.find(' ') + 1);
}

Api RunningServer::log_in(const std::string& user, const std::string& password) const {
    const auto reply = nobody().post("/api/v1/session", {{"user", user}, {"password", password}});
    if (reply.status != 200) throw std::runtime_error("log-in refused: " + reply.http.body);
    return Api(port_, reply.text("token"));
}

Ended RunningServer::stop() {
    ::kill(program_->id(), SIGTERM);
    return program_->wait();
}
