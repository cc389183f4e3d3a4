#include "core/api/dossier_json.hpp"
#include "core/api/json_text.hpp"
#include "core/domain/field_damage.hpp"
#include "core/domain/free_text.hpp"
#include "core/domain/text.hpp"
#include "core/engine/dossiers/dossier_lookup.hpp"
#include "core/server/http/server.hpp"
#include "core/server/http/upload.hpp"
#include "core/server/routes/dossier_body.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

#include <algorithm>

namespace server {

namespace {

using core::Result;

/// One piece in one command: others wait no longer for it than for a few dossiers.
constexpr std::size_t piece_bytes = std::size_t{128} * 1024;
constexpr std::size_t longest_name = 200;

/// Why no attachment may be named so; none when it may.
std::optional<core::Message> why_no_name(const std::string& name) {
    if (name.empty() || name.size() > longest_name || !core::is_utf8(name) ||
        name.find_first_of("\\/") != std::string::npos)
        return core::Message("attachment-bad-name");
    const auto line = core::FreeLine::read(name);
    if (!line) return line.error().message;
    // Signs such as `_` and `%20` are often a file's own: only what can be read otherwise is told.
    const auto damage = core::find_text_damage(core::to_nfc(name));
    if (!damage || damage->reading.empty()) return std::nullopt;
    return core::told_readably(*damage, damage->reading);
}

/// Stores the bytes piece by piece; they belong to nobody yet. On a worker.
Result<std::int64_t> store_pieces(Server& server, const Upload& upload) {
    std::int64_t content = 0;
    std::int64_t position = 0;
    for (std::size_t offset = 0; offset == 0 || offset < upload.size(); offset += piece_bytes) {
        const std::string piece = upload.read(offset, piece_bytes);
        const auto stored =
            server.store().write(server.agency(), [&](core::Books& books) -> Result<void> {
                core::AttachmentTable& table = books.write_attachments();
                if (position == 0) content = table.begin_content();
                if (!piece.empty()) table.add_piece(content, position, piece);
                return {};
            });
        if (!stored) return stored.error();
        ++position;
    }
    return content;
}

/// Gives the dossier the stored bytes and journals it.
Result<Answer> attach(core::Books& books,
                      const core::ActContext& by,
                      const Call& call,
                      const core::StoredAttachment& attachment) {
    std::optional<int> version;
    if (const auto given = call.query("version"))
        version = parse_version(*given).value_or(-1); // none has that: stale
    const auto after =
        call.rules->processing.digitise(books, call.path.front(), version, attachment, by);
    if (!after) return after.error();
    boost::json::object answer = api::to_json(attachment.attachment);
    answer["dossier"] = after->code;
    answer["version"] = after->version;
    return Answer{201, api::to_text(std::move(answer))};
}

void store_upload(Server& server,
                  const CallPtr& call,
                  const std::shared_ptr<Upload>& upload,
                  const net::Responder& respond) {
    net::HttpResponse failed;
    try {
        upload->finish();
        const auto content = store_pieces(server, *upload);
        if (content) {
            core::StoredAttachment attachment;
            attachment.attachment = {core::to_nfc(call->path.back()),
                                     media_type(call->request.header("content-type")),
                                     static_cast<std::int64_t>(upload->size()), upload->sha256()};
            attachment.content_id = *content;
            attachment.added_at = call->now;
            attachment.added_by = call->caller.journal_name();
            server.post([&server, call, attachment, respond] {
                server.write(
                    call,
                    [call, attachment](core::Books& books, const core::ActContext& by) {
                        return attach(books, by, *call, attachment);
                    },
                    respond);
            });
            return;
        }
        failed = problem_response(problem_of(content.error()), call->language);
    } catch (const std::exception& failure) {
        failed = server.broken(failure, "an attachment", call->language);
    }
    server.post([respond, failed = std::move(failed)]() mutable { respond(std::move(failed)); });
}

void put_attachment(Server& server, const CallPtr& call, const net::Responder& respond) {
    const auto upload = std::dynamic_pointer_cast<Upload>(call->request.sink);
    const std::string type = media_type(call->request.header("content-type"));
    if (auto why_not = why_no_name(call->path.back()))
        return respond(fields_response({{"name", std::move(*why_not)}}, call->language));
    if (!upload || upload->size() == 0)
        return respond(fields_response({{"body", "attachment-empty"}}, call->language));
    if (!looks_like(type, upload->beginning())) {
        return respond(
            problem_response({422, "not-that-type", {"attachment-not-that-type", {{"type", type}}}},
                             call->language));
    }
    const auto stored =
        core::find_dossier_to_change(*server.store().read(server.agency()), call->path.front());
    if (!stored) return respond(problem_response(problem_of(stored.error()), call->language));
    auto work = [&server, call, upload, respond] { store_upload(server, call, upload, respond); };
    if (!server.uploads().submit(work)) {
        respond(problem_response({503, "busy", "attachments-busy"}, call->language));
    }
}

/// Reads an attachment's pieces as they are sent.
class AttachmentSource : public net::BodySource {
public:
    AttachmentSource(core::Store& store,
                     core::AgencyId agency,
                     const core::StoredAttachment& attachment)
        : store_(store), agency_(agency), attachment_(attachment) {}

    std::size_t size() const override {
        return static_cast<std::size_t>(attachment_.attachment.bytes);
    }

    std::string read(std::size_t most) override {
        if (left_.empty()) {
            left_ = store_.read(agency_)->attachments().piece(attachment_.content_id, position_++);
            if (left_.empty()) throw std::runtime_error("an attachment's bytes are missing");
        }
        std::string bytes = left_.substr(0, most);
        left_.erase(0, bytes.size());
        return bytes;
    }

private:
    core::Store& store_;
    core::AgencyId agency_;
    core::StoredAttachment attachment_;
    std::int64_t position_ = 0;
    std::string left_;
};

void get_attachment(Server& server, const CallPtr& call, const net::Responder& respond) {
    const auto books = server.store().read(server.agency());
    const auto stored = core::reach_dossier(*books, call->path.front());
    if (!stored) return respond(problem_response(problem_of(stored.error()), call->language));
    for (const core::StoredAttachment& each : books->attachments().of(stored->id)) {
        if (each.attachment.name != core::to_nfc(call->path.back())) continue;
        net::HttpResponse response;
        response.headers = {
            {"Content-Type", each.attachment.type},
            {"ETag", "\"" + each.attachment.sha256 + "\""},
            {"Cache-Control", "private, no-cache"},
            // Never run as a page of ours, whatever is in it.
            {"Content-Security-Policy", "sandbox"},
            {"X-Content-Type-Options", "nosniff"},
            {"Content-Disposition",
             "inline; filename*=UTF-8''" + net::escape_component(each.attachment.name)}};
        response.source = std::make_shared<AttachmentSource>(server.store(), server.agency(), each);
        return respond(std::move(response));
    }
    respond(problem_response(problem_of({core::ErrorKind::not_found, "attachment-unknown"}),
                             call->language));
}

} // namespace

void add_attachments(Router& router) {
    router.add(
        {"PUT",
         "/api/v1/dossiers/{code}/attachments/{name}",
         callers::staff,
         Own{put_attachment},
         {"putAttachment",
          "Digitise: the bytes of a scan, with their Content-Type; replaces one of that name",
          "Bytes",
          "StoredAttachment",
          201,
          {{"version", "of the dossier it is based on; the present one without", "integer"}}},
         upload_body_limit});
    router.add({"GET",
                "/api/v1/dossiers/{code}/attachments/{name}",
                callers::staff | callers::chairman,
                Own{get_attachment},
                {"getAttachment", "The bytes", "", "", 200, {}, "application/octet-stream"}});
}

} // namespace server
