#include "core/server/http/openapi.hpp"

#include "core/server/commands/context.hpp"
#include "core/server/http/server.hpp"

#include <CLI/CLI.hpp>

namespace server {

void add_openapi(CLI::App& app, Context&) {
    auto* command = app.add_subcommand(
        "openapi", "The description of the API (OpenAPI 3.1), as the server gives it");
    auto output = std::make_shared<std::filesystem::path>();
    command->add_option("-o,--output", *output, "File instead of standard output");
    command->callback([output] {
        Router router;
        add_routes(router);
        print(describe_api(router) + "\n", *output);
    });
}

} // namespace server
