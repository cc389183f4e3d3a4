#pragma once

#include "core/engine/journal/journal.hpp"
#include "core/net/http_message.hpp"
#include "core/server/config.hpp"

#include <memory>
#include <optional>
#include <string>

namespace server {

/// The bytes of an attachment on their way in: on disk in a file without a name, hashed as they
/// come, so that none is in memory whole. What breaks is kept for the answer.
class Upload : public net::BodySink {
public:
    Upload();
    ~Upload() override;
    Upload(const Upload&) = delete;
    Upload& operator=(const Upload&) = delete;

    void write(std::string_view bytes) override;

    /// Once, when all is there. Throws what broke on the way (db::DiskFull, …).
    void finish();

    std::size_t size() const { return size_; }

    const std::string& sha256() const { return sha256_; }

    /// The first bytes, for telling what kind of file it is.
    const std::string& beginning() const { return beginning_; }

    /// Up to so many bytes from `offset`. Any thread, after finish().
    std::string read(std::size_t offset, std::size_t most) const;

private:
    int file_ = -1;
    int failure_ = 0; // errno of the first write that failed
    std::size_t size_ = 0;
    std::string beginning_;
    std::string sha256_;
    core::Sha256 hash_;
};

std::shared_ptr<Upload> begin_upload();

/// Why an upload is not taken, as far as its head tells.
std::optional<net::HttpResponse> refuse_upload(const net::HttpRequest& head, const Config& config);

/// `application/pdf` out of `application/pdf; charset=binary`.
std::string media_type(std::string_view content_type);

/// Whether the bytes begin as a file of that type does; true for types without a known beginning.
bool looks_like(std::string_view type, std::string_view beginning);

} // namespace server
