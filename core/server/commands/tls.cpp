#include "core/net/tls/certificate.hpp"
#include "core/server/commands/context.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/value.hpp>

#include <memory>

namespace server {

namespace {

struct TlsOptions {
    std::filesystem::path certificate = "motcua.crt";
    std::filesystem::path key = "motcua.key";
    std::vector<std::string> names = {"localhost", "127.0.0.1"};
    int days = 825;
    OutputFormat format = OutputFormat::text;
};

constexpr int most_days = 3'650;

void run_tls(const TlsOptions& options, const Context& context) {
    net::make_self_signed(options.certificate, options.key, options.names,
                          std::chrono::days{options.days});
    print_done(context, options.format,
               {"tls-made",
                {{"certificate", options.certificate.string()}, {"key", options.key.string()}}},
               {{"certificate", options.certificate.string()}, {"key", options.key.string()}});
}

} // namespace

void add_tls(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand(
        "tls", "A certificate that signs itself, for a LAN without an authority");
    auto options = std::make_shared<TlsOptions>();
    command->add_option("--certificate", options->certificate, "File to write, PEM");
    command->add_option("--key", options->key, "File to write, PEM, readable by you alone");
    command->add_option("--name", options->names,
                        "Host names and addresses of the server, as its clients call it");
    command->add_option("--days", options->days, "How long it is good")
        ->check(CLI::Range(1, most_days));
    add_format(*command, options->format, {"text", "json"});
    command->callback([options, &context] { run_tls(*options, context); });
}

} // namespace server
