#pragma once

#include "core/domain/civil_time.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <cstdio>
#include <optional>
#include <string>

/// Lets a failed CHECK show "2024-05-04 17:00:00" instead of "{?}". Covers Day and LocalTime.
template <typename Duration>
struct Catch::StringMaker<std::chrono::local_time<Duration>> {
    static std::string convert(std::chrono::local_time<Duration> time) {
        const auto day = std::chrono::floor<std::chrono::days>(time);
        const std::chrono::year_month_day date{day};
        const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(time - day)};
        char text[64];
        std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d:%02d", int(date.year()),
                      unsigned(date.month()), unsigned(date.day()), int(clock.hours().count()),
                      int(clock.minutes().count()), int(clock.seconds().count()));
        return text;
    }
};

/// An instant is shown on the office's clock: "2024-05-04 17:00:00 +07:00".
template <>
struct Catch::StringMaker<core::Instant> {
    static std::string convert(core::Instant instant) {
        const core::LocalTime local{instant.time_since_epoch() + std::chrono::hours{7}};
        return StringMaker<core::LocalTime>::convert(local) + " +07:00";
    }
};

template <>
struct Catch::StringMaker<std::optional<core::Instant>> {
    static std::string convert(const std::optional<core::Instant>& instant) {
        return instant ? StringMaker<core::Instant>::convert(*instant) : "no instant";
    }
};
