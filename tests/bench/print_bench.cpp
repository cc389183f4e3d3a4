// The figures of printer/: how long a paper takes from JSON to bytes, and how many of random
// papers are read back by other programs. Prints; decides nothing.
//
//   print_bench speed [--rounds N]
//   print_bench first                    the first ticket of a new process
//   print_bench decode [--papers N]      zbarimg reads every code back
//   print_bench ocr [--papers N]         tesseract (vie) reads the tickets' lines back

#include "core/domain/utf8.hpp"
#include "printer/built_in.hpp"
#include "printer/escpos.hpp"
#include "printer/renderer.hpp"
#include "tests/bench/figures.hpp"
#include "tests/support/paper_samples.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

printer::PrinterProfile profile_named(const std::string& name) {
    return printer::find_profile(printer::read_profiles(printer::built_in_profiles_toml), name)
        .value();
}

std::string ticket_bytes(printer::Renderer& renderer,
                         const printer::PrinterProfile& profile,
                         const std::string& json) {
    const auto pages = renderer.lay_out(
        {"ticket", json}, printer::roll_medium(profile.width_dots, profile.dots_per_mm));
    return printer::encode_job(pages->raster(0), profile, "0001").bytes();
}

template <typename Work>
void measure(const char* name, int rounds, double target_ms, Work work) {
    work(); // warm
    std::vector<float> times;
    for (int round = 0; round < rounds; ++round) {
        const auto begun = Clock::now();
        work();
        times.push_back(bench::milliseconds_between(begun, Clock::now()));
    }
    const float p50 = bench::percentile(times, 0.5);
    const float p95 = bench::percentile(times, 0.95);
    std::printf("%-34s p50 %7.2f ms   p95 %7.2f ms   target %5.0f ms %s\n", name,
                static_cast<double>(p50), static_cast<double>(p95), target_ms,
                bench::verdict(static_cast<double>(p50) < target_ms));
}

void bench_speed(int rounds) {
    printer::Renderer renderer;
    const auto profile_80 = profile_named("generic-80");
    const auto profile_58 = profile_named("generic-58");
    Random random(20230103);
    std::vector<std::string> tickets;
    for (int i = 0; i < 50; ++i) tickets.push_back(paper_samples::random_ticket(random).json);
    std::size_t next = 0;
    const auto ticket = [&]() -> const std::string& { return tickets[next++ % tickets.size()]; };
    measure("ticket 80 mm, JSON to ESC/POS", rounds, 5,
            [&] { ticket_bytes(renderer, profile_80, ticket()); });
    measure("ticket 58 mm, JSON to ESC/POS", rounds, 5,
            [&] { ticket_bytes(renderer, profile_58, ticket()); });
    const auto a4 = printer::sheet_medium(printer::SheetSize::a4);
    for (const char* kind : paper_samples::kinds) {
        const std::string json = paper_samples::sample(kind);
        const std::string name = std::string(kind) + ", JSON to PDF";
        measure(name.c_str(), std::max(10, rounds / 10), 40, [&] {
            renderer.lay_out({kind, json}, a4)->pdf();
        });
    }
}

void bench_first() {
    const auto begun = Clock::now();
    printer::Renderer renderer;
    const auto made = Clock::now();
    const std::size_t bytes =
        ticket_bytes(renderer, profile_named("generic-80"), paper_samples::sample("ticket")).size();
    const auto ended = Clock::now();
    std::printf("first ticket of a process: %.1f ms (of it forms and fonts %.1f ms), %zu bytes, "
                "target 100 ms %s\n",
                static_cast<double>(bench::milliseconds_between(begun, ended)),
                static_cast<double>(bench::milliseconds_between(begun, made)), bytes,
                bench::verdict(bench::milliseconds_between(begun, ended) < 100));
}

/// What a program prints.
std::string output_of(const std::string& command) {
    std::FILE* pipe = popen(command.c_str(), "r"); // NOLINT: only file names of our own
    if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
    std::string output;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) output += static_cast<char>(c);
    pclose(pipe);
    return output;
}

void bench_decode(int papers) {
    printer::Renderer renderer;
    Random random(20250701);
    const auto picture = fs::temp_directory_path() / "motcua-print-bench.png";
    int right = 0;
    int wanted = 0;
    const auto a4 = printer::sheet_medium(printer::SheetSize::a4);
    for (int i = 0; i < papers; ++i) {
        const bool is_ticket = i % 2 == 0;
        const bool narrow = i % 4 == 0;
        const auto paper = is_ticket ? paper_samples::random_ticket(random)
                                     : paper_samples::random_receipt(random);
        const auto pages = renderer.lay_out(
            {paper.kind, paper.json}, is_ticket ? printer::roll_medium(narrow ? 384 : 576, 8) : a4);
        std::ofstream(picture, std::ios::binary) << pages->png(0);
        const std::string seen = output_of("zbarimg -q --nodbus " + picture.string());
        const bool has_bars = !is_ticket || !narrow;
        wanted += has_bars ? 2 : 1;
        right += seen.find("QR-Code:" + paper.payload_head + paper.code + ":") != std::string::npos;
        if (has_bars) right += seen.find("CODE-128:" + paper.code + "\n") != std::string::npos;
    }
    fs::remove(picture);
    std::printf("%d papers, %d codes, %d read back byte for byte by zbar %s\n", papers, wanted,
                right, bench::verdict(right == wanted));
}

/// Its letters, each as one number.
std::u32string letters(std::string_view text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) points += core::next_code_point(text, at);
    return points;
}

/// Single-letter edits between two texts.
std::size_t edits_between(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t i = 0; i <= b.size(); ++i) row[i] = i;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] =
                std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

void bench_ocr(int papers) {
    printer::Renderer renderer;
    Random random(20180111);
    const auto picture = fs::temp_directory_path() / "motcua-print-bench-ocr.png";
    std::size_t characters = 0;
    std::size_t wrong = 0;
    for (int i = 0; i < papers; ++i) {
        const std::string service = "Việc của " + paper_samples::person(random);
        std::string json = paper_samples::random_ticket(random).json;
        const std::string mark = "\"service\":\"";
        const std::size_t at = json.find(mark) + mark.size();
        json.replace(at, json.find('"', at) - at, service);
        const auto pages =
            renderer.lay_out({"ticket", json}, printer::roll_medium(i % 2 == 0 ? 576 : 384, 8));
        std::ofstream(picture, std::ios::binary) << pages->png(0);
        const std::string seen = output_of("OMP_THREAD_LIMIT=1 tesseract " + picture.string() +
                                           " - -l vie --psm 4 --dpi 203 2>/dev/null");
        for (const std::string& line :
             {service, std::string("UBND phường Ba Hàng"), std::string("SỐ THỨ TỰ CỦA BẠN")}) {
            const std::u32string wanted = letters(line);
            std::size_t best = wanted.size();
            std::string nearest;
            for (std::size_t from = 0; from < seen.size();) {
                const std::size_t end = std::min(seen.find('\n', from), seen.size());
                // A long name goes on in the next line.
                const std::size_t next_end = std::min(seen.find('\n', end + 1), seen.size());
                for (const std::size_t until : {end, next_end}) {
                    std::string lines = seen.substr(from, until - from);
                    std::replace(lines.begin(), lines.end(), '\n', ' ');
                    const std::size_t edits = edits_between(wanted, letters(lines));
                    if (edits < best) nearest = lines;
                    best = std::min(best, edits);
                }
                from = end + 1;
            }
            if (best > 0) std::printf("  %s -> %s\n", line.c_str(), nearest.c_str());
            characters += wanted.size();
            wrong += best;
        }
    }
    fs::remove(picture);
    const double share = 100.0 * static_cast<double>(wrong) / static_cast<double>(characters);
    std::printf("%d tickets, %zu letters, %.2f %% wrong, target 2 %% %s\n", papers, characters,
                share, bench::verdict(share <= 2));
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("figures of printer/");
    int rounds = 200;
    int papers = 1'000;
    int read_papers = 50;
    app.require_subcommand(1);
    auto* speed = app.add_subcommand("speed", "JSON to bytes, warm");
    speed->add_option("--rounds", rounds);
    auto* first = app.add_subcommand("first", "the first ticket of a process");
    auto* decode = app.add_subcommand("decode", "random papers read back by zbarimg");
    decode->add_option("--papers", papers);
    auto* ocr = app.add_subcommand("ocr", "random tickets read back by tesseract");
    ocr->add_option("--papers", read_papers);
    CLI11_PARSE(app, argc, argv);
    try {
        bench::print_machine_load();
        if (speed->parsed()) bench_speed(rounds);
        if (first->parsed()) bench_first();
        if (decode->parsed()) bench_decode(papers);
        if (ocr->parsed()) bench_ocr(read_papers);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "print_bench: %s\n", error.what());
        return 1;
    }
}
