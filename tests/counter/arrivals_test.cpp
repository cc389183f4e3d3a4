#include "counter/arrivals.hpp"

#include <catch2/catch.hpp>

using counter::Arrivals;
using counter::FolderEntry;
using Names = std::vector<std::string>;
using namespace std::chrono_literals;

namespace {

const Arrivals::Time begin{};

Names arrived(const Arrivals::Changes& changes) {
    Names names;
    for (const FolderEntry& entry : changes.arrived) names.push_back(entry.name);
    return names;
}

} // namespace

TEST_CASE("a scan that is being written is not told before it is whole", "[counter][folder]") {
    Arrivals arrivals;
    CHECK(arrived(arrivals.update({{"a.pdf", 0, 1}}, begin)).empty());
    CHECK(arrivals.is_waiting());
    CHECK(arrived(arrivals.update({{"a.pdf", 100, 2}}, begin + 1s)).empty());
    CHECK(arrived(arrivals.update({{"a.pdf", 200, 3}}, begin + 5s)).empty());
    CHECK(arrived(arrivals.update({{"a.pdf", 200, 3}}, begin + 6900ms)).empty());
    CHECK(arrived(arrivals.update({{"a.pdf", 200, 3}}, begin + 7s)) == Names{"a.pdf"});
    CHECK_FALSE(arrivals.is_waiting());
    CHECK(arrived(arrivals.update({{"a.pdf", 200, 3}}, begin + 10s)).empty()); // once
}

TEST_CASE("a scan that was closed or moved in is told at once", "[counter][folder]") {
    Arrivals arrivals;
    arrivals.note_closed("a.pdf");
    arrivals.note_closed("gone again.pdf");
    CHECK(arrived(arrivals.update({{"a.pdf", 100, 1}, {"b.pdf", 100, 1}}, begin)) ==
          Names{"a.pdf"});
    CHECK(arrivals.is_waiting()); // for b
}

TEST_CASE("an empty scan is not told, however long it lies there", "[counter][folder]") {
    Arrivals arrivals;
    arrivals.note_closed("a.pdf");
    CHECK(arrived(arrivals.update({{"a.pdf", 0, 1}}, begin)).empty());
    CHECK(arrived(arrivals.update({{"a.pdf", 0, 1}}, begin + 1h)).empty());
}

TEST_CASE("a scan that is taken away is told, one that was never told is not",
          "[counter][folder]") {
    Arrivals arrivals;
    arrivals.note_closed("a.pdf");
    (void)arrivals.update({{"a.pdf", 100, 1}, {"b.pdf", 100, 1}}, begin);
    CHECK(arrivals.update({}, begin + 1s).gone == Names{"a.pdf"});
    CHECK(arrivals.update({}, begin + 2s).gone.empty());
}

TEST_CASE("a scan that replaces another one of its name is another one", "[counter][folder]") {
    Arrivals arrivals;
    arrivals.note_closed("a.pdf");
    (void)arrivals.update({{"a.pdf", 100, 1, 7}}, begin);
    arrivals.note_closed("a.pdf");
    const auto changes = arrivals.update({{"a.pdf", 100, 1, 8}}, begin + 1s);
    CHECK(changes.gone == Names{"a.pdf"});
    CHECK(arrived(changes) == Names{"a.pdf"});
}

TEST_CASE("only scans are told, whatever else is in the folder", "[counter][folder]") {
    for (const char* name : {"a.pdf", "A.PDF", "tờ khai.jpeg", "b.jpg", "c.png", "d.TIF", "e.tiff"})
        CHECK(counter::is_scan_name(name));
    for (const char* name : {"a.txt", "pdf", ".pdf", ".a.pdf", "a.pdf.part", "a.pdf~", "", "a."})
        CHECK_FALSE(counter::is_scan_name(name));
    Arrivals arrivals;
    (void)arrivals.update({{"Thumbs.db", 5, 1}}, begin);
    CHECK(arrived(arrivals.update({{"Thumbs.db", 5, 1}}, begin + 1h)).empty());
    CHECK_FALSE(arrivals.is_waiting());
}

TEST_CASE("too many scans wait until others are done with", "[counter][folder]") {
    Arrivals arrivals;
    std::vector<FolderEntry> entries;
    for (std::size_t i = 0; i < Arrivals::most_files + 3; ++i)
        entries.push_back({std::to_string(i) + ".pdf", 10, 1});
    (void)arrivals.update(entries, begin);
    const auto first = arrivals.update(entries, begin + 3s);
    CHECK(first.arrived.size() == Arrivals::most_files);
    CHECK(first.left_out == 3);
    entries.erase(entries.begin(), entries.begin() + 10);
    (void)arrivals.update(entries, begin + 4s);
    const auto later = arrivals.update(entries, begin + 7s);
    CHECK(later.arrived.size() == 3);
    CHECK(later.left_out == 0);
}
