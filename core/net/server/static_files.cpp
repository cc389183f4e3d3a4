#include "core/net/server/static_files.hpp"

#include "core/domain/failure.hpp"
#include "core/net/find_header.hpp"
#include "core/net/letter_case.hpp"
#include "core/net/server/gzip.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace net {

namespace {

namespace fs = std::filesystem;

struct FileType {
    std::string_view extension;
    std::string_view type;
    bool is_text; ///< gzip may pay
};

constexpr std::array<FileType, 19> file_types{{
    {".css", "text/css; charset=utf-8", true},
    {".html", "text/html; charset=utf-8", true},
    {".ico", "image/x-icon", false},
    {".jpeg", "image/jpeg", false},
    {".jpg", "image/jpeg", false},
    {".js", "text/javascript; charset=utf-8", true},
    {".json", "application/json", true},
    {".map", "application/json", true},
    {".mjs", "text/javascript; charset=utf-8", true},
    {".mp3", "audio/mpeg", false},
    {".ogg", "audio/ogg", false},
    {".png", "image/png", false},
    {".svg", "image/svg+xml", true},
    {".txt", "text/plain; charset=utf-8", true},
    {".wasm", "application/wasm", true},
    {".wav", "audio/wav", false},
    {".webmanifest", "application/manifest+json", true},
    {".webp", "image/webp", false},
    {".woff2", "font/woff2", false},
}};

constexpr FileType unknown_type{"", "application/octet-stream", false};

const FileType& type_of(const fs::path& file) {
    const std::string extension = lower_case(file.extension().string());
    const auto* const found =
        std::find_if(file_types.begin(), file_types.end(),
                     [&](const FileType& type) { return type.extension == extension; });
    return found == file_types.end() ? unknown_type : *found;
}

/// Half of the SHA-256 in hexadecimal digits: enough to tell versions apart.
std::string content_hash(std::string_view text) {
    static constexpr std::string_view digits = "0123456789abcdef";
    constexpr std::size_t kept_bytes = 16;
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    if (EVP_Digest(text.data(), text.size(), hash.data(), nullptr, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("The hash of a file cannot be computed.");
    std::string hex;
    for (std::size_t at = 0; at < kept_bytes; ++at) {
        hex += digits[hash[at] / 16];
        hex += digits[hash[at] % 16];
    }
    return hex;
}

std::string read_file(const fs::path& file) {
    std::ifstream input(file, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(input)), std::istreambuf_iterator<char>());
    if (!input) throw core::Failure({"page-file-unreadable", {{"file", file.string()}}});
    return text;
}

/// Follows symbolic links: what leads out of the folder is none of its files.
bool is_inside(const fs::path& file, const fs::path& folder) {
    const fs::path place = fs::canonical(file);
    return std::mismatch(folder.begin(), folder.end(), place.begin(), place.end()).first ==
           folder.end();
}

/// Whether the client has the version of the tag already.
bool has_version(const HttpRequest& request, std::string_view etag) {
    bool found = false;
    for_each_element(request.header("if-none-match"), [&](std::string_view element) {
        if (element.starts_with("W/")) element.remove_prefix(2);
        found = found || element == etag || element == "*";
    });
    return found;
}

/// A page's own links count from its folder, so its address ends with a slash.
HttpResponse to_folder(const HttpRequest& request) {
    std::string place;
    std::string_view rest = request.path;
    while (!rest.empty()) {
        rest.remove_prefix(1); // the slash before each name
        const std::size_t end = std::min(rest.find('/'), rest.size());
        place += "/" + escape_component(rest.substr(0, end));
        rest.remove_prefix(end);
    }
    place += "/";
    if (!request.query.empty()) place += "?" + request.query;
    HttpResponse response;
    response.status = 308;
    response.headers = {{"location", std::move(place)}, {"cache-control", "no-cache"}};
    return response;
}

} // namespace

StaticFiles::StaticFiles(const fs::path& folder, const std::string& prefix) {
    if (!fs::is_directory(folder))
        throw core::Failure({"page-folder-missing", {{"folder", folder.string()}}});
    const fs::path root = fs::canonical(folder);
    std::size_t total = 0;
    auto entry = fs::recursive_directory_iterator(root);
    for (; entry != fs::recursive_directory_iterator(); ++entry) {
        const fs::path& path = entry->path();
        if (path.filename().string().starts_with('.')) {
            entry.disable_recursion_pending();
            continue;
        }
        if (!fs::is_regular_file(path) || !is_inside(path, root)) continue;
        total += fs::file_size(path);
        if (total > folder_limit_bytes)
            throw core::Failure(
                {"page-folder-too-large",
                 {{"folder", folder.string()},
                  {"limit_mib", std::int64_t{folder_limit_bytes / (1024 * 1024)}}}});
        const std::string name = prefix + "/" + path.lexically_relative(root).generic_string();
        const FileType& type = type_of(path);
        std::string text = read_file(path);
        File file;
        file.type = type.type;
        file.etag = content_hash(text);
        file.cache_control =
            name.starts_with("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
        std::string packed = type.is_text ? gzip(text) : std::string();
        if (!packed.empty() && packed.size() < text.size())
            file.gzip = std::make_shared<const std::string>(std::move(packed));
        file.plain = std::make_shared<const std::string>(std::move(text));
        files_.emplace(name, std::move(file));
    }
}

const StaticFiles::File* StaticFiles::find(const std::string& path) const {
    const auto found = files_.find(path.ends_with('/') ? path + "index.html" : path);
    return found == files_.end() ? nullptr : &found->second;
}

std::optional<HttpResponse> StaticFiles::answer(const HttpRequest& request) const {
    if (request.method != "GET" && request.method != "HEAD") return std::nullopt;
    const File* found = find(request.path);
    if (!found) {
        if (request.path.empty() || !find(request.path + "/")) return std::nullopt;
        return to_folder(request);
    }
    const File& file = *found;

    const bool is_packed = file.gzip && takes_gzip(request);
    const std::string etag = "\"" + file.etag + (is_packed ? "-gzip\"" : "\"");
    HttpResponse response;
    response.headers = {{"etag", etag}, {"cache-control", file.cache_control}};
    if (file.gzip) response.headers.emplace_back("vary", "Accept-Encoding");
    if (has_version(request, etag)) {
        response.status = 304;
        return response;
    }
    response.headers.emplace_back("content-type", file.type);
    if (is_packed) response.headers.emplace_back("content-encoding", "gzip");
    response.shared_body = is_packed ? file.gzip : file.plain;
    return response;
}

} // namespace net
