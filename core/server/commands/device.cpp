#include "core/api/json_text.hpp"
#include "core/domain/free_text.hpp"
#include "core/domain/names.hpp"
#include "core/engine/office/administration.hpp"
#include "core/server/commands/context.hpp"
#include "core/server/http/secrets.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/value.hpp>

namespace server {

namespace {

struct DeviceOptions {
    BooksOption books;
    std::string id;
    std::string kind;
    std::string name;
    OutputFormat format = OutputFormat::text;
};

void run_enrol(const DeviceOptions& options, const Context& context) {
    const std::string code = random_code(2);
    const core::Device device = core::waiting_device(
        *core::parse_device_kind(options.kind),
        text_of_option<core::TextLine>("--name", options.name), random_code(1), code);
    const auto store = options.books.open(BooksOption::Use::write_beside);
    const auto by = act_context(context, "device enrol");
    accepted(store->write(options.books.agency(*store), [&](core::Books& books) {
        return core::enrol_device(books, device, by);
    }));
    print_done(context, options.format, {"device-code", {{"device", device.id}, {"code", code}}},
               {{"id", device.id}, {"code", code}});
}

void run_revoke(const DeviceOptions& options, const Context& context) {
    const auto store = options.books.open(BooksOption::Use::write_beside);
    const std::string id = text_of_option<core::FreeLine>("ID", options.id);
    const auto by = act_context(context, "device revoke");
    accepted(store->write(options.books.agency(*store),
                          [&](core::Books& books) { return core::revoke_device(books, id, by); }));
    print_done(context, options.format, {"device-revoked", {{"device", id}}},
               {{"id", id}, {"revoked", true}});
}

/// The command's JSON has always named this state so; the API has the vocabulary's name.
std::string_view name_in_json(core::DeviceState state) {
    return state == core::DeviceState::waiting ? "waiting for its code" : to_text(state);
}

void run_list(const DeviceOptions& options, const Context& context) {
    const auto store = options.books.open(BooksOption::Use::read);
    const auto devices = store->read(options.books.agency(*store))->devices();
    std::string text;
    boost::json::array rows;
    for (const core::Device& device : devices) {
        const std::string kind(to_text(device.kind));
        const core::DeviceState state = core::state_of(device);
        text += device.id + "\t" + kind + "\t" + device.name + "\t" +
                std::string(words::word(context.language, "device_state", to_text(state))) + "\n";
        rows.push_back({{"id", device.id},
                        {"kind", kind},
                        {"name", device.name},
                        {"state", name_in_json(state)}});
    }
    print(options.format == OutputFormat::json ? api::to_text(rows) + "\n" : text);
}

} // namespace

void add_device(CLI::App& app, Context& context) {
    auto* family = app.add_subcommand("device", "Kiosks, boards and counter machines");
    family->require_subcommand(1);
    const auto add = [&](const char* name, const char* help) {
        auto* command = family->add_subcommand(name, help);
        auto options = std::make_shared<DeviceOptions>();
        options->books.add_to(*command);
        add_format(*command, options->format, {"text", "json"});
        return std::pair(command, options);
    };

    auto [enrol_command, enrol_options] = add("enrol", "A new device; prints its one-time code");
    enrol_command->add_option("--kind", enrol_options->kind, "What it is")
        ->required()
        ->check(CLI::IsMember(names_of(core::device_kinds.vocabulary())));
    enrol_command->add_option("--name", enrol_options->name, "Where it stands");
    enrol_command->callback([o = enrol_options, &context] { run_enrol(*o, context); });

    auto [revoke_command, revoke_options] = add("revoke", "The device may not connect any more");
    revoke_command->add_option("ID", revoke_options->id, "As the list shows it")->required();
    revoke_command->callback([o = revoke_options, &context] { run_revoke(*o, context); });

    auto [list_command, list_options] = add("list", "All devices");
    list_command->callback([o = list_options, &context] { run_list(*o, context); });
}

} // namespace server
