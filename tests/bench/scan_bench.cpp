#include "scanner/decode_worker.hpp"
#include "scanner/picture_file.hpp"
#include "tests/bench/figures.hpp"
#include "tests/bench/scan_papers.hpp"
#include "tests/support/code_pictures.hpp"

#include <CLI/CLI.hpp>
#include <sys/mman.h>
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <map>

namespace {

using scanner::DecodeWorker;
using scanner::Plane;

/// Of this thread: other work on the machine does not count.
double cpu_milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Tally {
    int pages = 0;
    int answered = 0;
    int codes = 0;
    int found = 0;

    void print(const std::string& name) const {
        std::printf("%-10s pages %4d of %4d %5.1f %%   codes %4d of %4d %5.1f %%\n", name.c_str(),
                    answered, pages, 100.0 * answered / pages, found, codes, 100.0 * found / codes);
    }
};

void print_times(const char* what, std::vector<float>& times, double target) {
    const float half = bench::percentile(times, 0.5);
    std::printf("%-24s median %6.1f  p95 %6.1f  most %6.1f ms of CPU  %s\n", what,
                static_cast<double>(half), static_cast<double>(bench::percentile(times, 0.95)),
                static_cast<double>(bench::percentile(times, 1)),
                target > 0 ? bench::verdict(static_cast<double>(half) < target) : "");
}

/// In this process, so that its CPU time is known: a decoder's abort ends the bench.
void papers(const std::string& folder) {
    std::map<std::string, Tally> tallies;
    std::vector<float> reading;
    std::vector<float> with_codes;
    std::vector<float> without;
    int wrong = 0;
    for (const bench::Paper& paper : bench::read_papers(folder)) {
        std::ifstream file(paper.file, std::ios::binary);
        const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(file), {}};
        const double begun = cpu_milliseconds();
        auto opened = scanner::open_picture(bytes);
        if (!opened)
            throw std::runtime_error(paper.file.string() + ": " + opened.error().message.code);
        const auto picture = std::move(opened).value()->read(1);
        const double read = cpu_milliseconds();
        const auto symbols = scanner::find_codes(picture.value(), {});
        const double searched = cpu_milliseconds();
        reading.push_back(static_cast<float>(read - begun));
        (paper.codes.empty() ? without : with_codes).push_back(static_cast<float>(searched - read));

        int found = 0;
        for (const auto& symbol : symbols) {
            const std::string code = std::string(to_text(symbol.format)) + ":" + symbol.text;
            const bool right =
                std::find(paper.codes.begin(), paper.codes.end(), code) != paper.codes.end();
            found += right;
            wrong += !right;
        }
        if (paper.codes.empty()) continue;
        for (const std::string& name : {paper.kind, std::string("all")}) {
            Tally& tally = tallies[name];
            ++tally.pages;
            tally.answered += found > 0;
            tally.codes += static_cast<int>(paper.codes.size());
            tally.found += found;
        }
    }
    for (const auto& [name, tally] : tallies) tally.print(name);
    std::printf("wrong texts and codes where there are none: %d  %s\n", wrong,
                bench::verdict(wrong == 0));
    print_times("unpacking a page", reading, 0);
    print_times("searching, with codes", with_codes, 40);
    print_times("searching, without", without, 1000);
}

/// Random bytes, changed files and noise, each through the worker. Tells how it took them.
void hostile(int pictures, unsigned seed) {
    code_pictures::Random random(seed);
    Plane page = code_pictures::blank_page(400, 300);
    code_pictures::draw_qr(page, 30, 40, "T230103-A012", 4);
    code_pictures::draw_code_128(page, 160, 200, "A012-260315", 2, 40);
    const std::string sound[] = {code_pictures::png(page), code_pictures::jpeg(page),
                                 code_pictures::tiff({page}), code_pictures::pdf({page}, 100)};
    DecodeWorker worker(MOTCUA_SCAN);
    scanner::SearchOptions options;
    options.budget = std::chrono::milliseconds{30};
    scanner::SharedFrame frame(400 * 300);
    int refused = 0;
    int found = 0;
    int strange = 0;
    const auto count = [&](const scanner::WorkerAnswer& answer) {
        if (!answer || !answer->problem.code.empty()) {
            ++refused;
            return;
        }
        for (const auto& symbol : answer->symbols) {
            const bool known = symbol.text == "T230103-A012" || symbol.text == "A012-260315";
            (known ? found : strange) += 1;
        }
    };
    for (int i = 0; i < pictures; ++i) {
        if (i % 5 == 4) { // pixels: noise over the page, all of it or half
            frame.put(code_pictures::noisy(page, i % 2 == 0 ? 150 : 50, random).view());
            count(worker.read_frame(frame, 400, 300, options));
            continue;
        }
        std::string bytes = sound[i % 4];
        for (int k = 0; k < 1 + i % 13; ++k)
            bytes[random() % bytes.size()] = static_cast<char>(random() & 0xFF);
        if (i % 7 == 0) bytes.resize(random() % bytes.size());
        const files::FileDescriptor file(memfd_create("hostile", MFD_CLOEXEC));
        if (write(file.get(), bytes.data(), bytes.size()) < 0) throw std::runtime_error("memfd");
        count(worker.read_page(file.get(), 1, options));
    }
    std::printf("%d pictures: %d refused, %d codes read, %d other texts, worker replaced %d times; "
                "the caller stands\n",
                pictures, refused, found, strange, worker.replacements());
}

/// 1080p frames as a camera gives them, in this process.
void frames(int rounds) {
    code_pictures::Random random(1);
    std::vector<float> times;
    int found = 0;
    for (int i = 0; i < rounds; ++i) {
        Plane frame(1920, 1080, 120);
        code_pictures::draw_qr(frame, 600 + 7 * i, 300, "T230103-A012", 6 + i % 4);
        const Plane seen = code_pictures::noisy(code_pictures::turned(frame, 3.0 * i), 4, random);
        const auto view =
            seen.view().cropped((seen.width() - 1920) / 2, (seen.height() - 1080) / 2, 1920, 1080);
        scanner::SearchOptions options;
        options.budget = std::chrono::milliseconds{25};
        const double begun = cpu_milliseconds();
        found += !scanner::find_codes(view, options).empty();
        times.push_back(static_cast<float>(cpu_milliseconds() - begun));
    }
    std::printf("read in %d of %d frames\n", found, rounds);
    print_times("a 1080p frame", times, 15);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("figures of the scanner");
    app.require_subcommand(1);
    std::string folder;
    int pictures = 100'000;
    unsigned seed = 1;
    int rounds = 60;
    auto* papers_command = app.add_subcommand("papers", "pictures with a truth.csv");
    papers_command->add_option("FOLDER", folder)->required();
    auto* hostile_command = app.add_subcommand("hostile", "random and changed pictures");
    hostile_command->add_option("--pictures", pictures);
    hostile_command->add_option("--seed", seed);
    auto* frames_command = app.add_subcommand("frames", "1080p frames of a camera");
    frames_command->add_option("--rounds", rounds);
    CLI11_PARSE(app, argc, argv);
    try {
        bench::print_machine_load();
        if (*papers_command) papers(folder);
        if (*hostile_command) hostile(pictures, seed);
        if (*frames_command) frames(rounds);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "scan_bench: %s\n", failure.what());
        return 1;
    }
    return 0;
}
