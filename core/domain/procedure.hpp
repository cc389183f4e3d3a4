#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/enum_text.hpp"
#include "core/domain/field_damage.hpp"
#include "core/domain/message.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

enum class DeadlineUnit { working_day, working_hour, calendar_day, none };

inline constexpr auto deadline_units =
    enum_text<DeadlineUnit>("unit",
                            {{DeadlineUnit::working_day, "working_day"},
                             {DeadlineUnit::working_hour, "working_hour"},
                             {DeadlineUnit::calendar_day, "calendar_day"},
                             {DeadlineUnit::none, "none"}});

enum class OnlineLevel { none, partial, full };

inline constexpr auto online_levels = enum_text<OnlineLevel>(
    "level",
    {{OnlineLevel::none, "none"}, {OnlineLevel::partial, "partial"}, {OnlineLevel::full, "full"}});

/// Whose procedure it is: the ward's own, or that of an agency organised vertically.
enum class Sector { ward, vertical };

inline constexpr auto sectors =
    enum_text<Sector>("sector", {{Sector::ward, "ward"}, {Sector::vertical, "vertical"}});

/// How long a procedure may take (thời hạn giải quyết).
struct TimeLimit {
    DeadlineUnit unit = DeadlineUnit::none;
    int half_units = 0; // 2.5 working days are 5
    std::optional<std::chrono::minutes> cutoff;

    bool operator==(const TimeLimit&) const = default;
};

/// A procedure as one decision (quyết định) fixed it, in force from a date to a date, both
/// inclusive. A dossier keeps the version of its date of receipt for ever (law.md §2).
struct ProcedureVersion {
    std::int64_t id = 0; // given by the store
    std::string code;
    std::string name;
    std::string field;
    TimeLimit limit;
    std::int64_t fee_vnd = 0;
    OnlineLevel online_level = OnlineLevel::none;
    Sector sector = Sector::ward;
    std::vector<std::string> linked_agencies;
    std::vector<std::string> documents;
    std::string decision;
    Day effective_from;
    std::optional<Day> effective_to;

    bool in_force_on(Day day) const {
        return effective_from <= day && (!effective_to || day <= *effective_to);
    }

    bool operator==(const ProcedureVersion&) const = default;
};

/// Whether the procedure certifies copies of a citizen's own originals (chứng thực bản sao từ bản
/// chính): its fee is for each copy, and what is handed in are documents with their copies. The
/// national catalogue has no member for it, so that field and name say it.
bool certifies_copies(const ProcedureVersion& version);

/// All versions of all procedures of an office. A code is found in any spelling (code_key); codes
/// that are asked for must be valid UTF-8.
class Catalogue {
public:
    Catalogue() = default;

    /// Where two versions of a code are in force on a day, the later one counts.
    explicit Catalogue(std::vector<ProcedureVersion> versions);

    /// The version in force on the local date of receipt, or none.
    const ProcedureVersion* in_force(std::string_view code, Day day) const;

    const ProcedureVersion* by_id(std::int64_t id) const;

    /// The version that a dossier has. Throws when it is not there: the catalogue was read before
    /// it grew, and whoever asked reads both anew.
    const ProcedureVersion& at(std::int64_t id) const;

    /// The version of the code that began last; none for an unknown code.
    const ProcedureVersion* latest(std::string_view code) const;

    bool knows(std::string_view code) const { return latest(code) != nullptr; }

    /// The code as the catalogue writes it; as it came where the catalogue does not know it.
    std::string spelling_of(std::string_view code) const;

    /// What a spreadsheet did to a code that the catalogue does not know; the reading is one that
    /// it knows, or empty.
    std::optional<FieldDamage> find_damage(std::string_view code) const;

    /// Why there is no procedure of that code, its damage with the likely reading.
    Message why_unknown(std::string_view code) const;

    /// Why no version of the procedure counts on that day.
    Message why_not_in_force(std::string_view code, Day day) const;

    const std::vector<ProcedureVersion>& versions() const { return versions_; }

private:
    using ByCode = std::map<std::string, std::pair<std::size_t, std::size_t>, std::less<>>;

    /// By any spelling of the code.
    ByCode::const_iterator find(std::string_view code) const;

    std::vector<ProcedureVersion> versions_; // by the code's key, then by effective_from
    ByCode by_code_;                         // by key
    std::map<std::int64_t, std::size_t> by_id_;
};

std::string_view to_text(DeadlineUnit unit);
std::string_view to_text(OnlineLevel level);
std::string_view to_text(Sector sector);
std::optional<DeadlineUnit> parse_deadline_unit(std::string_view text);
std::optional<OnlineLevel> parse_online_level(std::string_view text);
std::optional<Sector> parse_sector(std::string_view text);

/// `2.5`, `3`: a duration as the catalogue writes it.
std::string format_half_units(int half_units);

/// The same back: `2.5` is 5, and `2,5`; `2,500` may be thousands and is none. Halves are for
/// working days and hours; no text is 0 without a limit. None for what is no such number, and for
/// more than ten years: that is a slip of the keyboard.
std::optional<int> parse_half_units(std::string_view text, DeadlineUnit unit);

/// The cutoff where it counts: received later, work of the same working day is due the next one.
/// None where days or hours are counted anyway, whatever cutoff the catalogue has.
std::optional<std::chrono::minutes> counting_cutoff(const TimeLimit& limit);

/// How long a limit is, for people: "2,5 working days"; that it is the same day, or that there is
/// none.
Message length_of(const TimeLimit& limit);

} // namespace core
