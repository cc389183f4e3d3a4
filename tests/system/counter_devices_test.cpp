// The agent of an officer's PC with its printers, scanners and the scanner's folder; the core is
// stood for where it would have to be made to say something.

#include "core/files/file_descriptor.hpp"
#include "tests/support/code_pictures.hpp"
#include "tests/support/emulated_printer.hpp"
#include "tests/support/running_counter.hpp"
#include "tests/support/stub_core.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <pty.h>
#include <sys/stat.h>

#include <fstream>
#include <future>
#include <iterator>

namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

const std::string code = "000.00.18.H55-230103-0001";
const std::string papers = "GET /api/v1/dossiers/" + code + "/papers/receipt.json";
const std::string name_on_it = "Nguyễn Thị Ánh";

std::string text_of(const fs::path& file) {
    std::ifstream input(file);
    return {std::istreambuf_iterator<char>(input), {}};
}

/// A core that knows one officer and one dossier's receipt.
class DeskCore : public StubCore {
public:
    DeskCore() {
        answer("GET /healthz", 200, "{}");
        answer("GET /api/v1/session", 200,
               R"({"kind":"user","role":"officer","login":"lan","name":"Lan",)"
               R"("ends_at":"2149-01-01T00:00:00+07:00"})");
        answer(papers, 200, text_of(fs::path(SOURCE_ROOT) / "printer/samples/receipt.json"));
        answer("PUT /api/v1/devices/me/state", 404, "{}");
    }
};

ApiReply print(Api& page, const std::string& key, const std::string& further = "") {
    return page.request("POST", "/local/print",
                        R"({"kind":"receipt","dossier":")" + code + "\"" + further + "}",
                        {{"Idempotency-Key", key}, {"Content-Type", "application/json"}});
}

std::string tcp(const EmulatedPrinter& printer) {
    return "tcp:127.0.0.1:" + std::to_string(printer.port());
}

bool has_state(const json::value& state, const char* printer, const char* wanted) {
    return state.at("printers").at(printer).at("state") == wanted;
}

/// The scanner's end of a line, and the link under which the line is found.
class Plugged {
public:
    explicit Plugged(fs::path link) : link_(std::move(link)) {
        int ours = -1;
        int theirs = -1;
        char name[128];
        REQUIRE(openpty(&ours, &theirs, name, nullptr, nullptr) == 0);
        end_ = files::FileDescriptor(ours);
        const files::FileDescriptor closed(theirs);
        fs::create_symlink(name, link_);
    }

    ~Plugged() { fs::remove(link_); }

    Plugged(const Plugged&) = delete;
    Plugged& operator=(const Plugged&) = delete;

    void send(std::string_view bytes) {
        REQUIRE(write(end_.get(), bytes.data(), bytes.size()) ==
                static_cast<ssize_t>(bytes.size()));
    }

private:
    fs::path link_;
    files::FileDescriptor end_;
};

} // namespace

TEST_CASE("a receipt is printed once for one key, also when it is asked for twice at once",
          "[system][counter][print]") {
    DeskCore core;
    EmulatedPrinter printer;
    const TemporaryDirectory data;
    RunningCounter counter(core.port(), data / "data",
                           {"--receipt-printer", tcp(printer), "--profile", "epson-80"});
    const std::string further = R"(,"printer":"receipt")";
    const auto ask = [&] {
        Api page = counter.as("token");
        return print(page, "key-1", further).status;
    };
    auto first = std::async(std::launch::async, ask);
    auto second = std::async(std::launch::async, ask);
    CHECK(first.get() == 200);
    CHECK(second.get() == 200);
    CHECK(ask() == 200);
    CHECK(printer.sheets().size() == 1);
    CHECK(printer.violations().empty());

    Api page = counter.as("token");
    CHECK(print(page, "key-1", R"(,"printer":"receipt","copies":2)").status == 422);
    CHECK(print(page, "key-2", R"(,"printer":"receipt","copies":2)").status == 200);
    CHECK(printer.sheets().size() == 3);

    counter.program().kill();
    RunningCounter again(core.port(), data / "data",
                         {"--receipt-printer", tcp(printer), "--profile", "epson-80"});
    Api later = again.as("token");
    CHECK(print(later, "key-1", further)["printed"] == true);
    CHECK(printer.sheets().size() == 3);
}

TEST_CASE("paper that ends is told, and the same key prints once there is more",
          "[system][counter][print]") {
    DeskCore core;
    EmulatedFaults faults;
    faults.paper_rows = 0;
    EmulatedPrinter printer(faults);
    const TemporaryDirectory data;
    RunningCounter counter(core.port(), data / "data",
                           {"--receipt-printer", tcp(printer), "--profile", "epson-80"});
    PageEvents events(counter.port());
    Api page = counter.as("token");
    const auto failed = print(page, "k", R"(,"printer":"receipt")");
    CHECK(failed.status == 409);
    CHECK(failed.text("type") == "urn:motcua:problem:printer");
    CHECK(failed.text("state") == "failed");
    CHECK(failed["can_retry"] == true);
    events.wait_for("state", [](auto& state) { return has_state(state, "receipt", "paper_out"); });
    printer.put_right();
    CHECK(print(page, "k", R"(,"printer":"receipt")").status == 200);
    CHECK(printer.sheets().back().was_cut);
    events.wait_for("state", [](auto& state) { return has_state(state, "receipt", "ok"); });
}

TEST_CASE("an outcome that nobody knows is told, and never printed again under its key",
          "[system][counter][print]") {
    DeskCore core;
    EmulatedFaults faults;
    faults.mute = true;
    EmulatedPrinter printer(faults);
    const TemporaryDirectory data;
    RunningCounter counter(core.port(), data / "data",
                           {"--receipt-printer", tcp(printer), "--profile", "mute-80"});
    Api page = counter.as("token");
    for (int i = 0; i < 3; ++i) {
        const auto unknown = print(page, "k", R"(,"printer":"receipt")");
        CHECK(unknown.status == 409);
        CHECK(unknown.text("state") == "unknown");
        CHECK(unknown["can_retry"] == false);
    }
    CHECK(core.asked(papers) == 1);
    CHECK(print(page, "another", R"(,"printer":"receipt","reprint":true)").status == 409);
    CHECK(core.asked(papers) == 2);
}

TEST_CASE("a receipt that was going to the printer when the agent was killed is unknown",
          "[system][counter][print]") {
    DeskCore core;
    EmulatedPrinter printer;
    const TemporaryDirectory data;
    const std::vector<std::string> arguments = {"--receipt-printer", tcp(printer), "--profile",
                                                "clone-80"};
    {
        RunningCounter counter(core.port(), data / "data", arguments);
        auto asked = std::async(std::launch::async, [&] {
            Api page = counter.as("token");
            try {
                return print(page, "k", R"(,"printer":"receipt")").status;
            } catch (const net::NetError&) {
                return 0;
            }
        });
        // This model confirms nothing: the time that printing takes is waited for.
        while (printer.sheets().empty() &&
               asked.wait_for(std::chrono::milliseconds{5}) != std::future_status::ready) {
        }
        counter.program().kill();
        CHECK(asked.get() == 0);
    }
    RunningCounter again(core.port(), data / "data", arguments);
    Api page = again.as("token");
    const auto unknown = print(page, "k", R"(,"printer":"receipt")");
    CHECK(unknown.status == 409);
    CHECK(unknown.text("state") == "unknown");
    CHECK(printer.sheets().size() == 1);
}

TEST_CASE("sheets go into a folder for a demonstration; what the core refuses is handed on",
          "[system][counter][print]") {
    DeskCore core;
    const TemporaryDirectory data;
    RunningCounter counter(core.port(), data / "data",
                           {"--sheet-printer", "file:" + (data / "out").string()});
    Api page = counter.as("token");
    CHECK(print(page, "1").status == 200);
    CHECK(text_of(data / "out/0001-receipt.pdf").starts_with("%PDF"));
    CHECK(text_of(data / "out/0001-receipt.png").starts_with("\x89PNG"));

    core.answer(papers, 403, R"({"type":"urn:motcua:problem:not-permitted","status":403})");
    const auto refused = print(page, "2");
    CHECK(refused.status == 403);
    CHECK(refused.text("type") == "urn:motcua:problem:not-permitted");
    core.answer(papers, 200, R"({"no":"receipt"})");
    CHECK(print(page, "2").status == 422);
    CHECK(print(page, "3", R"(,"printer":"receipt")").status == 409); // there is none
    CHECK(page.request("POST", "/local/print", "{}", {}).status == 422);
    CHECK_FALSE(fs::exists(data / "out/0002-receipt.pdf"));
}

TEST_CASE("scans of a serial scanner reach every page of the machine", "[system][counter][scan]") {
    const TemporaryDirectory data;
    Plugged scanner(data / "scanner");
    RunningCounter counter(1, data / "data",
                           {"--scanner", "serial:" + (data / "scanner").string()});
    PageEvents events(counter.port());
    PageEvents second(counter.port());
    events.wait_for("state",
                    [](auto& state) { return state.at("scanners").at(0).at("state") == "ok"; });
    scanner.send("]Q1019185001234||" + name_on_it + "|15081985|Nữ|Ba Hàng, Phổ Yên|01052021\r\n");
    for (PageEvents* page : {&events, &second}) {
        const auto card = page->wait_for("scan");
        CHECK(card.at("kind") == "card");
        CHECK(card.at("card").at("name").as_string() == name_on_it.c_str());
        CHECK(card.at("card").at("doubts").as_array().empty());
    }
    scanner.send("A012-230103\r");
    CHECK(events.wait_for("scan").at("kind") == "ticket");
    const auto ended = counter.stop();
    CHECK(ended.status == 0);
    CHECK(ended.errors.find(name_on_it) == std::string::npos);
    CHECK(ended.errors.find("019185001234") == std::string::npos);
}

TEST_CASE("what a scanner types into the page is read without the core",
          "[system][counter][scan]") {
    const TemporaryDirectory data;
    RunningCounter counter(1, data / "data", {}); // nobody listens there
    Api page = counter.nobody();
    const auto card =
        page.post("/local/scans",
                  {{"text", "019185001234||" + name_on_it + "|15081985|N?|Ba H?ng|01052021"}});
    CHECK(card.status == 200);
    CHECK(card.text("kind") == "card");
    CHECK(card["card"].at("name").as_string() == name_on_it.c_str());
    CHECK(card["card"].at("sex") == "woman");
    CHECK(card["card"].at("doubts").as_array().size() == 1); // of the residence
    CHECK(page.post("/local/scans", {{"text", "khai sinh"}}).text("kind") == "unknown");
    CHECK(page.post("/local/scans", json::object{}).status == 422);
    CHECK(page.request("POST", "/local/scans", "no JSON", {}).status == 400);
    CHECK(counter.stop().errors.find("019185001234") == std::string::npos);
}

TEST_CASE("a paper that the document scanner leaves is shown, fetched and put away",
          "[system][counter][folder]") {
    DeskCore core;
    const TemporaryDirectory data;
    fs::create_directory(data / "scans");
    RunningCounter counter(core.port(), data / "data",
                           {"--scan-folder", (data / "scans").string()});
    PageEvents events(counter.port());
    events.wait_for("state", [](auto& state) { return state.at("folder").at("state") == "ok"; });

    scanner::Plane paper = code_pictures::blank_page(800, 1100);
    code_pictures::draw_qr(paper, 200, 100, code, 5);
    const std::string bytes = code_pictures::pdf({paper}, 100);
    std::ofstream(data / "writing.part", std::ios::binary) << bytes;
    fs::rename(data / "writing.part", data / ("scans/" + name_on_it + ".pdf"));
    const auto file = events.wait_for("file");
    CHECK(file.at("name").as_string() == (name_on_it + ".pdf").c_str());
    CHECK(file.at("type") == "application/pdf");
    CHECK(file.at("code").as_string() == code.c_str());

    CHECK(counter.nobody().get("/local/files").status == 401);
    Api page = counter.as("token");
    const auto list = page.get("/local/files");
    REQUIRE(list["items"].as_array().size() == 1);
    CHECK(list["items"].as_array()[0] == file);
    const std::string path = "/local/files/" + std::string(file.at("id").as_string());
    const auto fetched = page.get(path);
    CHECK((fetched.http.body == bytes));
    CHECK(fetched.http.header("content-type") == "application/pdf");
    const auto preview = page.get(path + "/preview");
    CHECK(preview.http.header("content-type") == "image/png");
    CHECK(preview.http.body.starts_with("\x89PNG"));

    const auto done = page.post(path + "/done");
    CHECK(done.status == 200);
    CHECK(events.wait_for("file-gone").at("id") == file.at("id"));
    CHECK((text_of(data / ("scans/done/" + name_on_it + ".pdf")) == bytes));
    CHECK(page.get(path).status == 404);
    CHECK(page.get("/local/files")["items"].as_array().empty());
    CHECK(counter.stop().errors.find(name_on_it) == std::string::npos);
}

TEST_CASE("the administrator hears how an enrolled machine is", "[system][counter]") {
    DeskCore core;
    core.answer("POST /api/v1/devices/redeem", 201,
                R"({"id":"counter-7f3k","kind":"counter","name":"quầy 2","key":"secret"})");
    const TemporaryDirectory data;
    RunningCounter counter(core.port(), data / "data",
                           {"--enrol", "AAAA-BBBB", "--sheet-printer",
                            "file:" + (data / "out").string(), "--scan-folder",
                            (data / "scans").string()});
    (void)core.wait_for("PUT /api/v1/devices/me/state", 1);
    fs::create_directory(data / "scans"); // a change is told soon
    for (std::size_t reports = 1;; ++reports) {
        const auto told = core.wait_for("PUT /api/v1/devices/me/state", reports);
        const auto report = json::parse(told.back());
        CHECK_FALSE(report.at("version").as_string().empty());
        const auto& parts = report.at("parts").as_array();
        REQUIRE(parts.size() == 2);
        CHECK(parts[0].at("part") == "printer");
        if (parts[1].at("state") == "ok") break;
    }

    struct stat info {};

    REQUIRE(stat((data / "data/device.json").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
    CHECK(counter.stop().errors.find("secret") == std::string::npos);
}
