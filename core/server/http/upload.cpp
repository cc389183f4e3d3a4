#include "core/server/http/upload.hpp"

#include "core/server/http/route.hpp"
#include "db/error.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace server {

namespace {

constexpr std::size_t beginning_bytes = 16;

[[noreturn]] void throw_failure(int reason) {
    if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG) {
        throw db::DiskFull("upload-disk-full");
    }
    throw std::runtime_error(std::string("an attachment cannot be kept on disk: ") +
                             std::strerror(reason));
}

/// A file that is gone with its descriptor, whatever happens.
int nameless_file() {
    const std::string folder = std::filesystem::temp_directory_path().string();
    int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0) return file;
    std::string name = folder + "/motcua-upload-XXXXXX"; // a file system without O_TMPFILE
    file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file >= 0) ::unlink(name.c_str());
    return file;
}

struct Beginning {
    std::string_view type;
    std::string_view bytes;
};

using namespace std::string_view_literals;

constexpr std::array beginnings = {
    Beginning{"application/pdf", "%PDF-"},
    Beginning{"image/png", "\x89PNG\r\n\x1a\n"},
    Beginning{"image/jpeg", "\xff\xd8\xff"},
    Beginning{"image/webp", "RIFF"},
    Beginning{"image/tiff", "II*\0"sv},
    Beginning{"image/tiff", "MM\0*"sv},
    Beginning{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"},
    Beginning{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"},
    Beginning{"application/xml", "<"},
    Beginning{"application/xml", "\xef\xbb\xbf<"},
};

} // namespace

Upload::Upload() : file_(nameless_file()) {
    if (file_ < 0) failure_ = errno;
}

Upload::~Upload() {
    if (file_ >= 0) ::close(file_);
}

void Upload::write(std::string_view bytes) {
    if (beginning_.size() < beginning_bytes)
        beginning_.append(bytes.substr(0, beginning_bytes - beginning_.size()));
    hash_.add(bytes);
    size_ += bytes.size();
    // After a failure the rest is taken and thrown away, so that the client hears the answer.
    while (!bytes.empty() && failure_ == 0) {
        const ssize_t written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            failure_ = errno;
            return;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void Upload::finish() {
    if (failure_ != 0) throw_failure(failure_);
    sha256_ = core::to_hex(hash_.finish());
}

std::string Upload::read(std::size_t offset, std::size_t most) const {
    std::string bytes(std::min(most, size_ - std::min(size_, offset)), '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const ssize_t length = ::pread(file_, bytes.data() + have, bytes.size() - have,
                                       static_cast<off_t>(offset + have));
        if (length < 0 && errno == EINTR) continue;
        if (length <= 0) throw_failure(length < 0 ? errno : EIO);
        have += static_cast<std::size_t>(length);
    }
    return bytes;
}

std::shared_ptr<Upload> begin_upload() { return std::make_shared<Upload>(); }

std::string media_type(std::string_view content_type) {
    std::string type(content_type.substr(0, content_type.find(';')));
    std::erase_if(type, [](char c) { return c == ' ' || c == '\t'; });
    std::transform(type.begin(), type.end(), type.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return type;
}

std::optional<net::HttpResponse> refuse_upload(const net::HttpRequest& head, const Config& config) {
    const std::string type = media_type(head.header("content-type"));
    if (config.attachment_types.contains(type)) return std::nullopt;
    std::string known;
    for (const std::string& each : config.attachment_types)
        known += (known.empty() ? "" : ", ") + each;
    return problem_response(
        {415, "unsupported-type", {"attachment-type-unsupported", {{"known", known}}}},
        language_of(head));
}

bool looks_like(std::string_view type, std::string_view beginning) {
    bool known = false;
    for (const Beginning& each : beginnings) {
        if (each.type != type) continue;
        if (beginning.starts_with(each.bytes)) return true;
        known = true;
    }
    return !known;
}

} // namespace server
