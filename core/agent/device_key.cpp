#include "core/agent/device_key.hpp"

#include "core/agent/safe_file.hpp"
#include "core/api/json_text.hpp"
#include "core/domain/failure.hpp"
#include "core/net/client/http_client.hpp"
#include "core/words/words.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <string>

namespace agent {

namespace json = boost::json;

namespace {

/// The text of a member; empty when it is missing or no text.
std::string text_of(const json::value& object, json::string_view name) {
    const json::object* members = object.if_object();
    const json::value* member = members ? members->if_contains(name) : nullptr;
    const json::string* text = member ? member->if_string() : nullptr;
    return text ? std::string(text->data(), text->size()) : std::string();
}

json::value parse(std::string_view text) {
    json::error_code error;
    json::value value = json::parse({text.data(), text.size()}, error);
    return error ? json::value() : value;
}

/// None when a member is missing.
std::optional<DeviceKey> read_key(std::string_view text) {
    const json::value value = parse(text);
    DeviceKey key{text_of(value, "id"), text_of(value, "kind"), text_of(value, "name"),
                  text_of(value, "key")};
    if (key.id.empty() || key.kind.empty() || key.key.empty()) return std::nullopt;
    return key;
}

} // namespace

std::optional<DeviceKey> load_device_key(const std::filesystem::path& file) {
    const auto text = read_file(file);
    if (!text) return std::nullopt;
    auto key = read_key(*text);
    if (!key) throw core::Failure({"device-key-file-broken", {{"file", file.string()}}});
    return key;
}

void save_device_key(const std::filesystem::path& file, const DeviceKey& key) {
    replace_file(
        file,
        api::to_text({{"id", key.id}, {"kind", key.kind}, {"name", key.name}, {"key", key.key}}) +
            "\n");
}

DeviceKey redeem_code(const net::ServerAddress& core,
                      std::string_view code,
                      std::string_view kind,
                      words::Language language) {
    net::HttpClient client(core);
    json::object body{{"code", json::string_view(code.data(), code.size())}};
    const net::HttpReply reply = client.request(
        "POST", "/api/v1/devices/redeem",
        {{"Content-Type", "application/json"}, {"Accept-Language", std::string(language.tag())}},
        api::to_text(std::move(body)));
    constexpr int created = 201;
    if (reply.status != created) {
        const std::string detail = text_of(parse(reply.body), "detail");
        throw core::Failure(
            {"device-code-refused",
             {{"reason", detail.empty() ? "HTTP " + std::to_string(reply.status) : detail}}});
    }
    const auto key = read_key(reply.body);
    if (!key) {
        const std::string server = core.host + ":" + std::to_string(core.port);
        throw core::Failure({"device-code-not-answered", {{"server", server}}});
    }
    if (key->kind != kind) {
        throw core::Failure({"device-code-of-another-kind",
                             {{"is", core::Term{"device_kind", key->kind}},
                              {"wanted", core::Term{"device_kind", std::string(kind)}}}});
    }
    return *key;
}

} // namespace agent
