#include "core/engine/journal/journal.hpp"
#include "tests/support/office_samples.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <vector>

using core::chain_hash;
using core::Hash;
using core::NewEvent;
using std::chrono::seconds;

namespace {

Hash counting_hash() {
    Hash hash;
    for (std::size_t i = 0; i < hash.size(); ++i) hash[i] = static_cast<std::byte>(i);
    return hash;
}

NewEvent sample_event() {
    NewEvent event;
    event.recorded_at = core::Instant{seconds{1'714'960'800}};
    event.act_at = core::Instant{seconds{1'714'957'200}};
    event.act = "receive";
    event.subject = "000.00.18.H55-240506-0001";
    event.actor = {"lan", "counter 1"};
    event.reason = "lý do";
    event.payload = "{\"a\":1}";
    event.previous_seq = 5;
    return event;
}

} // namespace

TEST_CASE("SHA-256 is what the standard says", "[engine][journal]") {
    CHECK(core::to_hex(core::sha256("")) ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(core::to_hex(core::sha256("abc")) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("an event's hash never changes from release to release", "[engine][journal]") {
    // Computed elsewhere: SHA-256 of the hash before, then numbers in 8 bytes, little end first,
    // and texts behind their length.
    CHECK(core::to_hex(chain_hash(counting_hash(), 17, sample_event())) ==
          "d728879d864af74585458c045255688de67877b7fc065ba8e57764ee6c47bf89");
}

TEST_CASE("every member of an event counts in its hash", "[engine][journal]") {
    std::vector<NewEvent> events(11, sample_event());
    events[1].recorded_at += seconds{1};
    events[2].act_at += seconds{1};
    events[3].act = "refuse";
    events[4].subject.back() = '2';
    events[5].actor.who = "Lan";
    events[6].actor.place = "counter 2";
    events[7].reason.clear();
    events[8].payload = "{\"a\":2}";
    events[9].previous_seq = 4;
    events[10].actor = {"lanc", "ounter 1"}; // the same bytes, cut elsewhere
    std::set<std::string> hashes;
    for (const NewEvent& event : events)
        hashes.insert(core::to_hex(chain_hash(counting_hash(), 17, event)));
    hashes.insert(core::to_hex(chain_hash(counting_hash(), 18, sample_event())));
    hashes.insert(core::to_hex(chain_hash(Hash{}, 17, sample_event())));
    CHECK(hashes.size() == 13);
}
