#include "core/net/server/static_files.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <zlib.h>

#include <fstream>

namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

std::string header(const net::HttpResponse& response, const std::string& name) {
    for (const auto& [field, value] : response.headers) {
        if (field == name) return value;
    }
    return "";
}

std::optional<net::HttpResponse> get(const net::StaticFiles& files,
                                     const std::string& path,
                                     const net::Headers& headers = {},
                                     const std::string& method = "GET") {
    net::HttpRequest request;
    request.method = method;
    request.path = path;
    request.headers = headers;
    return files.answer(request);
}

std::string unzip(const std::string& packed) {
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string text(1'000'000, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    text.resize(stream.total_out);
    inflateEnd(&stream);
    return text;
}

const std::string long_text(10'000, 'a');

} // namespace

TEST_CASE("files are served with their type", "[net][static_files]") {
    const TemporaryDirectory folder;
    const std::pair<std::string, std::string> types[] = {
        {"a.html", "text/html; charset=utf-8"},
        {"a.js", "text/javascript; charset=utf-8"},
        {"a.mjs", "text/javascript; charset=utf-8"},
        {"a.css", "text/css; charset=utf-8"},
        {"a.json", "application/json"},
        {"a.svg", "image/svg+xml"},
        {"a.PNG", "image/png"},
        {"a.woff2", "font/woff2"},
        {"a.mp3", "audio/mpeg"},
        {"a.webmanifest", "application/manifest+json"},
        {"a.js.map", "application/json"},
        {"a.unheard", "application/octet-stream"},
        {"a", "application/octet-stream"},
    };
    for (const auto& [name, type] : types) write(folder / name, name);
    const net::StaticFiles files(folder.path());
    for (const auto& [name, type] : types) {
        const auto response = get(files, "/" + name);
        REQUIRE(response);
        CHECK(response->status == 200);
        CHECK(header(*response, "content-type") == type);
        CHECK(*response->shared_body == name);
    }
}

TEST_CASE("the folder's own address is its index", "[net][static_files]") {
    const TemporaryDirectory folder;
    write(folder / "index.html", "index");
    write(folder / "sub/index.html", "sub");
    const net::StaticFiles files(folder.path());
    CHECK(*get(files, "/")->shared_body == "index");
    CHECK(*get(files, "/sub/index.html")->shared_body == "sub");
    CHECK(*get(files, "/", {}, "HEAD")->shared_body == "index");
    CHECK(*get(files, "/sub/")->shared_body == "sub");
    CHECK_FALSE(get(files, "/other"));
    CHECK_FALSE(get(files, "/other/"));
    CHECK_FALSE(get(files, "/index.html/"));
    CHECK_FALSE(get(files, ""));
    CHECK_FALSE(get(files, "/", {}, "POST"));
}

TEST_CASE("a folder's address without its slash leads to the one with it", "[net][static_files]") {
    const TemporaryDirectory folder;
    write(folder / "quầy 1/index.html", "page");
    write(folder / "bare/a.txt", "a");
    const net::StaticFiles files(folder.path());
    const auto response = get(files, "/quầy 1");
    REQUIRE(response);
    CHECK(response->status == 308);
    CHECK(header(*response, "location") == "/qu%E1%BA%A7y%201/");
    CHECK_FALSE(get(files, "/bare"));
    CHECK_FALSE(get(files, "/quầy 1", {}, "POST"));
    net::HttpRequest asked;
    asked.method = "GET";
    asked.path = "/quầy 1";
    asked.query = "tab=2";
    CHECK(header(*files.answer(asked), "location") == "/qu%E1%BA%A7y%201/?tab=2");
}

TEST_CASE("a folder can be served behind a prefix", "[net][static_files]") {
    const TemporaryDirectory folder;
    write(folder / "chime.wav", "chime");
    const net::StaticFiles files(folder.path(), "/sounds");
    CHECK(*get(files, "/sounds/chime.wav")->shared_body == "chime");
    CHECK(header(*get(files, "/sounds/chime.wav"), "content-type") == "audio/wav");
    CHECK_FALSE(get(files, "/chime.wav"));
    CHECK_FALSE(get(files, "/"));
}

TEST_CASE("a client that has the version is not sent it again", "[net][static_files]") {
    const TemporaryDirectory folder;
    write(folder / "a.txt", long_text);
    write(folder / "b.txt", long_text + "b");
    const net::StaticFiles files(folder.path());
    const std::string tag = header(*get(files, "/a.txt"), "etag");
    CHECK(tag.size() == 34);
    CHECK(tag != header(*get(files, "/b.txt"), "etag"));
    for (const std::string& known : {tag, "W/" + tag, "\"x\", " + tag, std::string("*")}) {
        const auto response = get(files, "/a.txt", {{"if-none-match", known}});
        CHECK(response->status == 304);
        CHECK(header(*response, "etag") == tag);
        CHECK(header(*response, "vary") == "Accept-Encoding");
        CHECK_FALSE(response->shared_body);
    }
    CHECK(get(files, "/b.txt", {{"if-none-match", tag}})->status == 200);
    const net::Headers packed = {{"if-none-match", tag}, {"accept-encoding", "gzip"}};
    CHECK(get(files, "/a.txt", packed)->status == 200); // other bytes than those of the tag
}

TEST_CASE("text is sent packed to who takes it so", "[net][static_files]") {
    const TemporaryDirectory folder;
    write(folder / "long.js", long_text);
    write(folder / "short.js", "a");
    write(folder / "long.png", long_text);
    const net::StaticFiles files(folder.path());
    const auto encoding = [&](const std::string& path, const std::string& accepted) {
        return header(*get(files, path, {{"accept-encoding", accepted}}), "content-encoding");
    };
    CHECK(encoding("/long.js", "gzip, deflate, br") == "gzip");
    CHECK(encoding("/long.js", "br;q=1, gzip;q=0.5") == "gzip");
    CHECK(encoding("/long.js", "*") == "gzip");
    CHECK(encoding("/long.js", "gzip;q=0").empty());
    CHECK(encoding("/long.js", "br").empty());
    CHECK(encoding("/long.js", "").empty());
    CHECK(encoding("/short.js", "gzip").empty());
    CHECK(encoding("/long.png", "gzip").empty());

    const auto packed = get(files, "/long.js", {{"accept-encoding", "gzip"}});
    CHECK(unzip(*packed->shared_body) == long_text);
    CHECK(header(*packed, "vary") == "Accept-Encoding");
    CHECK(header(*packed, "etag") != header(*get(files, "/long.js"), "etag"));
}

TEST_CASE("names with a hash may be kept for ever, all others are asked for again",
          "[net][static_files]") {
    const TemporaryDirectory folder;
    write(folder / "assets/app-1f2e.js", "a");
    write(folder / "index.html", "a");
    const net::StaticFiles files(folder.path());
    CHECK(header(*get(files, "/assets/app-1f2e.js"), "cache-control") ==
          "public, max-age=31536000, immutable");
    CHECK(header(*get(files, "/"), "cache-control") == "no-cache");
}

TEST_CASE("hidden files and what lies outside the folder are not served", "[net][static_files]") {
    const TemporaryDirectory outside;
    write(outside / "secret.txt", "secret");
    const TemporaryDirectory folder;
    write(folder / ".hidden", "hidden");
    write(folder / ".git/config", "hidden");
    write(folder / "real.txt", "real");
    fs::create_symlink(outside / "secret.txt", folder / "link.txt");
    fs::create_directory_symlink(outside.path(), folder / "linked");
    fs::create_symlink("real.txt", folder / "inside.txt");
    fs::create_symlink("nowhere", folder / "dangling.txt");
    const net::StaticFiles files(folder.path());
    for (const char* const path : {"/.hidden", "/.git/config", "/link.txt", "/linked/secret.txt",
                                   "/dangling.txt", "/../secret.txt"})
        CHECK_FALSE(get(files, path));
    CHECK(*get(files, "/inside.txt")->shared_body == "real");
}

TEST_CASE("a folder that is missing or too large is named", "[net][static_files]") {
    const TemporaryDirectory folder;
    CHECK_THROWS_WITH(net::StaticFiles(folder / "none"), Catch::Contains("none"));
    std::ofstream(folder / "large.bin").close();
    fs::resize_file(folder / "large.bin", net::StaticFiles::folder_limit_bytes + 1);
    CHECK_THROWS_WITH(net::StaticFiles(folder.path()), Catch::Contains("limit_mib: 64"));
}
