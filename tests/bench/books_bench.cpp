// The figures of the books: import, seeding and reports, each beside the plain way of doing it
// on the same machine in the same run. Prints; decides nothing.
//
//   books_bench DEMO_DIR [--dossiers N] [--dir FOLDER]

#include "core/domain/text.hpp"
#include "core/engine/import/csv_reader.hpp"
#include "core/engine/import/import.hpp"
#include "core/engine/import/office_file.hpp"
#include "core/engine/journal/codec/office_payload.hpp"
#include "core/engine/journal/codec/register_payload.hpp"
#include "core/engine/reporting/reporting.hpp"
#include "core/engine/seeding/seeding.hpp"
#include "db/common/count_spans.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/transaction.hpp"
#include "db/sqlite_store.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using std::chrono::days;

namespace {

struct Options {
    fs::path demo;
    fs::path folder = fs::temp_directory_path() / "motcua-bench";
    std::int64_t dossiers = 1'000'000;
};

constexpr std::int64_t small_books = 100'000;
constexpr int periods_measured = 40;

const core::ActContext at_the_bench{{"bench", "books_bench"}, core::Instant{1'700'000'000s}};

double seconds_since(std::chrono::steady_clock::time_point begun) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

template <typename Work>
double time_of(Work work) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    return seconds_since(begun);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Peak resident memory since the last call, in MB.
double peak_memory_mb() {
    std::ifstream status("/proc/self/status");
    double peak = 0;
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) peak = std::stod(line.substr(6)) / 1024;
    }
    std::ofstream("/proc/self/clear_refs") << "5";
    return peak;
}

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void must(const core::Result<void>& result) {
    if (!result) throw std::runtime_error(result.error().message.code);
}

struct Books {
    std::unique_ptr<core::Store> store;
    core::AgencyId agency;
};

void remove_database(const fs::path& file) {
    for (const char* tail : {"", "-wal", "-shm", "-lock"}) fs::remove(file.string() + tail);
}

template <typename Import>
core::Result<void> import_text(const std::string& text, Import import_rows) {
    std::istringstream input(text);
    core::CsvFile file(input);
    const core::ImportSource source{file, "bench.csv", 0, at_the_bench, ""};
    core::ProblemList problems([](const core::RowProblem& problem) {
        std::fprintf(stderr, "%s %s\n", problem.column.c_str(), problem.reason.code.c_str());
    });
    const auto imported = import_rows(source, problems);
    if (!imported) return imported.error();
    return {};
}

Books make_books(const Options& options, const fs::path& file) {
    remove_database(file);
    const auto office = core::parse_office(read(options.demo / "office.toml"), "office.toml");
    Books books{db::open_sqlite_store(file, db::StoreMode::create), {}};
    books.agency = books.store->add_agency(*office).value();
    must(books.store->write_alone(books.agency, [&](core::Books& b) -> core::Result<void> {
        b.append(core::office_event(core::OfficeEvent::office_set, "office", at_the_bench, "",
                                    core::office_to_json(*office)));
        auto done = import_text(read(options.demo / "calendar.csv"), [&](auto& source, auto& p) {
            return core::import_calendar(b, source, core::CalendarImport::add_days, p);
        });
        if (!done) return done;
        return import_text(read(options.demo / "procedures.csv"), [&](auto& source, auto& p) {
            return core::import_catalogue(b, source, p);
        });
    }));
    return books;
}

double import_register_file(Books& books, const fs::path& file) {
    return time_of([&] {
        std::ifstream input(file, std::ios::binary);
        core::CsvFile table(input);
        const core::ImportSource source{table, "register.csv", 0, at_the_bench, ""};
        core::ProblemList problems([](const auto&) {});
        must(books.store->write_alone(books.agency, [&](core::Books& b) -> core::Result<void> {
            const auto imported = core::import_register(b, source, problems, {});
            if (!imported) return imported.error();
            return {};
        }));
    });
}

double seed(Books& books, std::int64_t dossiers) {
    using namespace std::chrono;
    const core::SeedPlan plan{dossiers, local_days{2022y / 1 / 1}, local_days{2026y / 12 / 31}, 1};
    return time_of([&] {
        const auto seeded = core::seed_books(*books.store, books.agency, plan, at_the_bench, {});
        if (!seeded) throw std::runtime_error(seeded.error().message.code);
    });
}

std::string csv_line(const core::RegisterEntry& e) {
    const auto instant = [](const std::optional<core::Instant>& at) {
        return at ? core::format_instant(*at) : std::string();
    };
    std::string pauses;
    for (const core::Pause& pause : e.pauses)
        pauses += (pauses.empty() ? "" : ";") + instant(pause.from) + "/" + instant(pause.to);
    std::string linked;
    for (const auto& agency : e.linked_agencies) linked += (linked.empty() ? "" : ";") + agency;
    std::string line;
    for (const std::string& field :
         {e.code, e.procedure_code, e.applicant.name, e.applicant.id_number, e.applicant.phone,
          e.applicant.address, std::string(to_text(e.channel)), instant(e.received_at), pauses,
          instant(e.resolved_at), std::string(to_text(e.ending)), instant(e.returned_at),
          e.return_channel ? std::string(to_text(*e.return_channel)) : std::string(), linked,
          std::string(e.digitised ? "1" : "0"), std::to_string(e.fee_vnd), e.officer}) {
        line += (line.empty() ? "" : ",") + core::csv_field(field);
    }
    return line + "\n";
}

/// The seeded dossiers as a register to be imported.
void write_register(Books& books, const fs::path& file) {
    std::ofstream out(file, std::ios::binary);
    out << "code,procedure_code,applicant_name,applicant_id,phone,address,channel,received_at,"
           "pauses,resolved_at,result,returned_at,return_channel,linked_agencies,digitised,"
           "fee_vnd,officer\n";
    books.store->read(books.agency)->each_event(1, [&](const core::Event& event) {
        if (event.act == to_text(core::OfficeEvent::register_entry))
            out << csv_line(core::payload::read_register_entry(event.payload));
        return true;
    });
}

/// The plain way to store rows: one table, three indexes, 1,000 rows a transaction, no rules, no
/// journal, no counts. Rows a second.
double bare_loop(const Options& options, std::int64_t rows) {
    constexpr std::int64_t rows_a_transaction = 1'000;
    const fs::path file = options.folder / "bare.db";
    remove_database(file);
    db::Connection connection(file, db::OpenMode::create);
    connection.execute("CREATE TABLE d (id INTEGER PRIMARY KEY, code TEXT, procedure TEXT, name "
                       "TEXT, id_number TEXT, phone TEXT, address TEXT, received INTEGER, due "
                       "INTEGER, resolved INTEGER, outcome TEXT);"
                       "CREATE UNIQUE INDEX a ON d (code); CREATE INDEX b ON d (received);"
                       "CREATE INDEX c ON d (due)");
    const double took = time_of([&] {
        for (std::int64_t row = 0; row < rows;) {
            db::Transaction transaction(connection);
            for (std::int64_t n = 0; n < rows_a_transaction && row < rows; ++n, ++row) {
                const std::string code = "000.00.18.H55-" + std::to_string(230'000'000 + row);
                auto insert =
                    connection.use("INSERT INTO d VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                insert->bind_all(code, "1.001193", "Nguyễn Văn An", "019176335772", "0999000000",
                                 "Tổ 2, phường Ba Hàng", 1'672'700'000 + row * 60,
                                 1'672'900'000 + row * 60, 1'672'800'000 + row * 60, "early");
                insert->run();
            }
            transaction.commit();
        }
    });
    return static_cast<double>(rows) / took;
}

struct Period {
    core::Day first;
    core::Day last;
};

std::vector<Period> random_periods() {
    std::mt19937 random(7);
    const core::Day begin{std::chrono::local_days{2022y / 1 / 1}};
    std::vector<Period> periods;
    for (int i = 0; i < periods_measured; ++i) {
        core::Day a = begin + days{random() % 1'826};
        core::Day b = begin + days{random() % 1'826};
        if (b < a) std::swap(a, b);
        periods.push_back({a, b});
    }
    return periods;
}

std::vector<std::optional<core::GroupBy>> groupings() {
    std::vector<std::optional<core::GroupBy>> all = {std::nullopt};
    for (const core::GroupBy by : core::groupings.values()) all.emplace_back(by);
    return all;
}

std::string name_of(std::optional<core::GroupBy> by) {
    return by ? std::string(to_text(*by)) : "(none)";
}

struct Cost {
    double median_ms;
    double worst_ms;
};

/// Each report through a store opened anew, as the command line program does it.
Cost report_cost(const fs::path& file, std::optional<core::GroupBy> by) {
    std::vector<double> milliseconds;
    for (const Period& period : random_periods()) {
        const auto store = db::open_sqlite_store(file, db::StoreMode::read);
        const auto books = store->read(store->agencies().front().id);
        milliseconds.push_back(1'000 * time_of([&] {
                                   const auto report = core::make_period_report(
                                       *books, period.first, period.last, by);
                                   if (!report)
                                       throw std::runtime_error(report.error().message.code);
                               }));
    }
    return {median(milliseconds), *std::max_element(milliseconds.begin(), milliseconds.end())};
}

/// The plain way to report: GROUP BY over the dossiers themselves.
double plain_group_by_ms(const fs::path& file) {
    db::Connection connection(file, db::OpenMode::read_only);
    std::vector<double> milliseconds;
    for (int i = 0; i < 3; ++i) {
        milliseconds.push_back(
            1'000 * time_of([&] {
                auto rows = connection.use(
                    "SELECT field, count(*) FILTER (WHERE received_at >= ?1), "
                    "count(*) FILTER (WHERE closed_at BETWEEN ?1 AND ?2 AND outcome = 'early'), "
                    "count(*) FILTER (WHERE closed_at BETWEEN ?1 AND ?2 AND outcome = 'on_time'), "
                    "count(*) FILTER (WHERE closed_at BETWEEN ?1 AND ?2 AND outcome = 'late'), "
                    "count(*) FILTER (WHERE closed_at IS NULL OR closed_at > ?2) "
                    "FROM dossier JOIN procedure_version USING (version_id) "
                    "WHERE received_at <= ?2 GROUP BY field");
                rows->bind_all(1'654'000'000, 1'780'000'000);
                while (rows->step()) {
                }
            }));
    }
    return median(milliseconds);
}

void bench_ward(const Options& options) {
    const fs::path file = options.folder / "ward.db";
    Books books = make_books(options, file);
    const double import_s = import_register_file(books, options.demo / "register.csv");
    std::printf("ward's register, 3,936 dossiers: import %.3f s\n", import_s);
    books.store.reset();
    using namespace std::chrono;
    for (const auto by : groupings()) {
        const auto store = db::open_sqlite_store(file, db::StoreMode::read);
        const auto view = store->read(store->agencies().front().id);
        const double ms = 1'000 * time_of([&] {
                              (void)core::make_period_report(*view, local_days{2023y / 1 / 1},
                                                             local_days{2023y / 7 / 31}, by);
                          });
        std::printf("  report by %-9s %7.3f ms\n", name_of(by).c_str(), ms);
    }
}

void bench_writing(const Options& options, const fs::path& small, const fs::path& large) {
    const double bare = bare_loop(options, small_books * 2);
    std::printf("bare SQLite loop, 3 indexes, 1,000 rows a transaction: %.0f rows/s\n", bare);

    Books seeded = make_books(options, small);
    const double small_rate = static_cast<double>(small_books) / seed(seeded, small_books);
    const fs::path csv = options.folder / "register.csv";
    write_register(seeded, csv);
    seeded.store.reset();

    const fs::path imported = options.folder / "imported.db";
    Books books = make_books(options, imported);
    peak_memory_mb();
    const double rate = static_cast<double>(small_books) / import_register_file(books, csv);
    std::printf("import of a register of %s: %.0f rows/s, %.2f of the bare loop, peak %.0f MB\n",
                core::show_count(small_books).c_str(), rate, rate / bare, peak_memory_mb());
    books.store.reset();
    remove_database(imported);

    Books big = make_books(options, large);
    peak_memory_mb();
    const double big_rate = static_cast<double>(options.dossiers) / seed(big, options.dossiers);
    std::printf("seed of %s: %.0f/s, of %s: %.0f/s = %.2f of the import, peak %.0f MB\n",
                core::show_count(small_books).c_str(), small_rate,
                core::show_count(options.dossiers).c_str(), big_rate, big_rate / rate,
                peak_memory_mb());
}

void bench_reports(const Options& options, const fs::path& small, const fs::path& large) {
    const double plain = plain_group_by_ms(large);
    std::printf("plain GROUP BY over %s dossiers: %.1f ms\n",
                core::show_count(options.dossiers).c_str(), plain);
    peak_memory_mb();
    std::printf("report, %d random periods    median   worst |  at %s: median | ratio | plain is\n",
                periods_measured, core::show_count(small_books).c_str());
    for (const auto by : groupings()) {
        const Cost few = report_cost(small, by);
        const Cost many = report_cost(large, by);
        std::printf("  by %-9s            %7.3f %7.3f |          %7.3f ms |  %.2f | %.0f times\n",
                    name_of(by).c_str(), many.median_ms, many.worst_ms, few.median_ms,
                    many.median_ms / few.median_ms, plain / many.median_ms);
    }
    std::printf("peak memory while reporting: %.0f MB\n", peak_memory_mb());
}

Options options_of(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--dossiers" && i + 1 < argc) {
            options.dossiers = std::stoll(argv[++i]);
        } else if (argument == "--dir" && i + 1 < argc) {
            options.folder = argv[++i];
        } else {
            options.demo = argument;
        }
    }
    return options;
}

} // namespace

int main(int argc, char** argv) {
    const Options options = options_of(argc, argv);
    if (options.demo.empty()) {
        std::fprintf(stderr, "usage: books_bench DEMO_DIR [--dossiers N] [--dir FOLDER]\n");
        return 2;
    }
    fs::create_directories(options.folder);
    const fs::path small = options.folder / "small.db";
    const fs::path large = options.folder / "large.db";
    bench_ward(options);
    bench_writing(options, small, large);
    bench_reports(options, small, large);
    return 0;
}
