// One of several that implement picture_formats.hpp: WebP, by libwebp. Telephones send it.

#include "scanner/picture_formats.hpp"
#include "scanner/transparent.hpp"

#include <webp/decode.h>

#include <vector>

namespace scanner {

namespace {

class WebpFile final : public PictureFile {
public:
    explicit WebpFile(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    int pages() const override { return 1; }

    core::Result<Picture> read(int) override {
        WebPBitstreamFeatures features{};
        if (WebPGetFeatures(bytes_.data(), bytes_.size(), &features) != VP8_STATUS_OK)
            return refused("scan-webp-broken");
        if (features.has_animation != 0) return refused("scan-webp-animated");
        if (const auto size = check_size(features.width, features.height); !size)
            return size.error();
        const int row_bytes = features.width * 4;
        std::vector<std::uint8_t> pixels(static_cast<std::size_t>(row_bytes) *
                                         static_cast<std::size_t>(features.height));
        if (WebPDecodeRGBAInto(bytes_.data(), bytes_.size(), pixels.data(), pixels.size(),
                               row_bytes) == nullptr)
            return refused("scan-webp-broken");
        return on_paper(pixels, features.width, features.height);
    }

private:
    std::span<const std::uint8_t> bytes_;
};

} // namespace

OpenedPicture open_webp(std::span<const std::uint8_t> bytes) {
    return std::unique_ptr<PictureFile>(std::make_unique<WebpFile>(bytes));
}

} // namespace scanner
