#include "core/engine/office/feedback.hpp"

#include "core/api/dossier_json.hpp"
#include "core/api/json_text.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/engine/office/feedback_figures.hpp"
#include "core/server/http/server.hpp"
#include "core/server/routes/list_walk.hpp"

#include <boost/json/value.hpp>

namespace server {

namespace {

using api::JsonFields;
using Need = JsonFields::Need;

constexpr std::size_t most_shown = 200;

Need need(bool is_needed) { return is_needed ? Need::required : Need::optional; }

core::Feedback read_feedback(const Call& call, JsonFields& fields) {
    core::Feedback feedback;
    feedback.at = call.now;
    const auto rating =
        fields.integer("rating", Need::optional, core::worst_rating, core::best_rating);
    feedback.rating = static_cast<int>(rating.value_or(0));
    const core::FeedbackNeeds needs = core::feedback_needs(rating.has_value());
    const auto named = fields.word("kind", need(needs.kind), core::parse_feedback_kind,
                                   core::list_of(core::feedback_kinds.vocabulary()));
    feedback.kind = named.value_or(core::unnamed_feedback);
    if (core::lacks_rating(feedback.kind, rating.has_value())) {
        fields.complain("rating", {"feedback-rating-missing",
                                   {{"lowest", std::int64_t{core::worst_rating}},
                                    {"highest", std::int64_t{core::best_rating}}}});
    }
    feedback.ticket = fields.line("ticket", Need::optional, 64);
    feedback.dossier = fields.line("dossier", Need::optional, 64);
    feedback.text = fields.text("text", need(needs.text));
    feedback.contact = fields.line("contact", Need::optional);
    return feedback;
}

/// Anybody may write, so nobody may write often: the guard of log-ins slows an address down.
void give_feedback(Server& server, const CallPtr& call, const net::Responder& respond) {
    Body body(*call);
    if (body.unreadable()) return respond(*body.unreadable());
    JsonFields fields = body.fields();
    const core::Feedback feedback = read_feedback(*call, fields);
    if (!body.errors.empty()) return respond(fields_response(body.errors, call->language));
    const std::string key = "feedback:" + call->request.peer;
    const auto now = std::chrono::steady_clock::now();
    const bool known = call->caller.kind != Caller::Kind::nobody;
    if (!known && server.guard().wait(key, now) > std::chrono::seconds{0}) {
        auto response = problem_response({429, "wait", "feedback-too-often"}, call->language);
        response.headers.emplace_back("Retry-After", "10");
        return respond(std::move(response));
    }
    if (!known) server.guard().failed(key, now);
    server.write(
        call,
        [feedback](core::Books& books, const core::ActContext& by) -> core::Result<Answer> {
            const std::int64_t id = core::give_feedback(books, feedback, by);
            return Answer{201, api::to_text({{"id", id}})};
        },
        respond);
}

boost::json::object figures_json(const core::FeedbackFigures& figures) {
    boost::json::array given(figures.given.begin(), figures.given.end());
    boost::json::object object{{"complaints", figures.complaints},
                               {"suggestions", figures.suggestions},
                               {"ratings", figures.ratings},
                               {"mean_rating", nullptr},
                               {"given", std::move(given)}};
    if (figures.mean_rating) object["mean_rating"] = *figures.mean_rating;
    return object;
}

net::HttpResponse list_feedback(const Call& call, core::BooksView& books) {
    api::FieldErrors errors;
    const ListWalk walk(
        {"feedback"}, "", {}, [&](const char* name) { return call.query(name); }, most_shown,
        errors);
    if (!errors.empty()) return fields_response(errors, call.language);
    const auto page = core::feedback_page(
        books, walk.window().limit, walk.after() ? std::optional(walk.after()->id) : std::nullopt);
    const std::vector<core::Feedback>& feedback = page.feedback;
    boost::json::array items;
    for (const core::Feedback& each : feedback) {
        items.push_back({{"id", each.id},
                         {"at", core::format_instant(each.at)},
                         {"kind", to_text(each.kind)},
                         {"rating", each.rating == 0 ? boost::json::value(nullptr)
                                                     : boost::json::value(each.rating)},
                         {"ticket", each.ticket},
                         {"dossier", each.dossier},
                         {"text", each.text},
                         {"contact", each.contact},
                         {"answered_at", api::to_json(each.answered_at)}});
    }
    boost::json::object answer{{"items", std::move(items)},
                               {"figures", figures_json(core::feedback_figures(feedback))},
                               {"count", page.count}};
    walk.add_next(answer, page.next ? std::optional(place_of_row(*page.next)) : std::nullopt);
    answer.erase("next_skip"); // nobody ever counted its rows
    return json_response(answer);
}

} // namespace

void add_feedback(Router& router) {
    router.add({"POST",
                "/api/v1/feedback",
                callers::all,
                Own{give_feedback},
                {"giveFeedback", "A complaint or suggestion (phản ánh, kiến nghị), or a rating",
                 "Feedback", "Created", 201},
                json_body_limit});
    router.add({"GET",
                "/api/v1/feedback",
                callers::chairman | callers::admin,
                QuickRead{list_feedback},
                {"listFeedback",
                 "What citizens wrote, the latest first",
                 "",
                 "Feedbacks",
                 200,
                 {{"cursor", cursor_description}, {"limit", "at most so many", "integer"}}}});
}

} // namespace server
