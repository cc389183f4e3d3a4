#include "scanner/findings.hpp"

#include "scanner/payload.hpp"

#include <algorithm>
#include <cmath>

namespace scanner {

namespace {

// A picture made to keep the reader busy has more.
constexpr std::size_t places_limit = 256;

double distance(const Point& one, const Point& other) {
    return std::hypot(one.x - other.x, one.y - other.y);
}

/// Half the longest way across: a circle of this radius holds the symbol.
double reach(const Corners& corners) {
    return std::max(distance(corners[0], corners[2]), distance(corners[1], corners[3])) / 2;
}

/// A linear code is long and its readings lie anywhere on its height, so the same place is told
/// by the distance against the longer of both.
bool same_place(const Corners& one, const Corners& other) {
    return distance(middle(one), middle(other)) < std::max(reach(one), reach(other)) * 0.6 + 8;
}

bool has_weak_checksum(Format format) {
    return format == Format::code_128 || format == Format::code_39;
}

/// The area by the corners: the larger box tells more of where the symbol is.
double area(const Corners& corners) {
    double twice = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const Point& here = corners[i];
        const Point& next = corners[(i + 1) % 4];
        twice += here.x * next.y - next.x * here.y;
    }
    return std::abs(twice) / 2;
}

} // namespace

bool Findings::Place::is_taken() const {
    if (!has_weak_checksum(symbol.format)) return true;
    if (is_contradicted) return false;
    return is_ours || methods.size() >= 2;
}

void Findings::add(Reading reading, std::string_view stage, const std::string& method) {
    const bool is_ours =
        !reading.guessed && classify_payload(reading.text).kind != PayloadKind::other;
    for (Place& place : places_) {
        if (place.symbol.format != reading.format ||
            !same_place(place.symbol.corners, reading.corners))
            continue;
        if (place.symbol.text != reading.text) {
            // Of two texts in one place one is wrong. A code of ours stands against a stranger.
            if (has_weak_checksum(reading.format) && (is_ours || !place.is_ours))
                place.is_contradicted = true;
            continue;
        }
        if (std::find(place.methods.begin(), place.methods.end(), method) == place.methods.end())
            place.methods.push_back(method);
        if (area(reading.corners) > area(place.symbol.corners))
            place.symbol.corners = reading.corners;
        return;
    }
    if (places_.size() >= places_limit) return;
    Place place;
    place.is_ours = is_ours;
    if (has_weak_checksum(reading.format)) {
        for (const Place& other : places_) {
            if (other.symbol.format == reading.format &&
                same_place(other.symbol.corners, reading.corners) &&
                (other.is_ours || !place.is_ours)) {
                place.is_contradicted = true;
            }
        }
    }
    place.symbol = {reading.format,
                    std::move(reading.text),
                    reading.guessed,
                    reading.corners,
                    std::string(stage),
                    std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun_)};
    place.methods.push_back(method);
    places_.push_back(std::move(place));
}

std::vector<Symbol> Findings::symbols() const {
    std::vector<Symbol> taken;
    for (const Place& place : places_) {
        if (place.is_taken()) taken.push_back(place.symbol);
    }
    return taken;
}

bool Findings::has_ours() const {
    return std::any_of(places_.begin(), places_.end(),
                       [](const Place& place) { return place.is_ours && place.is_taken(); });
}

bool Findings::explain(const Point& point) const {
    return std::any_of(places_.begin(), places_.end(), [&](const Place& place) {
        const Corners& corners = place.symbol.corners;
        return place.is_taken() && distance(middle(corners), point) < reach(corners) * 0.8 + 8;
    });
}

} // namespace scanner
