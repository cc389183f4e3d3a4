// How long a camera's frame takes, from its bytes to its codes: 1920 x 1080, through the decoding
// process, as `motcua-scan --live` does it. Prints the figures; run it on an idle machine.

#include "scanner/live/frame_formats.hpp"
#include "scanner/live/frame_reader.hpp"
#include "tests/bench/figures.hpp"
#include "tests/support/code_pictures.hpp"

#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using scanner::FrameFormat;
using scanner::FrameShape;
using scanner::Plane;

constexpr int width = 1920;
constexpr int height = 1080;
constexpr int pictures_a_kind = 10;
constexpr int looks_a_picture = 6; // each threshold three times
constexpr double median_target_ms = 15;
constexpr double p95_target_ms = 30;

const std::string dossier = "000.00.18.H55-230103-0001";
const std::string card =
    "019185001234|090123456|Nguyễn Thị Ánh|15081985|Nữ|Ba Hàng, Phổ Yên, Thái Nguyên|01052021";

/// What lies before the camera.
struct Scene {
    const char* name;
    std::function<Plane(code_pictures::Random&)> draw;
    bool has_code;
};

Plane paper(code_pictures::Random& random) {
    Plane page = code_pictures::blank_page(width, height);
    code_pictures::draw_text_lines(page, 40, 300, random);
    return page;
}

/// As cameras see it: not straight, a little out of focus, with noise.
Plane seen(const Plane& page, code_pictures::Random& random) {
    const double degrees = static_cast<double>(random() % 160) / 10 - 8;
    const Plane lying = code_pictures::turned(page, degrees); // larger, for its corners
    const Plane frame(lying.view().cropped((lying.width() - width) / 2,
                                           (lying.height() - height) / 2, width, height));
    return code_pictures::noisy(code_pictures::blurred(frame, 0.8), 5, random);
}

std::vector<Scene> scenes() {
    using Random = code_pictures::Random;
    return {
        {"dossier QR",
         [](Random& random) {
             Plane page = paper(random);
             code_pictures::draw_qr(page, 700, 450, dossier, 6);
             return seen(page, random);
         },
         true},
        {"citizen card QR",
         [](Random& random) {
             Plane page = paper(random);
             code_pictures::draw_qr(page, 700, 450, card, 5);
             return seen(page, random);
         },
         true},
        {"dossier Code 128",
         [](Random& random) {
             Plane page = paper(random);
             code_pictures::draw_code_128(page, 500, 500, dossier, 3, 160);
             return seen(page, random);
         },
         true},
        {"text, no code",
         [](Random& random) {
             Plane page = paper(random);
             code_pictures::draw_text_lines(page, 300, 1000, random);
             return seen(page, random);
         },
         false},
        {"empty desk",
         [](Random& random) {
             return code_pictures::noisy(code_pictures::blank_page(width, height), 5, random);
         },
         false},
        {"noise",
         [](Random& random) { return code_pictures::noisy(Plane(width, height, 128), 40, random); },
         false},
    };
}

/// A frame as a YUYV camera sends it.
std::vector<std::uint8_t> yuyv(const Plane& plane) {
    std::vector<std::uint8_t> bytes(std::size_t{2} * width * height, 128);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            bytes[2 * (static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x))] =
                plane.row(y)[x];
    }
    return bytes;
}

struct Figures {
    std::vector<float> all_ms;

    void print(const char* name, int read, int pictures) {
        const auto median = static_cast<double>(bench::percentile(all_ms, 0.5));
        const auto p95 = static_cast<double>(bench::percentile(all_ms, 0.95));
        std::printf("%-26s %3d of %3d read   median %5.1f ms  p95 %5.1f ms   %s\n", name, read,
                    pictures, median, p95,
                    bench::verdict(median <= median_target_ms && p95 <= p95_target_ms));
        std::fflush(stdout);
    }
};

/// Looks at each picture as often as a camera that it lies before for a moment.
bool look(scanner::FrameReader& reader,
          scanner::GreyFrames& grey,
          const FrameShape& shape,
          std::span<const std::uint8_t> bytes,
          Figures& figures) {
    bool is_read = false;
    for (int i = 0; i < looks_a_picture; ++i) {
        const auto begun = Clock::now();
        grey.put(shape, bytes, reader.buffer());
        is_read = !reader.read().empty() || is_read;
        figures.all_ms.push_back(bench::milliseconds_between(begun, Clock::now()));
    }
    return is_read;
}

} // namespace

int main() {
    bench::print_machine_load();
    scanner::FrameReader reader(MOTCUA_SCAN);
    scanner::GreyFrames grey;
    const FrameShape yuyv_shape{FrameFormat::yuyv, width, height, std::size_t{2} * width};
    const FrameShape mjpeg_shape{FrameFormat::mjpeg, width, height, 0};
    Figures warming;
    Figures all;
    look(reader, grey, yuyv_shape, yuyv(Plane(width, height, 200)), warming);
    for (const Scene& scene : scenes()) {
        code_pictures::Random random(1);
        Figures as_yuyv;
        Figures as_mjpeg;
        int yuyv_read = 0;
        int mjpeg_read = 0;
        for (int i = 0; i < pictures_a_kind; ++i) {
            const Plane picture = scene.draw(random);
            yuyv_read += look(reader, grey, yuyv_shape, yuyv(picture), as_yuyv);
            const std::string jpeg = code_pictures::jpeg(picture);
            const auto* bytes = reinterpret_cast<const std::uint8_t*>(jpeg.data());
            mjpeg_read += look(reader, grey, mjpeg_shape, {bytes, jpeg.size()}, as_mjpeg);
        }
        all.all_ms.insert(all.all_ms.end(), as_yuyv.all_ms.begin(), as_yuyv.all_ms.end());
        as_yuyv.print((std::string(scene.name) + ", YUYV").c_str(), yuyv_read, pictures_a_kind);
        as_mjpeg.print((std::string(scene.name) + ", MJPEG").c_str(), mjpeg_read, pictures_a_kind);
        if (!scene.has_code && yuyv_read + mjpeg_read > 0) std::puts("  a code read of nothing");
    }
    all.print("all YUYV frames", 0, 0);
    return 0;
}
