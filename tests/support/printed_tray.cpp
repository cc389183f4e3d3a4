#include "tests/support/printed_tray.hpp"

#include "core/net/server/http_server.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <thread>

namespace fs = std::filesystem;

namespace {

const char* const head = R"(<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<title>Khay giấy in</title>
<style>
body { font-family: sans-serif; margin: 1rem; background: #dde3ea; color: #14202e }
section { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start }
figure { margin: 0 } img { max-width: 22rem; background: #fff; box-shadow: 0 2px 8px #0005 }
</style>
<h1>Giấy đã in, mới nhất trước (what was printed, the newest first)</h1>
)";

std::vector<fs::path> newest_pictures(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".png") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end(), [](const fs::path& a, const fs::path& b) {
        std::error_code none;
        return fs::last_write_time(a, none) > fs::last_write_time(b, none);
    });
    files.resize(std::min(files.size(), PrintedTray::most_shown));
    return files;
}

net::HttpResponse not_found() {
    net::HttpResponse response;
    response.status = 404;
    return response;
}

} // namespace

struct PrintedTray::Impl : net::HttpHandler {
    Impl(std::vector<PrintedFolder> shown, std::uint16_t port)
        : folders(std::move(shown)), server({"127.0.0.1", port, {}, {}}, *this),
          thread([this] { server.run(); }) {}

    ~Impl() override {
        server.stop(std::chrono::milliseconds(0));
        thread.join();
    }

    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    net::BodyPlan plan_body(const net::HttpRequest&) override { return {}; }

    void handle(net::HttpRequest request, net::Responder respond) override {
        respond(request.path == "/" ? page() : picture(request.path));
    }

    Upgrade upgrade(const net::HttpRequest&) override { return not_found(); }

    net::HttpResponse refuse(int status, const std::string& detail, std::string_view) override {
        net::HttpResponse response;
        response.status = status;
        response.body = detail;
        return response;
    }

    net::HttpResponse page() const {
        net::HttpResponse response;
        response.headers = {{"Content-Type", "text/html; charset=utf-8"}};
        response.body = head;
        for (std::size_t k = 0; k < folders.size(); ++k) {
            response.body += "<h2>" + folders[k].title + "</h2><section>";
            for (const auto& file : newest_pictures(folders[k].folder)) {
                const std::string name = file.filename().string();
                response.body += "<figure><img alt=\"" + name + "\" src=\"/" + std::to_string(k) +
                                 "/" + name + "\"><figcaption>" + name + "</figcaption></figure>";
            }
            response.body += "</section>";
        }
        return response;
    }

    /// `/0/ticket-0001.png`: a path of a request has no `..` in it.
    net::HttpResponse picture(const std::string& path) const {
        const auto slash = path.find('/', 1);
        if (slash == std::string::npos) return not_found();
        const std::string index = path.substr(1, slash - 1);
        for (std::size_t k = 0; k < folders.size(); ++k) {
            if (index != std::to_string(k)) continue;
            std::ifstream file(folders[k].folder / path.substr(slash + 1), std::ios::binary);
            if (!file || !path.ends_with(".png")) return not_found();
            net::HttpResponse response;
            response.headers = {{"Content-Type", "image/png"}};
            response.body.assign(std::istreambuf_iterator<char>(file), {});
            return response;
        }
        return not_found();
    }

    std::vector<PrintedFolder> folders;
    net::HttpServer server;
    std::thread thread;
};

PrintedTray::PrintedTray(std::vector<PrintedFolder> folders, std::uint16_t port)
    : impl_(std::make_unique<Impl>(std::move(folders), port)) {}

PrintedTray::~PrintedTray() = default;

std::uint16_t PrintedTray::port() const { return impl_->server.port(); }
