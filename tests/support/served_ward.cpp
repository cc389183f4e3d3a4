#include "tests/support/served_ward.hpp"

#include <stdexcept>

namespace {

void require(const ApiReply& reply, int status) {
    if (reply.status != status) throw std::runtime_error("unexpected answer: " + reply.http.body);
}

bool is_user(const std::string& who) {
    return who == "admin" || who == "officer" || who == "specialist" || who == "chairman";
}

} // namespace

ServedWard::ServedWard(const ServerStart& start)
    : server_(std::make_unique<RunningServer>(ward_.db(), start)) {}

std::string ServedWard::make_device(const std::string& kind) {
    Api admin = as("admin");
    const auto enrolled = admin.post("/api/v1/devices", {{"kind", kind}});
    require(enrolled, 201);
    const auto redeemed = admin.post("/api/v1/devices/redeem", {{"code", enrolled.text("code")}});
    require(redeemed, 201);
    return redeemed.text("key");
}

std::string ServedWard::token_of(const std::string& who) {
    if (who == "nobody") return {};
    if (is_user(who)) return prepared_.token_of(who);
    std::string& token = tokens_[who];
    if (token.empty()) token = make_device(who);
    return token;
}

Api ServedWard::as(const std::string& who) { return Api(server_->port(), token_of(who)); }

void ServedWard::restart(const ServerStart& start) {
    if (server_->program().is_running() && server_->stop().status != 0)
        throw std::runtime_error("the server did not end well");
    server_ = std::make_unique<RunningServer>(ward_.db(), start);
}

void ServedWard::import_register(const std::filesystem::path& file) {
    (void)server_->stop();
    ward_.import_register(file);
    restart();
}

void ServedWard::crash_and_restart() {
    server_->program().kill();
    server_ = std::make_unique<RunningServer>(ward_.db());
}

boost::json::object intake(const std::string& applicant) {
    return {{"procedure", "2.000815"},
            {"applicant", {{"name", applicant}, {"phone", "0912345678"}}},
            {"channel", "in_person"},
            {"documents", boost::json::array{"Bản chính"}}};
}

std::string receive(Api& officer, const std::string& applicant) {
    const auto reply = officer.post("/api/v1/dossiers", intake(applicant));
    require(reply, 201);
    return reply.text("code");
}
