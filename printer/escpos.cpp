#include "printer/escpos.hpp"

#include <algorithm>
#include <cassert>

namespace printer {

namespace {

constexpr std::string_view reset = "\x1B@";
// GS ( H, function 48: the four bytes after it come back when the printing is completed.
constexpr std::string_view process_request("\x1D(H\x06\0\x30\x30", 7);
constexpr int longest_feed = 255;      ///< of one ESC J
constexpr std::size_t stripe_head = 8; ///< bytes of GS v 0 before the picture
constexpr double tail_mm = 20;         ///< of the ticket's end, sent when the rest went well

void add_byte(std::string& to, int byte) { to += static_cast<char>(byte); }

void add_feed(std::string& to, int dots) {
    for (; dots > 0; dots -= longest_feed) {
        to += "\x1BJ";
        add_byte(to, std::min(dots, longest_feed));
    }
}

void add_stripe(std::string& to, const Raster& raster, int from, int rows) {
    const auto width = static_cast<int>(raster.row_bytes());
    to += std::string_view("\x1Dv0\0", 4);
    add_byte(to, width % 256);
    add_byte(to, width / 256);
    add_byte(to, rows % 256);
    add_byte(to, rows / 256);
    const auto* first = reinterpret_cast<const char*>(raster.row(from));
    to.append(first, raster.row_bytes() * static_cast<std::size_t>(rows));
}

int count_rows(const Raster& raster, int from, int to, bool blank) {
    int end = from;
    while (end < to && raster.is_blank_row(end) == blank) ++end;
    return end - from;
}

void add_rows(std::string& to, const Raster& raster, int from, int end, int stripe_rows) {
    while (from < end) {
        const int blank = count_rows(raster, from, end, true);
        add_feed(to, blank);
        from += blank;
        if (from == end) break;
        const int inked = count_rows(raster, from, std::min(from + stripe_rows, end), false);
        add_stripe(to, raster, from, inked);
        from += inked;
    }
}

} // namespace

EncodedJob
encode_job(const Raster& raster, const PrinterProfile& profile, std::string_view job_id) {
    assert(raster.width <= profile.width_dots && job_id.size() == 4);
    const std::size_t longest_stripe =
        stripe_head + raster.row_bytes() * static_cast<std::size_t>(profile.stripe_rows);
    const int tail_rows = std::min(raster.height, static_cast<int>(tail_mm * profile.dots_per_mm));
    const int split = raster.height - tail_rows;

    EncodedJob job;
    job.rows = raster.height + profile.feed_before_cut_dots;
    job.recovery.assign(longest_stripe, '\0');
    job.recovery += reset;
    add_rows(job.body, raster, 0, split, profile.stripe_rows);
    add_rows(job.tail, raster, split, raster.height, profile.stripe_rows);
    add_feed(job.tail, profile.feed_before_cut_dots);
    job.tail += profile.cut;
    if (profile.confirm == Confirmation::process_id) {
        job.confirm = std::string(process_request) + std::string(job_id);
    } else if (profile.confirm == Confirmation::in_order) {
        job.confirm = checkpoint_request;
    }
    return job;
}

} // namespace printer
