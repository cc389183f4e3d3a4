// One of several that implement picture_formats.hpp: JPEG, by libjpeg-turbo.

#include "scanner/picture_formats.hpp"

#include <turbojpeg.h>

#include <vector>

namespace scanner {

namespace {

struct JpegCloser {
    void operator()(void* handle) const { tjDestroy(handle); }
};

/// TurboJPEG: it returns its errors, where libjpeg's own interface jumps out of us.
class JpegFile final : public PictureFile {
public:
    explicit JpegFile(std::span<const std::uint8_t> bytes)
        : bytes_(bytes), decoder_(tjInitDecompress()) {}

    int pages() const override { return 1; }

    core::Result<Picture> read(int) override {
        int width = 0;
        int height = 0;
        int sampling = 0;
        int colours = 0;
        if (!decoder_ || tjDecompressHeader3(decoder_.get(), bytes_.data(), bytes_.size(), &width,
                                             &height, &sampling, &colours) != 0) {
            return broken();
        }
        if (const auto size = check_size(width, height); !size) return size.error();
        switch (colours) {
        case TJCS_GRAY:
            return read_grey(width, height);
        case TJCS_RGB:
        case TJCS_YCbCr:
            return read_colour(width, height);
        }
        return refused("scan-jpeg-cmyk");
    }

private:
    core::Error broken() const {
        return refused({"scan-jpeg-broken", {{"reason", tjGetErrorStr2(decoder_.get())}}});
    }

    /// A warning leaves a picture with a damaged part, and the codes elsewhere can be read.
    bool unpack(std::uint8_t* pixels, int width, int height, TJPF format) {
        return tjDecompress2(decoder_.get(), bytes_.data(), bytes_.size(), pixels, width, 0, height,
                             format, TJFLAG_LIMITSCANS) == 0 ||
               tjGetErrorCode(decoder_.get()) == TJERR_WARNING;
    }

    core::Result<Picture> read_grey(int width, int height) {
        Plane luma(width, height);
        if (!unpack(luma.row(0), width, height, TJPF_GRAY)) return broken();
        return Picture{std::move(luma)};
    }

    core::Result<Picture> read_colour(int width, int height) {
        const std::size_t row_bytes = static_cast<std::size_t>(width) * 3;
        std::vector<std::uint8_t> pixels(row_bytes * static_cast<std::size_t>(height));
        if (!unpack(pixels.data(), width, height, TJPF_RGB)) return broken();
        PictureMaker maker(width, height, true);
        for (int y = 0; y < height; ++y)
            maker.add_colour_row(y, pixels.data() + static_cast<std::size_t>(y) * row_bytes, 3);
        return std::move(maker).finish();
    }

    std::span<const std::uint8_t> bytes_;
    std::unique_ptr<void, JpegCloser> decoder_;
};

} // namespace

OpenedPicture open_jpeg(std::span<const std::uint8_t> bytes) {
    return std::unique_ptr<PictureFile>(std::make_unique<JpegFile>(bytes));
}

} // namespace scanner
