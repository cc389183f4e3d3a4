#include "counter/file_routes.hpp"

#include "counter/local_answer.hpp"
#include "counter/page_message.hpp"
#include "scanner/unique_fd.hpp"

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
    FileBytes(scanner::UniqueFd file, std::size_t size) : file_(std::move(file)), size_(size) {}

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
    scanner::UniqueFd file_;
    std::size_t size_;
    std::size_t at_ = 0;
};

/// A scan may be anything: the browser shows or keeps it, and never takes it for a page of ours.
net::HttpResponse bytes_answer(const fs::path& path, const ScanFile& scan) {
    scanner::UniqueFd file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));

    struct stat info {};

    if (!file.is_open() || fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return not_found_answer();
    net::HttpResponse response;
    response.headers = {{"Content-Type", scan.type},
                        {"Cache-Control", "no-store"},
                        {"X-Content-Type-Options", "nosniff"},
                        {"Content-Security-Policy", "default-src 'none'; sandbox"}};
    response.source =
        std::make_shared<FileBytes>(std::move(file), static_cast<std::size_t>(info.st_size));
    return response;
}

net::HttpResponse preview_answer(std::optional<std::string> png) {
    if (!png)
        return problem_answer(422, "no-preview", "The file cannot be shown",
                              "Không xem được tệp này: hãy quét lại tờ giấy");
    net::HttpResponse response;
    response.headers = {{"Content-Type", "image/png"},
                        {"Cache-Control", "private, max-age=3600"},
                        {"X-Content-Type-Options", "nosniff"}};
    response.body = std::move(*png);
    return response;
}

net::HttpResponse move_answer(const fs::path& folder, const std::string& name) {
    try {
        const auto moved = move_to_done(folder, name);
        if (moved) return json_answer(json::object{{"done", true}, {"name", *moved}});
        return problem_answer(404, "not-found", "The file is gone", moved.error().message.code);
    } catch (const std::exception& failure) {
        spdlog::error("scan folder: {}", failure.what());
        return broken_answer();
    }
}

} // namespace

void FileRoutes::watch(const fs::path& folder,
                       std::function<void(const FolderState& state)> changed) {
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
    tell_(file_message(file));
}

void FileRoutes::gone(const std::string& id) {
    if (files_.erase(id) > 0) tell_(file_gone_message(id));
}

void FileRoutes::handle(const net::HttpRequest& request,
                        std::string_view rest,
                        const net::Responder& respond) {
    if (rest.starts_with('/')) rest.remove_prefix(1);
    const auto slash = rest.find('/');
    const std::string id(rest.substr(0, slash));
    const std::string action(slash == std::string_view::npos ? "" : rest.substr(slash + 1));
    who_.ask(request, respond, [this, method = request.method, id, action, respond](auto&) {
        answer(method, id, action, respond);
    });
}

void FileRoutes::answer(const std::string& method,
                        const std::string& id,
                        const std::string& action,
                        const net::Responder& respond) {
    const bool is_get = method == "GET";
    if (id.empty() && is_get) return respond(list());
    const auto found = files_.find(id);
    if (found == files_.end()) return respond(not_found_answer());
    if (action.empty() && is_get) return send_bytes(found->second, respond);
    if (action == "preview" && is_get) return send_preview(found->second, respond);
    if (action == "done" && method == "POST") return move_away(found->second, respond);
    respond(not_found_answer());
}

net::HttpResponse FileRoutes::list() const {
    std::vector<const ScanFile*> files;
    for (const auto& [id, file] : files_) files.push_back(&file);
    std::sort(files.begin(), files.end(), [](const ScanFile* a, const ScanFile* b) {
        return a->at != b->at ? a->at < b->at : a->name < b->name;
    });
    json::array items;
    for (const ScanFile* file : files) items.push_back(file_json(*file));
    return json_answer(json::object{{"items", std::move(items)}});
}

void FileRoutes::send_bytes(const ScanFile& file, const net::Responder& respond) {
    const bool taken = disk_.submit(
        [path = path_ / file.name, file, respond] { respond(bytes_answer(path, file)); });
    if (!taken) respond(busy_answer());
}

void FileRoutes::send_preview(const ScanFile& file, const net::Responder& respond) {
    if (!file.problem.empty()) return respond(preview_answer(std::nullopt));
    const bool taken = folder_->preview(
        file.name, file.id, [respond](auto png) { respond(preview_answer(std::move(png))); });
    if (!taken) respond(busy_answer());
}

void FileRoutes::move_away(const ScanFile& file, const net::Responder& respond) {
    const bool taken = disk_.submit(
        [this, &server = server_, id = file.id, name = file.name, folder = path_, respond] {
            auto moved = move_answer(folder, name);
            server.post([this, id, respond, moved = std::move(moved)]() mutable {
                constexpr int ok = 200;
                if (moved.status == ok) gone(id);
                respond(std::move(moved));
            });
        });
    if (!taken) respond(busy_answer());
}

} // namespace counter
