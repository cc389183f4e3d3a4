#pragma once

#include <catch2/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <random>

/// Numbers that look random and are the same in every run, on every machine.
class Random {
public:
    explicit Random(std::uint64_t seed) : seed_(seed), engine_(seed) {}

    std::uint64_t seed() const { return seed_; }

    /// Both inclusive. The slight unevenness of the remainder does not matter here.
    std::int64_t between(std::int64_t first, std::int64_t last) {
        const auto choices = static_cast<std::uint64_t>(last - first) + 1;
        return first + static_cast<std::int64_t>(engine_() % choices);
    }

    int integer(int first, int last) { return static_cast<int>(between(first, last)); }

    bool one_in(int n) { return between(1, n) == 1; }

    template <typename Range>
    const auto& pick(const Range& range) {
        return range[static_cast<std::size_t>(between(0, std::ssize(range) - 1))];
    }

private:
    std::uint64_t seed_;
    std::mt19937_64 engine_;
};

/// Runs `check` with a generator of its own for each case; a failure names the case's seed.
/// To look at one case, call `check` with `Random{seed}`.
template <typename Check>
void for_random_cases(int count, Check check) {
    constexpr std::uint64_t first_seed = 20230103;
    for (int i = 0; i < count; ++i) {
        Random random{first_seed + static_cast<std::uint64_t>(i)};
        INFO("random case with seed " << random.seed());
        check(random);
    }
}
