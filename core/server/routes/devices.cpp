#include "core/api/json_text.hpp"
#include "core/domain/text.hpp"
#include "core/engine/administration.hpp"
#include "core/server/routes/routes.hpp"
#include "core/server/secrets.hpp"
#include "core/server/server.hpp"

#include <boost/json/value.hpp>

namespace server {

namespace {

using api::JsonFields;
using Need = JsonFields::Need;

const char* state_of(const core::Device& device) {
    if (device.revoked) return "revoked";
    return device.key_hash.empty() ? "waiting" : "enrolled";
}

net::HttpResponse list_devices(const Call&, core::BooksView& books) {
    boost::json::array items;
    for (const core::Device& device : books.devices()) {
        items.push_back({{"id", device.id},
                         {"kind", std::string(to_text(device.kind))},
                         {"name", device.name},
                         {"state", state_of(device)}});
    }
    return json_response({{"items", std::move(items)}});
}

void enrol(Server& server, const CallPtr& call, const net::Responder& respond) {
    Body body(*call);
    if (body.unreadable()) return respond(*body.unreadable());
    JsonFields fields = body.fields();
    core::Device device;
    const auto kind =
        fields.word("kind", Need::required, core::parse_device_kind, "kiosk, board, counter");
    device.name = fields.line("name", Need::optional);
    if (!body.errors.empty()) return respond(fields_response(body.errors));
    device.kind = *kind;
    device.id = std::string(to_text(*kind)) + "-" + core::fold_for_search(random_code(1));
    const std::string code = random_code(2);
    device.code_hash = core::to_hex(core::sha256(code));
    server.write(
        call,
        [device, code](core::Books& books, const core::Circumstances& at) -> core::Result<Answer> {
            const auto enrolled = core::enrol_device(books, device, at);
            if (!enrolled) return enrolled.error();
            return Answer{201, api::to_text({{"id", device.id}, {"code", code}}), true};
        },
        respond, [&server] { server.reload_people(); });
}

/// Guessing a code is as slow as guessing a password.
void redeem(Server& server, const CallPtr& call, const net::Responder& respond) {
    Body body(*call);
    if (body.unreadable()) return respond(*body.unreadable());
    const std::string code = body.fields().line("code", Need::required, 64);
    if (!body.errors.empty()) return respond(fields_response(body.errors));
    const std::string by_address = "enrol:" + call->request.peer;
    const auto wait = server.guard().wait(by_address, std::chrono::steady_clock::now());
    if (wait > std::chrono::seconds{0}) {
        auto response = problem_response(
            {429, "wait", "Too many failures",
             "Nhập sai mã nhiều lần: hãy chờ " + std::to_string(wait.count()) + " giây"});
        response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
        return respond(std::move(response));
    }
    const std::string key = random_token();
    server.write(
        call,
        [code, key](core::Books& books, const core::Circumstances& at) -> core::Result<Answer> {
            const auto device = core::redeem_code(books, core::to_hex(core::sha256(code)),
                                                  core::to_hex(core::sha256(key)), at);
            if (!device) return device.error();
            const boost::json::object answer{{"id", device->id},
                                             {"kind", std::string(to_text(device->kind))},
                                             {"name", device->name},
                                             {"key", key}};
            return Answer{201, api::to_text(answer), true};
        },
        [&server, by_address, respond](net::HttpResponse response) {
            constexpr int not_found = 404;
            if (response.status == not_found)
                server.guard().failed(by_address, std::chrono::steady_clock::now());
            respond(std::move(response));
        },
        [&server] { server.reload_people(); });
}

void revoke(Server& server, const CallPtr& call, const net::Responder& respond) {
    server.write(
        call,
        [id = call->path.front()](core::Books& books,
                                  const core::Circumstances& at) -> core::Result<Answer> {
            const auto revoked = core::revoke_device(books, id, at);
            if (!revoked) return revoked.error();
            return Answer{200, api::to_text({{"id", id}, {"revoked", true}})};
        },
        respond, [&server] { server.reload_people(); });
}

} // namespace

void add_devices(Router& router) {
    router.add({"GET",
                "/api/v1/devices",
                who::admin,
                QuickRead{list_devices},
                {"listDevices", "Kiosks, boards and counter machines", "", "Devices"}});
    router.add({"POST",
                "/api/v1/devices",
                who::admin,
                Own{enrol},
                {"enrolDevice", "A new device; its one-time code is shown this once", "NewDevice",
                 "DeviceCode", 201},
                json_body_limit});
    router.add({"POST",
                "/api/v1/devices/redeem",
                who::all,
                Own{redeem},
                {"redeemCode", "A machine shows its one-time code and gets its key", "RedeemCode",
                 "DeviceKey", 201},
                json_body_limit});
    router.add({"POST",
                "/api/v1/devices/{id}/revoke",
                who::admin,
                Own{revoke},
                {"revokeDevice", "The device may not connect any more", "", "Anything"},
                json_body_limit});
}

} // namespace server
