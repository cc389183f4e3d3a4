#pragma once

#include "core/domain/procedure.hpp"
#include "core/domain/working_calendar.hpp"

#include <chrono>
#include <optional>
#include <vector>

/// Offices, dates and limits for tests, written by hand: nothing here is read from a file or
/// computed by the code under test.
namespace samples {

inline core::Day date(int year, unsigned month, unsigned day) {
    return core::Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

/// The moment when the office's clock shows `time` on the day: seven hours less in UTC.
inline core::Instant at(core::Day day, std::chrono::seconds time) {
    return core::Instant{(day + time).time_since_epoch() - std::chrono::hours{7}};
}

inline core::WorkingSession session(int from_hour, int from_minute, int to_hour, int to_minute) {
    using std::chrono::hours;
    using std::chrono::minutes;
    return {hours{from_hour} + minutes{from_minute}, hours{to_hour} + minutes{to_minute}};
}

/// Monday to Friday 07:30-11:30 and 13:30-17:00, as in the reference office's file.
inline core::WeekSessions reference_hours() {
    const std::vector<core::WorkingSession> full = {session(7, 30, 11, 30), session(13, 30, 17, 0)};
    return {full, full, full, full, full, {}, {}};
}

/// The weeks of the reference calendar that the tests walk through.
inline core::CalendarDays reference_days() {
    using enum core::DayKind;
    return {
        {date(2023, 1, 2), {holiday, "Nghỉ bù Tết Dương lịch"}},
        {date(2023, 1, 20), {holiday, "Tết Nguyên đán Quý Mão"}},
        {date(2023, 1, 23), {holiday, "Tết Nguyên đán Quý Mão"}},
        {date(2023, 1, 24), {holiday, "Tết Nguyên đán Quý Mão"}},
        {date(2023, 1, 25), {holiday, "Tết Nguyên đán Quý Mão"}},
        {date(2023, 1, 26), {holiday, "Tết Nguyên đán Quý Mão"}},
        {date(2024, 4, 18), {holiday, "Giỗ Tổ Hùng Vương"}},
        {date(2024, 4, 29), {holiday, "Hoán đổi nghỉ (làm bù thứ Bảy 04/5)"}},
        {date(2024, 4, 30), {holiday, "Ngày Chiến thắng"}},
        {date(2024, 5, 1), {holiday, "Quốc tế Lao động"}},
        {date(2024, 5, 4), {working, "Làm bù cho 29/4"}},
        {date(2026, 2, 16), {holiday, "Tết Nguyên đán Bính Ngọ"}},
        {date(2026, 2, 17), {holiday, "Tết Nguyên đán Bính Ngọ"}},
        {date(2026, 2, 18), {holiday, "Tết Nguyên đán Bính Ngọ"}},
        {date(2026, 2, 19), {holiday, "Tết Nguyên đán Bính Ngọ"}},
        {date(2026, 2, 20), {holiday, "Tết Nguyên đán Bính Ngọ"}},
        {date(2026, 8, 22), {working, "Làm bù cho 31/8"}},
        {date(2026, 8, 31), {holiday, "Hoán đổi nghỉ (làm bù thứ Bảy 22/8)"}},
        {date(2026, 9, 1), {holiday, "Quốc khánh (ngày liền kề)"}},
        {date(2026, 9, 2), {holiday, "Quốc khánh"}},
        {date(2026, 11, 24), {holiday, "Ngày Văn hóa Việt Nam"}},
    };
}

inline const core::WorkingCalendar& reference_calendar() {
    static const core::WorkingCalendar calendar{reference_hours(), reference_days()};
    return calendar;
}

/// Another office: Monday, Tuesday and Thursday in two sessions, Wednesday in the morning only,
/// Friday 08:00-15:00 without a break, Saturday 08:00-11:30. In March 2023 it is closed by a
/// flood on Tuesday 14 and open on Sunday 19 instead.
inline core::WeekSessions half_day_hours() {
    const std::vector<core::WorkingSession> full = {session(7, 30, 11, 30), session(13, 30, 17, 0)};
    return {
        full, full, {session(7, 30, 11, 30)}, full, {session(8, 0, 15, 0)}, {session(8, 0, 11, 30)},
        {}};
}

inline const core::WorkingCalendar& half_day_calendar() {
    static const core::WorkingCalendar calendar{
        half_day_hours(),
        {{date(2023, 3, 14), {core::DayKind::holiday, "Ngập lụt"}},
         {date(2023, 3, 19), {core::DayKind::working, "Làm bù cho 14/3"}}}};
    return calendar;
}

/// 2.5 is two days and a half.
inline core::TimeLimit working_days(double duration,
                                    std::optional<std::chrono::minutes> cutoff = {}) {
    return {core::DeadlineUnit::working_day, static_cast<int>(duration * 2), cutoff};
}

inline core::TimeLimit working_hours(double duration) {
    return {core::DeadlineUnit::working_hour, static_cast<int>(duration * 2), {}};
}

inline core::TimeLimit calendar_days(int duration) {
    return {core::DeadlineUnit::calendar_day, duration * 2, {}};
}

inline core::TimeLimit no_limit() { return {core::DeadlineUnit::none, 0, {}}; }

} // namespace samples
