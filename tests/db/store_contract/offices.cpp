// Offices beside each other in one store: whatever one does, the other reads what it would read
// alone. Both live the same codes, days and officers, so that only the office tells rows apart.

#include "tests/support/random_lives.hpp"
#include "tests/support/store_contract.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using core::Books;
using core::Result;
using samples::OfficeBooks;

namespace {

/// Everything that a view tells, ids of rows left out: each store gives its own.
struct Told {
    core::Office office;
    std::vector<core::Dossier> dossiers;
    std::vector<std::string> lines;
};

void add_counts(core::BooksView& view, std::vector<std::string>& lines) {
    const auto add = [&](const std::string& line) { lines.push_back(line); };
    const auto figures = [](const core::Counts& counts) {
        std::string text;
        for (const core::Figure figure : core::figures_by_day.values())
            text += " " + std::to_string(counts[figure]);
        return text;
    };
    for (const core::CountTable& table : view.count_tables()) {
        view.each_count(table, [&](const core::StoredCount& count) {
            add(table.name + " " + count.grouping + " " + count.key + " " +
                core::format_date(count.first_day) + figures(count.counts));
        });
    }
    view.each_late_count([&](const core::StoredLateCount& count) {
        add("late " + count.grouping + " " + count.key + " " + core::format_date(count.day) + " " +
            core::format_date(count.known_from) + " " + count.figure + " " +
            std::to_string(count.number));
    });
    for (const auto& group :
         view.count_groups(core::GroupBy::officer, samples::lives_begin, samples::lives_end))
        add("within " + group.key + figures(group.before) + figures(group.within));
    for (const auto& due : view.count_due(core::Instant{}, core::Instant::max()))
        add("due " + due.officer + " " + std::to_string(due.number));
    add("refused " + std::to_string(view.count_refused(core::Instant{}, core::Instant::max())));
}

Told told_by(core::BooksView& view) {
    Told told{view.office(), {}, {}};
    view.each_dossier(core::BooksView::Which::all, [&](const core::StoredDossier& stored) {
        told.dossiers.push_back(stored.dossier);
        told.dossiers.back().procedure_version = 0;
        return true;
    });
    auto& lines = told.lines;
    add_counts(view, lines);
    lines.push_back(view.is_practice() ? "for practice" : "real");
    for (const auto& [day, special] : view.calendar_days())
        lines.push_back("calendar " + core::format_date(day) + " " + special.name);
    for (const auto& [code, name] : view.procedure_names(samples::lives_end))
        lines.push_back("named " + code + " " + name);
    for (const auto& version : view.procedure_versions())
        lines.push_back("version " + version.code + " " + version.name);
    for (const auto& version : view.search_procedures(core::search_words("chứng"), 100))
        lines.push_back("found " + version.code + " " + version.name);
    for (const auto& stored : view.search_dossiers(core::search_words("hoa"), 1000))
        lines.push_back("found " + stored.dossier.code);
    for (const auto& [day, number] : view.code_numbers())
        lines.push_back("code " + core::format_date(day) + " " + std::to_string(number));
    view.each_event(1, [&](const core::Event& event) {
        lines.push_back("event " + event.act + " " + event.subject);
        return true;
    });
    // What no order is promised for.
    std::sort(lines.begin(), lines.end());
    return told;
}

void live(OfficeBooks& books, unsigned seed) {
    Random random{seed};
    samples::live_through_three_weeks(books, random);
    // Counts may be put off from one command to a later one: the other office finds some put off.
    const core::Applicant applicant{"Trần Thị Hoa", "", "", ""};
    REQUIRE(books.receive({"1.000002", applicant, core::Channel::online, "lan", 0},
                          samples::at(samples::lives_end, std::chrono::hours{15})));
}

/// Past the journal, which is why the town's books are verified before.
void set_up_town(OfficeBooks& town) {
    REQUIRE(town.import_calendar("date,kind,name\n2024-05-07,holiday,Ngày của thị trấn\n").summary);
    REQUIRE(town.write([](Books& in) -> Result<void> {
        in.mark_practice();
        for (core::ProcedureVersion version : in.procedure_versions()) {
            version.name += " của thị trấn";
            in.put_version(version);
        }
        core::Office office = in.office();
        office.name = "UBND thị trấn Mới";
        in.put_office(office);
        return {};
    }));
}

/// That nothing of it is only said: each kind of line is there.
void check_told(const Told& told) {
    CHECK(told.dossiers.size() > 100);
    for (const char* kind : {"late ", "within ", "due ", "refused ", "real", "calendar ", "named ",
                             "version ", "found ", "code ", "event "}) {
        INFO(kind);
        CHECK(std::any_of(told.lines.begin(), told.lines.end(),
                          [&](const std::string& line) { return line.starts_with(kind); }));
    }
}

void an_office_reads_what_it_would_read_alone(StorePlace& place) {
    const auto own = place.create();
    auto alone = OfficeBooks::found(*own);
    live(alone, 6);
    const Told expected = told_by(*alone.read());
    check_told(expected);

    const auto shared = place.create();
    auto town = OfficeBooks::found(*shared, samples::office("000.00.20.H55", "UBND thị trấn"));
    live(town, 11); // before the ward, so that ids and groups are others
    auto ward = OfficeBooks::found(*shared);
    live(ward, 6);
    CHECK(town.findings() == std::vector<std::string>{});
    set_up_town(town);
    const Told beside = told_by(*ward.read());
    CHECK(beside.office == expected.office);
    CHECK(beside.dossiers == expected.dossiers);
    CHECK(beside.lines == expected.lines);
    CHECK(ward.findings() == std::vector<std::string>{});
    CHECK(town.read()->office().name == "UBND thị trấn Mới");
    CHECK(town.read()->is_practice());
}

} // namespace

std::vector<StoreClause> store_contract::offices() {
    return {{"whatever one office does, another reads what it would read alone",
             an_office_reads_what_it_would_read_alone}};
}
