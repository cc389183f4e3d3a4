#include "counter/print_service.hpp"

#include "core/agent/json_answer.hpp"
#include "counter/local_answer.hpp"

#include <boost/json/value.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace counter {

namespace json = boost::json;

using printer::JobOutcome;

namespace {

constexpr std::size_t longest_print_key = 255;

/// Of a print that has ended.
net::HttpResponse answer_of(const PrintEntry& entry, words::Language language) {
    const JobOutcome outcome = entry.outcome.value();
    if (outcome == JobOutcome::printed)
        return agent::json_answer(json::object{{"printed", true},
                                               {"text", words::say(language, entry.told)},
                                               {"code", words::code_of(entry.told)}});
    return agent::problem(language, 409, "printer", entry.told, {},
                          {{"state", to_text(outcome)},
                           {"can_retry", outcome == JobOutcome::failed},
                           {"printed_copies", entry.printed_copies}});
}

net::HttpResponse no_printer_answer(words::Language language) {
    return agent::problem(
        language, 409, "printer", "print-no-such-printer", {},
        {{"state", to_text(JobOutcome::failed)}, {"can_retry", false}, {"printed_copies", 0}});
}

bool is_sound_key(std::string_view key) {
    return !key.empty() && key.size() <= longest_print_key &&
           std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < '\x7F'; });
}

/// None when the body is no request to print; `refusal` then says why.
std::optional<PrintRequest> read_body(const net::HttpRequest& request, net::HttpResponse& refusal) {
    const words::Language language = agent::language_of(request);
    core::Message why_not;
    const auto body = api::parse_body(request.body, why_not);
    if (!body) {
        refusal = agent::problem(language, 400, "no-json", why_not);
        return std::nullopt;
    }
    api::FieldErrors errors;
    if (!is_sound_key(request.header("idempotency-key")))
        errors.push_back({"Idempotency-Key", "field-no-idempotency-key"});
    PrintRequest wanted = read_print_request(body->as_object(), errors);
    if (errors.empty()) return wanted;
    refusal = fields_answer(language, errors);
    return std::nullopt;
}

/// What the core said instead of data, for the page.
net::HttpResponse hand_back(net::HttpReply reply) {
    net::HttpResponse response;
    response.status = reply.status < 400 ? 502 : reply.status;
    response.headers = {{"Content-Type", std::string(reply.header("content-type"))},
                        {"Cache-Control", "no-store"}};
    response.body = std::move(reply.body);
    return response;
}

} // namespace

PrintService::PrintService(const std::filesystem::path& log,
                           agent::CoreCalls& core,
                           net::HttpServer& server,
                           agent::WallClock now)
    : core_(core), server_(server), now_(std::move(now)) {
    log_ = std::make_unique<agent::AppendLog>(
        log, [this](std::string_view line) { ledger_.read_line(line); });
    ledger_.close_earlier_run(now_());
    rewrite_log();
}

void PrintService::rewrite_log() {
    const std::lock_guard lock(log_mutex_);
    log_->rewrite([this](const agent::AppendLog::Each& add) {
        for (const auto& [key, entry] : ledger_.entries()) add(PrintLedger::line_of(key, entry));
    });
}

void PrintService::clean_up() {
    constexpr std::size_t large_log_bytes = std::size_t{1} << 20;
    ledger_.forget_old(now_());
    // While a paper is on its way its end may be in the log before it is in the ledger.
    if (!jobs_.empty() || log_->bytes() < large_log_bytes) return;
    try {
        rewrite_log();
    } catch (const std::exception& failure) {
        spdlog::error("the log of prints cannot be made smaller: {}", failure.what());
    }
}

std::unique_ptr<CounterPrinter>& PrintService::printer_of(PrinterRole role) {
    return printers_[role == PrinterRole::sheet ? 0 : 1];
}

void PrintService::add_printer(PrinterRole role,
                               std::string name,
                               std::unique_ptr<PrintBackend> backend,
                               std::function<void(const PrinterCondition&)> changed) {
    printer_of(role) =
        std::make_unique<CounterPrinter>(std::move(name), std::move(backend), std::move(changed));
}

void PrintService::poll_printers() {
    for (const auto& printer : printers_) {
        if (printer) printer->poll();
    }
}

void PrintService::print(const net::HttpRequest& request, const net::Responder& respond) {
    net::HttpResponse refusal;
    auto wanted = read_body(request, refusal);
    if (!wanted) return respond(std::move(refusal));
    const std::string key(request.header("idempotency-key"));
    const std::string print = fingerprint(*wanted);
    const Waiting waiting{respond, agent::language_of(request)};
    switch (ledger_.ask(key, print)) {
    case PrintLedger::Answer::mismatch:
        return respond(
            fields_answer(waiting.language, {{"Idempotency-Key", "idempotency-key-used"}}));
    case PrintLedger::Answer::told:
        return respond(answer_of(*ledger_.entry(key), waiting.language));
    case PrintLedger::Answer::wait:
        return jobs_.at(key).waiting.push_back(waiting);
    case PrintLedger::Answer::go:
        break;
    }
    if (!printer_of(wanted->printer)) return respond(no_printer_answer(waiting.language));
    ledger_.begin(key, print, now_());
    jobs_[key] = Job{std::move(*wanted), {waiting}};
    fetch(key, request);
}

void PrintService::fetch(const std::string& key, const net::HttpRequest& request) {
    agent::CoreCall call;
    call.target = data_target(jobs_.at(key).request);
    for (const char* name : {"cookie", "authorization", "accept-language"}) {
        if (const auto value = request.header(name); !value.empty())
            call.headers.emplace_back(name, value);
    }
    const bool taken =
        core_.submit(std::move(call), [this, &server = server_, key](net::HttpReply* reply) {
            server.post([this, key, reached = reply != nullptr,
                         held = reply ? std::move(*reply) : net::HttpReply{}]() mutable {
                fetched(key, reached, std::move(held));
            });
        });
    if (!taken) not_begun(key, agent::busy);
}

void PrintService::fetched(const std::string& key, bool reached, net::HttpReply reply) {
    constexpr int ok = 200;
    if (!reached) {
        return not_begun(key, [](words::Language language) {
            return agent::problem(language, 502, "core-away", "print-core-away");
        });
    }
    if (reply.status != ok) {
        return not_begun(
            key, [answer = hand_back(std::move(reply))](words::Language) { return answer; });
    }
    hand_to_printer(key, std::move(reply.body));
}

void PrintService::hand_to_printer(const std::string& key, std::string data) {
    const PrintRequest& wanted = jobs_.at(key).request;
    const PrintEntry begun = *ledger_.entry(key);
    PaperOrder paper{wanted.kind, std::move(data), wanted.copies - begun.printed_copies,
                     wanted.reprint || begun.touched_paper, next_number_++};
    CounterPrinter::Told told;
    told.begins = [this, line = PrintLedger::line_of(key, begun)] {
        const std::lock_guard lock(log_mutex_);
        log_->append(line);
    };
    told.ended = [this, key, begun](const PaperResult& result) { ended(key, begun, result); };
    told.refused = [this, key](const core::Error& error) {
        server_.post([this, key, error] {
            not_begun(key, [&](words::Language language) {
                return agent::problem(language, 422, "invalid", error.message);
            });
        });
    };
    told.broken = [this, key] { server_.post([this, key] { not_begun(key, broken_answer); }); };
    if (!printer_of(wanted.printer)->print(std::move(paper), std::move(told)))
        not_begun(key, agent::busy);
}

/// On the printer's thread.
void PrintService::ended(const std::string& key, PrintEntry entry, const PaperResult& result) {
    entry.outcome = result.job.outcome;
    entry.told = printer::message_of(result.job);
    entry.printed_copies += result.printed_copies;
    entry.touched_paper = entry.touched_paper || result.job.reached_printer;
    try {
        const std::lock_guard lock(log_mutex_);
        log_->append(PrintLedger::line_of(key, entry));
    } catch (const std::exception& failure) {
        // After a restart it counts as unknown, which prints nothing twice either.
        spdlog::error("what became of a print cannot be kept: {}", failure.what());
    }
    server_.post([this, key, entry] {
        ledger_.end(key, entry);
        answer_all(key, [&](words::Language language) { return answer_of(entry, language); });
    });
}

void PrintService::not_begun(const std::string& key, const Answer& answer) {
    ledger_.take_back(key);
    answer_all(key, answer);
}

void PrintService::answer_all(const std::string& key, const Answer& answer) {
    auto job = jobs_.extract(key);
    if (!job) return;
    for (const Waiting& each : job.mapped().waiting) each.respond(answer(each.language));
}

} // namespace counter
