#include "printer/printer_profile.hpp"

#include "core/domain/enum_text.hpp"
#include "core/domain/vocabulary.hpp"
#include "printer/toml_mistake.hpp"

#include <toml++/toml.h>

#include <cctype>
#include <cstdint>
#include <optional>
#include <utility>

namespace printer {

namespace {

constexpr const char* profiles_file = "profiles.toml";

// What a stripe may hold at most: an interrupted one must be drowned by the next job's zeros.
constexpr std::int64_t most_stripe_rows = 255;
constexpr std::int64_t widest_dots = 2'000;
constexpr std::int64_t longest_feed_dots = 255;
constexpr std::size_t longest_command = 32;

constexpr auto confirmations =
    core::enum_text<Confirmation>("confirmation",
                                  {{Confirmation::none, "none"},
                                   {Confirmation::status, "status"},
                                   {Confirmation::in_order, "in_order"},
                                   {Confirmation::process_id, "process_id"}});

class ProfileReader {
public:
    explicit ProfileReader(const toml::table& table) : table_(table) {}

    [[noreturn]] void fail(std::string_view key, core::Message why) const {
        throw_toml_mistake({profiles_file, table_.source().begin.line}, key, std::move(why));
    }

    std::string text(std::string_view key) const {
        const auto value = table_[key].value<std::string>();
        if (!value) fail(key, "not-a-quoted-text");
        return *value;
    }

    int dots(std::string_view key, std::int64_t lowest, std::int64_t highest) const {
        const auto value = table_[key].value<std::int64_t>();
        if (!value || *value < lowest || *value > highest)
            fail(key, {"field-no-number-in-range", {{"lowest", lowest}, {"highest", highest}}});
        return static_cast<int>(*value);
    }

    double number(std::string_view key, std::int64_t lowest, std::int64_t highest) const {
        const auto value = table_[key].value<double>();
        if (!value || *value < static_cast<double>(lowest) || *value > static_cast<double>(highest))
            fail(key, {"number-outside", {{"lowest", lowest}, {"highest", highest}}});
        return *value;
    }

    bool flag(std::string_view key) const {
        const auto value = table_[key].value<bool>();
        if (!value) fail(key, "field-no-flag");
        return *value;
    }

    /// `1D 56 42 00`; empty when missing.
    std::string command(std::string_view key) const {
        const std::string hex = table_[key].value<std::string>().value_or("");
        std::string bytes;
        for (std::size_t at = 0; at < hex.size(); at += 3) {
            const bool is_byte = at + 2 <= hex.size() && is_digit(hex[at]) &&
                                 is_digit(hex[at + 1]) &&
                                 (at + 2 == hex.size() || hex[at + 2] == ' ');
            if (!is_byte || bytes.size() == longest_command) fail(key, "profile-no-command");
            bytes += static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16));
        }
        return bytes;
    }

private:
    static bool is_digit(char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; }

    const toml::table& table_;
};

PrinterProfile read_profile(const toml::table& table) {
    const ProfileReader reader(table);
    PrinterProfile profile;
    profile.name = reader.text("name");
    profile.about = reader.text("about");
    profile.width_dots = reader.dots("width_dots", 200, widest_dots);
    profile.dots_per_mm = reader.number("dots_per_mm", 5, 25);
    profile.stripe_rows = reader.dots("stripe_rows", 1, most_stripe_rows);
    profile.cut = reader.command("cut");
    profile.feed_before_cut_dots = reader.dots("feed_before_cut_dots", 0, longest_feed_dots);
    profile.real_time_status = reader.flag("real_time_status");
    const auto confirm = confirmations.parse(reader.text("confirm"));
    if (!confirm) {
        reader.fail("confirm",
                    {"field-not-one-of", {{"known", core::list_of(confirmations.vocabulary())}}});
    }
    profile.confirm = *confirm;
    profile.checkpoint = reader.flag("checkpoint");
    profile.clear = reader.command("clear");
    profile.slowest_mm_per_s = reader.number("slowest_mm_per_s", 10, 1000);
    if (profile.confirm == Confirmation::status && !profile.real_time_status)
        reader.fail("confirm", "profile-status-unread");
    return profile;
}

} // namespace

std::vector<PrinterProfile> read_profiles(std::string_view toml_text) {
    toml::table file;
    try {
        file = toml::parse(toml_text);
    } catch (const toml::parse_error& error) {
        throw_toml_broken({profiles_file, error.source().begin.line}, error.description());
    }
    std::vector<PrinterProfile> profiles;
    const toml::array* printers = file["printer"].as_array();
    if (printers == nullptr) throw_toml_mistake({profiles_file}, "[[printer]]", "field-missing");
    for (const toml::node& node : *printers) {
        if (!node.is_table()) {
            throw_toml_mistake({profiles_file, node.source().begin.line}, "printer", "not-a-table");
        }
        profiles.push_back(read_profile(*node.as_table()));
    }
    return profiles;
}

core::Result<PrinterProfile> find_profile(const std::vector<PrinterProfile>& profiles,
                                          std::string_view name) {
    std::string known;
    for (const PrinterProfile& profile : profiles) {
        if (profile.name == name) return profile;
        known += (known.empty() ? "" : ", ") + profile.name;
    }
    return core::Error{
        core::ErrorKind::not_found,
        {"printer-profile-unknown", {{"name", std::string(name)}, {"known", known}}}};
}

} // namespace printer
