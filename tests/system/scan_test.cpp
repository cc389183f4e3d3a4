#include "tests/support/code_pictures.hpp"
#include "tests/support/program.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;

namespace {

const std::string card = "019185001234|090123456|Nguyễn Thị Ánh|15081985|Nam|Ba Hàng|01052021|x";

class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("scan-test-" + std::to_string(getpid()))) {
        fs::create_directories(path_);
    }

    ~Folder() { fs::remove_all(path_); }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string put(const std::string& name, const std::string& bytes) const {
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return path_ / name;
    }

private:
    fs::path path_;
};

scanner::Plane page_with(const std::string& text) {
    scanner::Plane page = code_pictures::blank_page(600, 500);
    code_pictures::draw_qr(page, 200, 100, text, 4);
    return page;
}

/// As somebody who reads English.
Ended scan(const std::vector<std::string>& arguments) {
    std::vector<std::string> words = {"LC_ALL=en_GB.UTF-8", MOTCUA_SCAN};
    words.insert(words.end(), arguments.begin(), arguments.end());
    Program program("/usr/bin/env", words);
    return program.wait();
}

std::vector<boost::json::object> lines(const std::string& output) {
    std::vector<boost::json::object> found;
    std::istringstream stream(output);
    for (std::string line; std::getline(stream, line);)
        found.push_back(boost::json::parse(line).as_object());
    return found;
}

} // namespace

TEST_CASE("motcua-scan prints one JSON line for each code of each page", "[system][scan]") {
    const Folder folder;
    const auto file = folder.put(
        "trang.pdf", code_pictures::pdf({page_with("T230103-A012"), page_with(card)}, 200));
    const auto ended = scan({file, "--format", "json"});
    CHECK(ended.status == 0);
    CHECK(ended.errors.empty());
    const auto found = lines(ended.output);
    REQUIRE(found.size() == 2);
    CHECK(found[0].at("file") == file.c_str());
    CHECK(found[0].at("page") == 1);
    CHECK(found[0].at("format") == "QRCode");
    CHECK(found[0].at("text") == "T230103-A012");
    CHECK(found[0].at("kind") == "ticket");
    CHECK(found[0].at("code") == "T230103-A012");
    CHECK(found[0].at("position").as_array().size() == 4);
    CHECK(found[0].at("stage").is_string());
    CHECK(found[0].at("ms").is_double());
    CHECK(found[1].at("page") == 2);
    CHECK(found[1].at("text") == card.c_str());
    CHECK(found[1].at("kind") == "citizen_id");
    const auto& fields = found[1].at("card").as_object();
    CHECK(fields.at("full_name") == "Nguyễn Thị Ánh");
    CHECK(fields.at("birth_date") == "1985-08-15");
    CHECK(fields.at("further").as_array().at(0) == "x");
    CHECK(fields.at("doubts").as_array().at(0).at("field") == "sex");

    CHECK(lines(scan({file, "--pages", "2"}).output).size() == 1);
}

TEST_CASE("motcua-scan goes on after a file that cannot be read", "[system][scan]") {
    const Folder folder;
    const auto broken = folder.put("broken.png", "\x89PNG\r\n\x1a\nnothing");
    const auto empty = folder.put("empty.pdf", "");
    const auto sound = folder.put("sound.png", code_pictures::png(page_with("T230103-A012")));
    const auto ended = scan({broken, empty, "/nowhere.png", "/tmp", sound});
    CHECK(ended.status == 1);
    CHECK(lines(ended.output).size() == 1);
    CHECK(std::count(ended.errors.begin(), ended.errors.end(), '\n') == 4);
    CHECK_THAT(ended.errors, Catch::Contains(broken + ": the PNG is broken"));
    CHECK_THAT(ended.errors, Catch::Contains(empty + ": the file is empty"));
    const auto told = Program("/usr/bin/env", {"LC_ALL=vi_VN.UTF-8", MOTCUA_SCAN, empty}).wait();
    CHECK_THAT(told.errors, Catch::Contains(empty + ": tệp rỗng: hãy quét lại tờ giấy"));
}

TEST_CASE("motcua-scan finds nothing without calling it a failure", "[system][scan]") {
    const Folder folder;
    const auto ended =
        scan({folder.put("blank.png", code_pictures::png(code_pictures::blank_page(300, 300)))});
    CHECK(ended.status == 0);
    CHECK(ended.output.empty());
    CHECK(ended.errors.empty());
}

TEST_CASE("motcua-scan tells bad usage by its status", "[system][scan]") {
    for (const std::vector<std::string>& wrong : {std::vector<std::string>{},
                                                  {"a.png", "--pages", "0"},
                                                  {"a.png", "--budget-ms", "0"},
                                                  {"a.png", "--format", "xml"},
                                                  {"a.png", "--also", "EAN13"},
                                                  {"--unknown"}}) {
        const auto ended = scan(wrong);
        CHECK(ended.status == 2);
        CHECK(std::count(ended.errors.begin(), ended.errors.end(), '\n') == 1);
    }
    CHECK(scan({"--help"}).status == 0);
    CHECK(scan({"--version"}).output.starts_with("motcua-scan 0."));
}
