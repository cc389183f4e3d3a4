#pragma once

#include "core/domain/dossier.hpp"
#include "core/domain/enum_text.hpp"
#include "core/domain/message.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core {

/// What is counted by day. Each is a number of changes on a day; `suspended` and `overdue` are
/// stocks, kept as what enters and leaves them, so that their sum up to a day is the stock then.
enum class Figure {
    received_online,
    received_in_person,
    received_postal,
    resolved_early,
    resolved_on_time,
    resolved_late,
    withdrawn,
    online_resolved,
    digitised,
    linked,
    returned_online,
    returned_in_person,
    returned_postal,
    suspended,
    overdue
};

inline constexpr auto figures_by_day =
    enum_text<Figure>("day_figure",
                      {{Figure::received_online, "received_online"},
                       {Figure::received_in_person, "received_in_person"},
                       {Figure::received_postal, "received_postal"},
                       {Figure::resolved_early, "resolved_early"},
                       {Figure::resolved_on_time, "resolved_on_time"},
                       {Figure::resolved_late, "resolved_late"},
                       {Figure::withdrawn, "withdrawn"},
                       {Figure::online_resolved, "online_resolved"},
                       {Figure::digitised, "digitised"},
                       {Figure::linked, "linked"},
                       {Figure::returned_online, "returned_online"},
                       {Figure::returned_in_person, "returned_in_person"},
                       {Figure::returned_postal, "returned_postal"},
                       {Figure::suspended, "suspended"},
                       {Figure::overdue, "overdue"}});

inline constexpr std::size_t figure_count = figures_by_day.values().size();

/// `received_online`: the name of a figure in the store.
std::string_view to_text(Figure figure);

/// A sum of counts, by figure.
class Counts {
public:
    std::int64_t& operator[](Figure figure) { return values_[static_cast<std::size_t>(figure)]; }

    std::int64_t operator[](Figure figure) const {
        return values_[static_cast<std::size_t>(figure)];
    }

    Counts& operator+=(const Counts& other);
    bool is_zero() const;

    // Over all channels, and over all outcomes.
    std::int64_t received() const;
    std::int64_t resolved() const;
    std::int64_t returned() const;

    /// Received and neither resolved nor withdrawn: the change of what is in progress.
    std::int64_t open() const;

    bool operator==(const Counts&) const = default;

private:
    std::array<std::int64_t, figure_count> values_{};
};

/// One dossier's part in a figure. It belongs to `day`, but stands in no report of a period that
/// closed before `known_from` (a hand-over or a scan that came later).
struct FigureChange {
    Figure figure{};
    Day day;
    Day known_from;
    int change = 0;

    bool operator==(const FigureChange&) const = default;
};

/// All that a dossier adds to the day counts, by law.md §6. A dossier never received adds
/// nothing. Counts are kept by adding this after an act and taking away what it was before.
std::vector<FigureChange> figure_changes(const Dossier& dossier);

/// Numbers by channel.
struct ByChannel {
    std::int64_t online = 0;
    std::int64_t in_person = 0;
    std::int64_t postal = 0;

    std::int64_t total() const { return online + in_person + postal; }

    bool operator==(const ByChannel&) const = default;
};

/// The figures of a period (law.md §6).
struct PeriodFigures {
    std::int64_t carried_over = 0;
    ByChannel received;
    std::int64_t early = 0;
    std::int64_t on_time = 0;
    std::int64_t late = 0;
    std::int64_t withdrawn = 0;
    std::int64_t in_progress = 0;
    std::int64_t overdue = 0;
    std::int64_t suspended = 0;
    std::int64_t online_resolved = 0;
    std::int64_t digitised = 0;
    std::int64_t linked = 0;
    ByChannel returned;

    std::int64_t resolved() const { return early + on_time + late; }

    std::int64_t within_deadline() const { return in_progress - overdue - suspended; }

    bool is_zero() const { return *this == PeriodFigures{}; }

    PeriodFigures& operator+=(const PeriodFigures& other);

    bool operator==(const PeriodFigures&) const = default;
};

/// From the counts of all days before the period and of the days in it.
PeriodFigures period_figures(const Counts& before, const Counts& within);

/// The same from one dossier, by the definitions alone: the plain way, and the check on the
/// counts. `first` and `last` inclusive, as known at the close of `last`.
PeriodFigures period_figures(const Dossier& dossier, Day first, Day last);

/// The first identity that does not hold; none when the figures are sound. A report that breaks
/// one is not issued.
std::optional<Message> broken_identity(const PeriodFigures& figures);

/// Hundredths of a percent, rounded half up (8417 is 84.17 %); none of a base of 0.
std::optional<std::int64_t> percent_hundredths(std::int64_t part, std::int64_t base);

enum class GroupBy { field, procedure, channel, level, officer, month };

inline constexpr auto groupings = enum_text<GroupBy>("grouping",
                                                     {{GroupBy::field, "field"},
                                                      {GroupBy::procedure, "procedure"},
                                                      {GroupBy::channel, "channel"},
                                                      {GroupBy::level, "level"},
                                                      {GroupBy::officer, "officer"},
                                                      {GroupBy::month, "month"}});

std::string_view to_text(GroupBy by);
std::optional<GroupBy> parse_group_by(std::string_view text);

struct ReportGroup {
    std::string key;
    std::string name; // the office's; empty where each language has its own word (channel, month)
    PeriodFigures figures;

    bool operator==(const ReportGroup&) const = default;
};

/// A period report, from and to inclusive. Its identities hold, or it was not made.
struct PeriodReport {
    std::string office;
    std::string agency_code;
    Day first;
    Day last;
    std::optional<GroupBy> by;
    PeriodFigures total;
    std::vector<ReportGroup> groups; // by key; those without any figure left out
};

} // namespace core
