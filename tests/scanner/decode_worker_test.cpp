#include "scanner/decode_worker.hpp"
#include "scanner/picture_file.hpp"
#include "scanner/write_png.hpp"
#include "tests/support/code_pictures.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <random>

namespace fs = std::filesystem;
using files::FileDescriptor;
using scanner::DecodeWorker;
using scanner::Plane;

namespace {

const std::string text = "H18.232-250519-1555";

Plane page_with_code() {
    Plane page = code_pictures::blank_page(600, 400);
    code_pictures::draw_qr(page, 200, 100, text, 5);
    return page;
}

/// A file without a name that holds these bytes.
FileDescriptor file_of(const std::string& bytes) {
    FileDescriptor file(memfd_create("test", MFD_CLOEXEC));
    REQUIRE(write(file.get(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    return file;
}

/// A program that is no honest worker.
class FakeWorker {
public:
    explicit FakeWorker(const std::string& script)
        : file_(fs::temp_directory_path() / ("fake-worker-" + std::to_string(getpid()))) {
        std::ofstream(file_) << "#!/bin/sh\n" << script << "\n";
        chmod(file_.c_str(), 0700);
    }

    ~FakeWorker() { fs::remove(file_); }

    FakeWorker(const FakeWorker&) = delete;
    FakeWorker& operator=(const FakeWorker&) = delete;

    const fs::path& file() const { return file_; }

private:
    fs::path file_;
};

} // namespace

TEST_CASE("a worker reads the pages of a file", "[scanner][worker]") {
    DecodeWorker worker(MOTCUA_SCAN);
    const FileDescriptor file =
        file_of(code_pictures::tiff({Plane(300, 300, 250), page_with_code()}));
    const auto first = worker.read_page(file.get(), 1, {});
    REQUIRE(first);
    CHECK(first->pages == 2);
    CHECK(first->symbols.empty());
    const auto second = worker.read_page(file.get(), 2, {});
    REQUIRE(second);
    REQUIRE(second->symbols.size() == 1);
    CHECK(second->symbols[0].text == text);
    CHECK_FALSE(worker.read_page(file.get(), 3, {}));
    CHECK(worker.replacements() == 0);
}

TEST_CASE("a worker gives a small picture of a page where one is asked for", "[scanner][worker]") {
    DecodeWorker worker(MOTCUA_SCAN);
    const FileDescriptor file = file_of(code_pictures::png(page_with_code()));
    CHECK_FALSE(worker.read_page(file.get(), 1, {})->preview);
    const auto seen = worker.read_page(file.get(), 1, {}, 250);
    REQUIRE(seen);
    CHECK(seen->symbols.size() == 1);
    REQUIRE(seen->preview);
    CHECK(seen->preview->width() == 200); // a third of 600
    CHECK(seen->preview->height() == 133);
    CHECK(scanner::write_png(seen->preview->view()).starts_with("\x89PNG"));

    const FileDescriptor small = file_of(code_pictures::png(Plane(60, 40, 250)));
    CHECK(worker.read_page(small.get(), 1, {}, 250)->preview->width() == 60);

    // A strip of which nothing could be seen.
    const FileDescriptor strip = file_of(code_pictures::png(Plane(5000, 3, 250)));
    CHECK_FALSE(worker.read_page(strip.get(), 1, {}, 250)->preview);
}

TEST_CASE("a worker reads frames from shared memory as they change", "[scanner][worker]") {
    DecodeWorker worker(MOTCUA_SCAN);
    const Plane page = page_with_code();
    scanner::SharedFrame frame(std::size_t{1} << 20);
    frame.put(page.view());
    CHECK(worker.read_frame(frame, page.width(), page.height(), {})->symbols.size() == 1);
    frame.put(Plane(600, 400, 250).view());
    CHECK(worker.read_frame(frame, page.width(), page.height(), {})->symbols.empty());
}

TEST_CASE("what is too large to be read is told with its limit", "[scanner][worker]") {
    DecodeWorker worker(MOTCUA_SCAN);
    const FileDescriptor file = file_of("%PDF-");
    REQUIRE(ftruncate(file.get(), static_cast<off_t>(scanner::file_limit_bytes) + 1) == 0);
    CHECK_THAT(samples::refusal_of(worker.read_page(file.get(), 1, {})), Catch::Contains("128 MB"));

    // The head of a PNG of 20,000 x 20,000 grey pixels.
    constexpr unsigned char head[] = {
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44,
        0x52, 0x00, 0x00, 0x4e, 0x20, 0x00, 0x00, 0x4e, 0x20, 0x08, 0x00, 0x00, 0x00, 0x00, 0xc6,
        0x1b, 0x19, 0xe5, 0x00, 0x00, 0x00, 0x00, 0x49, 0x44, 0x41, 0x54, 0x35, 0xaf, 0x06, 0x1e};
    const auto codes =
        worker.read_page(file_of(std::string(std::begin(head), std::end(head))).get(), 1, {});
    REQUIRE(codes);
    CHECK_THAT(samples::in_english(codes->problem), Catch::Contains("100 million"));
    CHECK(worker.replacements() == 0);
}

TEST_CASE("a worker that died is replaced and the page read", "[scanner][worker]") {
    DecodeWorker worker(MOTCUA_SCAN);
    const FileDescriptor file = file_of(code_pictures::png(page_with_code()));
    REQUIRE(worker.read_page(file.get(), 1, {}));
    for (int i = 1; i <= 3; ++i) {
        const pid_t before = worker.process();
        kill(before, SIGKILL);
        // Whether the request still got into its socket or not: the next page is read.
        (void)worker.read_page(file.get(), 1, {});
        const auto codes = worker.read_page(file.get(), 1, {});
        REQUIRE(codes);
        CHECK(codes->symbols.size() == 1);
        CHECK(worker.process() != before);
        CHECK(worker.replacements() == i);
    }
}

TEST_CASE("a worker that aborts, hangs or lies costs one page", "[scanner][worker]") {
    using namespace std::chrono_literals;
    const FileDescriptor file = file_of("anything");
    scanner::SearchOptions options;
    options.budget = 1ms;
    const auto refusal = [&](const std::string& script, std::chrono::milliseconds reading) {
        const FakeWorker fake(script);
        DecodeWorker worker(fake.file(), reading);
        const auto answer = worker.read_page(file.get(), 1, options);
        REQUIRE_FALSE(answer);
        CHECK(worker.replacements() >= 1);
        return samples::in_english(answer.error().message);
    };
    CHECK_THAT(refusal("head -c 4 <&3 >/dev/null; kill -ABRT $$", 10s),
               Catch::Contains("broke off"));
    CHECK_THAT(refusal("exec sleep 60", 200ms), Catch::Contains("took too long"));
    // Three bytes that are no answer; four gigabytes announced.
    CHECK_THAT(refusal("printf '\\003\\000\\000\\000abc' >&3; exec sleep 60", 10s),
               Catch::Contains("broke off"));
    CHECK_THAT(refusal("printf '\\377\\377\\377\\377abc' >&3; exec sleep 60", 10s),
               Catch::Contains("broke off"));
}

TEST_CASE("hostile pictures leave the caller standing", "[scanner][worker]") {
    DecodeWorker worker(MOTCUA_SCAN);
    std::mt19937 random(20);
    scanner::SearchOptions options;
    options.budget = std::chrono::milliseconds{40};
    const std::string sound[] = {
        code_pictures::png(page_with_code()), code_pictures::jpeg(page_with_code()),
        code_pictures::tiff({page_with_code()}), code_pictures::pdf({page_with_code()}, 100)};
    for (int i = 0; i < 200; ++i) {
        std::string broken = sound[i % 4];
        for (int k = 0; k < 1 + i % 9; ++k)
            broken[random() % broken.size()] = static_cast<char>(random() & 0xFF);
        const FileDescriptor file = file_of(broken);
        const auto answer = worker.read_page(file.get(), 1, options);
        if (answer) {
            for (const auto& symbol : answer->symbols) CHECK(symbol.text == text);
        }
    }
    CHECK(worker.read_page(file_of(sound[0]).get(), 1, {})->symbols.size() == 1);
}
