#include "core/server/routes/walk_memory.hpp"

#include <catch2/catch.hpp>

using core::StoredDossier;
using core::WalkedPages;
using server::WalkMemory;
using server::WalkPlace;

namespace {

StoredDossier changed_dossier(std::int64_t id) { return {id, {}, 1, 1'000}; }

/// `pages` pages of ten.
WalkedPages pages_of_ten(std::int64_t pages, std::int64_t first_id = 1) {
    WalkedPages walked(100);
    for (std::int64_t page = 0; page < pages; ++page) {
        std::vector<StoredDossier> shown;
        for (int i = 0; i < 10; ++i) shown.push_back(changed_dossier(first_id + page * 10 + i));
        walked.add(shown);
    }
    return walked;
}

} // namespace

TEST_CASE("a walk is remembered up to the page that is gone on from", "[walks]") {
    WalkMemory memory;
    const WalkPlace one = memory.keep({}, pages_of_ten(1));
    const WalkPlace two = memory.keep(one, pages_of_ten(2));
    CHECK(two.walk == one.walk);
    REQUIRE(memory.find(one));
    CHECK(memory.find(one)->size() == 10);
    CHECK_FALSE(memory.find(one)->have_shown(changed_dossier(11)));
    CHECK(memory.find(two)->have_shown(changed_dossier(11)));
    CHECK(memory.find(two)->began_at() == 100);
}

TEST_CASE("of a page that is read again the later reading counts", "[walks]") {
    WalkMemory memory;
    const WalkPlace one = memory.keep({}, pages_of_ten(1));
    memory.keep(one, pages_of_ten(2));
    WalkedPages again = memory.find(one).value();
    again.add(std::vector{changed_dossier(77)});
    const WalkPlace two = memory.keep(one, again);
    CHECK(memory.find(two)->have_shown(changed_dossier(77)));
    CHECK_FALSE(memory.find(two)->have_shown(changed_dossier(11)));
    CHECK_FALSE(memory.find({two.walk, 3}));
}

TEST_CASE("the walk that nobody went on with for longest is forgotten first", "[walks]") {
    WalkMemory memory(3 * (10 + WalkMemory::ids_of_a_walk));
    const WalkPlace eldest = memory.keep({}, pages_of_ten(1));
    const WalkPlace second = memory.keep({}, pages_of_ten(1));
    const WalkPlace third = memory.keep({}, pages_of_ten(1));
    memory.keep(eldest, pages_of_ten(1));
    CHECK(memory.find(second));
    const WalkPlace fourth = memory.keep({}, pages_of_ten(1));
    CHECK_FALSE(memory.find(second));
    for (const WalkPlace place : {eldest, third, fourth}) CHECK(memory.find(place));
    // One that has no room beside any other is remembered alone.
    const WalkPlace long_one = memory.keep({}, pages_of_ten(30));
    CHECK(memory.find(long_one));
    CHECK_FALSE(memory.find(fourth));
    CHECK_FALSE(memory.find({99, 1}));
}

TEST_CASE("only who changed since a walk began may have been missed by it", "[walks]") {
    const WalkedPages walked = pages_of_ten(2);
    CHECK_FALSE(walked.may_have_missed({50, {}, 1, 100}));   // as he was
    CHECK(walked.may_have_missed({50, {}, 1, 101}));         // changed
    CHECK_FALSE(walked.may_have_missed({50, {}, 101, 105})); // came later
    CHECK_FALSE(walked.may_have_missed({5, {}, 1, 101}));    // was shown
    CHECK_FALSE(WalkedPages().may_have_missed({50, {}, 1, 101}));
}
