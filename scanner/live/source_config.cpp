#include "scanner/live/source_config.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace scanner {

namespace {

struct NamedKind {
    std::string_view name;
    SourceKind kind;
};

constexpr NamedKind kinds[] = {
    {"serial", SourceKind::serial},
    {"hid", SourceKind::hid},
    {"camera", SourceKind::camera},
    {"frames", SourceKind::frames},
};

constexpr int bauds[] = {1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200};

core::Error refused_source(core::Message message) {
    return {core::ErrorKind::invalid_input, std::move(message)};
}

/// What follows the last `@`, where that is a number of up to six digits.
std::optional<int> take_rate(std::string_view& path) {
    constexpr std::size_t most_digits = 6;
    const auto at = path.rfind('@');
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view digits = path.substr(at + 1);
    int rate = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), rate);
    if (digits.empty() || digits.size() > most_digits || digits[0] == '-' ||
        read.ptr != digits.data() + digits.size()) {
        return std::nullopt;
    }
    path = path.substr(0, at);
    return rate;
}

} // namespace

core::Result<SourceConfig> parse_source(std::string_view text) {
    const auto colon = text.find(':');
    const auto* kind = std::find_if(std::begin(kinds), std::end(kinds), [&](const NamedKind& each) {
        return each.name == text.substr(0, colon);
    });
    if (colon == std::string_view::npos || kind == std::end(kinds) ||
        text.size() > source_limit_bytes) {
        return refused_source("source-of-unknown-kind");
    }
    std::string_view path = text.substr(colon + 1);
    SourceConfig config;
    config.kind = kind->kind;
    if (config.kind == SourceKind::serial) {
        config.rate = take_rate(path).value_or(default_baud);
        if (std::find(std::begin(bauds), std::end(bauds), config.rate) == std::end(bauds))
            return refused_source("source-baud-wrong");
    } else if (config.kind == SourceKind::frames) {
        config.rate = take_rate(path).value_or(default_frames_a_second);
        if (config.rate < 1 || config.rate > most_frames_a_second)
            return refused_source(
                {"source-rate-wrong", {{"most", std::int64_t{most_frames_a_second}}}});
    }
    if (path.empty() || path.find('\0') != std::string_view::npos)
        return refused_source("source-without-device");
    config.path = path;
    return config;
}

std::string to_text(const SourceConfig& config) {
    const auto* kind = std::find_if(std::begin(kinds), std::end(kinds), [&](const NamedKind& each) {
        return each.kind == config.kind;
    });
    return std::string(kind->name) + ":" + config.path.string();
}

} // namespace scanner
