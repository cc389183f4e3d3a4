#pragma once

#include "core/agent/append_log.hpp"
#include "core/agent/core_calls.hpp"
#include "core/agent/wall_clock.hpp"
#include "core/net/server/http_server.hpp"
#include "core/words/words.hpp"
#include "counter/counter_printer.hpp"
#include "counter/print_ledger.hpp"
#include "counter/print_request.hpp"

#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace counter {

/// `POST /local/print`: takes the paper's data from the core with the page's own log-in, prints
/// it, and answers when it is known what became of it. All members on the server's thread.
class PrintService {
public:
    /// Reads what earlier runs printed. All must outlive this; `server`'s run() must have ended
    /// before it is destroyed. Throws std::runtime_error when another program has the file.
    PrintService(const std::filesystem::path& log,
                 agent::CoreCalls& core,
                 net::HttpServer& server,
                 agent::WallClock now);

    void add_printer(PrinterRole role,
                     std::string name,
                     std::unique_ptr<PrintBackend> backend,
                     std::function<void(const PrinterCondition&)> changed);

    void print(const net::HttpRequest& request, const net::Responder& respond);

    /// Asks each printer how it is.
    void poll_printers();

    /// Forgets keys that nobody asks for any more.
    void clean_up();

private:
    /// A page that asked for it.
    struct Waiting {
        net::Responder respond;
        words::Language language;
    };

    /// A key whose paper is on its way.
    struct Job {
        PrintRequest request;
        std::vector<Waiting> waiting;
    };

    using Answer = std::function<net::HttpResponse(words::Language)>;

    void fetch(const std::string& key, const net::HttpRequest& request);
    void fetched(const std::string& key, bool reached, net::HttpReply reply);
    void hand_to_printer(const std::string& key, std::string data);
    void ended(const std::string& key, PrintEntry entry, const PaperResult& result);
    void not_begun(const std::string& key, const Answer& answer);
    void rewrite_log();
    void answer_all(const std::string& key, const Answer& answer);
    std::unique_ptr<CounterPrinter>& printer_of(PrinterRole role);

    agent::CoreCalls& core_;
    net::HttpServer& server_;
    agent::WallClock now_;
    PrintLedger ledger_;
    std::map<std::string, Job, std::less<>> jobs_;
    unsigned next_number_ = 0;
    std::mutex log_mutex_; // of log_: the printers' threads write it
    std::unique_ptr<agent::AppendLog> log_;
    std::array<std::unique_ptr<CounterPrinter>, 2> printers_; // last: their threads use the above
};

} // namespace counter
