#include "scanner/picture_file.hpp"

#include "scanner/picture_formats.hpp"

#include <algorithm>
#include <initializer_list>

namespace scanner {

namespace {

// Readers of PDF look for its mark so far; scanners put their own header before it.
constexpr std::size_t pdf_mark_within = 1024;

bool begins(std::span<const std::uint8_t> bytes, std::initializer_list<std::uint8_t> mark) {
    return bytes.size() >= mark.size() && std::equal(mark.begin(), mark.end(), bytes.begin());
}

bool has_pdf_mark(std::span<const std::uint8_t> bytes) {
    constexpr std::uint8_t mark[] = {'%', 'P', 'D', 'F', '-'};
    const auto head = bytes.first(std::min(bytes.size(), pdf_mark_within));
    return std::search(head.begin(), head.end(), std::begin(mark), std::end(mark)) != head.end();
}

} // namespace

core::Error file_too_large() {
    constexpr std::int64_t megabytes = file_limit_bytes >> 20U;
    return refused({"scan-file-too-large", {{"megabytes", megabytes}}});
}

OpenedPicture open_picture(std::span<const std::uint8_t> bytes) {
    if (bytes.empty()) return refused("scan-file-empty");
    if (bytes.size() > file_limit_bytes) return file_too_large();
    if (begins(bytes, {0x89, 'P', 'N', 'G'})) return open_png(bytes);
    if (begins(bytes, {0xFF, 0xD8, 0xFF})) return open_jpeg(bytes);
    constexpr std::size_t webp_mark_at = 8;
    if (begins(bytes, {'R', 'I', 'F', 'F'}) && bytes.size() > webp_mark_at &&
        begins(bytes.subspan(webp_mark_at), {'W', 'E', 'B', 'P'}))
        return open_webp(bytes);
    if (begins(bytes, {'I', 'I', 42, 0}) || begins(bytes, {'M', 'M', 0, 42}) ||
        begins(bytes, {'I', 'I', 43, 0}) || begins(bytes, {'M', 'M', 0, 43})) {
        return open_tiff(bytes);
    }
    if (has_pdf_mark(bytes)) return open_pdf(bytes);
    return refused("scan-file-of-unknown-kind");
}

core::Result<void> check_size(std::int64_t width, std::int64_t height) {
    if (width < 1 || height < 1) return refused("scan-no-pixels");
    if (width > picture_limit_pixels / height) {
        return refused({"scan-too-many-pixels",
                        {{"width", width},
                         {"height", height},
                         {"millions", picture_limit_pixels / 1'000'000}}});
    }
    return {};
}

} // namespace scanner
