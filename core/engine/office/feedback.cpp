// The payload of the event `feedback`: { kind, rating, ticket, dossier, text_sha256 }.

#include "core/engine/office/feedback.hpp"

#include "core/engine/journal/journal.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <string>

namespace core {

std::int64_t give_feedback(Books& books, const Feedback& feedback, const ActContext& by) {
    const std::int64_t id = books.write_feedback().add(feedback);
    const boost::json::object facts{{"kind", to_text(feedback.kind)},
                                    {"rating", feedback.rating},
                                    {"ticket", feedback.ticket},
                                    {"dossier", feedback.dossier},
                                    {"text_sha256", to_hex(sha256(feedback.text))}};
    books.append(office_event(OfficeEvent::feedback_given, "feedback-" + std::to_string(id), by, "",
                              boost::json::serialize(facts)));
    return id;
}

FeedbackPage
feedback_page(BooksView& books, std::size_t limit, std::optional<std::int64_t> before) {
    FeedbackPage page;
    page.feedback = books.feedback().latest(limit + 1, before);
    page.count = books.feedback().count();
    if (page.feedback.size() <= limit) return page;
    page.feedback.pop_back();
    page.next = page.feedback.back().id;
    return page;
}

} // namespace core
