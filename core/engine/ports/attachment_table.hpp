#pragma once

#include "core/domain/act_request.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// A dossier's scanned paper and where its bytes are.
struct StoredAttachment {
    Attachment attachment;
    std::int64_t content_id = 0;
    Instant added_at;
    std::string added_by;
};

/// Bytes are kept in pieces, so that no piece is long in anyone's way.
class AttachmentTable {
public:
    virtual ~AttachmentTable() = default;

    /// In the order of their names (vietnamese_order.hpp).
    /// In the order of their names (vietnamese_order.hpp).
    virtual std::vector<StoredAttachment> of(std::int64_t dossier_id) const = 0;
    virtual std::string piece(std::int64_t content_id, std::int64_t position) const = 0;

    /// All of them, with the dossier's code.
    virtual void
    each(const std::function<void(const std::string& dossier, const StoredAttachment&)>& visit)
        const = 0;

    /// A new content, not yet complete.
    virtual std::int64_t begin_content() = 0;
    virtual void
    add_piece(std::int64_t content_id, std::int64_t position, std::string_view bytes) = 0;

    /// Gives the dossier the content under the attachment's name; one of that name before it stays
    /// in the journal. The content that is used from now on: this one, or the same bytes kept
    /// before.
    virtual void attach(std::int64_t dossier_id, const StoredAttachment& attachment) = 0;

    /// What uploads that were cut off left. Returns how many contents.
    virtual std::int64_t remove_incomplete() = 0;
};

} // namespace core
