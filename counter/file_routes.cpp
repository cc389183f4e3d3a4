#include "counter/file_routes.hpp"

#include "core/agent/json_answer.hpp"
#include "core/files/file_descriptor.hpp"
#include "core/words/words.hpp"
#include "counter/local_answer.hpp"
#include "counter/page_message.hpp"

#include <boost/json/value.hpp>
#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace counter {

namespace json = boost::json;
namespace fs = std::filesystem;

namespace {

/// An open file, sent as long as it was when it was opened.
class FileBytes final : public net::BodySource {
public:
    FileBytes(files::FileDescriptor file, std::size_t size) : file_(std::move(file)), size_(size) {}

    std::size_t size() const override { return size_; }

    std::string read(std::size_t most) override {
        std::string bytes(std::min(most, size_ - at_), '\0');
        std::size_t filled = 0;
        while (filled < bytes.size()) {
            const ssize_t length = pread(file_.get(), bytes.data() + filled, bytes.size() - filled,
                                         static_cast<off_t>(at_ + filled));
            if (length <= 0) throw std::runtime_error("a scan became shorter while it was read");
            filled += static_cast<std::size_t>(length);
        }
        at_ += filled;
        return bytes;
    }

private:
    files::FileDescriptor file_;
    std::size_t size_;
    std::size_t at_ = 0;
};

/// A scan may be anything: the browser shows or keeps it, and never takes it for a page of ours.
net::HttpResponse
bytes_answer(const fs::path& path, const ScanFile& scan, words::Language language) {
    files::FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));

    struct stat info {};

    if (!file.is_open() || fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return not_found_answer(language);
    net::HttpResponse response;
    response.headers = {{"Content-Type", scan.type},
                        {"Cache-Control", "no-store"},
                        {"X-Content-Type-Options", "nosniff"},
                        {"Content-Security-Policy", "default-src 'none'; sandbox"}};
    response.source =
        std::make_shared<FileBytes>(std::move(file), static_cast<std::size_t>(info.st_size));
    return response;
}

net::HttpResponse preview_answer(std::optional<std::string> png, words::Language language) {
    if (!png) return agent::problem(language, 422, "no-preview", "scan-not-shown");
    net::HttpResponse response;
    response.headers = {{"Content-Type", "image/png"},
                        {"Cache-Control", "private, max-age=3600"},
                        {"X-Content-Type-Options", "nosniff"}};
    response.body = std::move(*png);
    return response;
}

net::HttpResponse
move_answer(const fs::path& folder, const std::string& name, words::Language language) {
    try {
        const auto moved = move_to_done(folder, name);
        if (moved) return agent::json_answer(json::object{{"done", true}, {"name", *moved}});
        return agent::problem(language, 404, "not-found", moved.error().message);
    } catch (const std::exception& failure) {
        spdlog::error("scan folder: {}", failure.what());
        return broken_answer(language);
    }
}

} // namespace

void FileRoutes::watch(const fs::path& folder,
                       const std::function<void(const FolderState& state)>& changed) {
    path_ = folder;
    const FolderHandlers handlers{
        [this](const ScanFile& file) { server_.post([this, file] { arrived(file); }); },
        [this](const std::string& id) { server_.post([this, id] { gone(id); }); },
        [this, changed](const FolderState& state) {
            server_.post([changed, state] { changed(state); });
        }};
    folder_ = std::make_unique<ScanFolder>(folder, handlers);
}

void FileRoutes::arrived(const ScanFile& file) {
    files_[file.id] = file;
    tell_([&](words::Language language) { return file_message(file, language); });
}

void FileRoutes::gone(const std::string& id) {
    if (files_.erase(id) > 0) tell_([&](words::Language) { return file_gone_message(id); });
}

void FileRoutes::handle(const net::HttpRequest& request,
                        std::string_view rest,
                        const net::Responder& respond) {
    if (rest.starts_with('/')) rest.remove_prefix(1);
    const auto slash = rest.find('/');
    const std::string id(rest.substr(0, slash));
    const std::string action(slash == std::string_view::npos ? "" : rest.substr(slash + 1));
    logins_.resolve(request, respond, [this, request, id, action, respond](auto&) {
        answer(request, id, action, respond);
    });
}

void FileRoutes::answer(const net::HttpRequest& request,
                        const std::string& id,
                        const std::string& action,
                        const net::Responder& respond) {
    const bool is_get = request.method == "GET";
    const words::Language language = agent::language_of(request);
    if (id.empty() && is_get) return respond(list(language));
    const auto found = files_.find(id);
    if (found == files_.end()) return respond(not_found_answer(language));
    if (action.empty() && is_get) return send_bytes(found->second, language, respond);
    if (action == "preview" && is_get) return send_preview(found->second, language, respond);
    if (action == "done" && request.method == "POST")
        return move_away(found->second, language, respond);
    respond(not_found_answer(language));
}

net::HttpResponse FileRoutes::list(words::Language language) const {
    std::vector<const ScanFile*> files;
    for (const auto& [id, file] : files_) files.push_back(&file);
    std::sort(files.begin(), files.end(), [](const ScanFile* a, const ScanFile* b) {
        return a->at != b->at ? a->at < b->at : a->name < b->name;
    });
    json::array items;
    for (const ScanFile* file : files) items.push_back(file_json(*file, language));
    return agent::json_answer(json::object{{"items", std::move(items)}});
}

void FileRoutes::send_bytes(const ScanFile& file,
                            words::Language language,
                            const net::Responder& respond) {
    const bool taken = disk_.submit([path = path_ / file.name, file, language, respond] {
        respond(bytes_answer(path, file, language));
    });
    if (!taken) respond(agent::busy(language));
}

void FileRoutes::send_preview(const ScanFile& file,
                              words::Language language,
                              const net::Responder& respond) {
    if (!file.problem.code.empty()) return respond(preview_answer(std::nullopt, language));
    const bool taken = folder_->preview(file.name, file.id, [respond, language](auto png) {
        respond(preview_answer(std::move(png), language));
    });
    if (!taken) respond(agent::busy(language));
}

void FileRoutes::move_away(const ScanFile& file,
                           words::Language language,
                           const net::Responder& respond) {
    const bool taken = disk_.submit([this, &server = server_, id = file.id, name = file.name,
                                     folder = path_, language, respond] {
        auto moved = move_answer(folder, name, language);
        server.post([this, id, respond, moved = std::move(moved)]() mutable {
            constexpr int ok = 200;
            if (moved.status == ok) gone(id);
            respond(std::move(moved));
        });
    });
    if (!taken) respond(agent::busy(language));
}

} // namespace counter
