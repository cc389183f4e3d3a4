#include "counter/scan_file.hpp"

#include "core/domain/failure.hpp"
#include "counter/sha256.hpp"

#include <fcntl.h>

#include <cerrno>
#include <cstdio>

namespace counter {

namespace fs = std::filesystem;

namespace {

constexpr int most_of_a_name = 10'000;
constexpr std::size_t id_length = 24;

/// 0, or what went wrong. Never overwrites.
int rename_anew(const fs::path& from, const fs::path& to) {
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    // A file system without it, such as a network share.
    std::error_code unknown;
    if (fs::exists(to, unknown)) return EEXIST;
    return std::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

} // namespace

std::string_view media_type_of(std::string_view first_bytes) {
    using namespace std::string_view_literals;
    if (first_bytes.starts_with("%PDF-"sv)) return "application/pdf";
    if (first_bytes.starts_with("\xFF\xD8\xFF"sv)) return "image/jpeg";
    if (first_bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return "image/png";
    constexpr std::size_t webp_mark_at = 8;
    if (first_bytes.starts_with("RIFF"sv) && first_bytes.size() > webp_mark_at &&
        first_bytes.substr(webp_mark_at).starts_with("WEBP"sv))
        return "image/webp";
    if (first_bytes.starts_with("II*\0"sv) || first_bytes.starts_with("MM\0*"sv))
        return "image/tiff";
    return "";
}

std::string scan_id(std::string_view name, std::uintmax_t bytes, std::int64_t changed_ns) {
    const std::string all =
        std::to_string(bytes) + "/" + std::to_string(changed_ns) + "/" + std::string(name);
    return sha256_hex(all).substr(0, id_length);
}

core::Result<std::string> move_to_done(const fs::path& folder, const std::string& name) {
    const fs::path done = folder / "done";
    fs::create_directories(done);
    const fs::path file(name);
    for (int number = 1; number <= most_of_a_name; ++number) {
        const std::string mark = number == 1 ? "" : "-" + std::to_string(number);
        const std::string moved = file.stem().string() + mark + file.extension().string();
        const int failure = rename_anew(folder / name, done / moved);
        if (failure == 0) return moved;
        if (failure == ENOENT) return core::Error{core::ErrorKind::not_found, "scan-gone"};
        if (failure != EEXIST)
            throw core::Failure({"scan-not-moved", {{"reason", core::system_reason(failure)}}});
    }
    throw core::Failure("scan-done-folder-full");
}

} // namespace counter
