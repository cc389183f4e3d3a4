#include "printer/program.hpp"

#include "core/words/console.hpp"
#include "printer/built_in.hpp"
#include "printer/cups_queue.hpp"
#include "printer/escpos.hpp"
#include "printer/output_files.hpp"
#include "printer/paper_schema.hpp"
#include "printer/printer_address.hpp"
#include "printer/renderer.hpp"
#include "printer/run_job.hpp"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <thread>

namespace printer {

using core::Error;
using core::ErrorKind;

namespace {

constexpr std::chrono::milliseconds connect_limit{3'000};
constexpr std::string_view untold_job_id = "0001"; ///< of bytes written to a file

words::BadUsage wrong_option(const char* option, const core::Message& problem) {
    return words::BadUsage(
        {"option-wrong", {{"option", option}, {"problem", std::vector<core::Message>{problem}}}});
}

PrinterProfile profile_of(const ProgramOptions& options) {
    const std::string own = options.profiles_file.empty() ? "" : read_file(options.profiles_file);
    const auto profiles = read_profiles(own.empty() ? built_in_profiles_toml : own.c_str());
    const auto found = find_profile(profiles, options.profile);
    if (!found) throw words::BadUsage(found.error().message);
    return *found;
}

/// What one run works with.
struct Work {
    const ProgramOptions& options;
    PrinterProfile profile;
    Renderer renderer;
    std::string data;

    PrintOrder order(bool reprint) const {
        PrintOrder order{options.kind, data};
        order.printing = reprint ? Printing::again : Printing::first;
        if (!options.date.empty()) {
            const auto day = core::parse_date(options.date);
            if (!day) throw wrong_option("--date", day.error().message);
            order.form_day = *day;
        }
        return order;
    }

    Medium roll() const { return roll_medium(profile.width_dots, profile.dots_per_mm); }

    /// Of pictures and PDFs.
    Medium medium() const {
        const bool on_roll =
            options.paper.empty() ? options.kind == "ticket" : options.paper == "roll";
        if (on_roll) return roll();
        return sheet_medium(options.paper == "a5" ? SheetSize::a5 : SheetSize::a4);
    }
};

std::unique_ptr<Work> make_work(const ProgramOptions& options) {
    const std::string forms = options.forms_file.empty() ? "" : read_file(options.forms_file);
    return std::unique_ptr<Work>(
        new Work{options, profile_of(options),
                 Renderer(forms.empty() ? std::string_view(built_in_forms_toml) : forms),
                 read_data(options.data)});
}

/// All pages on the roll one after the other, each a ticket of its own with its cut.
std::vector<Raster> rasters(const DocumentPages& pages) {
    std::vector<Raster> all;
    for (std::size_t page = 0; page < pages.count(); ++page) all.push_back(pages.raster(page));
    return all;
}

core::Result<std::string> escpos_bytes(Work& work) {
    const auto pages = work.renderer.lay_out(work.order(work.options.reprint), work.roll());
    if (!pages) return pages.error();
    std::string bytes;
    for (int copy = 0; copy < work.options.copies; ++copy) {
        for (const Raster& raster : rasters(*pages))
            bytes += encode_job(raster, work.profile, untold_job_id).bytes();
    }
    return bytes;
}

core::Result<std::vector<std::string>> render(Work& work, const std::string& format) {
    if (format == "escpos") {
        auto bytes = escpos_bytes(work);
        if (!bytes) return bytes.error();
        return std::vector<std::string>{std::move(bytes).value()};
    }
    const auto pages = work.renderer.lay_out(work.order(work.options.reprint), work.medium());
    if (!pages) return pages.error();
    std::vector<std::string> files;
    if (format == "pdf") {
        files.push_back(pages->pdf(work.options.copies));
    } else {
        for (std::size_t page = 0; page < pages->count(); ++page) files.push_back(pages->png(page));
    }
    return files;
}

core::Result<void> write_files(Work& work) {
    const ProgramOptions& options = work.options;
    const bool several = options.formats.size() > 1;
    if (several && options.output.empty()) throw words::BadUsage("print-formats-need-file");
    // Everything is made before anything is written: a refusal leaves no half of the files.
    std::map<std::string, std::string> files;
    for (const std::string& format : options.formats) {
        auto rendered = render(work, format);
        if (!rendered) return rendered.error();
        for (std::size_t page = 0; page < rendered->size(); ++page) {
            const std::string name = output_name(options.output, format, several, page);
            if (name.empty() && page > 0)
                return Error{ErrorKind::invalid_input, "print-pages-need-file"};
            files[name] = (*rendered)[page];
        }
    }
    for (const auto& [name, bytes] : files) write_output(name, bytes);
    return {};
}

JobResult send_to_printer(Work& work, const PrinterAddress& port, unsigned copy) {
    const auto open = [&]() -> std::unique_ptr<PrinterConnection> {
        if (port.kind == AddressKind::network)
            return open_network_connection(port.name, port.number, connect_limit);
        return open_device_connection(port.name, port.number);
    };
    const auto make = [&](bool reprint, std::string_view job_id) {
        const auto pages = work.renderer.lay_out(work.order(reprint), work.roll());
        if (!pages) throw core::Failure(pages.error().message);
        return encode_job(pages->raster(0), work.profile, job_id);
    };
    Patience patience;
    patience.attempts = work.options.attempts;
    // The process makes ids differ from those of the run before, whose answer may still come.
    const unsigned number = static_cast<unsigned>(getpid()) * 101 + copy * most_attempts;
    return print_whole({make,
                        open,
                        work.profile,
                        {},
                        patience,
                        work.options.reprint,
                        number,
                        [](std::chrono::milliseconds time) { std::this_thread::sleep_for(time); }});
}

core::Result<void> report(const ProgramOptions& options, const JobResult& result) {
    if (options.report == "json") {
        const std::string outcome(to_text(result.outcome));
        std::printf("{\"outcome\":\"%s\",\"paper_near_end\":%s,\"reached_printer\":%s}\n",
                    outcome.c_str(), result.paper_near_end ? "true" : "false",
                    result.reached_printer ? "true" : "false");
    } else if (result.outcome == JobOutcome::printed) {
        std::printf("%s\n", words::say(options.language, message_of(result)).c_str());
    }
    if (result.outcome == JobOutcome::printed) return {};
    return Error{ErrorKind::not_allowed, message_of(result)};
}

core::Result<void> print(Work& work) {
    const ProgramOptions& options = work.options;
    const auto port = parse_printer_address(options.port);
    if (!port) throw wrong_option("--port", port.error().message);
    if (port->kind == AddressKind::file) {
        auto bytes = escpos_bytes(work);
        if (!bytes) return bytes.error();
        write_output(port->name, *bytes);
        return {};
    }
    if (port->kind == AddressKind::cups) {
        const auto pages = work.renderer.lay_out(work.order(options.reprint), work.medium());
        if (!pages) return pages.error();
        return report(options, print_on_queue(port->name, pages->pdf(), options.copies));
    }
    // Refused data is told before any printer is asked.
    if (const auto bytes = escpos_bytes(work); !bytes) return bytes.error();
    JobResult result;
    for (int copy = 0; copy < options.copies; ++copy) {
        result = send_to_printer(work, *port, static_cast<unsigned>(copy));
        if (result.outcome != JobOutcome::printed) break;
    }
    return report(options, result);
}

} // namespace

core::Result<void> run_program(const ProgramOptions& options) {
    if (options.show_schema) {
        std::fputs(paper_schema().c_str(), stdout);
        return {};
    }
    if (options.list_profiles) {
        const std::string own = options.profiles_file.empty() ? built_in_profiles_toml
                                                              : read_file(options.profiles_file);
        for (const PrinterProfile& profile : read_profiles(own))
            std::printf("%-18s %s\n", profile.name.c_str(), profile.about.c_str());
        return {};
    }
    if (options.kind.empty() || options.data.empty()) throw words::BadUsage("print-what-missing");
    if (options.formats.empty() == options.port.empty())
        throw words::BadUsage("print-where-missing");
    const std::unique_ptr<Work> work = make_work(options);
    return options.port.empty() ? write_files(*work) : print(*work);
}

} // namespace printer
