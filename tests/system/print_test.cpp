// motcua-print from outside: what it writes is read back by other programs (zbarimg, tesseract,
// pdftotext) and by an interpreter of ESC/POS that shares no code with it.

#include "tests/support/emulated_printer.hpp"
#include "tests/support/paper_samples.hpp"
#include "tests/support/program.hpp"
#include "tests/support/read_back.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const std::string samples = std::string(SOURCE_ROOT) + "/printer/samples/";

Ended run(const fs::path& program,
          const std::vector<std::string>& arguments,
          const std::string& input = "") {
    return Program(program, arguments, {input}).wait();
}

/// By somebody who reads this language.
Ended print_as(const std::string& language,
               const std::vector<std::string>& arguments,
               const std::string& input = "") {
    std::vector<std::string> words = {"LC_ALL=" + language, MOTCUA_PRINT};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return run("/usr/bin/env", words, input);
}

Ended print(const std::vector<std::string>& arguments, const std::string& input = "") {
    return print_as("en_GB.UTF-8", arguments, input);
}

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void write(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

/// What zbar reads in a picture: `QR-Code:…`, `CODE-128:…`.
std::multiset<std::string> codes_in(const fs::path& picture) {
    const Ended zbar = run("/usr/bin/zbarimg", {"-q", "--nodbus", picture.string()});
    std::multiset<std::string> codes;
    std::istringstream lines(zbar.output);
    for (std::string line; std::getline(lines, line);) codes.insert(line);
    return codes;
}

/// How many single-character edits lie between two texts.
std::size_t edits_between(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t i = 0; i <= b.size(); ++i) row[i] = i;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] =
                std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

} // namespace

TEST_CASE("every sample is printed in every format, and its codes are read by zbar", "[print]") {
    const TemporaryDirectory folder;
    for (const std::string kind : paper_samples::kinds) {
        INFO(kind);
        const Ended made = print({kind, samples + kind + ".json", "--as", "escpos,png,pdf", "-o",
                                  (folder / kind).string()});
        REQUIRE(made.status == 0);
        CHECK(made.errors.empty());
        EscposInterpreter strict(576, {});
        strict.read(read(folder / (kind + ".escpos")));
        CHECK(strict.violations().empty());
        REQUIRE(strict.sheets().size() == 1);
        CHECK(strict.unfinished().rows.empty());
        if (kind == "register") continue; // it has no code of its own
        write(folder / "sheet.png", strict.sheets().front().png());
        const bool is_ticket = kind == "ticket";
        const auto on_roll = codes_in(folder / "sheet.png");
        CHECK(on_roll.size() == (is_ticket ? 2 : 1));
        CHECK(codes_in(folder / (kind + ".png")).size() == 2);
        REQUIRE_FALSE(on_roll.empty());
        CHECK(on_roll.rbegin()->starts_with(is_ticket ? "QR-Code:MC1:T:" : "QR-Code:MC1:H:"));
    }
}

TEST_CASE("random tickets and receipts are read back by another decoder", "[print]") {
    const TemporaryDirectory folder;
    int papers = 0;
    for_random_cases(25, [&](Random& random) {
        for (const auto& paper :
             {paper_samples::random_ticket(random), paper_samples::random_receipt(random)}) {
            const bool is_ticket = paper.kind == "ticket";
            const std::string width = is_ticket && papers % 4 == 0 ? "generic-58" : "generic-80";
            ++papers;
            INFO(paper.json);
            const Ended made = print({paper.kind, "-", "--as", "png", "--profile", width, "-o",
                                      (folder / "paper.png").string()},
                                     paper.json);
            REQUIRE(made.status == 0);
            const auto codes = codes_in(folder / "paper.png");
            const std::string qr = "QR-Code:" + paper.payload_head + paper.code + ":";
            CHECK(std::any_of(codes.begin(), codes.end(),
                              [&](const std::string& code) { return code.starts_with(qr); }));
            if (width == "generic-80") CHECK(codes.contains("CODE-128:" + paper.code));
        }
    });
    CHECK(papers == 50);
}

TEST_CASE("the text of a PDF is text, and a form's Vietnamese is whole", "[print]") {
    const Ended made = print({"receipt", samples + "receipt.json", "--as", "pdf"});
    REQUIRE(made.status == 0);
    const std::string text = read_back::pdf_text(made.output);
    for (const char* words :
         {"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "Mã hồ sơ: 000.00.18.H55-230103-0001",
          "Nguyễn Thị Ánh Nguyệt", "17 giờ 00 phút, ngày 03/01/2023", "15.000 đồng (đã nộp)",
          "Mẫu số 01 - Thông tư số 01/2018/TT-VPCP", "Độc lập - Tự do - Hạnh phúc"}) {
        INFO(words);
        CHECK(text.find(words) != std::string::npos);
    }
    CHECK(read_back::pdf_facts(made.output).find("GIẤY TIẾP NHẬN") != std::string::npos);
}

TEST_CASE("the option --date chooses the form set", "[print]") {
    const auto text_of = [](const std::string& date) {
        return read_back::pdf_text(
            print({"apology", samples + "apology.json", "--as", "pdf", "--date", date}).output);
    };
    CHECK(text_of("2024-01-01").find("PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ") !=
          std::string::npos);
    CHECK(text_of("2025-07-01").find("VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN") != std::string::npos);
    const Ended refused =
        print({"stop-notice", samples + "stop-notice.json", "--as", "pdf", "--date", "2025-06-30"});
    CHECK(refused.status == 1);
    CHECK(refused.errors.find("has no form “stop-notice”") != std::string::npos);
}

TEST_CASE("a ticket's Vietnamese is read back from its dots", "[print]") {
    const TemporaryDirectory folder;
    REQUIRE(print({"ticket", samples + "ticket.json", "--as", "png", "-o",
                   (folder / "ticket.png").string()})
                .status == 0);
    const Ended read_by_eye =
        run("/usr/bin/tesseract",
            {(folder / "ticket.png").string(), "-", "-l", "vie", "--psm", "4", "--dpi", "203"});
    REQUIRE(read_by_eye.status == 0);
    const auto wide = [](const std::string& text) {
        std::u32string points;
        for (const unsigned char byte : text) {
            if ((byte & 0xC0U) != 0x80U) points += U'\0';
            points.back() = points.back() << 8 | byte;
        }
        return points;
    };
    std::size_t characters = 0;
    std::size_t wrong = 0;
    for (const std::string line :
         {"UBND phường Ba Hàng", "Bộ phận tiếp nhận và trả kết quả", "SỐ THỨ TỰ CỦA BẠN",
          "Chứng thực", "Trước bạn còn 3 người", "Chờ khoảng 12 phút",
          "Phiếu có giá trị trong ngày. Mời bạn chờ gọi số."}) {
        std::size_t best = line.size();
        std::istringstream lines(read_by_eye.output);
        for (std::string seen; std::getline(lines, seen);)
            best = std::min(best, edits_between(wide(line), wide(seen)));
        characters += wide(line).size();
        wrong += best;
    }
    INFO(read_by_eye.output);
    CHECK(wrong * 100 <= characters * 2);
}

TEST_CASE("the options --reprint and --copies", "[print]") {
    EscposInterpreter strict(576, {});
    strict.read(
        print({"ticket", samples + "ticket.json", "--as", "escpos", "--copies", "3"}).output);
    CHECK(strict.sheets().size() == 3);
    const Ended again = print({"receipt", samples + "receipt.json", "--as", "pdf", "--reprint"});
    CHECK(read_back::pdf_text(again.output).find("IN LẠI") != std::string::npos);
    const Ended first = print({"receipt", samples + "receipt.json", "--as", "pdf"});
    CHECK(read_back::pdf_text(first.output).find("IN LẠI") == std::string::npos);
}

TEST_CASE("bad usage is 2, refused data 1, each with one line that says what to do", "[print]") {
    const auto check = [](const Ended& ended, int status, const std::string& words) {
        INFO(ended.errors);
        CHECK(ended.status == status);
        CHECK(ended.output.empty());
        CHECK(ended.errors.find(words) != std::string::npos);
        CHECK(std::count(ended.errors.begin(), ended.errors.end(), '\n') == 1);
    };
    const std::string ticket = samples + "ticket.json";
    check(print({}), 2, "KIND DATA.json");
    check(print({"ticket", ticket}), 2, "--as");
    check(print({"ticket", ticket, "--as", "svg"}), 2, "--as");
    check(print({"ticket", ticket, "--as", "png,pdf"}), 2, "-o FILE");
    check(print({"ticket", ticket, "--as", "png", "--profile", "x"}), 2, "generic-80");
    check(print({"ticket", ticket, "--as", "png", "--date", "x"}), 2, "--date");
    check(print({"ticket", ticket, "--port", "usb"}), 2, "--port");
    check(print({"letter", ticket, "--as", "png"}), 1, "choose one of apology");
    const std::vector<std::string> missing = {"ticket", "/no/such.json", "--as", "png"};
    check(print(missing), 1, "/no/such.json: cannot be read: ");
    check(print_as("vi_VN.UTF-8", missing), 1, "/no/such.json: không đọc được tệp: ");
    check(print({"ticket", "-", "--as", "png"}, "{}"), 1, "number: is required");
    check(print({"ticket", "-", "--as", "png"}, "nonsense"), 1, "no valid JSON");
    check(print_as("vi_VN.UTF-8", {"ticket", "-", "--as", "png"}, "{}"), 1, "number: bắt buộc");
    check(print_as("C", {"ticket", "-", "--as", "png"}, "{}"), 1, "number: bắt buộc");
    check(print({"ticket", ticket, "--as", "png", "-o", "/no/such/folder/x.png"}), 1,
          "/no/such/folder/x.png: cannot be written: ");
    const TemporaryDirectory folder;
    const std::string profiles = (folder / "profiles.toml").string();
    write(profiles, "[[printer]]\nname = 80\n");
    const std::vector<std::string> own = {"ticket", ticket, "--as", "png", "--profiles", profiles};
    check(print(own), 1, "profiles.toml:1: name: must be a text in quotes");
    check(print_as("vi_VN.UTF-8", own), 1,
          "profiles.toml:1: name: phải là văn bản trong dấu nháy kép");
}

TEST_CASE("a refusal leaves no file, and no half of several", "[print]") {
    const TemporaryDirectory folder;
    const Ended refused = print({"ticket", "-", "--as", "png,pdf", "-o", (folder / "x").string()},
                                R"({"number":"A001"})");
    CHECK(refused.status == 1);
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("a ticket sent to a printer is reported as it went", "[print][emulated]") {
    const std::string ticket = samples + "ticket.json";
    const auto send = [&](const EmulatedPrinter& printer) {
        return print({"ticket", ticket, "--port", "tcp:127.0.0.1:" + std::to_string(printer.port()),
                      "--profile", "epson-80", "--format", "json"});
    };
    const EmulatedPrinter sound;
    const Ended printed = send(sound);
    CHECK(printed.status == 0);
    CHECK(printed.output ==
          "{\"outcome\":\"printed\",\"paper_near_end\":false,\"reached_printer\":true}\n");
    CHECK(sound.sheets().size() == 1);

    EmulatedFaults open_cover;
    open_cover.cover_open = true;
    const EmulatedPrinter open(open_cover);
    const Ended refused = send(open);
    CHECK(refused.status == 1);
    CHECK(refused.output.find("\"failed\"") != std::string::npos);
    CHECK(refused.errors.find("cover is open") != std::string::npos);
}

TEST_CASE("a form goes to a queue of CUPS and is printed when it has left it", "[print]") {
    const TemporaryDirectory folder;
    const auto program = [&](const std::string& name, const std::string& script) {
        write(folder / name, "#!/bin/sh\n" + script);
        fs::permissions(folder / name, fs::perms::owner_all);
    };
    program("lp",
            "cat > \"$(dirname \"$0\")/got.pdf\"; echo \"request id is May_in-7 (0 file(s))\"");
    program("lpstat", "true");
    const auto send = [&] {
        return run("/usr/bin/env",
                   {"PATH=" + folder.path().string() + ":/usr/bin:/bin", MOTCUA_PRINT, "receipt",
                    samples + "receipt.json", "--port", "cups:May_in"});
    };
    const Ended printed = send();
    CHECK(printed.status == 0);
    CHECK(read(folder / "got.pdf").starts_with("%PDF-"));
    program("lp", "cat > /dev/null; echo \"lp: The printer or class does not exist.\" >&2; exit 1");
    CHECK(send().status == 1);
}

TEST_CASE("the schema that is printed names every kind", "[print]") {
    const Ended schema = print({"--schema"});
    CHECK(schema.status == 0);
    for (const std::string kind : paper_samples::kinds)
        CHECK(schema.output.find("\"" + kind + "\": {") != std::string::npos);
    CHECK(print({"--list-profiles"}).output.find("epson-80") != std::string::npos);
    CHECK(print({"--help"}).status == 0);
    CHECK(print({"--version"}).output.starts_with("motcua-print "));
}
