#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace core {

/// The names of one kind of thing, in their order: `dossier_state` with `submitted`, …
struct Vocabulary {
    std::string_view name;
    std::span<const std::string_view> names;
};

/// The names of an enumeration as files and JSON write them, both ways from one table. What people
/// read for them stands in core/words, under the vocabulary's name. Immutable; any thread.
template <typename Enum, std::size_t count>
class EnumText {
public:
    constexpr EnumText(std::string_view vocabulary,
                       const std::pair<Enum, std::string_view> (&words)[count])
        : vocabulary_(vocabulary) {
        for (std::size_t at = 0; at < count; ++at) {
            values_[at] = words[at].first;
            names_[at] = words[at].second;
        }
    }

    /// Empty for a value that the table leaves out.
    constexpr std::string_view text(Enum value) const {
        for (std::size_t at = 0; at < count; ++at) {
            if (values_[at] == value) return names_[at];
        }
        return {};
    }

    constexpr std::optional<Enum> parse(std::string_view text) const {
        for (std::size_t at = 0; at < count; ++at) {
            if (names_[at] == text) return values_[at];
        }
        return std::nullopt;
    }

    constexpr const std::array<Enum, count>& values() const { return values_; }

    /// Of a table that lives as long as the program.
    constexpr Vocabulary vocabulary() const { return {vocabulary_, names_}; }

private:
    std::string_view vocabulary_;
    std::array<Enum, count> values_{};
    std::array<std::string_view, count> names_{};
};

template <typename Enum, std::size_t count>
constexpr EnumText<Enum, count> enum_text(std::string_view vocabulary,
                                          const std::pair<Enum, std::string_view> (&words)[count]) {
    return EnumText<Enum, count>(vocabulary, words);
}

} // namespace core
