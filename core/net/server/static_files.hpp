#pragma once

#include "core/net/http_message.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace net {

/// The files of a folder, read into memory once and served with their type, an ETag, and gzip
/// where the client takes it and it pays. Names with a hash in them (`assets/…`) may be kept for
/// ever, all others are asked for again each time (`no-cache`).
class StaticFiles {
public:
    /// A larger folder is not a folder of web pages; throws core::Failure.
    static constexpr std::size_t folder_limit_bytes = std::size_t{64} << 20;

    StaticFiles() = default;

    /// Each file under its path in the folder, behind `prefix` (`/sounds`).
    explicit StaticFiles(const std::filesystem::path& folder, const std::string& prefix = {});

    /// GET or HEAD of a file; a folder with an `index.html` is that file at `/folder/`, and
    /// `/folder` leads there. None when there is no such file.
    std::optional<HttpResponse> answer(const HttpRequest& request) const;

private:
    struct File;

    const File* find(const std::string& path) const;

    struct File {
        std::string type;
        std::string etag;
        std::string cache_control;
        std::shared_ptr<const std::string> plain;
        std::shared_ptr<const std::string> gzip; // none where it would not be smaller
    };

    std::map<std::string, File, std::less<>> files_;
};

} // namespace net
