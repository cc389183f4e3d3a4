#include "core/agent/append_log.hpp"

#include "core/agent/safe_file.hpp"
#include "core/domain/failure.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <cassert>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <optional>

namespace agent {

namespace {

// A line is eight hex digits of CRC-32, a blank, the text, a line feed.
constexpr std::size_t checksum_digits = 8;
constexpr std::size_t before_text = checksum_digits + 1;

std::uint32_t checksum_of(std::string_view text) {
    return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(text.data()), //
                                              text.size()));
}

std::string line_with_checksum(std::string_view text) {
    assert(text.find('\n') == std::string_view::npos);
    std::array<char, before_text + 1> checksum{};
    std::snprintf(checksum.data(), checksum.size(), "%08x ", checksum_of(text));
    return checksum.data() + std::string(text) + "\n";
}

/// The text of a line without its line feed; none when it is broken.
std::optional<std::string_view> text_of(std::string_view line) {
    if (line.size() < before_text || line[checksum_digits] != ' ') return std::nullopt;
    const std::string_view text = line.substr(before_text);
    std::uint32_t checksum = 0;
    const char* const end = line.data() + checksum_digits;
    const auto read = std::from_chars(line.data(), end, checksum, 16);
    if (read.ec != std::errc() || read.ptr != end || checksum != checksum_of(text))
        return std::nullopt;
    return text;
}

/// Hands on every line; how many bytes of `all` are sound lines.
std::size_t
read_lines(const std::filesystem::path& file, std::string_view all, const AppendLog::Each& each) {
    std::size_t begin = 0;
    for (int number = 1; begin < all.size(); ++number) {
        const std::size_t end = all.find('\n', begin);
        if (end == std::string_view::npos) break;
        const auto text = text_of(all.substr(begin, end - begin));
        if (!text) {
            if (all.find('\n', end + 1) == std::string_view::npos) break; // never was confirmed
            throw core::Failure({"file-line-broken", {{"file", file.string()}, {"line", number}}});
        }
        each(*text);
        begin = end + 1;
    }
    return begin;
}

void lock_file(int descriptor, const std::filesystem::path& file) {
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return;
    if (errno == EWOULDBLOCK) throw core::Failure({"file-in-use", {{"file", file.string()}}});
    throw_file_error(file, "file-not-locked");
}

/// Whether the file of that name is still the one that is open: a rewrite puts another there.
bool is_in_place(int descriptor, const std::filesystem::path& file) {

    struct stat opened {
    }, named{};

    return ::fstat(descriptor, &opened) == 0 && ::stat(file.c_str(), &named) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

files::FileDescriptor open_locked(const std::filesystem::path& file) {
    constexpr mode_t owner_only = 0600;
    for (;;) {
        files::FileDescriptor descriptor(
            ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, owner_only));
        if (!descriptor.is_open()) throw_file_error(file, "file-not-opened");
        lock_file(descriptor.get(), file);
        if (is_in_place(descriptor.get(), file)) return descriptor;
    }
}

} // namespace

AppendLog::AppendLog(std::filesystem::path file, const Each& each)
    : file_(std::move(file)), descriptor_(open_locked(file_)) {
    const std::string all = read_file(file_).value_or("");
    bytes_ = read_lines(file_, all, each);
    const auto end = static_cast<off_t>(bytes_);
    if (::ftruncate(descriptor_.get(), end) != 0 ||
        ::lseek(descriptor_.get(), end, SEEK_SET) != end)
        throw_file_error(file_, "file-not-cut");
    sync_file(descriptor_.get(), file_);
}

void AppendLog::append(std::string_view line) {
    if (!descriptor_.is_open()) {
        errno = EIO;
        throw_file_error(file_, "file-unwritable");
    }
    const std::string whole = line_with_checksum(line);
    try {
        write_all(descriptor_.get(), file_, whole);
        sync_file(descriptor_.get(), file_);
    } catch (const std::exception&) {
        // What is half there must not stand before the next line, nor come back after a restart.
        const auto end = static_cast<off_t>(bytes_);
        if (::ftruncate(descriptor_.get(), end) != 0 || ::fdatasync(descriptor_.get()) != 0 ||
            ::lseek(descriptor_.get(), end, SEEK_SET) != end)
            descriptor_ = files::FileDescriptor();
        throw;
    }
    bytes_ += whole.size();
}

void AppendLog::rewrite(const std::function<void(const Each& add)>& lines) {
    std::string all;
    lines([&](std::string_view line) { all += line_with_checksum(line); });
    const std::filesystem::path beside = file_.string() + ".new";
    files::FileDescriptor fresh = create_file(beside);
    lock_file(fresh.get(), beside); // before it is in place, where others look
    write_all(fresh.get(), beside, all);
    sync_file(fresh.get(), beside);
    const auto take_over = [&] {
        descriptor_ = std::move(fresh);
        bytes_ = all.size();
    };
    try {
        rename_and_sync(beside, file_);
    } catch (const std::exception&) {
        if (is_in_place(fresh.get(), file_)) take_over(); // else lines would go to a removed file
        throw;
    }
    take_over();
}

} // namespace agent
