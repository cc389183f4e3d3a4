#include "scanner/code_search.hpp"

#include "scanner/plane_filters.hpp"
#include "scanner/region_stages.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <functional>
#include <utility>

namespace scanner {

namespace {

// A page at 300 dpi is 3,508 pixels long. Longer planes are shrunk: the decoders gain nothing.
constexpr int longest_plane = 4200;
// A page's codes outweigh its words about ten times (code_regions.hpp): what is lighter than this
// share of the heaviest waits until all else has failed.
constexpr double heavy_share = 0.2;
// Once a code of ours is found, for heavy regions that gave none: so long at most, and of a short
// budget, as a camera's frames have, a small part.
constexpr std::chrono::milliseconds rescue_after_success{60};
constexpr int rescue_share_of_budget = 10;
// Who has no more time than this, a camera's frame, wants one code of ours: bars wait then.
constexpr std::chrono::milliseconds short_budget{100};
// zbar takes so long for a pixel: not begun when it would end long after the budget.
constexpr std::chrono::nanoseconds zbar_pixel_time{30};
constexpr std::chrono::milliseconds budget_slack{100};

/// Regions of one plane, and how heavy the heaviest of each kind is.
struct Regions {
    std::vector<CodeRegion> all;
    double heaviest_bars = 0;
    double heaviest_matrix = 0;

    bool is_heavy(const CodeRegion& region) const {
        const bool bars = region.kind == CodeRegion::Kind::bars;
        return region.weight >= heavy_share * (bars ? heaviest_bars : heaviest_matrix);
    }
};

Regions regions_of(const PlaneView& plane) {
    Regions regions{find_code_regions(plane)};
    for (const CodeRegion& region : regions.all) {
        double& heaviest =
            region.kind == CodeRegion::Kind::bars ? regions.heaviest_bars : regions.heaviest_matrix;
        heaviest = std::max(heaviest, region.weight);
    }
    return regions;
}

class Search {
public:
    explicit Search(const SearchOptions& options) : options_(options), findings_(begun_) {}

    /// Planes of one picture, the most promising first.
    void add_plane(const PlaneView& plane, const char* name) {
        const int longest = std::max(plane.width, plane.height);
        const int factor = (longest + longest_plane - 1) / longest_plane;
        if (factor < 2 || std::min(plane.width, plane.height) < factor) {
            planes_.push_back({plane, 1, name});
            return;
        }
        shrunk_.push_back(shrunk(plane, factor));
        planes_.push_back({shrunk_.back().view(), static_cast<double>(factor), name});
    }

    std::vector<Symbol> run() {
        for (const SearchPlane& plane : planes_) read_plain(plane);
        rescue_regions(Weight::heavy);
        if (goes_on()) {
            for (const SearchPlane& plane : planes_) read_whole(plane);
        }
        if (goes_on()) rescue_regions(Weight::light);
        read_also();
        return findings_.symbols();
    }

private:
    bool out_of_time() const { return Findings::Clock::now() - begun_ >= options_.budget; }

    bool is_read(const SearchPlane& plane, const CodeRegion& region) const {
        return findings_.explain(plane.in_picture(region.middle));
    }

    bool goes_on() const { return options_.every_stage || !findings_.has_ours(); }

    bool is_enough_for_now() const { return options_.budget < short_budget && !goes_on(); }

    void read_plain(const SearchPlane& plane) {
        if (out_of_time()) return;
        add_all(plane, read_qr_codes(plane.view, options_.first), "plain", 1);
        if (is_enough_for_now()) return;
        regions_.push_back(regions_of(plane.view));
        for (const CodeRegion& region : regions_.back().all) {
            if (out_of_time() || is_enough_for_now()) break;
            if (region.kind == CodeRegion::Kind::bars && regions_.back().is_heavy(region) &&
                !is_read(plane, region)) {
                read_bars(plane, region, findings_);
            }
        }
    }

    enum class Weight { heavy, light };

    void rescue_regions(Weight weight) {
        const auto rescue_begun = Findings::Clock::now();
        const Findings::Clock::duration most = std::min<Findings::Clock::duration>(
            rescue_after_success, options_.budget / rescue_share_of_budget);
        const auto enough = [&] {
            return out_of_time() || (!goes_on() && Findings::Clock::now() - rescue_begun >= most);
        };
        for (std::size_t i = 0; i < regions_.size(); ++i) {
            for (const CodeRegion& region : regions_[i].all) {
                const bool heavy = regions_[i].is_heavy(region);
                if (heavy != (weight == Weight::heavy) || is_read(planes_[i], region)) continue;
                if (enough()) return;
                if (region.kind == CodeRegion::Kind::bars) {
                    rescue_bars(planes_[i], region, findings_);
                } else {
                    rescue_matrix(planes_[i], region, findings_);
                }
            }
        }
    }

    /// The whole page in other ways, until one gives a code of ours.
    void read_whole(const SearchPlane& plane) {
        const auto qr = [&](const Plane& prepared, double factor, const char* stage) {
            add_all(plane, read_qr_codes(prepared.view(), Threshold::by_neighbourhood), stage,
                    factor);
        };
        const bool can_shrink = std::min(plane.view.width, plane.view.height) >= 60;
        const std::pair<const char*, std::function<void()>> ways[] = {
            {"page histogram",
             [&] {
                 add_all(plane, read_qr_codes(plane.view, Threshold::by_histogram),
                         "page histogram", 1);
             }},
            {"page bars",
             [&] {
                 if (auto reading =
                         read_linear_code(plane.view, Threshold::by_histogram, Turns::all_four)) {
                     add_all(plane, {std::move(*reading)}, "page bars", 1);
                 }
             }},
            {"page soft", [&] { qr(softened(plane.view), 1, "page soft"); }},
            {"page half",
             [&] {
                 if (can_shrink) qr(shrunk(plane.view, 2), 2, "page half");
             }},
            {"page third",
             [&] {
                 if (can_shrink) qr(shrunk(plane.view, 3), 3, "page third");
             }},
            {"page inverted", [&] { qr(inverted(plane.view), 1, "page inverted"); }},
            {"zbar",
             [&] {
                 if (time_for_zbar(plane)) add_all(plane, read_with_zbar(plane.view), "zbar", 1);
             }},
        };
        for (const auto& [name, way] : ways) {
            if (out_of_time() || !goes_on()) return;
            way();
        }
    }

    bool time_for_zbar(const SearchPlane& plane) const {
        const auto needed = zbar_pixel_time * (std::int64_t{plane.view.width} * plane.view.height);
        return Findings::Clock::now() - begun_ + needed < options_.budget + budget_slack;
    }

    void read_also() {
        for (const Format format : options_.also) {
            for (const SearchPlane& plane : planes_) {
                if (out_of_time()) return;
                for (const Threshold threshold :
                     {Threshold::by_neighbourhood, Threshold::by_histogram}) {
                    if (auto reading = read_one(plane.view, format, threshold))
                        add_all(plane, {std::move(*reading)},
                                threshold == Threshold::by_histogram ? "also histogram" : "also",
                                1);
                }
            }
        }
    }

    void add_all(const SearchPlane& plane,
                 std::vector<Reading> readings,
                 const char* stage,
                 double factor) {
        for (Reading& reading : readings) {
            for (Point& corner : reading.corners)
                corner = plane.in_picture(Point{corner.x * factor, corner.y * factor});
            findings_.add(std::move(reading), stage, plane.name + stage);
        }
    }

    Findings::Clock::time_point begun_ = Findings::Clock::now();
    SearchOptions options_;
    Findings findings_;
    std::deque<Plane> shrunk_; // what the planes look at, so it never moves
    std::vector<SearchPlane> planes_;
    std::vector<Regions> regions_; // of each plane
};

} // namespace

std::vector<Symbol> find_codes(const Picture& picture, const SearchOptions& options) {
    Search search(options);
    if (picture.without_ink) search.add_plane(picture.without_ink->view(), "no ink, ");
    search.add_plane(picture.luma.view(), "");
    return search.run();
}

std::vector<Symbol> find_codes(const PlaneView& plane, const SearchOptions& options) {
    Search search(options);
    search.add_plane(plane, "");
    return search.run();
}

} // namespace scanner
