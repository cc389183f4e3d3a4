#pragma once

#include "tests/support/sample_books.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace samples {

inline const core::Day lives_begin = date(2024, 5, 6);
inline const core::Day lives_end = date(2024, 5, 24);

/// Dossiers received, submitted and refused, with some acts each, and some of a register.
inline void live_through_three_weeks(OfficeBooks& books, Random& random) {
    for (int i = 0; i < 120; ++i) {
        core::Instant moment = random_moment(random, lives_begin, lives_end);
        const core::Intake intake{random.pick(procedure_codes),
                                  {"Lê Hoa " + std::to_string(i), "", "", ""},
                                  random.pick(all_channels),
                                  random.pick(officers),
                                  0};
        std::string code;
        const auto begun = books.write([&](core::Books& in) -> core::Result<void> {
            const auto at = clerk(moment);
            const auto made = random.one_in(6) ? books.processing().submit(in, intake, at)
                              : random.one_in(9)
                                  ? books.processing().refuse(in, intake, "lý do", at)
                                  : books.processing().receive(in, intake, at);
            if (!made) return made.error();
            code = made->code;
            return {};
        });
        REQUIRE(begun);
        for (int left = random.integer(0, 4); left > 0; --left) {
            auto request = complete_request(random.pick(all_acts), random_later(random, moment));
            if (books.act(code, request)) moment = request.act_at;
        }
    }
    REQUIRE(books.import_register(random_register(random, 40)).summary);
}

} // namespace samples
