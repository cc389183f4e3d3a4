#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace core {

/// UTF-16 to UTF-8, piece by piece. A surrogate without its half becomes bytes that no UTF-8 has,
/// and so is found by whoever checks the text.
class Utf16Decoder {
public:
    enum class Order { little, big };

    explicit Utf16Decoder(Order order) : order_(order) {}

    /// Appends what is whole of the bytes so far.
    void decode(std::string_view bytes, std::string& to);

    /// Appends what was left.
    void end(std::string& to);

private:
    void take_unit(char32_t unit, std::string& to);

    Order order_;
    std::optional<unsigned> half_; ///< first byte of a unit
    char32_t high_ = 0;            ///< a surrogate that waits for its half; 0: none
};

} // namespace core
