#pragma once

#include "core/domain/dossier.hpp"

#include <cstdint>
#include <string>

namespace core {

/// A reproducible sequence of numbers (SplitMix64): the same on every machine, unlike the
/// distributions of <random>.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next();

    /// 0 to sides - 1; sides > 0.
    int roll(int sides);

    /// True `percent` times in a hundred.
    bool chance(double percent);

    /// 0 to 1, 1 excluded.
    double fraction();

private:
    std::uint64_t state_;
};

/// Nobody: names put together from common parts, a number by the rules of the field, a phone of
/// a prefix that no operator has.
Applicant invent_applicant(Dice& dice);

/// Login of one of the invented officers.
std::string invent_officer(Dice& dice);

} // namespace core
