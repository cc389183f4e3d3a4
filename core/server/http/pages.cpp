#include "core/server/http/pages.hpp"

#include "core/net/server/page_headers.hpp"

namespace server {

namespace {

net::StaticFiles files_of(const std::filesystem::path& folder, const std::string& prefix) {
    return folder.empty() ? net::StaticFiles() : net::StaticFiles(folder, prefix);
}

} // namespace

Pages::Pages(const std::filesystem::path& web, const std::filesystem::path& sounds)
    : pages_(files_of(web, "")), sounds_(files_of(sounds, "/sounds")) {}

std::optional<net::HttpResponse> Pages::answer(const net::HttpRequest& request) const {
    auto response = sounds_.answer(request);
    if (!response) response = pages_.answer(request);
    if (!response) return std::nullopt;
    net::add_page_headers(*response, "same-origin");
    return response;
}

} // namespace server
