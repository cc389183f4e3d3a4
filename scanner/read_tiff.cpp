// One of several that implement picture_formats.hpp: TIFF, by libtiff.

#include "scanner/picture_formats.hpp"

#include <tiffio.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace scanner {

namespace {

/// The bytes of a file in memory, as libtiff reads a file.
struct Bytes {
    std::span<const std::uint8_t> all;
    std::uint64_t at = 0;

    static Bytes& of(thandle_t handle) { return *static_cast<Bytes*>(handle); }

    static tmsize_t read(thandle_t handle, void* to, tmsize_t wanted) {
        Bytes& self = of(handle);
        if (wanted <= 0 || self.at >= self.all.size()) return 0;
        const auto taken =
            std::min<std::uint64_t>(static_cast<std::uint64_t>(wanted), self.all.size() - self.at);
        std::memcpy(to, self.all.data() + self.at, taken);
        self.at += taken;
        return static_cast<tmsize_t>(taken);
    }

    static tmsize_t write(thandle_t, void*, tmsize_t) { return 0; }

    static toff_t seek(thandle_t handle, toff_t offset, int from) {
        Bytes& self = of(handle);
        if (from == SEEK_CUR) offset += self.at;
        if (from == SEEK_END) offset += self.all.size();
        return self.at = offset;
    }

    static int close(thandle_t) { return 0; }

    static toff_t size(thandle_t handle) { return of(handle).all.size(); }

    static int map(thandle_t, void**, toff_t*) { return 0; }

    static void unmap(thandle_t, void*, toff_t) {}
};

struct TiffCloser {
    void operator()(TIFF* file) const { TIFFClose(file); }
};

class TiffFile final : public PictureFile {
public:
    explicit TiffFile(std::span<const std::uint8_t> bytes) : bytes_{bytes} {
        // Its complaints go to standard error otherwise; ours name the file and what to do.
        TIFFSetErrorHandler(nullptr);
        TIFFSetWarningHandler(nullptr);
        file_.reset(TIFFClientOpen("scan", "rm", &bytes_, Bytes::read, Bytes::write, Bytes::seek,
                                   Bytes::close, Bytes::size, Bytes::map, Bytes::unmap));
        // Counting stops one beyond the limit: directories may form a ring.
        while (file_ && pages_ <= page_limit &&
               TIFFSetDirectory(file_.get(), static_cast<tdir_t>(pages_)) != 0) {
            ++pages_;
        }
    }

    bool is_open() const { return file_ && pages_ > 0; }

    int pages() const override { return pages_; }

    core::Result<Picture> read(int page) override {
        if (TIFFSetDirectory(file_.get(), static_cast<tdir_t>(page - 1)) == 0) return broken();
        std::uint32_t width = 0;
        std::uint32_t height = 0;
        TIFFGetField(file_.get(), TIFFTAG_IMAGEWIDTH, &width);
        TIFFGetField(file_.get(), TIFFTAG_IMAGELENGTH, &height);
        if (const auto size = check_size(width, height); !size) return size.error();

        std::vector<std::uint32_t> pixels(std::size_t{width} * height);
        if (TIFFReadRGBAImageOriented(file_.get(), width, height, pixels.data(),
                                      ORIENTATION_TOPLEFT, 1) == 0) {
            return broken();
        }
        PictureMaker maker(static_cast<int>(width), static_cast<int>(height), true);
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(pixels.data());
        for (std::size_t y = 0; y < height; ++y)
            maker.add_colour_row(static_cast<int>(y), bytes + y * width * 4, 4);
        return std::move(maker).finish();
    }

private:
    static core::Error broken() { return refused("scan-tiff-page-broken"); }

    Bytes bytes_;
    std::unique_ptr<TIFF, TiffCloser> file_;
    int pages_ = 0;
};

} // namespace

OpenedPicture open_tiff(std::span<const std::uint8_t> bytes) {
    auto file = std::make_unique<TiffFile>(bytes);
    if (!file->is_open()) return refused("scan-tiff-broken");
    return std::unique_ptr<PictureFile>(std::move(file));
}

} // namespace scanner
