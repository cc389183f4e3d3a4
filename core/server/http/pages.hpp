#pragma once

#include "core/net/server/static_files.hpp"

#include <filesystem>
#include <optional>

namespace server {

/// The built pages of the screens, and the sounds of calls at `/sounds/`. Each answer tells the
/// browser to take nothing from elsewhere and to be framed by nobody else.
class Pages {
public:
    /// Either may be empty: then there is none. Throws with a sentence for a folder that is missing
    /// or too large.
    Pages(const std::filesystem::path& web, const std::filesystem::path& sounds);

    /// None when the request is for no page.
    std::optional<net::HttpResponse> answer(const net::HttpRequest& request) const;

private:
    net::StaticFiles pages_;
    net::StaticFiles sounds_;
};

} // namespace server
