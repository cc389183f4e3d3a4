#pragma once

#include "core/domain/text.hpp"
#include "core/engine/dossiers/processing.hpp"
#include "core/engine/import/csv_reader.hpp"
#include "core/engine/import/import.hpp"
#include "core/engine/import/office_file.hpp"
#include "core/engine/journal/codec/office_payload.hpp"
#include "core/engine/ports/store.hpp"
#include "core/engine/verification/verification.hpp"
#include "tests/support/office_samples.hpp"
#include "tests/support/random_samples.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <sstream>
#include <string>
#include <vector>

/// An office's books in a store, whichever store it is, with what tests do to them.
namespace samples {

/// A Monday at nine.
inline const core::Instant morning = at(date(2024, 5, 6), std::chrono::hours{9});

inline core::Office office(std::string agency_code = "000.00.18.H55",
                           std::string name = "UBND phường Ba Hàng") {
    core::Office made;
    made.name = std::move(name);
    made.agency_code = std::move(agency_code);
    made.timezone = core::office_timezone;
    made.hours = reference_hours();
    made.services = {{'A', "Chứng thực", {"Chứng thực"}, false, {}, {}}};
    made.counters = {{1, "Quầy 1", {"A"}}};
    return made;
}

/// Every unit, level and sector; 2.000001 ended in 2019, 1.000005 changes on 01/06/2024.
inline const std::string catalogue_header =
    "code,name,field,duration,unit,cutoff,fee_vnd,online_level,sector,linked_agencies,documents,"
    "decision,effective_from,effective_to\n";
inline const std::string catalogue_csv =
    catalogue_header +
    "1.000001,Đăng ký khai sinh,Hộ tịch,0,working_day,15:00,0,partial,ward,,Tờ khai,QĐ1,"
    "2020-01-01,\n"
    "1.000002,Chứng thực bản sao,Chứng thực,8,working_hour,,2000,none,ward,,,QĐ1,2020-01-01,\n"
    "1.000003,Trợ cấp người có công,Người có công,15,calendar_day,,0,full,ward,,,QĐ1,2020-01-01,\n"
    "1.000004,Khai sinh liên thông,Hộ tịch,7,working_day,,0,full,ward,BHXH;Công an,,QĐ1,"
    "2020-01-01,\n"
    "1.000005,Chuyển nhượng đất,Đất đai,2.5,working_day,,50000,partial,vertical,,,QĐ1,2020-01-01,"
    "2024-05-31\n"
    "1.000005,Chuyển nhượng đất đai,Đất đai,4.5,working_day,,50000,full,vertical,,,QĐ2,2024-06-01,"
    "\n"
    "1.000006,Tư vấn pháp luật,Khác,,none,,0,none,ward,,,QĐ1,2020-01-01,\n"
    "2.000001,Thủ tục đã bãi bỏ,Khác,3,working_day,,0,none,ward,,,QĐ0,2010-01-01,2019-12-31\n";

/// Those in force in the months of random_samples.hpp.
inline const std::vector<std::string> procedure_codes = {"1.000001", "1.000002", "1.000003",
                                                         "1.000004", "1.000005", "1.000006"};
inline const std::vector<std::string> officers = {"lan", "minh", "hoa", ""};

inline const std::string calendar_csv = "date,kind,name\n"
                                        "2024-04-18,holiday,Giỗ Tổ Hùng Vương\n"
                                        "2024-04-29,holiday,Hoán đổi\n"
                                        "2024-04-30,holiday,Ngày Chiến thắng\n"
                                        "2024-05-01,holiday,Quốc tế Lao động\n"
                                        "2024-05-04,working,Làm bù cho 29/4\n";

inline core::ActContext clerk(core::Instant now) { return {{"lan", "counter 1"}, now}; }

inline const std::string register_header =
    "code,procedure_code,applicant_name,applicant_id,phone,address,channel,received_at,pauses,"
    "resolved_at,result,returned_at,return_channel,linked_agencies,digitised,fee_vnd,officer\n";

inline std::string instant_text(const std::optional<core::Instant>& instant) {
    return instant ? core::format_instant(*instant) : std::string();
}

inline std::string csv_row(const core::RegisterEntry& entry) {
    std::string pauses;
    for (const core::Pause& pause : entry.pauses) {
        pauses += (pauses.empty() ? "" : ";") + core::format_instant(pause.from) + "/" +
                  instant_text(pause.to);
    }
    std::string linked;
    for (const std::string& agency : entry.linked_agencies)
        linked += (linked.empty() ? "" : ";") + agency;
    const std::string fields[] = {entry.code,
                                  entry.procedure_code,
                                  entry.applicant.name,
                                  entry.applicant.id_number,
                                  entry.applicant.phone,
                                  entry.applicant.address,
                                  std::string(to_text(entry.channel)),
                                  core::format_instant(entry.received_at),
                                  pauses,
                                  instant_text(entry.resolved_at),
                                  std::string(to_text(entry.ending)),
                                  instant_text(entry.returned_at),
                                  entry.return_channel ? std::string(to_text(*entry.return_channel))
                                                       : std::string(),
                                  linked,
                                  entry.digitised ? "1" : "0",
                                  std::to_string(entry.fee_vnd),
                                  entry.officer};
    std::string row;
    for (const std::string& field : fields)
        row += (row.empty() ? "" : ",") + core::csv_field(field);
    return row + "\n";
}

inline std::string csv_of(const std::vector<core::RegisterEntry>& entries) {
    std::string text = register_header;
    for (const auto& entry : entries) text += csv_row(entry);
    return text;
}

/// A register of sound rows with codes X-1 to X-n, in no order of dates.
inline std::vector<core::RegisterEntry> random_register(Random& random, int rows) {
    std::vector<core::RegisterEntry> entries;
    for (int i = 1; i <= rows; ++i) {
        core::RegisterEntry entry = random_entry(random);
        entry.code = "X-" + std::to_string(i);
        entry.procedure_code = random.pick(procedure_codes);
        entry.applicant = {"Nguyễn Văn " + std::to_string(i), "",
                           "0" + std::to_string(999'000'000 + i), ""};
        entry.officer = random.pick(officers);
        entry.fee_vnd = random.one_in(2) ? 2000 : 0;
        entries.push_back(entry);
    }
    return entries;
}

/// How an import ended.
struct Imported {
    std::optional<core::ImportSummary> summary;
    std::string refusal;
    std::vector<core::RowProblem> problems;
};

class OfficeBooks {
public:
    OfficeBooks(core::Store& store, core::AgencyId agency) : store_(&store), agency_(agency) {}

    /// A new office with its calendar and catalogue.
    static OfficeBooks found(core::Store& store, const core::Office& office = samples::office()) {
        const auto agency = store.add_agency(office);
        REQUIRE(agency);
        OfficeBooks books(store, *agency);
        const auto set = store.write(*agency, [&](core::Books& in) -> core::Result<void> {
            in.append(core::office_event(core::OfficeEvent::office_set, "office", clerk(setup_time),
                                         "", core::office_to_json(office)));
            return {};
        });
        REQUIRE(set);
        REQUIRE(books.import_calendar(calendar_csv).summary);
        REQUIRE(books.import_catalogue(catalogue_csv).summary);
        return books;
    }

    core::AgencyId agency() const { return agency_; }

    std::unique_ptr<core::BooksView> read() const { return store_->read(agency_); }

    core::Result<void> write(const core::Command& command) {
        return store_->write(agency_, command);
    }

    Imported import_catalogue(const std::string& text) {
        rules_.reset();
        return import(text, "procedures.csv", setup_time,
                      [](auto& books, const auto& source, auto& problems) {
                          return core::import_catalogue(books, source, problems);
                      });
    }

    Imported import_calendar(const std::string& text,
                             core::CalendarImport how = core::CalendarImport::replace_all,
                             core::Instant now = setup_time) {
        rules_.reset();
        return import(text, "calendar.csv", now,
                      [how](auto& books, const auto& source, auto& problems) {
                          return core::import_calendar(books, source, how, problems);
                      });
    }

    /// Each is judged before: the preview must say the same.
    Imported import_register(const std::string& text) {
        const Previewed previewed = preview_register(text);
        Imported imported = import(text, "register.csv", setup_time,
                                   [](auto& books, const auto& source, auto& problems) {
                                       return core::import_register(books, source, problems, {});
                                   });
        check_same(previewed, imported);
        return imported;
    }

    /// What core::preview_register says of a register, and the rows that it refuses.
    struct Previewed {
        core::Result<core::RegisterPreview> result = core::Error{};
        std::vector<core::RowProblem> problems;
        std::vector<std::string> header;
        std::vector<core::RefusedRow> refused;
    };

    Previewed preview_register(const std::string& text) const {
        Previewed previewed;
        std::istringstream input(text);
        core::CsvFile table(input);
        const core::ImportSource source{table,
                                        "register.csv",
                                        static_cast<std::int64_t>(text.size()),
                                        {{"admin", ""}, setup_time},
                                        ""};
        core::ProblemList problems(
            [&](const auto& problem) { previewed.problems.push_back(problem); });
        previewed.result = core::preview_register(
            *read(), source, problems, {},
            {[&](const auto& names) { previewed.header = names; },
             [&](core::RefusedRow row) { previewed.refused.push_back(std::move(row)); }});
        return previewed;
    }

    Imported import_register(const std::vector<core::RegisterEntry>& entries) {
        return import_register(csv_of(entries));
    }

    core::Result<core::Dossier> receive(const core::Intake& intake, core::Instant now) {
        return written(
            [&](core::Books& books) { return processing().receive(books, intake, clerk(now)); });
    }

    core::Result<core::Dossier>
    act(const std::string& code, int based_on_version, const core::ActRequest& request) {
        return written([&](core::Books& books) {
            return processing().act(books, code, based_on_version, request, clerk(request.act_at));
        });
    }

    /// The same on the dossier as it stands.
    core::Result<core::Dossier> act(const std::string& code, const core::ActRequest& request) {
        return act(code, read()->find_dossier(code)->dossier.version, request);
    }

    const core::Processing& processing() {
        if (!rules_) rules_ = std::make_unique<Rules>(*read());
        return rules_->processing;
    }

    /// What a verification finds, as "where: what".
    std::vector<std::string> findings() const {
        std::vector<std::string> found;
        core::verify_books(*read(),
                           [&](const core::Finding& finding) {
                               found.push_back(in_english(finding.where) + ": " +
                                               in_english(finding.what));
                           },
                           {});
        return found;
    }

private:
    static inline const core::Instant setup_time = at(date(2024, 1, 2), std::chrono::hours{8});

    struct Rules {
        explicit Rules(core::BooksView& books)
            : catalogue(books.procedure_versions()),
              calendar(books.office().hours, books.calendar_days()) {}

        core::Catalogue catalogue;
        core::WorkingCalendar calendar;
        core::Processing processing{catalogue, calendar};
    };

    static void check_same(const Previewed& previewed, const Imported& imported) {
        const auto said = [](const std::vector<core::RowProblem>& problems) {
            std::vector<std::string> texts;
            for (const core::RowProblem& problem : problems) {
                texts.push_back(std::to_string(problem.line) + " " + problem.column + " " +
                                in_english(problem.reason));
            }
            return texts;
        };
        CHECK(said(previewed.problems) == said(imported.problems));
        const bool is_sound = previewed.result && previewed.problems.empty();
        REQUIRE(is_sound == imported.summary.has_value());
        if (!is_sound) return;
        CHECK(previewed.result->refused_rows == 0);
        CHECK(previewed.result->summary.rows == imported.summary->rows);
        CHECK(previewed.result->summary.added == imported.summary->added);
        CHECK(previewed.result->summary.already_stored == imported.summary->already_stored);
    }

    template <typename Work>
    core::Result<core::Dossier> written(Work work) {
        core::Result<core::Dossier> answer = core::Error{};
        const auto stored = write([&](core::Books& books) -> core::Result<void> {
            answer = work(books);
            if (!answer) return answer.error();
            return {};
        });
        REQUIRE(stored.has_value() == answer.has_value());
        return answer;
    }

    template <typename Work>
    Imported import(const std::string& text, const char* file, core::Instant now, Work work) {
        Imported imported;
        const auto stored =
            store_->write_alone(agency_, [&](core::Books& books) -> core::Result<void> {
                std::istringstream input(text);
                core::CsvFile table(input);
                const core::ImportSource source{table,
                                                file,
                                                static_cast<std::int64_t>(text.size()),
                                                {{"admin", file}, now},
                                                ""};
                core::ProblemList problems(
                    [&](const auto& problem) { imported.problems.push_back(problem); });
                auto summary = work(books, source, problems);
                if (!summary) return summary.error();
                imported.summary = *summary;
                return {};
            });
        if (!stored) imported.refusal = in_english(stored.error().message);
        return imported;
    }

    core::Store* store_;
    core::AgencyId agency_;
    std::unique_ptr<Rules> rules_;
};

} // namespace samples
