// The pages of the screens as the server hands them out.

#include "tests/support/served_ward.hpp"

#include <catch2/catch.hpp>

using Catch::Matchers::Contains;

namespace {

/// A folder of pages as they are built, and one of sounds.
struct Built {
    Built() {
        for (const char* name : {"web", "web/counter", "web/assets", "sounds"})
            std::filesystem::create_directory(folder / name);
        ward::write_file(folder / "web/index.html", "choose");
        ward::write_file(folder / "web/counter/index.html", "counter");
        ward::write_file(folder / "web/assets/app-1f2e.js", "let a = 1;");
        ward::write_file(folder / "sounds/chime.wav", "RIFF");
    }

    TemporaryDirectory folder;
};

} // namespace

TEST_CASE("the server hands out pages and sounds, to anybody", "[system][pages]") {
    const Built built;
    ServedWard ward({{"--web", built.folder / "web", "--sounds", built.folder / "sounds"}});
    auto nobody = ward.as("nobody");
    CHECK(nobody.get("/").http.body == "choose");
    CHECK(nobody.get("/counter/").http.body == "counter");
    const auto led = nobody.get("/counter?tab=2");
    CHECK(led.status == 308);
    CHECK(led.http.header("location") == "/counter/?tab=2");
    const auto sound = nobody.get("/sounds/chime.wav");
    CHECK(sound.http.body == "RIFF");
    CHECK(sound.http.header("content-type") == "audio/wav");
    CHECK(nobody.get("/chime.wav").status == 404);
    CHECK(nobody.get("/office/").status == 404);
    CHECK(nobody.get("/healthz").status == 200);
}

TEST_CASE("pages tell the browser to take nothing from elsewhere", "[system][pages]") {
    const Built built;
    ServedWard ward({{"--web", built.folder / "web"}});
    auto nobody = ward.as("nobody");
    for (const char* path : {"/", "/counter/", "/assets/app-1f2e.js"}) {
        const auto reply = nobody.get(path);
        const std::string policy(reply.http.header("content-security-policy"));
        CHECK_THAT(policy, Contains("default-src 'self'") && Contains("frame-ancestors 'none'"));
        CHECK_THAT(policy, !Contains("script-src") && !Contains("unsafe-eval"));
        CHECK(reply.http.header("x-content-type-options") == "nosniff");
        CHECK(reply.http.header("referrer-policy") == "same-origin");
        CHECK(reply.http.header("permissions-policy") == "camera=(self)");
    }
}

TEST_CASE("folders of pages and sounds that are missing keep the server from starting",
          "[system][pages]") {
    const ward::Ward ward;
    for (const char* option : {"--web", "--sounds"}) {
        ward::Arguments arguments = {"serve", "--listen", "127.0.0.1:0", option, ward / "none"};
        CHECK_THAT(ward.refused(arguments), Contains("none: there is no such folder"));
    }
    ward::write_file(ward / "core.toml", "[web]\nsounds = \"" + (ward / "none").string() + "\"\n");
    const ward::Arguments by_file = {"serve", "--listen", "127.0.0.1:0", "--config",
                                     ward / "core.toml"};
    CHECK_THAT(ward.refused(by_file), Contains("none: there is no such folder"));
}
