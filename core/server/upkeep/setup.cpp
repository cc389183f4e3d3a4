#include "core/server/upkeep/setup.hpp"

#include "core/engine/import/import.hpp"
#include "core/engine/import/office_file.hpp"
#include "core/engine/journal/codec/office_payload.hpp"
#include "core/server/problem_printer.hpp"
#include "core/server/read_file.hpp"
#include "core/server/refused.hpp"
#include "core/server/table_file.hpp"
#include "core/server/upkeep/practice_office.hpp"
#include "core/words/words.hpp"
#include "db/sqlite_store.hpp"

#include <unistd.h>

#include <sstream>
#include <system_error>

namespace server {

namespace fs = std::filesystem;

namespace {

// Far more than any office's file needs.
constexpr std::size_t office_limit_bytes = std::size_t{1} << 20;
constexpr std::size_t table_limit_bytes = std::size_t{64} << 20;

struct Text {
    std::string name;
    std::string content;
};

struct Texts {
    Text office;
    Text calendar;
    Text catalogue;
};

template <typename Import>
std::int64_t
import_text(const Text& text, core::ActContext by, words::Language language, Import import_rows) {
    std::istringstream input(text.content);
    by.actor.place = text.name;
    const auto file = open_table(input, text.content);
    const core::ImportSource source{*file, text.name,
                                    static_cast<std::int64_t>(text.content.size()), by, "init"};
    core::ProblemList problems(problem_printer(text.name, language));
    return accepted(import_rows(source, problems)).rows;
}

SetupSummary fill(core::Books& books,
                  const core::Office& office,
                  const Texts& texts,
                  const core::ActContext& by,
                  bool practice,
                  words::Language language) {
    SetupSummary summary{office.name, 0, 0};
    books.append(core::office_event(core::OfficeEvent::office_set, "office", by, "init",
                                    core::office_to_json(office)));
    if (practice) {
        books.mark_practice();
        books.append(
            core::office_event(core::OfficeEvent::practice_marked, "office", by, "init", "{}"));
    }
    summary.days =
        import_text(texts.calendar, by, language, [&](const auto& source, auto& problems) {
            return core::import_calendar(books, source, core::CalendarImport::replace_all,
                                         problems);
        });
    summary.versions =
        import_text(texts.catalogue, by, language, [&](const auto& source, auto& problems) {
            return core::import_catalogue(books, source, problems);
        });
    return summary;
}

/// A database under its name for as long as it is made: what is left of it goes, at the beginning
/// and at the end. A finished one has another name by then.
class StagedFile {
public:
    explicit StagedFile(fs::path file) : file_(std::move(file)) { remove(); }

    ~StagedFile() { remove(); }

    StagedFile(const StagedFile&) = delete;
    StagedFile& operator=(const StagedFile&) = delete;

    const fs::path& path() const { return file_; }

private:
    void remove() noexcept {
        std::error_code ignored;
        for (const char* tail : {"", "-wal", "-shm", "-lock", "-journal"})
            fs::remove(file_.string() + tail, ignored);
    }

    fs::path file_;
};

void refuse_existing(const fs::path& db) {
    if (fs::exists(fs::symlink_status(db))) {
        throw Refused({"file-exists", {{"file", db.string()}}});
    }
}

/// A counter that the file gives no name has its number for one.
core::Office named(core::Office office) {
    for (core::CounterConfig& counter : office.counters) {
        if (!counter.name.empty()) continue;
        counter.name =
            words::say(words::Language(), {"counter-name", {{"number", counter.number}}});
    }
    return office;
}

SetupSummary make(const fs::path& db,
                  const Texts& texts,
                  const core::ActContext& by,
                  bool practice,
                  words::Language language) {
    refuse_existing(db);
    const core::Office office =
        named(accepted(core::parse_office(texts.office.content, texts.office.name)));
    const StagedFile part(db.string() + ".new-" + std::to_string(::getpid()));
    SetupSummary summary;
    {
        const auto store = db::open_sqlite_store(part.path(), db::StoreMode::create);
        const core::AgencyId agency = accepted(store->add_agency(office));
        accepted(store->write_alone(agency, [&](core::Books& books) -> core::Result<void> {
            summary = fill(books, office, texts, by, practice, language);
            return {};
        }));
    }
    // A link, not a rename: it never replaces a file that came meanwhile.
    std::error_code failure;
    fs::create_hard_link(part.path(), db, failure);
    if (failure) {
        refuse_existing(db);
        fs::rename(part.path(), db); // a file system without links
    }
    return summary;
}

} // namespace

SetupSummary make_database(const fs::path& db,
                           const SetupFiles& files,
                           const core::ActContext& by,
                           bool practice,
                           words::Language language) {
    const Texts texts{
        {files.office.filename().string(), read_file(files.office, office_limit_bytes)},
        {files.calendar.filename().string(), read_file(files.calendar, table_limit_bytes)},
        {files.catalogue.filename().string(), read_file(files.catalogue, table_limit_bytes)}};
    return make(db, texts, by, practice, language);
}

SetupSummary
make_practice_database(const fs::path& db, const core::ActContext& by, words::Language language) {
    const Texts texts{{"office.toml", practice_office_toml},
                      {"calendar.csv", practice_calendar_csv},
                      {"procedures.csv", practice_procedures_csv}};
    return make(db, texts, by, true, language);
}

} // namespace server
