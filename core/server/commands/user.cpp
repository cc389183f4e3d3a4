#include "core/api/json_text.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/free_text.hpp"
#include "core/domain/names.hpp"
#include "core/engine/office/administration.hpp"
#include "core/server/commands/context.hpp"
#include "core/server/http/secrets.hpp"
#include "core/words/words.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/value.hpp>

#include <iostream>

namespace server {

namespace {

struct UserOptions {
    BooksOption books;
    std::string login;
    std::string name;
    std::string role = "officer";
    bool from_stdin = false;
    OutputFormat format = OutputFormat::text;
};

/// The password from standard input, or a new one that the person changes later.
std::string new_password(const UserOptions& options) {
    if (!options.from_stdin) return random_code(4);
    std::string password;
    std::getline(std::cin, password);
    if (const auto refused = core::check_password(password)) throw Refused(refused->message);
    return password;
}

void tell_password(const UserOptions& options,
                   const Context& context,
                   const std::string& password) {
    boost::json::object facts = {{"login", options.login}};
    if (!options.from_stdin) facts["password"] = password;
    const core::Message done =
        options.from_stdin
            ? core::Message{"user-stored", {{"login", options.login}}}
            : core::Message{"user-password", {{"login", options.login}, {"password", password}}};
    print_done(context, options.format, done, facts);
}

template <typename Act>
void change(const UserOptions& options, const Context& context, const char* command, Act act) {
    const auto store = options.books.open(BooksOption::Use::write_beside);
    const auto by = act_context(context, command);
    accepted(store->write(options.books.agency(*store),
                          [&](core::Books& books) { return act(books, by); }));
}

void run_add(UserOptions& options, const Context& context) {
    options.login = core::login_to_give(text_of_option<core::FreeLine>("LOGIN", options.login));
    core::User user;
    user.login = options.login;
    user.name = text_of_option<core::PersonName>("--name", options.name);
    user.role = *core::parse_role(options.role);
    const std::string password = new_password(options);
    user.password_hash = SodiumHasher().hash(password);
    change(options, context, "user add",
           [&](auto& books, const auto& at) { return core::add_user(books, user, at); });
    tell_password(options, context, password);
}

/// A known user's login, in any spelling.
void read_login(UserOptions& options) {
    options.login = core::login_key(text_of_option<core::FreeLine>("LOGIN", options.login));
}

void run_password(UserOptions& options, const Context& context) {
    read_login(options);
    const std::string password = new_password(options);
    const std::string hash = SodiumHasher().hash(password);
    change(options, context, "user password", [&](auto& books, const auto& at) {
        return core::set_password(books, options.login, hash, at);
    });
    tell_password(options, context, password);
}

void run_disable(UserOptions& options, const Context& context) {
    read_login(options);
    change(options, context, "user disable", [&](auto& books, const auto& at) {
        return core::disable_user(books, options.login, at);
    });
    print_done(context, options.format, {"user-disabled", {{"login", options.login}}},
               {{"login", options.login}, {"disabled", true}});
}

void run_list(const UserOptions& options, const Context& context) {
    const auto store = options.books.open(BooksOption::Use::read);
    const auto users = store->read(options.books.agency(*store))->users();
    const std::string disabled = "\t" + words::say(context.language, "user-is-disabled") + "\n";
    std::string text;
    boost::json::array rows;
    for (const core::User& user : users) {
        const std::string role(to_text(user.role));
        text += user.login + "\t" + role + "\t" + user.name + (user.disabled ? disabled : "\n");
        rows.push_back({{"login", user.login},
                        {"role", role},
                        {"name", user.name},
                        {"disabled", user.disabled}});
    }
    print(options.format == OutputFormat::json ? api::to_text(rows) + "\n" : text);
}

} // namespace

void add_user(CLI::App& app, Context& context) {
    auto* family = app.add_subcommand("user", "People who may log in");
    family->require_subcommand(1);
    const auto add = [&](const char* name, const char* help) {
        auto* command = family->add_subcommand(name, help);
        auto options = std::make_shared<UserOptions>();
        options->books.add_to(*command);
        add_format(*command, options->format, {"text", "json"});
        return std::pair(command, options);
    };

    auto [add_command, add_options] = add("add", "A new user; prints a password, shown once");
    add_command->add_option("LOGIN", add_options->login, "Login")->required();
    add_command->add_option("--name", add_options->name, "Full name");
    add_command->add_option("--role", add_options->role, "What the user may do")
        ->check(CLI::IsMember(names_of(core::roles.vocabulary())));
    add_command->add_flag("--password-stdin", add_options->from_stdin,
                          "Takes the password from standard input");
    add_command->callback([o = add_options, &context] { run_add(*o, context); });

    auto [pass_command, pass_options] = add("password", "A new password; enables the user again");
    pass_command->add_option("LOGIN", pass_options->login, "Login")->required();
    pass_command->add_flag("--password-stdin", pass_options->from_stdin,
                           "Takes the password from standard input");
    pass_command->callback([o = pass_options, &context] { run_password(*o, context); });

    auto [disable_command, disable_options] = add("disable", "The user may not log in any more");
    disable_command->add_option("LOGIN", disable_options->login, "Login")->required();
    disable_command->callback([o = disable_options, &context] { run_disable(*o, context); });

    auto [list_command, list_options] = add("list", "All users");
    list_command->callback([o = list_options, &context] { run_list(*o, context); });
}

} // namespace server
