#include "core/domain/failure.hpp"
#include "core/files/file_descriptor.hpp"
#include "core/words/command_line.hpp"
#include "core/words/console.hpp"
#include "core/words/environment.hpp"
#include "scanner/decode_worker.hpp"
#include "scanner/live/live_command.hpp"
#include "scanner/page_range.hpp"
#include "scanner/picture_file.hpp"
#include "scanner/symbol_json.hpp"

#include <CLI/CLI.hpp>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace {

// A page that takes longer has no code: even every stage on the largest picture ends before.
constexpr int longest_budget_ms = 60'000;

struct Options {
    std::vector<std::string> files;
    std::string pages;
    scanner::PageRange page_range;
    int budget_ms = static_cast<int>(scanner::SearchOptions{}.budget.count());
    bool every_stage = false;
    std::vector<std::string> also;
    std::string format;
};

void add_options(CLI::App& app, Options& options) {
    app.add_option("FILE", options.files,
                   "PNG, JPEG, WebP, TIFF or PDF: pages of a document scanner")
        ->required();
    app.add_option("--pages", options.pages, "only these pages of each file: 3, 2-5, 4-, -3")
        ->check([](const std::string& text) {
            return scanner::parse_page_range(text) ? "" : "--pages takes 3, 2-5, 4- or -3";
        });
    app.add_option("--budget-ms", options.budget_ms, "how long to look for codes on a page")
        ->check(CLI::Range(1, longest_budget_ms))
        ->capture_default_str();
    app.add_flag("--all", options.every_stage,
                 "use the whole budget, also when all that looks like a code is read");
    app.add_option("--also", options.also, "look for these as well: Code39, PDF417, DataMatrix")
        ->delimiter(',')
        ->check(CLI::IsMember({"Code39", "PDF417", "DataMatrix"}));
    app.add_option("--format", options.format, "how to print: json, one line for each code")
        ->check(CLI::IsMember({"json"}));
}

scanner::SearchOptions search_options(const Options& options) {
    scanner::SearchOptions search;
    search.budget = std::chrono::milliseconds{options.budget_ms};
    search.every_stage = options.every_stage;
    for (const std::string& name : options.also)
        search.also.push_back(scanner::parse_format(name).value());
    return search;
}

/// An open descriptor of a plain file; otherwise it has complained.
files::FileDescriptor open_file(const std::string& name, const words::Console& console) {
    // A named pipe without a writer would block for ever.
    files::FileDescriptor file(open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));

    struct stat info {};

    if (!file.is_open() || fstat(file.get(), &info) != 0) {
        console.complain(core::Message{"scan-file-not-opened",
                                       {{"file", name}, {"reason", core::system_reason(errno)}}});
        return {};
    }
    if (!S_ISREG(info.st_mode)) {
        console.complain(core::Message{"scan-no-plain-file", {{"file", name}}});
        return {};
    }
    return file;
}

/// A problem with the place where it was met.
core::Message told(const std::string& name, int page, int pages, const core::Message& problem) {
    const std::vector<core::Message> what{problem};
    if (pages < 2) return {"scan-file-problem", {{"file", name}, {"problem", what}}};
    return {"scan-page-problem", {{"file", name}, {"page", page}, {"problem", what}}};
}

/// False when a page or the file was refused.
bool scan(const std::string& name,
          scanner::DecodeWorker& worker,
          const Options& options,
          const words::Console& console) {
    const files::FileDescriptor file = open_file(name, console);
    if (!file.is_open()) return false;
    const auto search = search_options(options);
    const scanner::PageRange& range = options.page_range;
    bool sound = true;
    int pages = range.first; // of the file, once it has told
    for (int page = range.first; page <= std::min(pages, range.last); ++page) {
        const auto codes = worker.read_page(file.get(), page, search);
        if (codes) pages = codes->pages;
        const core::Message problem = codes ? codes->problem : codes.error().message;
        if (!problem.code.empty()) {
            console.complain(told(name, page, pages, problem));
            sound = false;
        }
        if (!codes) continue;
        for (const scanner::Symbol& symbol : codes->symbols)
            std::puts(scanner::symbol_line(name, page, symbol, codes->reading).c_str());
        std::fflush(stdout);
        if (page == scanner::page_limit && page < std::min(pages, range.last)) {
            console.complain(
                core::Message{"scan-file-of-too-many-pages",
                              {{"file", name}, {"most", std::int64_t{scanner::page_limit}}}});
            return false;
        }
    }
    return sound;
}

int run(int argc, char** argv, const words::Console& console) {
    Options options;
    CLI::App app("motcua-scan: finds the codes on scanned papers, one JSON line each",
                 "motcua-scan");
    app.footer(
        "motcua-scan --live SOURCE... reads cameras and scanners; --live SOURCE --help tells more");
    app.set_version_flag("--version", "motcua-scan " MOTCUA_VERSION);
    add_options(app, options);
    if (const auto status = words::read_command_line(app, argc, argv, console)) return *status;
    if (!options.pages.empty())
        options.page_range = scanner::parse_page_range(options.pages).value();
    scanner::DecodeWorker worker;
    bool sound = true;
    for (const std::string& name : options.files)
        sound = scan(name, worker, options, console) && sound;
    if (std::ferror(stdout) != 0 || std::fflush(stdout) != 0)
        return console.fail("output-unwritable");
    return sound ? words::done : words::failed;
}

} // namespace

int main(int argc, char** argv) {
    if (const auto status = scanner::run_decode_worker(argc, argv)) return *status;
    const words::Console console("motcua-scan", words::language_of_environment());
    try {
        if (const auto status = scanner::run_live_command(argc, argv, console)) return *status;
        return run(argc, argv, console);
    } catch (const std::exception& failure) {
        return console.fail(failure);
    }
}
