#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace core {

/// The words of an enumeration as files and JSON write them, both ways from one table.
template <typename Enum, std::size_t count>
class EnumText {
public:
    constexpr explicit EnumText(std::array<std::pair<Enum, std::string_view>, count> words)
        : words_(words) {}

    constexpr std::string_view text(Enum value) const {
        for (const auto& [known, word] : words_) {
            if (known == value) return word;
        }
        return {};
    }

    constexpr std::optional<Enum> parse(std::string_view text) const {
        for (const auto& [value, word] : words_) {
            if (word == text) return value;
        }
        return std::nullopt;
    }

private:
    std::array<std::pair<Enum, std::string_view>, count> words_;
};

template <typename Enum, std::size_t count>
constexpr EnumText<Enum, count> enum_text(const std::pair<Enum, std::string_view> (&words)[count]) {
    return EnumText<Enum, count>(std::to_array(words));
}

} // namespace core
