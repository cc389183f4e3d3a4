#include "core/api/json_text.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/names.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/engine/office/administration.hpp"
#include "core/server/http/secrets.hpp"
#include "core/server/http/server.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

namespace server {

namespace {

using api::JsonFields;
using Need = JsonFields::Need;

/// A screen on a wall is set up once; the administrator ends it by revoking it.
constexpr std::chrono::seconds cookie_time = std::chrono::days{365};

std::string guard_name(const Call& call) { return "enrol:" + call.request.peer; }

void list_devices(Server& server, const CallPtr&, const net::Responder& respond) {
    server.note_listening_devices();
    boost::json::array items;
    for (const core::Device& device : server.store().read(server.agency())->devices()) {
        boost::json::object item = device_state_json(server, device.id);
        item["id"] = device.id;
        item["kind"] = std::string(to_text(device.kind));
        item["name"] = device.name;
        item["state"] = to_text(core::state_of(device));
        items.emplace_back(std::move(item));
    }
    respond(json_response({{"items", std::move(items)}}));
}

void enrol(Server& server, const CallPtr& call, const net::Responder& respond) {
    Body body(*call);
    if (body.unreadable()) return respond(*body.unreadable());
    JsonFields fields = body.fields();
    const auto kind = fields.word("kind", Need::required, core::parse_device_kind,
                                  core::list_of(core::device_kinds.vocabulary()));
    const std::string name = fields.value<core::TextLine>("name", Need::optional);
    if (!body.errors.empty()) return respond(fields_response(body.errors, call->language));
    const std::string code = random_code(2);
    const core::Device device = core::waiting_device(*kind, name, random_code(1), code);
    server.write(
        call,
        [device, code](core::Books& books, const core::ActContext& by) -> core::Result<Answer> {
            const auto enrolled = core::enrol_device(books, device, by);
            if (!enrolled) return enrolled.error();
            return Answer{201, api::to_text({{"id", device.id}, {"code", code}}), true};
        },
        respond, [&server] { server.reload_people(); });
}

/// A browser gets the key as a cookie, which no script of a page can read: then it is told nowhere
/// else.
void redeem_with(Server& server,
                 const CallPtr& call,
                 const std::string& code,
                 bool as_cookie,
                 const net::Responder& respond) {
    const std::string by_address = guard_name(*call);
    const std::string key = random_token();
    server.write(
        call,
        [code, key, as_cookie](core::Books& books,
                               const core::ActContext& by) -> core::Result<Answer> {
            const auto device = core::redeem_code(books, core::to_hex(core::sha256(code)),
                                                  core::to_hex(core::sha256(key)), by);
            if (!device) return device.error();
            boost::json::object answer{{"id", device->id},
                                       {"kind", std::string(to_text(device->kind))},
                                       {"name", device->name}};
            if (!as_cookie) answer["key"] = key;
            return Answer{201, api::to_text(std::move(answer)), true};
        },
        [&server, by_address, key, as_cookie, respond](net::HttpResponse response) {
            constexpr int created = 201;
            constexpr int not_found = 404;
            if (response.status == not_found)
                server.guard().failed(by_address, std::chrono::steady_clock::now());
            if (response.status == created && as_cookie)
                response.headers.emplace_back("Set-Cookie",
                                              cookie(server, device_cookie, key, cookie_time));
            respond(std::move(response));
        },
        [&server] { server.reload_people(); });
}

/// Guessing a code is as slow as guessing a password.
void redeem(Server& server, const CallPtr& call, const net::Responder& respond) {
    Body body(*call);
    if (body.unreadable()) return respond(*body.unreadable());
    JsonFields fields = body.fields();
    // It is read off a screen and typed.
    const std::string code = core::code_key(fields.line("code", Need::required, 64));
    const bool as_cookie = fields.flag("cookie");
    if (!body.errors.empty()) return respond(fields_response(body.errors, call->language));
    const auto wait = server.guard().wait(guard_name(*call), std::chrono::steady_clock::now());
    if (wait > std::chrono::seconds{0}) {
        auto response = problem_response(
            {429, "wait", {"device-code-failed-often", {{"seconds", std::int64_t{wait.count()}}}}},
            call->language);
        response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
        return respond(std::move(response));
    }
    redeem_with(server, call, code, as_cookie, respond);
}

/// The key itself stays good until the administrator revokes the device.
void forget(Server& server, const CallPtr&, const net::Responder& respond) {
    auto response = json_response(200, R"({"forgotten":true})");
    response.headers.emplace_back("Set-Cookie", cookie(server, device_cookie, "", {}));
    respond(std::move(response));
}

void revoke(Server& server, const CallPtr& call, const net::Responder& respond) {
    server.write(
        call,
        [id = call->path.front()](core::Books& books,
                                  const core::ActContext& by) -> core::Result<Answer> {
            const auto revoked = core::revoke_device(books, id, by);
            if (!revoked) return revoked.error();
            return Answer{200, api::to_text({{"id", id}, {"revoked", true}})};
        },
        respond, [&server] { server.reload_people(); });
}

} // namespace

void add_devices(Router& router) {
    router.add({"GET",
                "/api/v1/devices",
                callers::admin,
                Own{list_devices},
                {"listDevices", "Kiosks, boards and counter machines", "", "Devices"}});
    router.add({"POST",
                "/api/v1/devices",
                callers::admin,
                Own{enrol},
                {"enrolDevice", "A new device; its one-time code is shown this once", "NewDevice",
                 "DeviceCode", 201},
                json_body_limit});
    router.add(
        {"POST",
         "/api/v1/devices/redeem",
         callers::all,
         Own{redeem},
         {"redeemCode", "A machine shows its one-time code and gets its key, a browser as a cookie",
          "RedeemCode", "DeviceKey", 201},
         json_body_limit});
    router.add({"POST",
                "/api/v1/devices/forget",
                callers::all,
                Own{forget},
                {"forgetDevice", "This browser is a device no more: takes its cookie away", "",
                 "Anything"},
                json_body_limit});
    router.add({"POST",
                "/api/v1/devices/{id}/revoke",
                callers::admin,
                Own{revoke},
                {"revokeDevice", "The device may not connect any more", "", "Anything"},
                json_body_limit});
}

} // namespace server
