#include "core/server/http/read_runner.hpp"

#include "core/domain/folded_key.hpp"
#include "core/net/server/gzip.hpp"

#include <algorithm>
#include <utility>

namespace server {

namespace {

constexpr std::size_t threads = 2;
constexpr int ok = 200;

/// A client that gets this is told to load its state anew.
EventFeed::Page too_far(std::int64_t after) { return {{}, after + EventFeed::replay_limit + 1}; }

EventFeed::Page read_page(core::BooksView& books, std::int64_t after) {
    EventFeed::Page page;
    page.head = books.journal_head().seq;
    if (page.head - after > EventFeed::replay_limit) return page;
    books.each_event(after + 1, [&](const core::Event& event) {
        page.events.push_back(event);
        return page.events.size() < EventFeed::page_size;
    });
    return page;
}

/// Says in which language an answer's sentences are. Nothing keeps it on the way (`no-store`), so
/// that no cache has to tell languages apart.
net::HttpResponse in_language(const Call& call, net::HttpResponse response) {
    if (response.status == ok && !response.shared_body)
        response.body = with_ignored(std::move(response.body), call);
    const bool told =
        std::any_of(response.headers.begin(), response.headers.end(),
                    [](const auto& header) { return header.first == "Content-Language"; });
    if (!told) response.headers.emplace_back("Content-Language", call.language.tag());
    return response;
}

} // namespace

ReadRunner::ReadRunner(core::Store& store, core::AgencyId agency, Post post, FailureLog& failures)
    : store_(store), agency_(agency), post_(std::move(post)), failures_(failures),
      workers_(threads, queue_limit) {}

net::HttpResponse ReadRunner::now(const Call& call, const QuickRead& read) {
    return in_language(call, read.work(call, *store_.read(agency_)));
}

net::HttpResponse ReadRunner::now(const Call& call, const LastingRead& read) {
    // What is kept is in a language: the office's own is the one that is asked for often.
    if (call.language != words::Language())
        return in_language(call, read.work(call, *store_.read(agency_)).response);
    // By its key, as it is forgotten: a code may be asked for in any spelling.
    const std::string code = core::code_key(call.path.front());
    if (const auto* kept = kept_.find(code, call.now)) return *kept;
    keeps_answers_ = true; // before the books are looked at: a change meanwhile is told
    LastingAnswer answer = read.work(call, *store_.read(agency_));
    answer.response = in_language(call, std::move(answer.response));
    if (answer.response.status == ok) kept_.keep(code, answer.response, answer.until);
    return std::move(answer.response);
}

void ReadRunner::later(const CallPtr& call, ReadWork work, const net::Responder& respond) {
    const auto run = [this, call, work = std::move(work), respond] {
        net::HttpResponse response;
        try {
            response = in_language(*call, work(*call, *store_.read(agency_)));
            net::pack_answer(call->request, response);
        } catch (const std::exception& failure) {
            response = failures_.broken(failure, call->request.path.substr(0, 16), call->language);
        }
        post_(
            [respond, response = std::move(response)]() mutable { respond(std::move(response)); });
    };
    if (!workers_.submit(run)) respond(busy_response(call->language));
}

void ReadRunner::event_page(std::int64_t after, const std::function<void(EventFeed::Page)>& done) {
    const auto run = [this, after, done] {
        EventFeed::Page page;
        try {
            page = read_page(*store_.read(agency_), after);
        } catch (const std::exception& failure) {
            failures_.broken(failure, "replay of events");
            page = too_far(after);
        }
        post_([done, page = std::move(page)] { done(page); });
    };
    if (!workers_.submit(run)) post_([done, after] { done(too_far(after)); });
}

} // namespace server
