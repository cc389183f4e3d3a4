#pragma once

#include "core/api/problem.hpp"
#include "core/engine/ports/store.hpp"
#include "core/net/http_message.hpp"
#include "core/server/http/caller.hpp"
#include "core/server/rules.hpp"
#include "core/words/words.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace server {

class Server;

/// Members of a body that are told of, when nobody read them.
inline constexpr std::size_t most_ignored_told = 20;

/// Members of a request's body that nobody read. Written on the network thread before the work
/// begins, read by whoever answers.
struct IgnoredMembers {
    std::vector<std::string> paths;
};

/// A request that found its route: all that its work may know.
struct Call {
    net::HttpRequest request;
    std::vector<std::string> path; ///< what stands in the pattern's `{…}`, in order
    Caller caller;
    core::Instant now;
    RulesPtr rules;
    words::Language language; ///< of the answer's sentences: by `Accept-Language`
    std::shared_ptr<IgnoredMembers> ignored = std::make_shared<IgnoredMembers>();

    /// Who acts, from where, when: for the journal.
    core::ActContext act_context() const;

    /// A value of the query, NFC; none when it is missing or empty.
    std::optional<std::string> query(std::string_view name) const;
};

using CallPtr = std::shared_ptr<const Call>;

/// What a command answers, made within its transaction: JSON.
struct Answer {
    int status = 200;
    std::string body;
    bool secret = false; ///< holds a key or password: never kept, also not for its Idempotency-Key
};

/// Reads the books and answers.
using ReadWork = std::function<net::HttpResponse(const Call&, core::BooksView&)>;

/// One change of the books and its answer; run by the writer.
using WriteWork = std::function<core::Result<Answer>(core::Books&, const core::ActContext&)>;

/// Reads the request, on the network thread: a change to make, or why the request is wrong.
using PrepareWork = std::function<std::variant<net::HttpResponse, WriteWork>(const Call&)>;

/// Answers by itself, whenever it can. Called on the network thread.
using OwnWork = std::function<void(Server&, const CallPtr&, net::Responder)>;

/// An answer about a dossier, and the instant at which time alone makes it another; none: never.
struct LastingAnswer {
    net::HttpResponse response;
    std::optional<core::Instant> until;
};

using LastingWork = std::function<LastingAnswer(const Call&, core::BooksView&)>;

/// Reads that take microseconds are done at once; others on a worker.
struct QuickRead {
    ReadWork work;
};

/// A quick read whose answer is the same for everyone and kept, as long as no act concerns the
/// dossier whose code is first in the path, the catalogue stays, and its time is not over.
struct LastingRead {
    LastingWork work;
};

struct LongRead {
    ReadWork work;
};

struct Write {
    PrepareWork prepare;
};

struct Own {
    OwnWork work;
};

/// One parameter of a query, for the description.
struct QueryParameter {
    std::string_view name;
    std::string_view what;
    std::string_view type = "string";
    bool required = false;
    std::string_view format{}; ///< `date`, `date-time`
};

/// How a route is described to people and to client generators.
struct RouteDoc {
    std::string_view operation; ///< operationId
    std::string_view summary;
    std::string_view request{}; ///< schema of the body; empty for none
    std::string_view reply{};   ///< schema of the answer; empty for none
    int status = 200;           ///< of the answer
    std::vector<QueryParameter> query{};
    std::string_view reply_type = "application/json";
    bool body_optional = false; ///< an act without facts may come without a body
    std::string_view request_type = "application/json";
};

struct Route {
    std::string_view method;
    std::string pattern; ///< `/api/v1/dossiers/{code}`
    CallerSet allowed = callers::all;
    std::variant<QuickRead, LastingRead, LongRead, Write, Own> work;
    RouteDoc doc;
    std::size_t body_limit = 0; ///< bytes; 0: it takes no body
};

/// The longest body of JSON: no request has a use for more.
inline constexpr std::size_t json_body_limit = std::size_t{256} * 1024;

/// Marks a route whose body goes to disk; the configuration limits it.
inline constexpr std::size_t upload_body_limit = static_cast<std::size_t>(-1);

/// All routes in a fixed order, and the way from a request to one of them.
class Router {
public:
    void add(Route route);

    struct Match {
        const Route* route = nullptr; ///< none: no such path, or not this method
        std::vector<std::string> path;
        std::string allowed; ///< methods that the path has, for 405; empty for 404
    };

    /// HEAD goes where GET goes.
    Match find(std::string_view method, std::string_view path) const;

    const std::vector<Route>& routes() const { return routes_; }

private:
    struct Pattern {
        std::vector<std::string> segments; ///< empty stands for `{…}`
    };

    std::vector<Route> routes_;
    std::vector<Pattern> patterns_; // of routes_, by index
};

/// A JSON object as text with one more member, `ignored`: what of the body nobody read. The text as
/// it is where everything was read, or where it is no object or says so already.
std::string with_ignored(std::string body, const Call& call);

// Answers in the forms that routes use.

net::HttpResponse json_response(int status, std::string body);

/// The problem, said in the language of who asked.
net::HttpResponse problem_response(const api::Problem& problem, words::Language language);

/// The language that a request asks for; Vietnamese without a wish.
words::Language language_of(const net::HttpRequest& request);

/// A refusal of the engine.
api::Problem problem_of(const core::Error& error);

/// Members that are wrong.
net::HttpResponse fields_response(api::FieldErrors errors, words::Language language);

/// A body that is no JSON object.
net::HttpResponse body_response(core::Message why_not, words::Language language);

/// Too much waits already: 503, to be tried again in a moment.
net::HttpResponse busy_response(words::Language language);

/// A whole number from 0 on; none for anything else.
std::optional<std::int64_t> parse_count(std::string_view text);

} // namespace server
