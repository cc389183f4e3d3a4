#pragma once

#include "core/server/http/route.hpp"

#include <boost/json/fwd.hpp>

namespace server {

// One for each part of the API: adds its routes.
void add_operations(Router& router);
void add_sessions(Router& router);
void add_users(Router& router);
void add_devices(Router& router);
void add_procedures(Router& router);
void add_tickets(Router& router);
void add_counters(Router& router);
void add_intake(Router& router);
void add_dossier_lists(Router& router);
void add_similar(Router& router);
void add_dossier_reads(Router& router);
void add_dossier_acts(Router& router);
void add_attachments(Router& router);
void add_papers(Router& router);
void add_scans(Router& router);
void add_today(Router& router);
void add_reports(Router& router);
void add_feedback(Router& router);
void add_catalogue(Router& router);
void add_calendar(Router& router);
void add_journal(Router& router);
void add_device_states(Router& router);
void add_backups(Router& router);
void add_registers(Router& router);

/// What a device told of itself, and whether it is there. On the network thread.
boost::json::object device_state_json(Server& server, const std::string& id);

/// Hashes the password beside the network thread, stores it and answers. Ends all the user's
/// log-ins.
void set_password_later(Server& server,
                        const CallPtr& call,
                        const std::string& login,
                        const std::string& password,
                        const net::Responder& respond);

/// A value for `Set-Cookie` that no script and no other site's page can use; an empty one for no
/// time takes the cookie away.
std::string cookie(const Server& server,
                   std::string_view name,
                   const std::string& value,
                   std::chrono::seconds lifetime);

/// A JSON value as the body of an answer.
net::HttpResponse json_response(const boost::json::value& value, int status = 200);

/// `limit` of the query, 50 without one and at most `most`; and `skip`.
struct Window {
    std::size_t limit = 50;
    std::size_t skip = 0;
};

/// What was asked for by a name, in a query or in a body; none when it is missing.
using Asked = std::function<std::optional<std::string>(const char* name)>;

/// A number that is none is added to `errors`.
Window window_of(const Asked& asked, std::size_t most, api::FieldErrors& errors);
Window window_of(const Call& call, std::size_t most, api::FieldErrors& errors);

/// A dossier with all that an officer may see, what is attached to it included.
boost::json::object dossier_json(core::BooksView& books,
                                 std::int64_t dossier_id,
                                 const core::Dossier& dossier,
                                 const OfficeRules& rules,
                                 core::Instant now,
                                 words::Language language);

/// A body's object, or the refusal; `errors` gathers what is wrong with its members. At its end the
/// members that nobody read are named to the call, whose answer tells them (Call::ignored).
class Body {
public:
    explicit Body(const Call& call);
    ~Body();
    Body(Body&&) noexcept;
    Body& operator=(Body&&) = delete;
    Body(const Body&) = delete;
    Body& operator=(const Body&) = delete;

    /// None of the members may be read when this is set.
    const std::optional<net::HttpResponse>& unreadable() const { return unreadable_; }

    api::JsonFields fields();

    api::FieldErrors errors;

private:
    struct Parsed;
    std::unique_ptr<Parsed> parsed_;
    std::optional<net::HttpResponse> unreadable_;
};

} // namespace server
