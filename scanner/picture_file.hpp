#pragma once

#include "core/domain/result.hpp"
#include "scanner/picture.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace scanner {

/// A larger file is no page of a document scanner.
inline constexpr std::size_t file_limit_bytes = std::size_t{128} << 20;

/// An A3 page at 600 dpi has 70 million. Above it a picture is refused before it is unpacked.
inline constexpr std::int64_t picture_limit_pixels = 100'000'000;

/// Pages of one file that are read.
inline constexpr int page_limit = 200;

/// A PDF page is drawn at so many dots per inch, fewer where it would be above the limit.
inline constexpr int pdf_dots_per_inch = 300;

/// An open PNG, JPEG, WebP, TIFF or PDF. The libraries behind it read hostile bytes: opened in the
/// worker process only (decode_worker.hpp). Used by one thread at a time.
class PictureFile {
public:
    virtual ~PictureFile() = default;

    /// At least 1; may be above `page_limit`.
    virtual int pages() const = 0;

    /// Pages count from 1. Refuses a broken page and one that is too large.
    virtual core::Result<Picture> read(int page) = 0;
};

/// Knows the kind by the first bytes, not by the name. `bytes` must outlive what is returned.
core::Result<std::unique_ptr<PictureFile>> open_picture(std::span<const std::uint8_t> bytes);

} // namespace scanner
