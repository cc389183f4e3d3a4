#pragma once

#include <array>
#include <cstddef>

namespace core {

/// Something made once for each letter of Vietnamese text: U+0000..U+036F, the Latin letters and
/// the marks of decomposed text, and U+1E00..U+1EFF, the letters with two marks. Immutable.
template <typename Entry>
class LatinTable {
public:
    explicit LatinTable(Entry (*make)(char32_t)) {
        for (char32_t c = 0; c < low_end; ++c) low_.at(c) = make(c);
        for (char32_t c = high_begin; c < high_end; ++c) high_.at(c - high_begin) = make(c);
    }

    /// Null for a letter that is not in it.
    const Entry* find(char32_t c) const {
        if (c < low_end) return &low_[c];
        if (c >= high_begin && c < high_end) return &high_[c - high_begin];
        return nullptr;
    }

private:
    static constexpr char32_t low_end = 0x370;
    static constexpr char32_t high_begin = 0x1E00;
    static constexpr char32_t high_end = 0x1F00;

    std::array<Entry, low_end> low_;
    std::array<Entry, high_end - high_begin> high_;
};

} // namespace core
