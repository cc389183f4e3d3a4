// One of several that implement picture_formats.hpp: PNG, by libpng.

#include "scanner/picture_formats.hpp"
#include "scanner/transparent.hpp"

#include <png.h>

#include <vector>

namespace scanner {

namespace {

/// libpng's simplified reader: it returns its errors, where the classic one jumps out of us.
class PngFile final : public PictureFile {
public:
    explicit PngFile(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    int pages() const override { return 1; }

    core::Result<Picture> read(int) override {
        png_image image{};
        image.version = PNG_IMAGE_VERSION;
        if (!png_image_begin_read_from_memory(&image, bytes_.data(), bytes_.size()))
            return broken(image);
        if (const auto size = check_size(image.width, image.height); !size) {
            png_image_free(&image);
            return size.error();
        }
        if ((image.format & PNG_FORMAT_FLAG_ALPHA) != 0) return read_transparent(image);
        return (image.format & PNG_FORMAT_FLAG_COLOR) != 0 ? read_colour(image) : read_grey(image);
    }

private:
    static core::Error broken(const png_image& image) {
        return refused({"scan-png-broken", {{"reason", std::string(image.message)}}});
    }

    static core::Result<Picture> read_grey(png_image& image) {
        image.format = PNG_FORMAT_GRAY;
        Plane luma(static_cast<int>(image.width), static_cast<int>(image.height));
        if (!png_image_finish_read(&image, nullptr, luma.row(0), luma.width(), nullptr))
            return broken(image);
        return Picture{std::move(luma)};
    }

    static core::Result<Picture> read_colour(png_image& image) {
        image.format = PNG_FORMAT_RGB;
        std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(image));
        if (!png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr))
            return broken(image);
        PictureMaker maker(static_cast<int>(image.width), static_cast<int>(image.height), true);
        const std::size_t row_bytes = std::size_t{image.width} * 3;
        for (std::size_t y = 0; y < image.height; ++y)
            maker.add_colour_row(static_cast<int>(y), pixels.data() + y * row_bytes, 3);
        return std::move(maker).finish();
    }

    static core::Result<Picture> read_transparent(png_image& image) {
        image.format = PNG_FORMAT_RGBA;
        std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(image));
        if (!png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr))
            return broken(image);
        return on_paper(pixels, static_cast<int>(image.width), static_cast<int>(image.height));
    }

    std::span<const std::uint8_t> bytes_;
};

} // namespace

OpenedPicture open_png(std::span<const std::uint8_t> bytes) {
    return std::unique_ptr<PictureFile>(std::make_unique<PngFile>(bytes));
}

} // namespace scanner
