// How the room's machines fare, as they tell it themselves.

#include "core/server/http/device_states.hpp"

#include "core/api/dossier_json.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/server/http/server.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

namespace server {

namespace json = boost::json;

namespace {

using api::JsonFields;
using Need = JsonFields::Need;

constexpr auto parse_part = [](std::string_view text) { return core::device_parts.parse(text); };

std::string known_parts() { return core::list_of(core::device_parts.vocabulary()); }

std::vector<DeviceStates::Part> read_parts(JsonFields& fields) {
    std::vector<DeviceStates::Part> parts;
    auto objects = fields.objects("parts", Need::optional);
    if (objects.size() > core::most_device_parts) {
        fields.complain("parts", {"device-too-many-parts",
                                  {{"most", static_cast<std::int64_t>(core::most_device_parts)}}});
        return parts;
    }
    for (JsonFields& part : objects) {
        const auto kind = part.word("part", Need::required, parse_part, known_parts());
        parts.push_back({kind.value_or(core::DevicePart{}),
                         part.line("name", Need::optional, core::longest_part_word),
                         part.line("state", Need::required, core::longest_part_word),
                         part.line("text", Need::optional, core::longest_part_text)});
    }
    return parts;
}

void tell_state(Server& server, const CallPtr& call, const net::Responder& respond) {
    Body body(*call);
    if (body.unreadable()) return respond(*body.unreadable());
    JsonFields fields = body.fields();
    std::string version = fields.line("version", Need::optional, core::longest_part_word);
    auto parts = read_parts(fields);
    if (!body.errors.empty()) return respond(fields_response(body.errors, call->language));
    server.device_states().tell(call->caller.name, std::move(version), std::move(parts));
    respond(json_response({{"id", call->caller.name}}));
}

} // namespace

json::object device_state_json(Server& server, const std::string& id) {
    const auto& state = server.device_states().of(id);
    json::array parts;
    for (const DeviceStates::Part& part : state.parts) {
        parts.push_back({{"part", to_text(part.part)},
                         {"name", part.name},
                         {"state", part.state},
                         {"text", part.text}});
    }
    return {{"seen_at", api::to_json(state.seen_at)},
            {"online", server.device_states().is_online(id, std::chrono::steady_clock::now())},
            {"version", state.version},
            {"parts", std::move(parts)}};
}

void add_device_states(Router& router) {
    router.add({"PUT",
                "/api/v1/devices/me/state",
                callers::devices,
                Own{tell_state},
                {"tellDeviceState", "How the device's own parts fare; kept until the server ends",
                 "DeviceReport", "Anything"},
                json_body_limit});
}

} // namespace server
