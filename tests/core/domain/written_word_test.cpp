#include "core/domain/dossier.hpp"
#include "core/domain/procedure.hpp"
#include "core/domain/register_entry.hpp"
#include "core/domain/working_calendar.hpp"
#include "core/domain/written_word.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using core::name_as_written;
using core::Vocabulary;

TEST_CASE("a name is known in any letter case, with blanks, and in Vietnamese", "[domain][word]") {
    const std::vector<std::tuple<Vocabulary, std::string, std::string>> words = {
        {core::channels.vocabulary(), "online", "online"},
        {core::channels.vocabulary(), "ONLINE", "online"},
        {core::channels.vocabulary(), " Online ", "online"},
        {core::channels.vocabulary(), "Trực tuyến", "online"},
        {core::channels.vocabulary(), "TRỰC TUYẾN", "online"},
        {core::channels.vocabulary(), "trực\u00A0tuyến", "online"},
        {core::channels.vocabulary(), "truc tuyen", "online"},
        {core::channels.vocabulary(), "In person", "in_person"},
        {core::channels.vocabulary(), "in-person", "in_person"},
        {core::channels.vocabulary(), "Trực tiếp", "in_person"},
        {core::channels.vocabulary(), "Qua bưu chính công ích", "postal"},
        {core::endings.vocabulary(), "Đồng ý", "approved"},
        {core::endings.vocabulary(), "Không đủ điều kiện", "rejected"},
        {core::endings.vocabulary(), "REJECTED", "rejected"},
        {core::deadline_units.vocabulary(), "Ngày làm việc", "working_day"},
        {core::deadline_units.vocabulary(), "Working Day", "working_day"},
        {core::online_levels.vocabulary(), "Toàn trình", "full"},
        {core::sectors.vocabulary(), "Cấp xã", "ward"},
        {core::day_kinds.vocabulary(), "Ngày nghỉ", "holiday"}};
    for (const auto& [vocabulary, written, name] : words) {
        INFO(written);
        CHECK(name_as_written(vocabulary, written) == name);
    }
    CHECK_FALSE(name_as_written(core::channels.vocabulary(), ""));
    CHECK_FALSE(name_as_written(core::channels.vocabulary(), "trực"));
    CHECK_FALSE(name_as_written(core::channels.vocabulary(), "approved"));
    // Working days or days of the calendar: nobody can tell.
    CHECK_FALSE(name_as_written(core::deadline_units.vocabulary(), "ngày"));
}

TEST_CASE("yes and no are known as people and spreadsheets write them", "[domain][word]") {
    for (const char* text :
         {"1", "TRUE", "true", "ĐÚNG", "Đúng", "có", "x", "X", "yes", "Y", "1.0"}) {
        INFO(text);
        CHECK(core::flag_as_written(text) == true);
    }
    for (const char* text : {"", " ", "0", "FALSE", "SAI", "không", "No", "n", "0.0"}) {
        INFO(text);
        CHECK(core::flag_as_written(text) == false);
    }
    for (const char* text : {"2", "đã", "?", "true false"}) {
        INFO(text);
        CHECK_FALSE(core::flag_as_written(text));
    }
}
