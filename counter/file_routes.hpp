#pragma once

#include "core/agent/page_hub.hpp"
#include "core/net/server/http_server.hpp"
#include "counter/login_resolver.hpp"
#include "counter/scan_folder.hpp"
#include "counter/work_thread.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace counter {

/// `/local/files` and what is under it: the papers in the scanner's folder, for whoever is logged
/// in. All members on the server's thread.
class FileRoutes {
public:
    /// `tell` sends a message to all pages. All must outlive this.
    FileRoutes(LoginResolver& logins,
               net::HttpServer& server,
               WorkThread& disk,
               std::function<void(const agent::PageHub::MakeMessage&)> tell)
        : logins_(logins), server_(server), disk_(disk), tell_(std::move(tell)) {}

    /// Begins watching; until then there are no files.
    void watch(const std::filesystem::path& folder,
               const std::function<void(const FolderState& state)>& changed);

    /// `rest` is what follows `/local/files`: empty, `/{id}`, `/{id}/preview`, `/{id}/done`.
    void
    handle(const net::HttpRequest& request, std::string_view rest, const net::Responder& respond);

private:
    void answer(const net::HttpRequest& request,
                const std::string& id,
                const std::string& action,
                const net::Responder& respond);
    net::HttpResponse list(words::Language language) const;
    void send_bytes(const ScanFile& file, words::Language language, const net::Responder& respond);
    void
    send_preview(const ScanFile& file, words::Language language, const net::Responder& respond);
    void move_away(const ScanFile& file, words::Language language, const net::Responder& respond);
    void arrived(const ScanFile& file);
    void gone(const std::string& id);

    LoginResolver& logins_;
    net::HttpServer& server_;
    WorkThread& disk_;
    std::function<void(const agent::PageHub::MakeMessage&)> tell_;
    std::filesystem::path path_;
    std::map<std::string, ScanFile, std::less<>> files_; // by id
    std::unique_ptr<ScanFolder> folder_;                 // last: its thread posts to the above
};

} // namespace counter
