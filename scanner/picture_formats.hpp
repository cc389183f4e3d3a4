#pragma once

#include "scanner/picture_file.hpp"

#include <memory>
#include <span>

namespace scanner {

// One for each library; open_picture() chooses. Each refuses what it cannot read.

using OpenedPicture = core::Result<std::unique_ptr<PictureFile>>;

OpenedPicture open_png(std::span<const std::uint8_t> bytes);
OpenedPicture open_jpeg(std::span<const std::uint8_t> bytes);
OpenedPicture open_webp(std::span<const std::uint8_t> bytes);
OpenedPicture open_tiff(std::span<const std::uint8_t> bytes);
OpenedPicture open_pdf(std::span<const std::uint8_t> bytes);

inline core::Error refused(core::Message message) {
    return {core::ErrorKind::invalid_input, std::move(message)};
}

/// Refuses a file above `file_limit_bytes`.
core::Error file_too_large();

/// Refuses a size without pixels or above `picture_limit_pixels`.
core::Result<void> check_size(std::int64_t width, std::int64_t height);

} // namespace scanner
