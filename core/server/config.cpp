#include "core/server/config.hpp"

#include "core/net/server/listen_address.hpp"
#include "core/server/read_file.hpp"
#include "core/server/refused.hpp"
#include "core/words/console.hpp"

#include <toml++/toml.h>

namespace server {

namespace {

class ConfigReader {
public:
    explicit ConfigReader(std::string file) : file_(std::move(file)) {}

    Config read(const toml::table& table) {
        Config config;
        if (const auto listen = text(table, "listen")) set_listen(config, *listen);
        const auto certificate = text(table, "tls.certificate");
        const auto key = text(table, "tls.key");
        if (certificate && key) config.tls = net::TlsFiles{*certificate, *key};
        if (certificate.has_value() != key.has_value()) refuse("core-setting-tls-half", "tls");
        if (const auto web = text(table, "web.folder")) config.web = *web;
        if (const auto sounds = text(table, "web.sounds")) config.sounds = *sounds;
        if (const auto log = text(table, "log.file")) config.log = *log;
        if (const auto level = text(table, "log.level")) config.log_level = *level;
        read_seconds(table, "session.hours", std::chrono::hours{1}, 168, config.session_time);
        read_seconds(table, "session.idle_minutes", std::chrono::minutes{1}, 10'080,
                     config.session_idle_time);
        if (const auto megabytes = number(table, "attachments.largest_mb", 500))
            config.attachment_bytes = static_cast<std::size_t>(*megabytes) << 20U;
        read_types(table, config);
        read_limits(table, config.limits);
        read_backup(table, config.backup);
        refuse_unknown(table, "");
        return config;
    }

private:
    /// The sentence of `code` begins with the file and the key.
    [[noreturn]] void
    refuse(const char* code, const std::string& key, std::vector<core::Fact> facts = {}) const {
        facts.insert(facts.begin(), {{"file", file_}, {"key", key}});
        throw Refused({code, std::move(facts)});
    }

    toml::node_view<const toml::node> at(const toml::table& table, const std::string& key) {
        known_.insert(key);
        return table.at_path(key);
    }

    std::optional<std::string> text(const toml::table& table, const std::string& key) {
        const auto node = at(table, key);
        if (!node) return std::nullopt;
        auto value = node.value_exact<std::string>();
        if (!value || value->empty()) refuse("core-setting-no-text", key);
        return value;
    }

    std::optional<std::int64_t>
    number(const toml::table& table, const std::string& key, std::int64_t highest) {
        const auto node = at(table, key);
        if (!node) return std::nullopt;
        const auto value = node.value_exact<std::int64_t>();
        if (!value || *value < 1 || *value > highest)
            refuse("core-setting-no-number", key, {{"highest", highest}});
        return value;
    }

    template <typename Unit>
    void read_seconds(const toml::table& table,
                      const std::string& key,
                      Unit unit,
                      std::int64_t highest,
                      std::chrono::seconds& setting) {
        if (const auto value = number(table, key, highest)) setting = *value * unit;
    }

    void read_types(const toml::table& table, Config& config) {
        const auto node = at(table, "attachments.types");
        if (!node) return;
        const toml::array* array = node.as_array();
        if (!array) refuse("core-setting-no-media-types", "attachments.types");
        config.attachment_types.clear();
        for (const toml::node& item : *array) {
            const auto type = item.value_exact<std::string>();
            if (!type) refuse("core-setting-no-media-types", "attachments.types");
            config.attachment_types.insert(*type);
        }
    }

    void read_limits(const toml::table& table, net::ServerLimits& limits) {
        constexpr std::int64_t many = 1'000'000;
        if (const auto value = number(table, "limits.connections", many))
            limits.connections = static_cast<std::size_t>(*value);
        if (const auto value = number(table, "limits.header_bytes", many))
            limits.header_bytes = static_cast<std::size_t>(*value);
        if (const auto value = number(table, "limits.outbox_messages", many))
            limits.outbox_messages = static_cast<std::size_t>(*value);
        read_seconds(table, "limits.header_s", std::chrono::seconds{1}, many, limits.header_time);
        read_seconds(table, "limits.body_s", std::chrono::seconds{1}, many, limits.body_time);
        read_seconds(table, "limits.idle_s", std::chrono::seconds{1}, many, limits.idle_time);
        read_seconds(table, "limits.write_s", std::chrono::seconds{1}, many, limits.write_time);
        read_seconds(table, "limits.ping_s", std::chrono::seconds{1}, many, limits.ping_after);
    }

    void read_backup(const toml::table& table, BackupSettings& backup) {
        constexpr std::int64_t many = 10'000;
        if (const auto folder = text(table, "backup.folder")) backup.folder = *folder;
        if (const auto keep = number(table, "backup.keep", many))
            backup.keep = static_cast<int>(*keep);
        const auto daily_at = text(table, "backup.daily_at");
        if (!daily_at) return;
        const auto time = core::parse_clock(*daily_at);
        if (!time) refuse("core-setting-no-time", "backup.daily_at");
        if (backup.folder.empty()) refuse("core-setting-backup-no-folder", "backup.daily_at");
        backup.daily_at = *time;
    }

    void refuse_unknown(const toml::table& table, const std::string& prefix) {
        for (const auto& [key, node] : table) {
            const std::string path = prefix + std::string(key.str());
            if (const toml::table* inner = node.as_table()) {
                refuse_unknown(*inner, path + ".");
            } else if (!known_.contains(path)) {
                refuse("core-setting-unknown", path);
            }
        }
    }

    std::string file_;
    std::set<std::string> known_;
};

} // namespace

Config read_config(const std::filesystem::path& file) {
    constexpr std::size_t limit_bytes = std::size_t{1} << 20U;
    const std::string text = read_file(file, limit_bytes);
    try {
        return ConfigReader(file.string()).read(toml::parse(text, file.string()));
    } catch (const toml::parse_error& error) {
        throw Refused({"settings-no-toml",
                       {{"file", file.string()},
                        {"line", std::int64_t{error.source().begin.line}},
                        {"reason", std::string(error.description())}}});
    }
}

void set_listen(Config& config, const std::string& text) {
    const auto listen = net::parse_listen_address(text);
    if (!listen) throw words::BadUsage({"address-malformed", {{"address", text}}});
    config.address = listen->address.empty() ? "0.0.0.0" : listen->address;
    config.port = listen->port;
}

} // namespace server
