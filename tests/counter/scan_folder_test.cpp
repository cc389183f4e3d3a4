// The real folder, the real worker process.

#include "counter/scan_folder.hpp"
#include "tests/support/code_pictures.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <condition_variable>
#include <fstream>
#include <future>
#include <mutex>

namespace fs = std::filesystem;
using counter::FolderState;
using counter::ScanFile;

namespace {

const std::string code = "000.00.18.H55-230103-0001";

std::string page_with_code() {
    scanner::Plane page = code_pictures::blank_page(800, 1100);
    code_pictures::draw_qr(page, 200, 100, code, 5);
    return code_pictures::png(page);
}

void put_file(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

/// What a folder tells, for a test that waits for it. Lives longer than the folder.
class FolderEvents {
public:
    counter::FolderHandlers handlers() {
        return {[this](const ScanFile& file) { note([&] { files_.push_back(file); }); },
                [this](const std::string& id) { note([&] { gone_.push_back(id); }); },
                [this](const FolderState& state) {
                    note([&] { states_.emplace_back(to_text(state.state)); });
                }};
    }

    ScanFile wait_for_file(const std::string& name) {
        std::unique_lock lock(mutex_);
        for (;;) {
            for (const ScanFile& file : files_) {
                if (file.name == name) return file;
            }
            if (changed_.wait_for(lock, limit) == std::cv_status::timeout)
                throw std::runtime_error("no such file was told: " + name);
        }
    }

    void wait_for_gone(const std::string& id) {
        wait_for([&] { return std::count(gone_.begin(), gone_.end(), id) > 0; }, "gone");
    }

    void wait_for_state(const std::string& state) {
        wait_for([&] { return !states_.empty() && states_.back() == state; }, state);
    }

    std::size_t files() {
        const std::lock_guard lock(mutex_);
        return files_.size();
    }

private:
    static constexpr std::chrono::seconds limit{30}; // on a machine that is busy

    template <typename Change>
    void note(Change change) {
        const std::lock_guard lock(mutex_);
        change();
        changed_.notify_all();
    }

    template <typename Condition>
    void wait_for(Condition condition, const std::string& what) {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, limit, condition))
            throw std::runtime_error("it was not told: " + what);
    }

    std::mutex mutex_; // of all that follows
    std::condition_variable changed_;
    std::vector<ScanFile> files_;
    std::vector<std::string> gone_;
    std::vector<std::string> states_;
};

std::optional<std::string> preview_of(counter::ScanFolder& folder, const ScanFile& file) {
    std::promise<std::optional<std::string>> given;
    REQUIRE(folder.preview(file.name, file.id, [&](auto png) { given.set_value(std::move(png)); }));
    return given.get_future().get();
}

} // namespace

TEST_CASE("a paper dropped into the folder is told with the dossier's code that stands on it",
          "[counter][folder]") {
    const TemporaryDirectory place;
    FolderEvents events;
    counter::ScanFolder folder(place.path(), events.handlers(), MOTCUA_SCAN);
    events.wait_for_state("ok");
    put_file(place / "tờ khai.png", page_with_code());
    const auto file = events.wait_for_file("tờ khai.png");
    CHECK(file.code == code);
    CHECK(file.type == "image/png");
    CHECK(file.bytes == page_with_code().size());
    CHECK(file.problem.code.empty());
    const auto png = preview_of(folder, file);
    REQUIRE(png);
    CHECK(png->starts_with("\x89PNG"));
    CHECK(png->size() < page_with_code().size() * 4);
    fs::remove(place / "tờ khai.png");
    events.wait_for_gone(file.id);
}

TEST_CASE("what lay in the folder before is told as well, each with its preview",
          "[counter][folder]") {
    const TemporaryDirectory place;
    const auto count = static_cast<int>(counter::ScanFolder::most_kept_previews) + 2;
    for (int i = 0; i < count; ++i)
        put_file(place / (std::to_string(i) + ".png"),
                 code_pictures::png(code_pictures::blank_page(40 + i, 40)));
    FolderEvents events;
    counter::ScanFolder folder(place.path(), events.handlers(), MOTCUA_SCAN);
    for (int i = 0; i < count; ++i) {
        const auto file = events.wait_for_file(std::to_string(i) + ".png");
        CHECK(file.code.empty());
        CHECK(preview_of(folder, file)); // the first ones are made anew
    }
}

TEST_CASE("a hostile file is told as one that cannot be read, and others go on",
          "[counter][folder]") {
    const TemporaryDirectory place;
    FolderEvents events;
    counter::ScanFolder folder(place.path(), events.handlers(), MOTCUA_SCAN);
    events.wait_for_state("ok");
    put_file(place / "a.pdf", "%PDF-1.7\n" + std::string(5000, '\xFE'));
    const auto broken = events.wait_for_file("a.pdf");
    CHECK_FALSE(broken.problem.code.empty());
    CHECK_FALSE(preview_of(folder, broken));
    put_file(place / "b.png", page_with_code());
    CHECK(events.wait_for_file("b.png").code == code);
}

TEST_CASE("what only calls itself a scan, a link and a folder are passed over",
          "[counter][folder]") {
    const TemporaryDirectory place;
    FolderEvents events;
    put_file(place / "a.pdf", "<html><script>");
    fs::create_directory(place / "b.pdf");
    fs::create_symlink("/etc/passwd", place / "c.pdf");
    counter::ScanFolder folder(place.path(), events.handlers(), MOTCUA_SCAN);
    put_file(place / "z.png", page_with_code());
    (void)events.wait_for_file("z.png");
    CHECK(events.files() == 1);
}

TEST_CASE("a folder that is not there yet is waited for", "[counter][folder]") {
    const TemporaryDirectory place;
    FolderEvents events;
    counter::ScanFolder folder(place / "share", events.handlers(), MOTCUA_SCAN);
    events.wait_for_state("missing");
    fs::create_directory(place / "share");
    put_file(place / "share/a.png", page_with_code());
    const auto file = events.wait_for_file("a.png");
    events.wait_for_state("ok");
    fs::remove_all(place / "share");
    events.wait_for_gone(file.id);
    events.wait_for_state("missing");
}
