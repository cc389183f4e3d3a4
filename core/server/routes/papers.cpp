#include "core/api/json_text.hpp"
#include "core/domain/period.hpp"
#include "core/domain/text.hpp"
#include "core/domain/written_date.hpp"
#include "core/server/papers/paper_data.hpp"
#include "core/server/papers/paper_press.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

#include <deque>

namespace server {

namespace {

using core::Result;
using PaperData = std::function<Result<boost::json::object>(const Call&, core::BooksView&)>;
using PressPtr = std::shared_ptr<PaperPress>;

constexpr std::size_t most_codes = 100;

struct PaperMedia {
    PaperFormat format;
    const char* suffix;
    const char* type;
};

constexpr std::array paper_media = {
    PaperMedia{PaperFormat::json, "json", "application/json"},
    PaperMedia{PaperFormat::pdf, "pdf", "application/pdf"},
    PaperMedia{PaperFormat::png, "png", "image/png"},
};

/// A paper tells of a person: nothing on the way keeps it.
net::HttpResponse paper_response(const PaperMedia& as, std::string bytes, std::string_view kind) {
    net::HttpResponse response;
    response.headers = {{"Content-Type", as.type},
                        {"Cache-Control", "no-store"},
                        {"Content-Language", "vi"}, // whoever asks: its form is the law's
                        {"X-Content-Type-Options", "nosniff"},
                        {"Content-Disposition",
                         "inline; filename=\"" + std::string(kind) + "." + as.suffix + "\""}};
    response.body = std::move(bytes);
    return response;
}

net::HttpResponse show_paper(const Call& call,
                             core::BooksView& books,
                             std::string_view kind,
                             const PaperMedia& as,
                             const PaperData& make,
                             const PressPtr& press) {
    const auto page = parse_count(call.query("page").value_or("1"));
    if (!page) return fields_response({{"page", "field-no-page"}}, call.language);
    const auto data = make(call, books);
    if (!data) return problem_response(problem_of(data.error()), call.language);
    std::string text = api::to_text(*data);
    if (as.format == PaperFormat::json) return paper_response(as, std::move(text), kind);
    auto bytes = press->render(std::string(kind), text, as.format, static_cast<std::size_t>(*page));
    if (!bytes) return problem_response(problem_of(bytes.error()), call.language);
    return paper_response(as, std::move(bytes).value(), kind);
}

Result<boost::json::object> batch_receipt(const Call& call, core::BooksView& books) {
    const auto codes = core::split_list(call.query("codes").value_or(""), ',');
    if (codes.empty() || codes.size() > most_codes) {
        return core::Error{core::ErrorKind::invalid_input,
                           {"papers-codes-wanted", {{"most", std::int64_t{most_codes}}}},
                           "codes"};
    }
    std::vector<PaperFacts> dossiers;
    dossiers.reserve(codes.size());
    for (const std::string& code : codes) {
        auto facts = read_paper_facts(books, code, *call.rules, call.now);
        if (!facts) return facts.error();
        dossiers.push_back(std::move(facts).value());
    }
    return batch_receipt_data(dossiers);
}

Result<boost::json::object> register_of(const Call& call, core::BooksView& books) {
    const auto first = core::read_written_date(call.query("from").value_or(""));
    const auto last = core::read_written_date(call.query("to").value_or(""));
    for (const auto& [name, day] : {std::pair("from", &first), std::pair("to", &last)}) {
        if (!*day) {
            return core::Error{core::ErrorKind::invalid_input, "field-no-date", name};
        }
    }
    if (const auto sound = core::check_period(*first, *last); !sound) return sound.error();
    return register_data(books, *call.rules, *first, *last, call.now);
}

/// Names of operations live as long as the program.
std::string_view operation_name(std::string_view operation, const PaperMedia& as) {
    static std::deque<std::string> names;
    std::string name(operation);
    if (as.format != PaperFormat::json) name += "_" + std::string(as.suffix);
    return names.emplace_back(std::move(name));
}

/// One paper in all formats.
struct PaperRoutes {
    std::string path;
    std::string_view kind;
    std::string_view operation;
    std::string_view summary;
    PaperData data;
    std::vector<QueryParameter> query{};
};

void add_paper(Router& router, const PressPtr& press, const PaperRoutes& paper) {
    for (const PaperMedia& as : paper_media) {
        auto query = paper.query;
        if (as.format == PaperFormat::png)
            query.push_back({"page", "from 1; the first one without", "integer"});
        const bool is_json = as.format == PaperFormat::json;
        router.add({"GET",
                    paper.path + "." + as.suffix,
                    callers::staff | callers::chairman,
                    LongRead{[kind = paper.kind, data = paper.data, &as,
                              press](const Call& call, core::BooksView& books) {
                        return show_paper(call, books, kind, as, data, press);
                    }},
                    {operation_name(paper.operation, as), paper.summary, "",
                     is_json ? "PaperData" : "", 200, std::move(query), as.type}});
    }
}

} // namespace

void add_papers(Router& router) {
    const auto press = std::make_shared<PaperPress>();
    for (const DossierPaper& paper : dossier_papers()) {
        const auto data = [&paper](const Call& call, core::BooksView& books) {
            auto facts = read_paper_facts(books, call.path.front(), *call.rules, call.now);
            return facts ? paper_data(paper, *facts) : Result<boost::json::object>(facts.error());
        };
        add_paper(router, press,
                  {"/api/v1/dossiers/{code}/papers/" + std::string(to_text(paper.kind)),
                   to_text(paper.kind), paper.operation, paper.summary, data});
    }
    add_paper(router, press,
              {"/api/v1/papers/batch-receipt",
               "batch-receipt",
               "batchReceiptPaper",
               "One receipt for several dossiers of one person (chứng thực)",
               batch_receipt,
               {{"codes", "of dossiers, by commas", "string", true}}});
    add_paper(router, press,
              {"/api/v1/papers/register",
               "register",
               "registerPaper",
               "The register (sổ theo dõi hồ sơ) of what was received in a period",
               register_of,
               {{"from", "first date", "string", true, "date"},
                {"to", "last date", "string", true, "date"}}});
}

} // namespace server
