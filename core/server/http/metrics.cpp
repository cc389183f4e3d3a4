#include "core/server/http/metrics.hpp"

#include <cstdio>

namespace server {

namespace {

std::string number(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.9g", value);
    return text.data();
}

void head(std::string& text, const char* name, const char* type, const char* help) {
    text += "# HELP " + std::string(name) + " " + help + "\n# TYPE " + name + " " + type + "\n";
}

void line(std::string& text, const std::string& name, const std::string& value) {
    text += name + " " + value + "\n";
}

void single(std::string& text, const char* name, const char* type, const char* help, auto value) {
    head(text, name, type, help);
    line(text, name, std::to_string(value));
}

void batches(std::string& text, const core::WriterFigures& writer) {
    head(text, "motcua_commit_batch_commands", "histogram", "Commands stored by one commit.");
    const std::string name = "motcua_commit_batch_commands";
    for (std::size_t i = 0; i < core::batch_bounds.size(); ++i) {
        line(text, name + "_bucket{le=\"" + std::to_string(core::batch_bounds.at(i)) + "\"}",
             std::to_string(writer.batches_up_to.at(i)));
    }
    line(text, name + "_bucket{le=\"+Inf\"}", std::to_string(writer.commits));
    line(text, name + "_sum", std::to_string(writer.commands));
    line(text, name + "_count", std::to_string(writer.commits));
}

} // namespace

void Metrics::note(std::string_view method,
                   std::string_view route,
                   int status,
                   std::chrono::nanoseconds took) {
    auto known = routes_.find(KeyView{route, method});
    if (known == routes_.end())
        known = routes_.emplace(Key{std::string(method), std::string(route)}, Figures{}).first;
    Figures& figures = known->second;
    ++figures.by_status[status];
    ++figures.count;
    const double seconds = std::chrono::duration<double>(took).count();
    figures.seconds += seconds;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        if (seconds <= bounds.at(i)) ++figures.up_to.at(i);
    }
}

std::string Metrics::text(const Gauges& g) const {
    std::string text;
    head(text, "motcua_http_requests_total", "counter", "Requests answered, by route and status.");
    for (const auto& [key, figures] : routes_) {
        for (const auto& [status, count] : figures.by_status) {
            line(text,
                 "motcua_http_requests_total{method=\"" + key.method + "\",route=\"" + key.route +
                     "\",status=\"" + std::to_string(status) + "\"}",
                 std::to_string(count));
        }
    }
    head(text, "motcua_http_request_seconds", "histogram", "From the whole request to its answer.");
    for (const auto& [key, figures] : routes_) {
        const std::string labels = "method=\"" + key.method + "\",route=\"" + key.route + "\"";
        const std::string name = "motcua_http_request_seconds";
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            line(text, name + "_bucket{" + labels + ",le=\"" + number(bounds.at(i)) + "\"}",
                 std::to_string(figures.up_to.at(i)));
        }
        line(text, name + "_bucket{" + labels + ",le=\"+Inf\"}", std::to_string(figures.count));
        line(text, name + "_sum{" + labels + "}", number(figures.seconds));
        line(text, name + "_count{" + labels + "}", std::to_string(figures.count));
    }
    batches(text, g.writer);
    single(text, "motcua_commit_failures_total", "counter", "Commits that broke.",
           g.writer.failures);
    single(text, "motcua_writer_waiting", "gauge", "Commands waiting to be stored.",
           g.writer.waiting);
    single(text, "motcua_reads_waiting", "gauge", "Long reads waiting for a thread.",
           g.reads_waiting);
    single(text, "motcua_tickets_waiting", "gauge", "Citizens waiting in the room.",
           g.tickets_waiting);
    single(text, "motcua_connections", "gauge", "Open connections.", g.net.connections);
    single(text, "motcua_connections_total", "counter", "Connections accepted.", g.net.accepted);
    single(text, "motcua_connections_refused_total", "counter", "Connections over the limit.",
           g.net.refused);
    single(text, "motcua_websocket_clients", "gauge", "Open WebSockets.", g.net.web_sockets);
    single(text, "motcua_websocket_dropped_total", "counter", "WebSocket clients cut off as slow.",
           g.net.dropped_sockets);
    single(text, "motcua_feed_clients", "gauge", "Clients that hear of events.", g.feed_clients);
    single(text, "motcua_feed_messages_total", "counter", "Messages put into outboxes.",
           g.feed_messages);
    single(text, "motcua_feed_reloads_total", "counter", "Clients told to load anew.",
           g.feed_reloads);
    single(text, "motcua_errors_total", "counter", "Requests that broke (500).", g.errors);
    if (g.last_backup) {
        single(text, "motcua_backup_last_success_timestamp_seconds", "gauge",
               "When the last sound backup was made.", g.last_backup->time_since_epoch().count());
    }
    single(text, "motcua_calendar_years_not_loaded", "gauge",
           "Years that the calendar lacks and the administrator is asked for.", g.years_not_loaded);
    if (g.unsure_dossiers) {
        single(text, "motcua_dossiers_due_unsure", "gauge",
               "Open dossiers whose due date reaches into a year that the calendar lacks.",
               *g.unsure_dossiers);
    }
    single(text, "motcua_journal_seq", "gauge", "The journal's last row.", g.journal_seq);
    return text;
}

} // namespace server
