#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace printer {

/// A picture of one bit a dot, as a thermal head prints it: 1 is black, the first dot of a row is
/// the highest bit of its first byte, rows begin at a byte.
struct Raster {
    int width = 0;  ///< dots
    int height = 0; ///< rows
    std::vector<std::uint8_t> bits{};

    std::size_t row_bytes() const { return (static_cast<std::size_t>(width) + 7) / 8; }

    const std::uint8_t* row(int y) const { return bits.data() + row_bytes() * row_index(y); }

    std::uint8_t* row(int y) { return bits.data() + row_bytes() * row_index(y); }

    bool is_black(int x, int y) const { return (row(y)[x / 8] & (0x80U >> (x % 8))) != 0; }

    bool is_blank_row(int y) const;

private:
    static std::size_t row_index(int y) { return static_cast<std::size_t>(y); }
};

/// Adds a dot wherever two bytes of the picture would begin a real-time command of ESC/POS
/// (`10 04`, `10 05`, `10 14`): a printer obeys those in the middle of a picture. They only
/// occur where lone dots stand 13 apart, so never inside a code.
void disarm_real_time_commands(Raster& raster);

/// A PNG of one bit a dot. Throws std::runtime_error when there is no memory.
std::string to_png(const Raster& raster);

} // namespace printer
